import Glibc
import LeadlineDesk

/// The one wait of the program: terminal, signals, wall clock, and descriptors such as that of inotify, in one poll(2)
/// without a time-out. Nothing happens while nothing arrives.
package final class Clockwork {
  package enum Turn: Hashable, Sendable { case goOn, leave }

  private var signals: Signals
  private var timer: WallTimer
  private var watched: [Int32] = []
  private var hasTerminal = true
  private var silence = 0

  /// Takes over the signals; to be made before the terminal is opened.
  package init() throws(TerminalFailure) {
    signals = try Signals()
    timer = try WallTimer()
  }

  /// When `.tick` is to arrive, once: milliseconds since 1970 by the wall clock; nil for never. It may be past.
  package func wake(at milliseconds: Int64?) { timer.arm(milliseconds) }

  /// `.readable` arrives whenever `descriptor` has something, until it is forgotten.
  package func watch(_ descriptor: Int32) {
    if !watched.contains(descriptor) { watched.append(descriptor) }
  }

  package func forget(_ descriptor: Int32) { watched.removeAll { $0 == descriptor } }

  /// Waits, and hands over what came together, in the order of `Arrival`'s worth: hang-up and signals last, so that no
  /// key typed before them is lost. Ends when `take` says so.
  package func run(_ terminal: Terminal, _ take: ([Arrival]) -> Turn) {
    var isDrained = true
    while true {
      var polled = descriptors(terminal)
      let isUrgent = !isDrained || timer.hasSign
      if poll(&polled, nfds_t(polled.count), isUrgent ? 0 : -1) < 0, errno != EINTR { return }
      var arrivals: [Arrival] = []
      hearClock(polled[1], &arrivals)
      for file in polled.dropFirst(3) where file.revents != 0 { arrivals.append(.readable(file.fd)) }
      isDrained = hearKeys(polled[2], terminal, isDrained, &arrivals)
      hearSignals(polled[0], terminal, &arrivals)
      hearHangup(polled[2], terminal, &arrivals)
      if polled[2].revents & Int16(POLLOUT) != 0 { terminal.goOn() }
      if !arrivals.isEmpty, take(arrivals) == .leave { return }
    }
  }

  private func descriptors(_ terminal: Terminal) -> [pollfd] {
    let wanted = POLLIN | (terminal.isStalled ? POLLOUT : 0)
    return [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: timer.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: hasTerminal ? terminal.descriptor : -1, events: Int16(wanted), revents: 0),
    ] + watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  private func hearClock(_ polled: pollfd, _ arrivals: inout [Arrival]) {
    guard polled.revents != 0 || timer.hasSign else { return }
    switch timer.read() {
    case .fired: arrivals.append(.tick)
    case .clockChanged: arrivals.append(.clockChanged)
    case .nothing: break
    }
  }

  /// False where more keys wait than one batch takes.
  private func hearKeys(
    _ polled: pollfd, _ terminal: Terminal, _ wasDrained: Bool, _ arrivals: inout [Arrival]
  ) -> Bool {
    guard polled.revents & Int16(POLLIN) != 0 || !wasDrained else { return true }
    let heard = terminal.keys()
    if !heard.keys.isEmpty { arrivals.append(.keys(heard.keys)) }
    silence = heard.isSilent && wasDrained ? silence + 1 : 0
    return heard.isDrained
  }

  private func hearSignals(_ polled: pollfd, _ terminal: Terminal, _ arrivals: inout [Arrival]) {
    guard polled.revents != 0 else { return }
    let heard = signals.read()
    if heard.names.contains(.goOn) { terminal.resume() }
    if heard.isResized, terminal.measure() { arrivals.append(.resized(terminal.size)) }
    arrivals += heard.names.map { .signal($0) }
  }

  /// The terminal hangs up, or has something to read that nobody can read: end of file, or EIO in an orphaned job.
  private func hearHangup(_ polled: pollfd, _ terminal: Terminal, _ arrivals: inout [Arrival]) {
    guard hasTerminal else { return }
    guard polled.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 || silence > 1 else { return }
    hasTerminal = false
    terminal.abandon()
    arrivals.append(.hangup)
  }
}

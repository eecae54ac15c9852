import Glibc

/// The line to the terminal. It never blocks where the terminal could be opened anew: what a stalled line does not take
/// waits here and goes out first.
struct OutgoingLine {
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var sent = 0
  /// True once the terminal is gone; nothing is written any more.
  private(set) var isGone = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  var isClear: Bool { sent == waiting.count }

  /// Room for `count` bytes at most; `fill` writes them and says how many. They go out after those that wait.
  mutating func add(_ count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) {
    guard count > 0, !isGone else { return }
    if isClear {
      waiting.removeAll(keepingCapacity: true)
      sent = 0
    }
    waiting += [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      filled = fill(start)
    }
  }

  /// Writes what the line takes now; one write for a frame, unless the line stalls.
  mutating func send() {
    while !isClear, isReady(within: 0) {
      let count = waiting.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        abandon()
      }
    }
  }

  /// Tries for a fifth of a second, then forgets what is left.
  mutating func finish() {
    for _ in 0..<20 where !isClear && isReady(within: 10) { send() }
    sent = waiting.count
  }

  mutating func abandon() {
    isGone = true
    waiting = []
    sent = 0
  }

  private func isReady(within milliseconds: Int32) -> Bool {
    var line = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&line, 1, milliseconds) > 0
  }
}

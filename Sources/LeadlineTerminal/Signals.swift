import CSys
import Glibc

/// The descriptor on which signals arrive.
struct Signals: ~Copyable {
  let descriptor: Int32

  /// From here on the signals are blocked in this thread and wait at the descriptor.
  init() throws(TerminalFailure) {
    let numbers = SignalName.allCases.map(\.number) + [SIGWINCH]
    descriptor = csys_signalfd(numbers, numbers.count)
    if descriptor < 0 { throw .system(call: "signalfd", number: -descriptor) }
  }

  deinit { Glibc.close(descriptor) }

  /// Those that wait, each once, and whether the window has changed.
  func read() -> (names: [SignalName], isResized: Bool) {
    var names: [SignalName] = []
    var isResized = false
    while case let number = csys_signalfd_read(descriptor), number != 0 {
      if number == SIGWINCH { isResized = true }
      names += SignalName.allCases.filter { $0.number == number && !names.contains($0) }
    }
    return (names, isResized)
  }
}

extension SignalName {
  var number: Int32 {
    switch self {
    case .hangup: SIGHUP
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .quit: SIGQUIT
    case .stop: SIGTSTP
    case .goOn: SIGCONT
    case .child: SIGCHLD
    }
  }

  /// What a program that ends because of it tells its parent.
  package var exitStatus: Int32 { 128 + number }
}

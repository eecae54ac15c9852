/// Why the terminal cannot be taken, or be waited on.
package enum TerminalFailure: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// `TERM` is not set, or names a terminal that cannot place the cursor (`dumb`).
  case dumb(String)
  /// Neither `TERM` nor its stand-in has a description.
  case unknown(String)
  /// A system call failed with this errno.
  case system(call: String, number: Int32)

  package var message: String {
    switch self {
    case .notATerminal: "standard input and output must be a terminal"
    case .dumb(""): "TERM is not set"
    case .dumb(let name): "the terminal '\(name)' cannot place the cursor"
    case .unknown(let name): "no description of the terminal '\(name)' is installed"
    case .system(let call, let number): "\(call) failed with error \(number)"
    }
  }

  /// `EX_UNAVAILABLE` of sysexits.h.
  package var exitStatus: Int32 { 69 }
}

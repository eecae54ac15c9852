/// The one gate between a text from outside and a terminal. What it lets through takes the same number of columns
/// in every terminal and is no command to any: no control, format or private scalar, no bidi override, no joined emoji.
package enum Display {
  /// For panes and lists: what may not be shown is dropped, line ends and tabs become spaces, and scalars without a
  /// meaning that all terminals share (private use, not assigned by Unicode 14) become U+FFFD. Passing twice changes
  /// nothing.
  package static func safe(_ text: String) -> String { through(text, .dropping) }

  /// For `show` and `check`: what may not be shown is written out, controls as `^[` and `M-^[`, others as `‹202e›`.
  package static func visible(_ text: String) -> String { through(text, .writing) }

  /// For a locale without UTF-8: safe, and nothing but ASCII.
  package static func ascii(_ text: String) -> String {
    if isPlain(text) { return text }
    var shown = ""
    for scalar in through(text, .dropping).unicodeScalars {
      if scalar.isASCII {
        shown.unicodeScalars.append(scalar)
      } else if let ascii = AsciiTable.replacements[scalar] {
        shown += ascii
      } else if displayWidth(scalar) > 0 {
        shown += "?"
      }
    }
    return shown
  }

  private static func through(_ text: String, _ manner: DisplayGate.Manner) -> String {
    if isPlain(text) { return text }
    var gate = DisplayGate(manner)
    for scalar in text.unicodeScalars { gate.pass(scalar) }
    return String(gate.passed)
  }

  /// Printable ASCII only: the usual case, passed as it is.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
  }
}

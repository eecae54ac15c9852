/// A bracketed paste while it comes in.
struct Paste {
  /// What is longer than 1 MiB is cut.
  static let longest = 1 << 20

  private var bytes: [UInt8] = []
  private var tail: [UInt8] = []

  /// Takes a byte; true where the end mark is complete with it. ncurses finds the mark itself, unless the line took
  /// longer than the time of an Esc between two of its bytes.
  mutating func takesLast(_ byte: UInt8) -> Bool {
    if byte == 0x1B { tail = [] }
    if byte == 0x1B || !tail.isEmpty { tail.append(byte) }
    if bytes.count < Paste.longest { bytes.append(byte) }
    if tail == Paste.endMark {
      bytes.removeLast(min(bytes.count, tail.count))
      return true
    }
    if tail.count >= Paste.endMark.count { tail = [] }
    return false
  }

  private static let endMark = Array("\u{1b}[201~".utf8)

  /// The last byte was C-c or C-g.
  var isGivenUp: Bool { bytes.last == 0x03 || bytes.last == 0x07 }

  /// Lines end with `\n`; of the controls only that and tabs are left.
  var text: String {
    var text = ""
    var last: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": text.unicodeScalars.append("\n")
      case "\n": if last != "\r" { text.unicodeScalars.append("\n") }
      case "\t": text.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: text.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return text
  }
}

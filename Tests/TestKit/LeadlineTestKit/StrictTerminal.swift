/// A terminal that takes nothing but what its description (terminfo) knows how to say: printable text in UTF-8, cursor
/// motion, erasing, colours, and the modes a full-screen program sets. Everything else is a violation.
package struct StrictTerminal {
  package struct Violation: Equatable, CustomStringConvertible {
    /// Where in the bytes, from 0.
    package let offset: Int
    package let what: String
    package var description: String { "\(what) at \(offset)" }
  }

  private let name: String
  private let allowsText: (UInt32) -> Bool

  /// The terminal's name as in `TERM`. With `asciiOnly` no byte of 0x80 or above is taken.
  package init(_ name: String, asciiOnly: Bool = false) {
    self.name = name
    allowsText = { asciiOnly ? $0 < 0x80 : StrictTerminal.isPrintable($0) }
  }

  package func violations(in bytes: [UInt8]) -> [Violation] {
    var found: [Violation] = []
    var at = 0
    while at < bytes.count {
      let (length, what) = bytes[at] == 0x1B ? escape(bytes[at...]) : text(bytes[at...])
      if let what { found.append(Violation(offset: at, what: what)) }
      at += max(1, length)
    }
    return found
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> (length: Int, what: String?) {
    let byte = bytes[bytes.startIndex]
    switch byte {
    // Bell, backspace, tab, newline, return; only xterm does not end its attributes with a shift-in.
    case 0x07...0x0A, 0x0D: return (1, nil)
    case 0x0F where !name.hasPrefix("xterm"): return (1, nil)
    case ..<0x20, 0x7F: return (1, "control \(byte)")
    case ..<0x80: return (1, nil)
    default: break
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let part = Array(bytes.prefix(length))
    let scalars = Array(String(decoding: part, as: UTF8.self).unicodeScalars)
    guard byte >= 0xC2, scalars.count == 1, String(scalars[0]).utf8.elementsEqual(part) else {
      return (1, "byte \(byte) outside UTF-8")
    }
    return (length, allowsText(scalars[0].value) ? nil : "U+\(String(scalars[0].value, radix: 16))")
  }

  /// No C1 control, bidi control, zero-width or tag character, no private use.
  private static func isPrintable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE000...0xF8FF, 0xE0000...0x10FFFF:
      false
    default: true
    }
  }

  private func escape(_ bytes: ArraySlice<UInt8>) -> (length: Int, what: String?) {
    let rest = bytes.dropFirst()
    guard let byte = rest.first else { return (1, "an Esc at the end") }
    switch byte {
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      let set = rest.dropFirst().first
      return (3, set == UInt8(ascii: "B") || set == UInt8(ascii: "0") ? nil : "character set")
    // Save, restore, keypad, index, next line, reverse index.
    case UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "D"),
      UInt8(ascii: "E"), UInt8(ascii: "M"):
      return (2, nil)
    default: return (2, "Esc \(Character(Unicode.Scalar(byte)))")
    }
  }

  private func control(_ bytes: ArraySlice<UInt8>) -> (length: Int, what: String?) {
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x30..<0x40).contains($0) }
    guard let final = body.dropFirst(parameters.count).first else { return (bytes.count, "an unfinished sequence") }
    let sequence = String(decoding: parameters, as: UTF8.self) + String(Character(Unicode.Scalar(final)))
    return (parameters.count + 3, isKnown(sequence) ? nil : "Esc [ \(sequence)")
  }

  private func isKnown(_ sequence: String) -> Bool {
    let isXterm = name.hasPrefix("xterm")
    let isModern = isXterm || name.hasPrefix("tmux") || name.hasPrefix("screen")
    if sequence.hasPrefix("?") {
      let modes = [1, 7, 12, 25] + (isModern ? [1049, 2004] : [])
      let isCursorShape = name == "linux" && sequence.last == "c"
      return isCursorShape || modes.contains { sequence == "?\($0)h" || sequence == "?\($0)l" }
        || isModern && (sequence == "?12;25h")
    }
    if isXterm, ["22;0;0t", "23;0;0t"].contains(sequence) { return true }
    if isModern, ["34h", "34l", "4h", "4l"].contains(sequence) { return true }
    guard let final = sequence.last, sequence.dropLast().allSatisfy({ $0.isNumber || $0 == ";" }) else { return false }
    let finals = name == "vt100" ? "ABCDHJKmr" : "ABCDGHJKLMPSTX@bdfhlmr"
    return finals.contains(final) && (final != "h" && final != "l" || ["4h", "4l"].contains(sequence))
  }
}

/// A spot in the bytes of a text: lines and columns count from 1, columns in Unicode scalars.
struct TOMLSpot: Hashable, Sendable {
  var offset = 0
  var line = 1
  var column = 1

  func place(in file: String) -> Place { Place(file: file, line: line, column: column) }
}

/// What a reader has before it: the bytes of a valid UTF-8 text and how far it has come.
struct TOMLCursor {
  let bytes: [UInt8]
  var spot = TOMLSpot()

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { spot.offset = 3 }
  }

  var isAtEnd: Bool { spot.offset == bytes.count }

  /// The byte under the cursor, nil at the end.
  var next: UInt8? { ahead(0) }

  func ahead(_ count: Int) -> UInt8? {
    let offset = spot.offset + count
    return offset < bytes.count ? bytes[offset] : nil
  }

  func isAt(_ mark: StaticString) -> Bool {
    for i in 0..<mark.utf8CodeUnitCount where ahead(i) != mark.byte(i) { return false }
    return true
  }

  /// LF or CR LF. A CR alone is none.
  var isAtNewline: Bool { next == .lineFeed || next == .carriageReturn && ahead(1) == .lineFeed }

  mutating func step() {
    let byte = bytes[spot.offset]
    spot.offset += 1
    if byte == .lineFeed {
      spot.line += 1
      spot.column = 1
    } else if byte & 0xC0 != 0x80 {
      spot.column += 1
    }
  }

  /// Steps over `mark` if it stands here.
  mutating func take(_ mark: StaticString) -> Bool {
    guard isAt(mark) else { return false }
    for _ in 0..<mark.utf8CodeUnitCount { step() }
    return true
  }

  mutating func takeNewline() -> Bool { take("\n") || take("\r\n") }

  mutating func skipBlanks() {
    while next == .space || next == .tab { step() }
  }

  mutating func skipLine() {
    while let byte = next {
      step()
      if byte == .lineFeed { return }
    }
  }

  /// The longest run of bytes that `belongs`.
  mutating func run(of belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = spot.offset
    while let byte = next, belongs(byte) { step() }
    return bytes[start..<spot.offset]
  }
}

extension StaticString {
  /// A byte of the literal as it stands in the source; `i` within it.
  fileprivate func byte(_ i: Int) -> UInt8 { withUTF8Buffer { $0[i] } }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")

  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
  /// Control characters that no TOML text may hold; newlines are looked at first.
  var isForbidden: Bool { self < 0x20 && self != .tab || self == 0x7F }
  /// The value of a digit up to base 16.
  var hexadecimal: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 55
    default: nil
    }
  }
}

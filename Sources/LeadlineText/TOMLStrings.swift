/// The four kinds of string.
extension TOMLReader {
  /// A string, the cursor on its first quote.
  mutating func readString() throws(TOMLFault) -> String {
    let opening = cursor.spot
    if cursor.take("\"\"\"") { return try readLongBasicString(from: opening) }
    if cursor.take("'''") { return try readLongLiteralString(from: opening) }
    if cursor.take("\"") { return try readBasicString(from: opening) }
    cursor.step()
    return try readLiteralString(from: opening)
  }

  /// The rest of `"…"`, after its first quote.
  mutating func readBasicString(from opening: TOMLSpot) throws(TOMLFault) -> String {
    var bytes: [UInt8] = []
    while !cursor.take("\"") {
      guard let byte = try nextOfLine(from: opening) else { throw .openString(opening) }
      if byte == UInt8(ascii: "\\") {
        try readEscape(into: &bytes)
      } else {
        bytes.append(byte)
        cursor.step()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The rest of `'…'`, after its first quote.
  mutating func readLiteralString(from opening: TOMLSpot) throws(TOMLFault) -> String {
    let start = cursor.spot.offset
    while cursor.next != UInt8(ascii: "'") {
      guard try nextOfLine(from: opening) != nil else { throw .openString(opening) }
      cursor.step()
    }
    let text = String(decoding: cursor.bytes[start..<cursor.spot.offset], as: UTF8.self)
    cursor.step()
    return text
  }

  /// The byte under the cursor, nil where the line ends.
  private func nextOfLine(from opening: TOMLSpot) throws(TOMLFault) -> UInt8? {
    guard let byte = cursor.next, !cursor.isAtNewline else { return nil }
    if byte.isForbidden { throw .control(byte, cursor.spot) }
    return byte
  }

  private mutating func readLongBasicString(from opening: TOMLSpot) throws(TOMLFault) -> String {
    var bytes: [UInt8] = []
    _ = cursor.takeNewline()
    while let byte = cursor.next {
      if cursor.takeNewline() {
        bytes.append(.lineFeed)
      } else if byte == UInt8(ascii: "\"") {
        if takeClosing("\"\"\"", into: &bytes) { return String(decoding: bytes, as: UTF8.self) }
      } else if byte == UInt8(ascii: "\\") {
        if !(try skipFoldedLine()) { try readEscape(into: &bytes) }
      } else {
        try copy(byte, into: &bytes)
      }
    }
    throw .openLongString(opening, "\"\"\"")
  }

  private mutating func readLongLiteralString(from opening: TOMLSpot) throws(TOMLFault) -> String {
    var bytes: [UInt8] = []
    _ = cursor.takeNewline()
    while let byte = cursor.next {
      if cursor.takeNewline() {
        bytes.append(.lineFeed)
      } else if byte == UInt8(ascii: "'") {
        if takeClosing("'''", into: &bytes) { return String(decoding: bytes, as: UTF8.self) }
      } else {
        try copy(byte, into: &bytes)
      }
    }
    throw .openLongString(opening, "'''")
  }

  private mutating func copy(_ byte: UInt8, into bytes: inout [UInt8]) throws(TOMLFault) {
    if byte.isForbidden { throw .control(byte, cursor.spot) }
    bytes.append(byte)
    cursor.step()
  }

  /// A quote inside, or three that close; one or two right before the three belong to the text.
  private mutating func takeClosing(_ quotes: StaticString, into bytes: inout [UInt8]) -> Bool {
    guard let quote = cursor.next, cursor.isAt(quotes) else {
      if let quote = cursor.next { bytes.append(quote) }
      cursor.step()
      return false
    }
    for _ in 0..<2 where cursor.ahead(3) == quote {
      bytes.append(quote)
      cursor.step()
    }
    return cursor.take(quotes)
  }

  /// A backslash at the end of a line takes away all blanks and newlines up to the next text.
  private mutating func skipFoldedLine() throws(TOMLFault) -> Bool {
    let backslash = cursor.spot
    cursor.step()
    cursor.skipBlanks()
    guard cursor.takeNewline() else {
      cursor.spot = backslash
      return false
    }
    repeat { cursor.skipBlanks() } while cursor.takeNewline()
    return true
  }

  private mutating func readEscape(into bytes: inout [UInt8]) throws(TOMLFault) {
    let backslash = cursor.spot
    cursor.step()
    guard let letter = cursor.next else { throw .badEscape(backslash) }
    switch letter {
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "t"): bytes.append(.tab)
    case UInt8(ascii: "n"): bytes.append(.lineFeed)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "r"): bytes.append(.carriageReturn)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(letter)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      cursor.step()
      let scalar = try readScalar(digits: letter == UInt8(ascii: "u") ? 4 : 8, from: backslash)
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return
    default: throw .badEscape(backslash)
    }
    cursor.step()
  }

  private mutating func readScalar(digits: Int, from backslash: TOMLSpot) throws(TOMLFault) -> Unicode.Scalar {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = cursor.next?.hexadecimal else { throw .shortEscape(backslash, digits: digits) }
      code = code << 4 | UInt32(digit)
      cursor.step()
    }
    guard let scalar = Unicode.Scalar(code) else { throw .noScalar(backslash) }
    return scalar
  }
}

extension TOMLFault {
  static func openString(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "the text that begins here is not closed on its line", "end it with the same quote")
  }

  static func openLongString(_ spot: TOMLSpot, _ quotes: String) -> TOMLFault {
    TOMLFault(spot, "the text that begins here is never closed", "end it with \(quotes)")
  }

  static func badEscape(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(
      spot, "an unknown \\ sequence",
      "write \\\\ for a backslash, or use single quotes; known are \\b \\t \\n \\f \\r \\\" \\u1234")
  }

  static func shortEscape(_ spot: TOMLSpot, digits: Int) -> TOMLFault {
    TOMLFault(spot, "\\\(digits == 4 ? "u" : "U") needs \(digits) digits 0-9 a-f", "fill up with zeros in front")
  }

  static func noScalar(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "there is no character of this number", "numbers go to D7FF and from E000 to 10FFFF")
  }
}

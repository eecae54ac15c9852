/// Values that hold values, and words.
extension TOMLReader {
  /// A value in a table or array that is `depth` deep.
  mutating func readValue(in depth: Int) throws(TOMLFault) -> TOMLValue {
    let spot = cursor.spot
    switch cursor.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try readString())
    case UInt8(ascii: "["): return .array(try readArray(in: depth + 1))
    case UInt8(ascii: "{"): return .table(try readInlineTable(in: depth + 1))
    case nil, UInt8(ascii: "#"), .lineFeed: throw .noValue(spot)
    case .some(let byte):
      if cursor.isAtNewline { throw .noValue(spot) }
      if byte.isForbidden { throw .control(byte, spot) }
      return try readWord()
    }
  }

  private mutating func readArray(in depth: Int) throws(TOMLFault) -> [TOMLElement] {
    let opening = cursor.spot
    guard depth <= TOMLLimit.depth else { throw .tooDeep(opening) }
    openArrays += 1
    cursor.step()
    var elements: [TOMLElement] = []
    while true {
      try skipBlankLines()
      if cursor.take("]") { break }
      if cursor.isAtEnd { throw .openArray(opening) }
      if cursor.next == UInt8(ascii: ",") { throw .emptyElement(cursor.spot) }
      let place = cursor.spot.place(in: file)
      elements.append(TOMLElement(place: place, value: try readValue(in: depth)))
      try skipBlankLines()
      if cursor.take(",") { continue }
      if cursor.take("]") { break }
      if cursor.isAtEnd { throw .openArray(opening) }
      throw .noComma(cursor.spot, opened: opening.line)
    }
    openArrays -= 1
    return elements
  }

  /// Blanks, newlines and comments: what may stand between the elements of an array.
  private mutating func skipBlankLines() throws(TOMLFault) {
    repeat {
      cursor.skipBlanks()
      try skipComment()
    } while cursor.takeNewline()
  }

  private mutating func readInlineTable(in depth: Int) throws(TOMLFault) -> TOMLTable {
    let opening = cursor.spot
    guard depth <= TOMLLimit.depth else { throw .tooDeep(opening) }
    var inline = TOMLTree(spot: opening, depth: depth)
    cursor.step()
    cursor.skipBlanks()
    if cursor.take("}") { return inline.table(in: file) }
    while true {
      let (keys, value) = try readPair(in: depth)
      try inline.insert(value, at: keys, from: TOMLTree.root)
      cursor.skipBlanks()
      if cursor.take("}") { return inline.table(in: file) }
      let comma = cursor.spot
      guard cursor.take(",") else { throw .openInlineTable(comma) }
      cursor.skipBlanks()
      if cursor.next == UInt8(ascii: "}") { throw .lastComma(comma) }
      if cursor.isAtEnd || cursor.isAtNewline { throw .openInlineTable(cursor.spot) }
    }
  }

  /// true, false, a number, a date or a time: what needs no quotes.
  private mutating func readWord() throws(TOMLFault) -> TOMLValue {
    let spot = cursor.spot
    var word = cursor.run(of: belongsToWord)
    if word.isDate, cursor.next == .space, cursor.ahead(1)?.isDigit == true {
      cursor.step()
      _ = cursor.run(of: belongsToWord)
      word = cursor.bytes[word.startIndex..<cursor.spot.offset]
    }
    if word.elementsEqual("true".utf8) { return .boolean(true) }
    if word.elementsEqual("false".utf8) { return .boolean(false) }
    if word.count > TOMLLimit.numberBytes { throw .longWord(spot) }
    if word.beginsLikeDate || word.beginsLikeTime { return try TOMLDate.read(word, at: spot) }
    if let value = try TOMLNumber.read(word, at: spot) { return value }
    throw .noQuotes(spot, word: String(decoding: word, as: UTF8.self))
  }
}

private func belongsToWord(_ byte: UInt8) -> Bool {
  if byte.isLetter || byte.isDigit { return true }
  return switch byte {
  case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
  default: false
  }
}

extension TOMLFault {
  static func noValue(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "the value is missing", "write it on this line; \"\" is an empty text")
  }

  static func openArray(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "the list that begins here is not closed", "end it with ]")
  }

  static func noComma(_ spot: TOMLSpot, opened line: Int) -> TOMLFault {
    TOMLFault(
      spot, "a , or ] is missing before this, in the list that begins in line \(line)", "put a , between values")
  }

  static func emptyElement(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "there is no value before this comma", "remove the comma")
  }

  static func openInlineTable(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "a , or } is missing here", "close the table with } on the same line, or write it as [table]")
  }

  static func lastComma(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "a comma stands before the }", "remove the comma")
  }

  static func longWord(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "a number of more than \(TOMLLimit.numberBytes) characters", "put a text in quotes")
  }

  static func noQuotes(_ spot: TOMLSpot, word: String) -> TOMLFault {
    switch word.lowercased() {
    case "true", "yes", "on": TOMLFault(spot, "\(word) is no value", "write true, in small letters")
    case "false", "no", "off": TOMLFault(spot, "\(word) is no value", "write false, in small letters")
    case "": TOMLFault(spot, "this is no value", "put a text in double quotes")
    default: TOMLFault(spot, "a text stands here without quotes", "write \"\(word)…\" in double quotes")
    }
  }
}

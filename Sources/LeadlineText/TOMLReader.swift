/// Reads TOML 1.0 whole. Never throws and never traps: what is wrong becomes a finding, and reading goes on at the
/// next line. Linear in the length of the text.
package struct TOMLReader {
  /// The document, without the statements that are wrong, and everything that is wrong with it.
  package static func read(_ text: String, file: String) -> (table: TOMLTable, findings: [Finding]) {
    var reader = TOMLReader(text, file: file)
    reader.readDocument()
    return (reader.tree.table(in: file), reader.findings)
  }

  let file: String
  var cursor: TOMLCursor
  var tree = TOMLTree(spot: TOMLSpot())
  /// The table that the last header opened.
  var current = TOMLTree.root
  var findings: [Finding] = []
  var keyCount = 0
  /// Arrays begun and not ended in the statement being read.
  var openArrays = 0
  /// The lines read may be the remains of a broken array: what does not look like a statement is no news.
  private var isAmongRemains = false
  /// The statement being read has shown its `=`.
  private var isCertain = false

  init(_ text: String, file: String) {
    self.file = file
    cursor = TOMLCursor(text)
  }

  private mutating func readDocument() {
    guard cursor.bytes.count <= TOMLLimit.bytes else {
      findings.append(TOMLFault.tooLong(cursor.spot).finding(in: file))
      return
    }
    while !cursor.isAtEnd {
      let first = cursor.spot.line
      do throws(TOMLFault) {
        try readLine()
      } catch {
        report(error)
        if error.isLast { return }
        resume(after: error, begun: first)
      }
    }
  }

  private mutating func report(_ fault: TOMLFault) {
    if isAmongRemains, !isCertain, !fault.isLast { return }
    isAmongRemains = openArrays > 0
    findings.append(fault.finding(in: file))
  }

  /// Where the first thing on a later line of a value is wrong, that line is most likely the next statement.
  private mutating func resume(after fault: TOMLFault, begun first: Int) {
    if findings.count == TOMLLimit.findings {
      findings.append(TOMLFault.tooManyFaults(fault.spot).finding(in: file))
      cursor.spot.offset = cursor.bytes.count
    } else if fault.spot.line == first || fault.spot.line < cursor.spot.line || !startsLine(fault.spot) {
      cursor.skipLine()
    } else {
      cursor.spot = TOMLSpot(offset: lineStart(of: fault.spot), line: fault.spot.line, column: 1)
    }
  }

  private func startsLine(_ spot: TOMLSpot) -> Bool {
    cursor.bytes[lineStart(of: spot)..<spot.offset].allSatisfy { $0 == .space || $0 == .tab }
  }

  private func lineStart(of spot: TOMLSpot) -> Int {
    cursor.bytes[..<spot.offset].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
  }

  private mutating func readLine() throws(TOMLFault) {
    openArrays = 0
    isCertain = false
    cursor.skipBlanks()
    if cursor.next == UInt8(ascii: "[") {
      try readHeader()
    } else if let byte = cursor.next, byte != UInt8(ascii: "#"), !cursor.isAtNewline {
      try readPair()
    }
    try finishLine()
    _ = cursor.takeNewline()
  }

  private mutating func readPair() throws(TOMLFault) {
    let (keys, value) = try readPair(in: tree.depth(of: current))
    try tree.insert(value, at: keys, from: current)
    isAmongRemains = false
  }

  /// `key = value`; `depth` is that of the table it belongs to.
  mutating func readPair(in depth: Int) throws(TOMLFault) -> (keys: [TOMLKey], value: TOMLValue) {
    let keys = try readKeys()
    guard cursor.take("=") else { throw .noEquals(cursor.spot, after: keys, found: cursor.next) }
    isCertain = true
    cursor.skipBlanks()
    guard depth + keys.count - 1 <= TOMLLimit.depth else { throw .tooDeep(keys[0].spot) }
    try countKey(keys[0].spot)
    return (keys, try readValue(in: depth + keys.count - 1))
  }

  /// `[a.b]` or `[[a.b]]`. While a header is wrong, the keys below it belong to no table.
  private mutating func readHeader() throws(TOMLFault) {
    let spot = cursor.spot
    if !isAmongRemains { current = tree.detached(at: spot) }
    let isList = cursor.take("[[")
    if !isList { cursor.step() }
    cursor.skipBlanks()
    let keys = try readKeys()
    guard isList ? cursor.take("]]") : cursor.take("]") else { throw .openHeader(cursor.spot, isList: isList) }
    try finishLine()
    try countKey(spot)
    current = isList ? try tree.appendTable(to: keys) : try tree.openTable(keys)
  }

  private mutating func countKey(_ spot: TOMLSpot) throws(TOMLFault) {
    keyCount += 1
    if keyCount > TOMLLimit.keys { throw .tooManyKeys(spot) }
  }

  /// A key with its dots, and the blanks after it.
  private mutating func readKeys() throws(TOMLFault) -> [TOMLKey] {
    var keys = [try readKey()]
    cursor.skipBlanks()
    while cursor.take(".") {
      cursor.skipBlanks()
      keys.append(try readKey())
      cursor.skipBlanks()
    }
    return keys
  }

  private mutating func readKey() throws(TOMLFault) -> TOMLKey {
    let spot = cursor.spot
    if cursor.isAt("\"\"\"") || cursor.isAt("'''") { throw .longKey(spot) }
    if cursor.take("\"") { return TOMLKey(name: try readBasicString(from: spot), spot: spot) }
    if cursor.take("'") { return TOMLKey(name: try readLiteralString(from: spot), spot: spot) }
    let word = cursor.run { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    guard !word.isEmpty else { throw .noKey(spot, found: cursor.next) }
    return TOMLKey(name: String(decoding: word, as: UTF8.self), spot: spot)
  }

  /// Blanks and a comment up to the newline; nothing else.
  private mutating func finishLine() throws(TOMLFault) {
    cursor.skipBlanks()
    try skipComment()
    guard cursor.isAtEnd || cursor.isAtNewline else { throw .trailing(cursor.spot, byte: cursor.next) }
  }

  mutating func skipComment() throws(TOMLFault) {
    guard cursor.next == UInt8(ascii: "#") else { return }
    while let byte = cursor.next, !cursor.isAtNewline {
      if byte.isForbidden { throw .control(byte, cursor.spot) }
      cursor.step()
    }
  }
}

extension TOMLFault {
  static func noKey(_ spot: TOMLSpot, found byte: UInt8?) -> TOMLFault {
    if let byte, byte.isForbidden, byte != .lineFeed { return .control(byte, spot) }
    return TOMLFault(spot, "a key is missing here", "a key is letters, digits, - and _; put any other in double quotes")
  }

  static func longKey(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "a key cannot be a string of several lines", "put it in single or double quotes, on one line")
  }

  static func noEquals(_ spot: TOMLSpot, after keys: [TOMLKey], found byte: UInt8?) -> TOMLFault {
    let name = keys.map(\.name).joined(separator: ".")
    if byte == UInt8(ascii: ":") { return TOMLFault(spot, "a colon stands after the key", "write \(name) = value") }
    return TOMLFault(spot, "there is no = after the key \(name)", "write \(name) = value")
  }

  static func openHeader(_ spot: TOMLSpot, isList: Bool) -> TOMLFault {
    TOMLFault(spot, "the header of the table is not closed here", isList ? "write [[name]]" : "write [name]")
  }

  static func trailing(_ spot: TOMLSpot, byte: UInt8?) -> TOMLFault {
    if let byte, byte.isForbidden { return .control(byte, spot) }
    return TOMLFault(spot, "the line should end here", "put the next key on a line of its own, or a # before a comment")
  }
}

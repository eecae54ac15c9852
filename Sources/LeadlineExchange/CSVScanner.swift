/// Cuts UTF-8 into records and cells by RFC 4180, and by what is found in the wild: any line end, and quotes that stand
/// where none should. Every byte is looked at a bounded number of times.
struct CSVScanner {
  static let longestCell = 65_536
  static let mostCells = 1000

  private let text: [UInt8]
  private let separator: UInt8
  /// True where the whole text is UTF-8, and so every cell.
  private let isUTF8: Bool
  private var at: Int
  private var line: Int
  private var record = CSVRecord(line: 1)

  init(_ text: [UInt8], separator: UInt8, at start: Int = 0, line: Int = 1) {
    self.text = text
    self.separator = separator
    isUTF8 = (try? UTF8Span(validating: text.span)) != nil
    self.at = start
    self.line = line
  }

  mutating func next() -> CSVRecord? {
    guard at < text.count else { return nil }
    let width = record.cells.count
    record = CSVRecord(line: line)
    record.cells.reserveCapacity(width)
    while true {
      let cell = at < text.count && text[at] == .quote ? readQuoted() : readPlain()
      if record.cells.count < CSVScanner.mostCells {
        record.cells.append(cell)
      } else {
        add(.manyCells, at: at)
      }
      guard at < text.count, text[at] == separator else { break }
      at += 1
    }
    if at < text.count { at = afterLineEnd(at) }
    return record
  }

  private mutating func readPlain() -> String {
    let start = at
    while at < text.count, text[at] != separator, text[at] != .lineFeed, text[at] != .carriageReturn { at += 1 }
    return string(text[start..<at], from: start)
  }

  /// A quoted cell. A quote that nothing closes, or that only a quote in the middle of a cell on a later line closes,
  /// is a letter like any other, so that it does not swallow the rows after it. (Scanning stays linear: between such a
  /// quote and the place where the search ended all quotes are doubled, so no second search crosses the same bytes.)
  private mutating func readQuoted() -> String {
    let open = at
    let close = CSVDialect.closing(in: text, from: open + 1, end: text.count)
    guard let close, endsCell(after: close) || !hasLineEnd(open..<close) else {
      add(.openQuote, at: open)
      return readPlain()
    }
    var cell = text[(open + 1)..<close]
    if cell.contains(.quote) { cell = undoubled(cell)[...] }
    countLines(open..<close)
    at = close + 1
    if endsCell(after: close) {
      while at < text.count, text[at] == .space { at += 1 }
      return string(cell, from: open)
    }
    add(.textAfterQuote, at: at)
    return string(cell, from: open) + readPlain()
  }

  private func endsCell(after close: Int) -> Bool {
    var next = close + 1
    while next < text.count, text[next] == .space { next += 1 }
    return next == text.count || text[next] == separator || text[next] == .lineFeed || text[next] == .carriageReturn
  }

  private func hasLineEnd(_ range: Range<Int>) -> Bool {
    text[range].contains { $0 == .lineFeed || $0 == .carriageReturn }
  }

  private func undoubled(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(cell.count)
    var at = cell.startIndex
    while at < cell.endIndex {
      plain.append(cell[at])
      at += cell[at] == .quote ? 2 : 1
    }
    return plain
  }

  private mutating func string(_ cell: ArraySlice<UInt8>, from start: Int) -> String {
    if cell.count > CSVScanner.longestCell {
      add(.longCell, at: start)
      return ""
    }
    if isUTF8 { return String(decoding: cell, as: UTF8.self) }
    if let string = String(validating: cell, as: UTF8.self) { return string }
    add(.notUTF8, at: start)
    return Windows1252.read(cell)
  }

  private mutating func afterLineEnd(_ place: Int) -> Int {
    line += 1
    let isPair = text[place] == .carriageReturn && place + 1 < text.count && text[place + 1] == .lineFeed
    return place + (isPair ? 2 : 1)
  }

  private mutating func countLines(_ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let isEnd = text[place] == .lineFeed || text[place] == .carriageReturn
      place = isEnd ? afterLineEnd(place) : place + 1
    }
  }

  private mutating func add(_ kind: CSVRecord.Fault.Kind, at place: Int) {
    guard !record.faults.contains(where: { $0.kind == kind }) else { return }
    let before = text[..<min(place, text.count)]
    let start = before.lastIndex { $0 == .lineFeed || $0 == .carriageReturn }.map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    record.faults.append(CSVRecord.Fault(kind: kind, line: line, column: column))
  }
}

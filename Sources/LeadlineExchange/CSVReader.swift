import LeadlineText

/// Reads a table that another tool exported: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; any line ends;
/// quotes with line breaks; lines before the header.
package struct CSVReader {
  package static let largestFile = 100 * 1024 * 1024
  package static let mostRows = 1_000_000

  private let file: String
  private var table = CSVTable()
  /// The header as it stands in the file, to know it when it comes again.
  private var header: [String] = []

  /// Everything that could be read, and a finding for everything that could not: rows over a limit are left out, rows
  /// that are too short are filled up, rows that are too long keep all their cells.
  package static func read(_ bytes: [UInt8], file: String) -> CSVTable {
    var reader = CSVReader(file: file)
    reader.read(bytes)
    reader.table.findings.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    return reader.table
  }

  private init(file: String) { self.file = file }

  private mutating func read(_ bytes: [UInt8]) {
    guard bytes.count <= CSVReader.largestFile else {
      return report(.error, line: 1, "the file is over 100 MiB", instead: "split it")
    }
    let (text, broken) = CSVDialect(of: bytes).utf8(bytes)
    for line in broken { report(.warning, line: line, "half a character of UTF-16", instead: "look at this line") }
    var scanner = CSVReader.scanner(of: text)
    var opening: [CSVRecord] = []
    while opening.count < 50, let record = scanner.next() {
      if !record.isBlank { opening.append(record) }
    }
    guard let place = CSVReader.headerPlace(in: opening) else {
      return report(.error, line: 1, "the file is empty", instead: "export it again")
    }
    if place > 0 { report(preamble: opening[0].line, until: opening[place].line) }
    takeHeader(opening[place])
    for record in opening[(place + 1)...] { take(record) }
    while table.rows.count < CSVReader.mostRows, let record = scanner.next() {
      if !record.isBlank { take(record) }
    }
    if let record = scanner.next() {
      report(.error, line: record.line, "the rows from here on are over a million", instead: "split the file")
    }
  }

  /// Begins after the line `sep=;` that Excel writes, where there is one.
  private static func scanner(of text: [UInt8]) -> CSVScanner {
    let isNamed =
      text.count > 5 && text.starts(with: Array("sep=".utf8)) && (text[5] == .lineFeed || text[5] == .carriageReturn)
    guard isNamed else { return CSVScanner(text, separator: CSVDialect.separator(of: text)) }
    let isPair = text[5] == .carriageReturn && text.count > 6 && text[6] == .lineFeed
    return CSVScanner(text, separator: text[4], at: isPair ? 7 : 6, line: 2)
  }

  /// The first record of which at least half the usual number of cells is filled. What stands before it is a preamble
  /// such as LinkedIn's. Usual is the number of cells that most records have, those with one cell left aside.
  private static func headerPlace(in records: [CSVRecord]) -> Int? {
    var times: [Int: Int] = [:]
    for record in records where record.cells.count > 1 { times[record.cells.count, default: 0] += 1 }
    let usual = times.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    let least = usual > 1 ? max(2, (usual + 1) / 2) : 1
    let place = records.firstIndex { record in record.cells.count { !$0.isEmpty } >= least }
    return place ?? records.indices.first
  }

  private mutating func takeHeader(_ record: CSVRecord) {
    report(faults: record)
    header = record.cells
    var places: [String: Int] = [:]
    for (place, cell) in record.cells.enumerated() {
      let name = trimmed(cell)
      if name.isEmpty {
        report(
          .warning, line: record.line, "column \(place + 1) has no name", instead: "it is called column \(place + 1)")
      } else if let first = places[name] {
        let what = "columns \(first + 1) and \(place + 1) are both called \(name)"
        report(.warning, line: record.line, what, instead: "rename one of them")
      } else {
        places[name] = place
      }
      table.header.append(name.isEmpty ? "column \(place + 1)" : name)
    }
  }

  private mutating func take(_ record: CSVRecord) {
    if !record.faults.isEmpty { report(faults: record) }
    if record.isRefused { return }
    if record.cells == header {
      return report(.warning, line: record.line, "the header line again; not read as a row")
    }
    if record.isEmpty { return report(.warning, line: record.line, "the row is empty; not read") }
    var cells = record.cells
    if cells.count != header.count { report(ragged: record) }
    while cells.count < header.count { cells.append("") }
    table.rows.append(CSVRow(line: record.line, cells: cells))
  }

  private func trimmed(_ name: String) -> String {
    var scalars = name.unicodeScalars[...].drop { $0.properties.isWhitespace }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}

extension CSVReader {
  private mutating func report(
    _ severity: Finding.Severity, line: Int, column: Int = 1, _ what: String, instead: String = ""
  ) {
    let place = Place(file: file, line: line, column: column)
    table.findings.append(Finding(severity, at: place, what, instead: instead))
  }

  private mutating func report(preamble first: Int, until header: Int) {
    let what = "lines \(first) to \(header - 1) stand before the header; not read"
    report(.warning, line: first, what)
  }

  private mutating func report(ragged record: CSVRecord) {
    let count = record.cells.count
    let what = "the row has \(count) cells, the header \(header.count)"
    report(.warning, line: record.line, what, instead: count < header.count ? "the rest is taken as empty" : "")
  }

  private mutating func report(faults record: CSVRecord) {
    for fault in record.faults {
      let (severity, what, instead): (Finding.Severity, String, String) =
        switch fault.kind {
        case .openQuote:
          (.warning, "the quote is not closed; read as a letter", "close it, or double the quotes inside")
        case .textAfterQuote: (.warning, "text after the closing quote; kept", "double the quotes inside a cell")
        case .notUTF8: (.warning, "not UTF-8; read as Windows-1252", "export the file as UTF-8")
        case .longCell: (.error, "a cell is over 64 KiB; the row is not read", "shorten it")
        case .manyCells: (.error, "the row has over 1,000 cells; not read", "remove columns")
        }
      report(severity, line: fault.line, column: fault.column, what, instead: instead)
    }
  }
}

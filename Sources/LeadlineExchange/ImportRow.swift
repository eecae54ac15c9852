package import LeadlineCore
import LeadlineText

/// One row as a lead.
package struct ImportRow: Sendable {
  package var line: Int
  package var capture: Capture
  /// They asked not to be contacted.
  package var objects = false
  /// KEY of `import=SOURCE:KEY`.
  package var key: String

  /// `SOURCE:KEY`
  package var importKey: String { capture.importKey ?? "" }
}

/// Makes leads of the rows of one table.
struct ImportRowReader {
  private let table: CSVTable
  private let mapping: ImportMapping
  private let request: ImportRequest
  private let file: String
  /// The days of date columns by column, row by row.
  private var days: [Int: [Day?]] = [:]
  private(set) var findings: [Finding] = []

  init(_ table: CSVTable, _ mapping: ImportMapping, _ request: ImportRequest, file: String) {
    self.table = table
    self.mapping = mapping
    self.request = request
    self.file = file
    for column in mapping.columns where [.contacted, .closed, .until].contains(column.target) {
      let cells = table.rows.map { (line: $0.line, text: $0.cells[column.index]) }
      let read = DateColumn.read(cells, name: column.header, file: file, order: request.dates)
      days[column.index] = read.days
      findings += read.findings
    }
  }

  /// The row as a lead, or the finding that says why it is refused.
  mutating func row(_ number: Int) -> Result<ImportRow, ImportRefusal> {
    let source = table.rows[number]
    var row = ImportRow(line: source.line, capture: Capture(), key: "")
    var stage = ImportStage.open(.warm)
    for column in mapping.columns {
      let text = trimmed(source.cells[column.index])
      if text.isEmpty { continue }
      if column.target == .state {
        guard let known = mapping.states[text.lowercased()] ?? ImportStage(text) else {
          return .failure(refusal(source.line, "\(text) is no state", "name it in --state-map"))
        }
        stage = known
      } else {
        take(text, column, number, &row)
      }
    }
    for cell in source.cells.dropFirst(table.header.count) where !cell.isEmpty {
      row.capture.ext.append(Field("beyond_header", cell))
    }
    row.key = key(of: row.capture, source)
    row.capture.importKey = "\(request.source):\(row.key)"
    settle(&row.capture, stage)
    if row.capture.name.isEmpty && row.capture.company.isEmpty { row.capture.name = "(no name) \(row.key)" }
    let length = source.cells.reduce(0) { $0 + $1.utf8.count }
    if length > 48 << 10 { return .failure(refusal(source.line, "the row has \(length) bytes", "a lead holds 48 KiB")) }
    return .success(row)
  }

  private func refusal(_ line: Int, _ what: String, _ instead: String) -> ImportRefusal {
    ImportRefusal(finding: Finding(at: Place(file: file, line: line, column: 1), what, instead: instead))
  }

  private mutating func warn(_ line: Int, _ what: String, _ instead: String) {
    findings.append(Finding(.warning, at: Place(file: file, line: line, column: 1), what, instead: instead))
  }

  private mutating func take(_ text: String, _ column: ImportMapping.Column, _ number: Int, _ row: inout ImportRow) {
    switch column.target {
    case .name: row.capture.name = joined(row.capture.name, text)
    case .company: if row.capture.company.isEmpty { row.capture.company = text }
    case .email: for mail in parts(text) { takeMail(mail, column, &row) }
    case .phone: for phone in parts(text) where !row.capture.phones.contains(phone) { row.capture.phones.append(phone) }
    case .url: if row.capture.url.isEmpty { row.capture.url = text }
    case .role: if row.capture.role.isEmpty { row.capture.role = text }
    case .value: takeValue(text, column, &row)
    case .source: if row.capture.source.isEmpty { row.capture.source = text }
    case .ref: if row.capture.ref.isEmpty { row.capture.ref = text }
    case .owner: if row.capture.owner.isEmpty { row.capture.owner = text }
    case .tag: for tag in parts(text) where !row.capture.tags.contains(tag) { row.capture.tags.append(tag) }
    case .decision: takeDecision(text, column, &row)
    case .reason: if row.capture.reason.isEmpty { row.capture.reason = text }
    case .objection: if !["no", "false", "0", "n", "f"].contains(text.lowercased()) { row.objects = true }
    case .contacted, .closed, .until: takeDay(text, column, number, &row)
    case .ext(let name): row.capture.ext.append(Field(name, text))
    case .state: break
    }
  }

  private func joined(_ first: String, _ second: String) -> String { first.isEmpty ? second : first + " " + second }

  /// Several values in one cell, as address books and CRMs write them.
  private func parts(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// What cannot be read as what it should be is kept as it stands.
  private mutating func keep(_ text: String, _ column: ImportMapping.Column, _ row: inout ImportRow, _ what: String) {
    row.capture.ext.append(Field(ImportTarget.fieldName(column.header), text))
    warn(row.line, what, "kept as ext.\(ImportTarget.fieldName(column.header))")
  }

  private mutating func takeMail(_ mail: String, _ column: ImportMapping.Column, _ row: inout ImportRow) {
    guard isEmail(mail) else { return keep(mail, column, &row, "\(mail) is no mail address") }
    if !row.capture.emails.contains(mail) { row.capture.emails.append(mail) }
  }

  private mutating func takeValue(_ text: String, _ column: ImportMapping.Column, _ row: inout ImportRow) {
    guard case .money(let money) = MoneyReader.read(text, currency: request.currency) else {
      return keep(text, column, &row, "\(text) is no amount")
    }
    row.capture.value = row.capture.value ?? money
  }

  private mutating func takeDecision(_ text: String, _ column: ImportMapping.Column, _ row: inout ImportRow) {
    guard request.decisions.contains(text) else {
      return keep(text, column, &row, "\(text) is no decision of this book")
    }
    row.capture.decision = text
  }

  private mutating func takeDay(_ text: String, _ column: ImportMapping.Column, _ number: Int, _ row: inout ImportRow) {
    guard let day = days[column.index]?[number] else {
      // Its column has said why.
      return row.capture.ext.append(Field(ImportTarget.fieldName(column.header), text))
    }
    switch column.target {
    case .contacted: row.capture.contacted = row.capture.contacted ?? day
    case .closed: row.capture.closedOn = row.capture.closedOn ?? day
    case _: row.capture.until = row.capture.until ?? day
    }
  }

  private func key(of capture: Capture, _ source: CSVRow) -> String {
    if let column = mapping.key {
      let key = trimmed(source.cells[column])
      if !key.isEmpty { return key }
    } else if let mail = capture.emails.first {
      return mail.lowercased()
    } else if let phone = capture.phones.first {
      return phone
    }
    return Base32.encode(SHA256.hash(Array(source.cells.joined(separator: "\u{1f}").utf8)), count: 13)
  }

  private func settle(_ capture: inout Capture, _ stage: ImportStage) {
    switch stage {
    case .open(let state):
      capture.state = state
      capture.until = state == .recycle ? capture.until ?? request.park : nil
      // A closing date or reason of a row that is open belongs to no ending.
      if let day = capture.closedOn { capture.ext.append(Field("closed", day.text)) }
      if !capture.reason.isEmpty { capture.ext.append(Field("reason", capture.reason)) }
      capture.closedOn = nil
      capture.reason = ""
    case .closed(let ending):
      capture.closed = ending
      capture.until = nil
      if capture.reason.isEmpty { capture.reason = request.reason }
    }
  }
}

/// Why a row is not taken.
struct ImportRefusal: Error {
  var finding: Finding
}

import LeadlineCore
package import LeadlineText

/// Which column of a table becomes what.
package struct ImportMapping: Sendable {
  package struct Column: Hashable, Sendable {
    package var index: Int
    package var header: String
    package var target: ImportTarget
    /// The first cell that is not empty: so that a person sees what is meant.
    package var example: String
  }

  package private(set) var columns: [Column] = []
  /// The key's column.
  package private(set) var key: Int?
  /// What the words of the state column mean, in small letters.
  package private(set) var states: [String: ImportStage] = [:]
  /// Errors stop the import before it begins.
  package private(set) var findings: [Finding] = []

  package init(_ table: CSVTable, _ request: ImportRequest, file: String) {
    let place = Place(file: file, line: 1, column: 1)
    readStates(request, place)
    var targets: [Int: ImportTarget] = [:]
    for map in request.maps {
      let indices = indices(of: map.column, in: table, place)
      guard let target = ImportTarget(map.target) else {
        findings.append(.unknownTarget(map.target, place))
        continue
      }
      for index in indices { targets[index] = target }
    }
    if let column = request.key { key = indices(of: column, in: table, place).first }
    if !targets.values.contains(.state), let column = stateColumn(in: table, sparing: targets) {
      targets[column] = .state
    }
    if !request.states.isEmpty, !targets.values.contains(.state) { findings.append(.noStateColumn(place)) }
    for (index, header) in table.header.enumerated() {
      let target = targets[index] ?? usual(header, index, targets)
      let example = table.rows.lazy.map { $0.cells[index] }.first { !$0.isEmpty } ?? ""
      columns.append(Column(index: index, header: header, target: target, example: String(example.prefix(60))))
    }
  }

  package var canBegin: Bool { !findings.contains { $0.severity == .error } }

  /// What the header says by itself, unless a person gave that field to another column.
  private func usual(_ header: String, _ index: Int, _ given: [Int: ImportTarget]) -> ImportTarget {
    if index != key, let meant = ImportTarget.meant(by: header), !given.values.contains(meant) { return meant }
    return .ext(ImportTarget.fieldName(header))
  }

  private mutating func indices(of column: String, in table: CSVTable, _ place: Place) -> [Int] {
    let exact = table.header.indices.filter { table.header[$0] == column }
    if !exact.isEmpty { return exact }
    let loose = table.header.indices.filter { table.header[$0].lowercased() == column.lowercased() }
    if loose.isEmpty { findings.append(.unknownColumn(column, among: table.header, place)) }
    return loose
  }

  private mutating func readStates(_ request: ImportRequest, _ place: Place) {
    for (word, state) in request.states {
      if let stage = ImportStage(state) {
        states[word.lowercased()] = stage
      } else {
        findings.append(.unknownState(state, place))
      }
    }
  }

  /// The column in which most cells are words of the state map.
  private func stateColumn(in table: CSVTable, sparing given: [Int: ImportTarget]) -> Int? {
    if states.isEmpty { return nil }
    var best: (index: Int, hits: Int)?
    for index in table.header.indices where given[index] == nil && index != key {
      let hits = table.rows.count { states[trimmed($0.cells[index]).lowercased()] != nil }
      if hits > best?.hits ?? 0 { best = (index, hits) }
    }
    return best?.index
  }
}

/// Without blanks at both ends.
func trimmed(_ text: String) -> String {
  let bytes = text.utf8
  guard let first = bytes.first, let last = bytes.last else { return text }
  // Most cells have none: look before anything is copied.
  if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
  var rest = text.unicodeScalars[...].drop { $0.properties.isWhitespace }
  while rest.last?.properties.isWhitespace == true { rest.removeLast() }
  return String(rest)
}

extension Finding {
  fileprivate static func unknownColumn(_ name: String, among header: [String], _ place: Place) -> Finding {
    Finding(
      at: place, "the table has no column \(name)",
      instead: proposal(
        for: name, among: header, otherwise: "its columns are \(header.prefix(20).joined(separator: ", "))"))
  }

  fileprivate static func unknownTarget(_ word: String, _ place: Place) -> Finding {
    let words = ImportTarget.words.map(\.word)
    return Finding(
      at: place, "\(word) is no field of a lead",
      instead: proposal(
        for: word, among: words, otherwise: "write one of \(words.joined(separator: ", ")), or ext.NAME"))
  }

  fileprivate static func unknownState(_ word: String, _ place: Place) -> Finding {
    Finding(
      at: place, "\(word) is no state",
      instead: proposal(
        for: word, among: ImportStage.words, otherwise: "write one of \(ImportStage.words.joined(separator: ", "))"))
  }

  fileprivate static func noStateColumn(_ place: Place) -> Finding {
    Finding(
      at: place, "no column holds a word of --state-map", instead: "look at the words, or say --map COLUMN=state")
  }
}

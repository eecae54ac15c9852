import LeadlineText

/// Rows under headings, each column as wide as its widest cell; what comes from outside has passed the gate.
struct Table {
  struct Column {
    let title: String
    let alignment: Alignment
    /// Columns of the screen that are given up first where the terminal is too narrow.
    let mayShrink: Bool

    init(_ title: String, _ alignment: Alignment = .left, mayShrink: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.mayShrink = mayShrink
    }
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells.map(Display.safe)) }

  /// Lines without blanks at their end. `width`: of the terminal; nil for as wide as need be.
  func lines(width: Int?) -> [String] {
    if rows.isEmpty { return [] }
    let widths = widths(within: width)
    return ([columns.map(\.title)] + rows).map { cells in
      var line = ""
      for (index, column) in columns.enumerated() {
        if index > 0 { line += "  " }
        line += fit(cells[index], widths[index], alignment: column.alignment)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func widths(within limit: Int?) -> [Int] {
    var widths = columns.enumerated().map { index, column in
      max(displayWidth(column.title), rows.lazy.map { displayWidth($0[index]) }.max() ?? 0)
    }
    guard let limit else { return widths }
    var over = widths.reduce(2 * (columns.count - 1), +) - limit
    while over > 0,
      let widest = columns.indices.filter({ columns[$0].mayShrink && widths[$0] > 8 }).max(by: {
        widths[$0] < widths[$1]
      })
    {
      widths[widest] -= 1
      over -= 1
    }
    return widths
  }

  /// Values between commas or tabs, as spreadsheets take them.
  func separated(by separator: Character) -> [String] {
    ([columns.map(\.title)] + rows).map { cells in
      cells.map { Table.cell($0, separator) }.joined(separator: String(separator))
    }
  }

  /// A cell that looks like a formula gets `'`, so that no spreadsheet runs it.
  private static func cell(_ text: String, _ separator: Character) -> String {
    let plain = text.first.map { "=+-@".contains($0) } == true ? "'" + text : text
    guard plain.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else { return plain }
    return "\"" + plain.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

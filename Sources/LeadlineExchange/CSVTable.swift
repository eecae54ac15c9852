package import LeadlineText

/// A file of rows under one header, and everything that is wrong with it.
package struct CSVTable: Hashable, Sendable {
  /// Names of the columns, trimmed; one without a name is called `column N`, counted from 1. Two may have one name.
  package var header: [String]
  /// Rows in the order of the file. Each has at least as many cells as the header.
  package var rows: [CSVRow]
  package var findings: [Finding]

  package init(header: [String] = [], rows: [CSVRow] = [], findings: [Finding] = []) {
    self.header = header
    self.rows = rows
    self.findings = findings
  }
}

package struct CSVRow: Hashable, Sendable {
  /// The line of the file on which the row begins, counted from 1.
  package var line: Int
  /// As they stand in the file, without quotes; not trimmed.
  package var cells: [String]

  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

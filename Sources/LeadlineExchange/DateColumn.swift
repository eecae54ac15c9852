package import LeadlineCore
package import LeadlineText

/// A column of dates, read as a whole: what one cell leaves open another settles.
package struct DateColumn: Hashable, Sendable {
  /// The order of its numbers; nil where the column does not settle it.
  package private(set) var order: DateOrder?
  /// One for each cell; nil where the cell is empty or is not read.
  package private(set) var days: [Day?] = []
  package private(set) var findings: [Finding] = []

  /// Reads the cells of the column `name`. With an order all cells are read in it, save those that can only be read in
  /// another, like `2016-10-20`; without one the order is that in which every cell is a date. Where several are left
  /// and the dates differ, they are not guessed: one finding says so.
  package static func read(
    _ cells: [(line: Int, text: String)], name: String, file: String, order: DateOrder? = nil
  ) -> DateColumn {
    var column = DateColumn()
    let parts = cells.map { DateParts($0.text) }
    let left = order.map { [$0] } ?? DateColumn.orders(of: parts)
    column.order = left.count == 1 ? left.first : nil
    var open: Int?
    for (place, cell) in cells.enumerated() {
      let (day, isOpen) = DateColumn.day(parts[place], left: left)
      column.days.append(day)
      if isOpen, open == nil { open = place }
      if day == nil, !isOpen, cell.text.contains(where: { !$0.isWhitespace }) {
        column.report(.noDate(cell.text, name, order), file: file, line: cell.line)
      }
    }
    if let open {
      column.report(.openOrder(cells[open].text, name, left), file: file, line: cells[open].line)
    }
    return column
  }

  /// The orders in which every cell that leaves a choice is a date; cells that are a date in none do not count.
  private static func orders(of parts: [DateParts?]) -> [DateOrder] {
    var left = DateOrder.allCases
    for case let part? in parts where !part.isSettled {
      let possible = part.orders.filter { part.day($0) != nil }
      if !possible.isEmpty { left.removeAll { !possible.contains($0) } }
    }
    return left
  }

  /// The date of a cell under the orders that are left, and whether it is a date that they leave open.
  private static func day(_ part: DateParts?, left: [DateOrder]) -> (day: Day?, isOpen: Bool) {
    guard let part else { return (nil, false) }
    if part.isSettled { return (part.day(part.orders[0]), false) }
    let days = Set(left.compactMap { part.day($0) })
    if days.count == 1 { return (days.first, false) }
    let couldBeOne = part.orders.contains { part.day($0) != nil }
    return (nil, left.count != 1 && couldBeOne)
  }

  private mutating func report(_ message: Message, file: String, line: Int) {
    let place = Place(file: file, line: line, column: 1)
    findings.append(Finding(message.severity, at: place, message.what, instead: "say --dates dmy|mdy|ymd"))
  }
}

private enum Message {
  case noDate(String, String, DateOrder?)
  case openOrder(String, String, [DateOrder])

  var severity: Finding.Severity {
    switch self {
    case .noDate: .warning
    case .openOrder: .error
    }
  }

  var what: String {
    switch self {
    case .noDate(let text, let column, let order):
      "\(text) in column \(column) is no date" + (order.map { " in the order \($0.rawValue)" } ?? "")
    case .openOrder(let text, let column, let left):
      left.isEmpty
        ? "the dates of column \(column) are not in one order, as of \(text)"
        : "\(text) in column \(column) can be \(left.map(\.rawValue).joined(separator: " or "))"
    }
  }
}

import LeadlineExchange

/// The bytes as a table, and each column as dates.
func takeTable(_ bytes: [UInt8]) {
  let table = CSVReader.read(bytes, file: "f")
  for row in table.rows { claim(row.cells.count >= table.header.count, "row \(row.line) has all its cells") }
  for (place, name) in table.header.enumerated().prefix(8) {
    let cells = table.rows.map { (line: $0.line, text: $0.cells[place]) }
    for order in [nil] + DateOrder.allCases {
      let column = DateColumn.read(cells, name: name, file: "f", order: order)
      claim(column.days.count == cells.count, "column \(name) has a day for each cell")
    }
  }
}

/// The cells of one record as they stand in the file, before it is known which record is the header.
struct CSVRecord {
  /// What is wrong with a record; each kind is told once, at its first place.
  struct Fault {
    enum Kind { case openQuote, textAfterQuote, notUTF8, longCell, manyCells }

    var kind: Kind
    var line: Int
    var column: Int
  }

  /// The line on which it begins, counted from 1.
  var line: Int
  var cells: [String] = []
  var faults: [Fault] = []

  init(line: Int) { self.line = line }

  /// An empty line; a line of separators is not one.
  var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }

  var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }

  /// True where a limit was passed and the cells are not whole.
  var isRefused: Bool { faults.contains { $0.kind == .longCell || $0.kind == .manyCells } }
}

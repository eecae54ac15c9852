package import LeadlineCore

/// A value of a TOML document, with the places it was written at kept beside it.
package enum TOMLValue: Hashable, Sendable {
  case string(String)
  case integer(Int64)
  case float(Double)
  case boolean(Bool)
  /// A wall time and the offset written with it, in seconds east of UTC.
  case offsetDateTime(WallTime, offset: Int)
  case localDateTime(WallTime)
  case localDate(Day)
  /// Milliseconds since midnight, 0..<86,400,000; finer fractions are cut off.
  case localTime(Int)
  case array([TOMLElement])
  indirect case table(TOMLTable)

  /// What a person calls such a value: "a string", "a table".
  package var noun: String {
    switch self {
    case .string: "a string"
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean: "true or false"
    case .offsetDateTime: "a date and time with an offset"
    case .localDateTime: "a date and time"
    case .localDate: "a date"
    case .localTime: "a time"
    case .array: "a list"
    case .table: "a table"
    }
  }
}

/// One value of an array.
package struct TOMLElement: Hashable, Sendable {
  package var place: Place
  package var value: TOMLValue

  package init(place: Place, value: TOMLValue) {
    self.place = place
    self.value = value
  }
}

/// One key of a table: the place is that of the key where it first stands.
package struct TOMLEntry: Hashable, Sendable {
  package var key: String
  package var place: Place
  package var value: TOMLValue

  package init(key: String, place: Place, value: TOMLValue) {
    self.key = key
    self.place = place
    self.value = value
  }
}

/// The keys of a table in the order they were written.
package struct TOMLTable: Hashable, Sendable {
  /// Where the table begins: its header, brace, or first key; line 1, column 1 for the whole document.
  package let place: Place
  package let entries: [TOMLEntry]
  /// TOML compares keys byte by byte; Swift strings compare by canonical equivalence, which takes é written in two
  /// ways for one key.
  private let index: [[UInt8]: Int]

  /// Of two entries with one key the first is found by name.
  package init(place: Place, entries: [TOMLEntry]) {
    self.place = place
    self.entries = entries
    index = Dictionary(entries.enumerated().map { (Array($1.key.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(key: String) -> TOMLEntry? { index[Array(key.utf8)].map { entries[$0] } }
}

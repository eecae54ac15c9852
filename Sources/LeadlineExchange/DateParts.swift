import LeadlineCore

/// In which order dates name day, month and year.
package enum DateOrder: String, Hashable, Sendable, CaseIterable { case dmy, mdy, ymd }

/// A date as it was written: three numbers, and the orders in which its shape lets them be read.
struct DateParts: Hashable {
  private var first: Int
  private var second: Int
  private var third: Int
  /// A year of four digits or a month in letters leaves fewer than all.
  private(set) var orders: [DateOrder]

  /// Reads `20-10-16`, `20.10.2016`, `2016/10/20`, `20161020`, `20 Oct 2016`, `Oct 20, 2016`, with a time of day after
  /// it or without; nil for anything else. The zone of a time is passed over: the date is the one that is written.
  init?(_ cell: String) {
    guard cell.utf8.count <= 64, let runs = Run.split(Array(cell.utf8)), let start = runs.first else { return nil }
    if start.kind == .digits, start.count == 8 {
      guard Run.isTimeOfDay(runs[1...]) else { return nil }
      (first, second, third) = (start.number / 10_000, start.number / 100 % 100, start.number % 100)
      orders = [.ymd]
      return
    }
    guard runs.count >= 5, Run.isTimeOfDay(runs[5...]) else { return nil }
    let (a, b, c) = (runs[0], runs[2], runs[4])
    (first, second, third) = (a.number, b.number, c.number)
    switch (a.kind, b.kind, c.kind) {
    case (.digits, .letters, .digits):
      guard runs[1].joinsWords, runs[3].joinsWords, let month = b.month, a.count <= 2, c.isYear else { return nil }
      second = month
      orders = [.dmy]
    case (.letters, .digits, .digits):
      guard runs[1].joinsWords, runs[3].joinsWords, let month = a.month, b.count <= 2, c.isYear else { return nil }
      first = month
      orders = [.mdy]
    case (.digits, .digits, .digits):
      guard runs[1].joinsNumbers, runs[1] == runs[3], b.count <= 2 else { return nil }
      guard let orders = DateParts.orders(a.count, c.count) else { return nil }
      self.orders = orders
    case (_, _, _): return nil
    }
  }

  /// The orders that the lengths of the first and the last number allow.
  private static func orders(_ first: Int, _ last: Int) -> [DateOrder]? {
    switch (first, last) {
    case (4, 1...2): [.ymd]
    case (1...2, 4): [.dmy, .mdy]
    case (2, 1): [.ymd]
    case (2, 2): [.dmy, .mdy, .ymd]
    case (1, 2): [.dmy, .mdy]
    case (_, _): nil
    }
  }

  /// True where the text can be read in one order only, whatever the rest of the column says.
  var isSettled: Bool { orders.count == 1 }

  /// The date in an order; nil where the calendar has none, or outside the years 1970–2200. Of two digits 00–69 are
  /// 2000–2069, 70–99 are 1970–1999.
  func day(_ order: DateOrder) -> Day? {
    guard orders.contains(order) else { return nil }
    let (year, month, day) =
      switch order {
      case .dmy: (third, second, first)
      case .mdy: (third, first, second)
      case .ymd: (first, second, third)
      }
    let full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year
    guard (1970...2200).contains(full) else { return nil }
    return Day(year: full, month: month, day: day)
  }
}

/// Neighbouring bytes of one kind.
private struct Run: Hashable {
  enum Kind { case digits, letters, marks }

  var kind: Kind
  var text: [UInt8]

  var count: Int { text.count }
  var isYear: Bool { count == 2 || count == 4 }
  var joinsNumbers: Bool { text == Array("-".utf8) || text == Array("/".utf8) || text == Array(".".utf8) }
  var joinsWords: Bool {
    kind == .marks && text.count <= 2 && text.allSatisfy { "-/., ".utf8.contains($0) }
  }

  /// 0 unless it is one to eight digits.
  var number: Int {
    guard kind == .digits, count <= 8 else { return 0 }
    return text.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  /// 1–12 for an English month or its first three letters.
  var month: Int? {
    guard count >= 3 else { return nil }
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    let word = String(decoding: text, as: UTF8.self).lowercased()
    return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  /// The runs of a text without the spaces around it; nil where a byte belongs in no date.
  static func split(_ text: [UInt8]) -> [Run]? {
    var runs: [Run] = []
    for byte in text {
      let kind: Kind
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = .digits
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): kind = .letters
      case .space, .comma, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"),
        UInt8(ascii: "+"):
        kind = .marks
      case _: return nil
      }
      if byte == .space, runs.isEmpty { continue }
      if runs.last?.kind == kind {
        runs[runs.count - 1].text.append(byte)
      } else {
        runs.append(Run(kind: kind, text: [byte]))
      }
    }
    if runs.last?.text.allSatisfy({ $0 == .space }) == true { runs.removeLast() }
    return runs
  }

  /// Nothing, or `T` or a space, hours and minutes, and what may stand after them.
  static func isTimeOfDay(_ runs: ArraySlice<Run>) -> Bool {
    guard let start = runs.first else { return true }
    let opens =
      start.text == Array("T".utf8) || start.text == Array("t".utf8) || start.text == Array(" ".utf8)
      || start.text == Array(", ".utf8)
    guard opens, runs.count >= 4 else { return false }
    let (hour, colon, minute) = (runs[runs.startIndex + 1], runs[runs.startIndex + 2], runs[runs.startIndex + 3])
    return hour.kind == .digits && hour.count <= 2 && hour.number < 25 && colon.text == Array(":".utf8)
      && minute.kind == .digits && minute.count == 2 && minute.number < 60
  }
}

/// The rule for the years after a zone file's last transition: `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX TZ, with the
/// extensions of RFC 8536: times from -167 to 167 hours).
struct ZoneRule: Hashable, Sendable {
  /// Seconds east of UTC.
  var standard: Int
  var daylight: Daylight?

  struct Daylight: Hashable, Sendable {
    /// Seconds east of UTC.
    var offset: Int
    var starts: Moment
    var ends: Moment
  }

  /// A moment of every year: a date, and seconds from its midnight by the clock in force before the change.
  struct Moment: Hashable, Sendable {
    var date: YearlyDate
    var second: Int
  }

  enum YearlyDate: Hashable, Sendable {
    /// `J1`–`J365`: 29 February is never counted.
    case dayWithoutLeap(Int)
    /// `0`–`365`: 29 February is counted.
    case dayFromZero(Int)
    /// `M3.5.0`: the week 1–5 (5 is the last) in which this weekday occurs in the month; 0 is Sunday.
    case month(Int, week: Int, weekday: Int)
  }
}

extension ZoneRule {
  struct Change {
    /// Since 1970-01-01T00:00:00Z.
    var second: Int64
    var offset: Int
    var startsDaylight: Bool
  }

  /// The two changes of a year 1–9998, or none.
  func changes(in year: Int) -> [Change] {
    guard let daylight, let starts = daylight.starts.second(in: year), let ends = daylight.ends.second(in: year) else {
      return []
    }
    return [
      Change(second: starts - Int64(standard), offset: daylight.offset, startsDaylight: true),
      Change(second: ends - Int64(daylight.offset), offset: standard, startsDaylight: false),
    ]
  }
}

extension ZoneRule.Moment {
  /// Seconds since 1970 by the clock on the wall.
  fileprivate func second(in year: Int) -> Int64? {
    date.day(in: year).map { Int64($0.number) * 86_400 + Int64(second) }
  }
}

extension ZoneRule.YearlyDate {
  fileprivate func day(in year: Int) -> Day? {
    switch self {
    case .dayWithoutLeap(let number):
      // In a leap year the days from 1 March on lie one later.
      let isAfterLeapDay = Day.length(ofMonth: 2, year: year) == 29 && number >= 60
      return Day(year: year, month: 1, day: 1)?.adding(number - 1 + (isAfterLeapDay ? 1 : 0))
    case .dayFromZero(let number):
      return Day(year: year, month: 1, day: 1)?.adding(number)
    case .month(let month, let week, let weekday):
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      let toFirst = (weekday - first.weekday.rawValue % 7 + 7) % 7
      let date = first.adding(toFirst + (week - 1) * 7)
      return date.civil.month == month ? date : date.adding(-7)
    }
  }
}

extension ZoneRule {
  /// Nil unless the whole text is one rule.
  init?(posix text: ArraySlice<UInt8>) {
    var scanner = RuleScanner(rest: text)
    guard scanner.skipName(), let west = scanner.time(hours: 24) else { return nil }
    standard = -west
    guard !scanner.rest.isEmpty else { return }
    guard scanner.skipName() else { return nil }
    var offset = standard + 3600
    if let next = scanner.rest.first, next != UInt8(ascii: ",") {
      guard let west = scanner.time(hours: 24) else { return nil }
      offset = -west
    }
    if scanner.rest.isEmpty {
      // A rule that names no dates means those of the United States, as in the common C libraries.
      scanner.rest = Array(",M3.2.0,M11.1.0".utf8)[...]
    }
    guard let starts = scanner.moment(), let ends = scanner.moment(), scanner.rest.isEmpty else { return nil }
    daylight = Daylight(offset: offset, starts: starts, ends: ends)
  }
}

private struct RuleScanner {
  var rest: ArraySlice<UInt8>

  mutating func take(_ character: Character) -> Bool {
    guard let first = rest.first, first == character.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  /// `CET`, or `<+0330>`: at least three letters, or anything of letters, digits and signs in angle brackets.
  mutating func skipName() -> Bool {
    if take("<") {
      let name = rest.prefix { $0 != UInt8(ascii: ">") }
      rest = rest.dropFirst(name.count)
      return name.count >= 3 && name.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D } && take(">")
    }
    let name = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { $0.isDigit }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return range.contains(value) ? value : nil
  }

  /// `[+-]h[:mm[:ss]]` in seconds.
  mutating func time(hours: Int) -> Int? {
    let sign = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard var seconds = number(0...hours).map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where take(":") {
      guard let part = number(0...59) else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  /// `,DATE[/time]`; without a time 02:00.
  mutating func moment() -> ZoneRule.Moment? {
    guard take(","), let date = date() else { return nil }
    guard take("/") else { return ZoneRule.Moment(date: date, second: 7200) }
    return time(hours: 167).map { ZoneRule.Moment(date: date, second: $0) }
  }

  mutating func date() -> ZoneRule.YearlyDate? {
    if take("J") { return number(1...365).map { .dayWithoutLeap($0) } }
    guard take("M") else { return number(0...365).map { .dayFromZero($0) } }
    guard let month = number(1...12), take("."), let week = number(1...5), take("."), let weekday = number(0...6)
    else { return nil }
    return .month(month, week: week, weekday: weekday)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

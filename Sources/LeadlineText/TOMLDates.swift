import LeadlineCore

/// Dates and times in the forms of RFC 3339.
enum TOMLDate {
  /// The date, time or both that `word` is.
  static func read(_ word: ArraySlice<UInt8>, at spot: TOMLSpot) throws(TOMLFault) -> TOMLValue {
    var rest = word
    guard word.beginsLikeDate else {
      let time = try readTime(&rest, at: spot)
      guard rest.isEmpty else { throw .badTime(spot) }
      return .localTime(time)
    }
    let day = try readDay(&rest, at: spot)
    guard let separator = rest.popFirst() else { return .localDate(day) }
    guard separator == .space || separator | 0x20 == UInt8(ascii: "t") else { throw .badDate(spot) }
    let wall = WallTime(day: day, millisecond: Int32(try readTime(&rest, at: spot)))
    if rest.isEmpty { return .localDateTime(wall) }
    return .offsetDateTime(wall, offset: try readOffset(&rest, at: spot))
  }

  private static func readDay(_ rest: inout ArraySlice<UInt8>, at spot: TOMLSpot) throws(TOMLFault) -> Day {
    guard let year = number(&rest, 4), take("-", &rest), let month = number(&rest, 2), take("-", &rest),
      let day = number(&rest, 2)
    else { throw .badDate(spot) }
    guard let day = Day(year: year, month: month, day: day) else { throw .noDay(spot) }
    return day
  }

  private static func readTime(_ rest: inout ArraySlice<UInt8>, at spot: TOMLSpot) throws(TOMLFault) -> Int {
    guard let hour = number(&rest, 2), take(":", &rest), let minute = number(&rest, 2), take(":", &rest),
      let second = number(&rest, 2)
    else { throw .badTime(spot) }
    guard hour < 24, minute < 60, second < 60 else { throw .noTime(spot) }
    var milliseconds = (hour * 60 + minute) * 60_000 + second * 1000
    if take(".", &rest) {
      let fraction = rest.prefix { $0.isDigit }
      guard !fraction.isEmpty else { throw .badTime(spot) }
      for (digit, unit) in zip(fraction, [100, 10, 1]) { milliseconds += (Int(digit) - 48) * unit }
      rest = rest.dropFirst(fraction.count)
    }
    return milliseconds
  }

  /// Seconds east of UTC.
  private static func readOffset(_ rest: inout ArraySlice<UInt8>, at spot: TOMLSpot) throws(TOMLFault) -> Int {
    if take("Z", &rest) || take("z", &rest) {
      guard rest.isEmpty else { throw .badOffset(spot) }
      return 0
    }
    let isWest = take("-", &rest)
    guard isWest || take("+", &rest), let hours = number(&rest, 2), take(":", &rest), let minutes = number(&rest, 2),
      rest.isEmpty, hours < 24, minutes < 60
    else { throw .badOffset(spot) }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ digits: Int) -> Int? {
    let run = rest.prefix(digits)
    guard run.count == digits, run.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(digits)
    return run.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func take(_ mark: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }
}

extension ArraySlice<UInt8> {
  /// Four digits and a hyphen.
  var beginsLikeDate: Bool {
    count >= 5 && prefix(4).allSatisfy(\.isDigit) && self[startIndex + 4] == UInt8(ascii: "-")
  }
  /// Two digits and a colon.
  var beginsLikeTime: Bool {
    count >= 3 && prefix(2).allSatisfy(\.isDigit) && self[startIndex + 2] == UInt8(ascii: ":")
  }
  /// Ten characters that begin like a date: a time may follow after a blank.
  var isDate: Bool { count == 10 && beginsLikeDate }
}

extension TOMLFault {
  static func badDate(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "this is no date", "write 2026-12-31 or 2026-12-31T09:30:00")
  }

  static func noDay(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "the calendar has no such day", "write year-month-day, as in 2026-12-31")
  }

  static func badTime(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "this is no time", "write hours, minutes and seconds with two digits each, as in 09:30:00")
  }

  static func noTime(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "no clock shows this time", "write 00:00:00 to 23:59:59")
  }

  static func badOffset(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "the offset of the time is wrong", "write Z, +02:00 or -05:30 after the seconds")
  }
}

/// A date of the proleptic Gregorian calendar, without a zone.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package var number: Int32

  package init(number: Int32) { self.number = number }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  package func adding(_ days: Int) -> Day {
    Day(number: Int32(clamping: Int(number) + min(max(days, -1_000_000), 1_000_000)))
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let fromMonday = (Int(number) + 3) % 7
    return Weekday.allCases[fromMonday < 0 ? fromMonday + 7 : fromMonday]
  }
}

package enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day {
  /// Year, month 1–12 and day of month 1–31. (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.)
  package var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let doe = z - era * 146_097
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
  }

  /// The date, or nil where the calendar has none (30 February) or the year is outside 1–9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yoe = y - era * 400
    let doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    self.init(number: Int32(era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468))
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// What a clock on the wall and a calendar beside it say: no zone.
package struct WallTime: Hashable, Comparable, Sendable {
  package var day: Day
  /// Milliseconds since midnight by that clock, 0..<86,400,000.
  package var millisecond: Int32

  package init(day: Day, millisecond: Int32) {
    self.day = day
    self.millisecond = millisecond
  }

  package init(day: Day, hour: Int, minute: Int) {
    self.init(day: day, millisecond: Int32(hour * 3_600_000 + minute * 60_000))
  }

  package static func < (a: WallTime, b: WallTime) -> Bool { (a.day, a.millisecond) < (b.day, b.millisecond) }

  package var hour: Int { Int(millisecond) / 3_600_000 }
  package var minute: Int { Int(millisecond) / 60_000 % 60 }
  package var second: Int { Int(millisecond) / 1000 % 60 }
}

/// How a clock came from its start to its end: what was counted, and what was skipped on the way.
package struct ClockSum: Hashable, Sendable {
  package enum Skip: Hashable, Sendable {
    /// Outside of working hours, from a close to the next opening on a working day.
    case night(from: Instant, to: Instant)
    /// A weekday without hours.
    case weekend(Day)
    case holiday(Day)
    /// A day off of the calendar's owner.
    case leave(Day)
  }

  package var start: Instant
  package var interval: Interval
  package var end: Instant
  /// In their order.
  package var skipped: [Skip]
}

extension WorkCalendar {
  /// The longest list of days that a sum names one by one.
  private static let longestList = 400

  /// The sum of `add`, with what it skipped. Only working hours and working days skip anything.
  package func sum(_ interval: Interval, from start: Instant) -> ClockSum {
    let end = add(interval, to: start)
    var sum = ClockSum(start: start, interval: interval, end: end, skipped: [])
    switch interval.unit {
    case .minutes, .hours, .days, .weeks: return sum
    case .workingHours, .workingDays: break
    }
    var day = zone.day(at: start)
    let last = zone.day(at: end)
    var closed: Instant? = isOpen(at: start) ? nil : start
    for _ in 0..<WorkCalendar.longestList where day <= last {
      if isWorkingDay(day) {
        if interval.unit == .workingHours {
          for period in hours(of: day.weekday) {
            let (opens, closes) = bounds(of: period, on: day)
            if let from = closed, opens > from, opens <= end { sum.skipped.append(.night(from: from, to: opens)) }
            if closes > start { closed = closes }
          }
        }
      } else {
        sum.skipped.append(reason(for: day))
      }
      day = day.adding(1)
    }
    return sum
  }

  private func bounds(of period: WorkPeriod, on day: Day) -> (Instant, Instant) {
    let opens = zone.instant(of: WallTime(day: day, hour: 0, minute: period.opens))
    let closes =
      period.closes < 1440
      ? zone.instant(of: WallTime(day: day, hour: 0, minute: period.closes)) : zone.midnight(of: day.adding(1))
    return (opens, closes)
  }

  private func reason(for day: Day) -> ClockSum.Skip {
    if hours(of: day.weekday).isEmpty { return .weekend(day) }
    return isHoliday(day) ? .holiday(day) : .leave(day)
  }
}

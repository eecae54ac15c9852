/// A stretch of a working day, in minutes since midnight by the clock on the wall. Both ends belong to it.
package struct WorkPeriod: Hashable, Sendable {
  package let opens: Int
  package let closes: Int

  /// 0 ≤ opens < closes ≤ 1440; a period that is not so is never open.
  package init(opens: Int, closes: Int) {
    self.opens = opens
    self.closes = closes
  }

  fileprivate var isSound: Bool { 0 <= opens && opens < closes && closes <= 1440 }
}

/// When people work: zone, weekly hours, holidays, and who is away when. All that it answers lies within
/// `Instant.earliest...Instant.latest`; what never comes is `latest`.
package struct WorkCalendar: Hashable, Sendable {
  package let zone: Zone
  /// Monday first; each day's periods ascending and apart.
  private let week: [[WorkPeriod]]
  private let holidays: DaySet
  private let leave: [String: DaySet]
  private var absence = DaySet()

  package init(
    zone: Zone, hours: [Weekday: [WorkPeriod]] = WorkCalendar.usualHours, holidays: Set<Day> = [],
    leave: [String: [ClosedRange<Day>]] = [:]
  ) {
    self.zone = zone
    self.holidays = DaySet(holidays.map { $0...$0 })
    self.week = Weekday.allCases.map { WorkCalendar.ordered(hours[$0] ?? []) }
    self.leave = leave.mapValues(DaySet.init)
  }

  /// Monday to Friday, 09:00–17:00.
  package static let usualHours: [Weekday: [WorkPeriod]] = Dictionary(
    uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, [WorkPeriod(opens: 540, closes: 1020)]) })

  /// The same calendar without the days on which this person is away.
  package func calendar(for owner: String) -> WorkCalendar {
    var own = self
    own.absence = leave[owner] ?? DaySet()
    return own
  }

  private static func ordered(_ periods: [WorkPeriod]) -> [WorkPeriod] {
    periods.filter(\.isSound).sorted { $0.opens < $1.opens }.reduce(into: []) { merged, period in
      if let last = merged.last, period.opens <= last.closes {
        merged[merged.count - 1] = WorkPeriod(opens: last.opens, closes: max(last.closes, period.closes))
      } else {
        merged.append(period)
      }
    }
  }
}

extension WorkCalendar {
  /// The periods of a weekday, ascending and apart.
  package func hours(of weekday: Weekday) -> [WorkPeriod] { week[weekday.rawValue - 1] }

  /// A day of a weekday with hours, not a holiday, not a day off of the calendar's owner.
  package func isWorkingDay(_ day: Day) -> Bool {
    !hours(of: day.weekday).isEmpty && !holidays.contains(day) && !absence.contains(day)
  }

  package func isHoliday(_ day: Day) -> Bool { holidays.contains(day) }

  package func isOpen(at instant: Instant) -> Bool { next(opening: instant) == instant }

  /// The instant itself where it lies in a working period, else the next at which one begins.
  package func next(opening at: Instant) -> Instant { add(workingMilliseconds: 0, to: at) }

  /// The end of the working period that an instant lies in, both ends included; nil outside of hours.
  package func end(ofPeriodAt at: Instant) -> Instant? {
    let today = zone.day(at: at)
    // A day that closes at midnight closes in the next.
    for day in [today, today.adding(-1)] where isWorkingDay(day) {
      for period in hours(of: day.weekday).reversed() {
        if let (opens, closes) = span(of: period, on: day), (opens...closes).contains(at) { return closes }
      }
    }
    return nil
  }

  /// The close of that weekday's hours, holiday or not; of a weekday without hours: midnight after.
  package func close(of day: Day) -> Instant { instant(of: hours(of: day.weekday).last?.closes ?? 1440, on: day) }

  /// `today` as a due time: the close of this working day, or of the next one where it is over or none.
  package func close(after at: Instant) -> Instant {
    var day = zone.day(at: at)
    for _ in 0...WorkCalendar.patience {
      if isWorkingDay(day), close(of: day) >= at { return close(of: day) }
      day = day.adding(1)
    }
    return .latest
  }

  /// The next instant, this one included, at which the wall says so many minutes since midnight (0..<1440).
  package func next(minute: Int, at: Instant) -> Instant {
    let day = zone.day(at: at)
    let today = instant(of: minute, on: day)
    return today >= at ? today : instant(of: minute, on: day.adding(1))
  }

  /// A due time as rules give it: moved to the next opening where it lies outside hours, and up to the full minute.
  package func due(_ at: Instant) -> Instant {
    let open = next(opening: at)
    let over = open.milliseconds % Instant.minute
    return over == 0 ? open : open.advanced(by: Instant.minute - over).held
  }

  /// Working days after the first day, up to and including the second.
  package func workingDays(between first: Day, and second: Day) -> Int {
    guard first < second else { return 0 }
    return (first.number + 1...second.number).count { isWorkingDay(Day(number: $0)) }
  }

  /// How long an interval is on average, in milliseconds: a working day is the week divided by its working days, a
  /// working hour by its working hours. Nil where the week has none.
  package func meanLength(of interval: Interval) -> Double? {
    let weekLength = Double(7 * Instant.day)
    let unit: Double
    switch interval.unit {
    case .minutes: unit = Double(Instant.minute)
    case .hours: unit = Double(Instant.hour)
    case .days: unit = Double(Instant.day)
    case .weeks: unit = weekLength
    case .workingDays: unit = weekLength / Double(week.count { !$0.isEmpty })
    case .workingHours: unit = weekLength * 60 / Double(week.joined().reduce(0) { $0 + $1.closes - $1.opens })
    }
    return unit.isFinite ? unit * Double(interval.amount) : nil
  }
}

extension WorkCalendar {
  /// An instant so much later. `m` and `h` pass by the clock; `wh` is the first instant at which that much working time
  /// has passed; `d`, `w` and `wd` keep the wall time. For `wh` and `wd` an anchor outside hours first moves to the next
  /// opening.
  package func add(_ interval: Interval, to anchor: Instant) -> Instant {
    let amount = Int64(interval.amount)
    return switch interval.unit {
    case .minutes: anchor.advanced(by: amount * Instant.minute).held
    case .hours: anchor.advanced(by: amount * Instant.hour).held
    case .days: zone.add(days: interval.amount, to: anchor)
    case .weeks: zone.add(days: interval.amount * 7, to: anchor)
    case .workingHours: add(workingMilliseconds: amount * Instant.hour, to: anchor)
    case .workingDays: add(workingDays: interval.amount, to: anchor)
    }
  }

  /// Days on end without work after which a calendar is taken never to open again.
  private static let patience = 4000
  private static var lastDay: Day { Day(number: Int32(Instant.latest.milliseconds / Instant.day)) }

  private func add(workingMilliseconds: Int64, to anchor: Instant) -> Instant {
    var left = workingMilliseconds
    var closedDays = 0
    var day = zone.day(at: anchor)
    // A day that closes at midnight closes in the next, and that end belongs to it.
    if hours(of: day.adding(-1).weekday).last?.closes == 1440 { day = day.adding(-1) }
    while closedDays <= WorkCalendar.patience, day <= WorkCalendar.lastDay {
      closedDays += 1
      for period in isWorkingDay(day) ? hours(of: day.weekday) : [] {
        guard let (opens, closes) = span(of: period, on: day), closes >= anchor else { continue }
        let from = max(opens, anchor)
        let room = closes.milliseconds - from.milliseconds
        if room >= left { return from.advanced(by: left).held }
        left -= room
        closedDays = 0
      }
      day = day.adding(1)
    }
    return .latest
  }

  private func add(workingDays: Int, to anchor: Instant) -> Instant {
    let start = next(opening: anchor)
    if workingDays == 0 { return start }
    let wall = zone.wall(at: start)
    var (day, left, closedDays) = (wall.day, workingDays, 0)
    while left > 0 {
      day = day.adding(1)
      closedDays += 1
      if isWorkingDay(day) { (left, closedDays) = (left - 1, 0) }
      if closedDays > WorkCalendar.patience || day > WorkCalendar.lastDay { return .latest }
    }
    return zone.instant(of: WallTime(day: day, millisecond: wall.millisecond))
  }

  private func instant(of minute: Int, on day: Day) -> Instant {
    minute < 1440 ? zone.instant(of: WallTime(day: day, hour: 0, minute: minute)) : zone.midnight(of: day.adding(1))
  }

  /// Nil where the zone's clocks skip the period or the whole day.
  private func span(of period: WorkPeriod, on day: Day) -> (Instant, Instant)? {
    let opens = instant(of: period.opens, on: day)
    let closes = instant(of: period.closes, on: day)
    return opens < closes && zone.day(at: opens) == day ? (opens, closes) : nil
  }
}

extension WorkCalendar {
  /// An instant at or before `add`, found without looking at hours and holidays. Clocks on the wall may go back by a day
  /// at most.
  func earliest(_ interval: Interval, after anchor: Instant) -> Instant {
    let amount = Int64(interval.amount)
    return switch interval.unit {
    case .minutes: anchor.advanced(by: amount * Instant.minute)
    case .hours, .workingHours: anchor.advanced(by: amount * Instant.hour)
    case .days, .workingDays: anchor.advanced(by: (amount - 1) * Instant.day - 2 * Instant.hour)
    case .weeks: anchor.advanced(by: (amount * 7 - 1) * Instant.day - 2 * Instant.hour)
    }
  }
}

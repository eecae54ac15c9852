import LeadlineCore
import Testing

@Suite struct WorkCalendarTests {
  /// Monday 2026-11-23; Berlin, Monday to Friday, 09:00–17:00.
  private let usual = WorkCalendar(zone: zone("Europe/Berlin"))

  private func add(_ interval: String, to start: String, in calendar: WorkCalendar) -> String {
    guard let interval = Interval(interval) else { return "no interval" }
    return say(calendar.add(interval, to: calendar.zone.instant(of: wall(start))), calendar.zone)
  }

  @Test(arguments: [
    // The vectors of the rules' page.
    ("2026-03-28 09:00", "1d", "2026-03-29 09:00"), ("2026-03-28 09:00", "24h", "2026-03-29 10:00"),
    ("2026-11-20 16:30", "1wh", "2026-11-23 09:30"), ("2026-11-20 16:00", "2wd", "2026-11-24 16:00"),
    ("2026-11-21 12:00", "2wd", "2026-11-25 09:00"),
    // Both ends of a working period belong to it.
    ("2026-11-20 16:00", "1wh", "2026-11-20 17:00"), ("2026-11-20 17:00", "1wh", "2026-11-23 10:00"),
    ("2026-11-20 17:00", "0wh", "2026-11-20 17:00"), ("2026-11-20 17:00", "1wd", "2026-11-23 17:00"),
    ("2026-11-20 17:01", "1wd", "2026-11-24 09:00"), ("2026-11-20 17:01", "0wd", "2026-11-23 09:00"),
    ("2026-11-23 09:00", "8wh", "2026-11-23 17:00"), ("2026-11-23 09:00", "16wh", "2026-11-24 17:00"),
    ("2026-11-23 08:00", "40wh", "2026-11-27 17:00"), ("2026-11-23 09:12", "4wh", "2026-11-23 13:12"),
    ("2026-11-23 09:12", "30m", "2026-11-23 09:42"), ("2026-11-23 09:12", "2w", "2026-12-07 09:12"),
    // Working hours over a change of the clocks: the day is as long as its hours.
    ("2026-03-27 16:00", "2wh", "2026-03-30 10:00"), ("2026-10-24 09:00", "1d", "2026-10-25 09:00"),
    // A wall time in the gap, and one that comes twice.
    ("2026-03-28 02:30", "1d", "2026-03-29 03:30"), ("2026-10-24 02:30", "1d", "2026-10-25 02:30"),
  ])
  func `intervals are added as the letter says`(start: String, interval: String, end: String) {
    #expect(add(interval, to: start, in: usual) == end)
  }

  @Test(arguments: [
    ("2026-11-23 12:30", "1wh", "2026-11-23 14:00"), ("2026-11-23 12:45", "1wh", "2026-11-23 14:00"),
    ("2026-11-23 12:00", "30m", "2026-11-23 12:30"), ("2026-11-26 16:30", "1wh", "2026-11-27 09:30"),
    // Friday closes at 13:00; the wall time stays even so.
    ("2026-11-26 16:00", "1wd", "2026-11-27 16:00"), ("2026-11-27 16:00", "1wd", "2026-12-01 09:00"),
    // Christmas is a holiday: Thursday 24, Monday 28.
    ("2026-12-24 16:00", "2wh", "2026-12-28 10:00"), ("2026-12-24 10:00", "1wd", "2026-12-28 10:00"),
  ])
  func `lunch, short Fridays and holidays are no working time`(start: String, interval: String, end: String) {
    #expect(add(interval, to: start, in: split) == end)
  }

  private var split: WorkCalendar {
    let full = [WorkPeriod(opens: 780, closes: 1020), WorkPeriod(opens: 540, closes: 750)]
    return WorkCalendar(
      zone: zone("Europe/Berlin"),
      hours: [
        .monday: full, .tuesday: full, .wednesday: full, .thursday: full,
        .friday: [WorkPeriod(opens: 540, closes: 780)],
      ], holidays: [day("2026-12-25")], leave: ["ana": [day("2026-11-24")...day("2026-11-25")]])
  }

  @Test func `leave counts in its owner's calendar alone`() {
    #expect(add("1wd", to: "2026-11-23 10:00", in: split.calendar(for: "ana")) == "2026-11-26 10:00")
    #expect(add("1wd", to: "2026-11-23 10:00", in: split.calendar(for: "bob")) == "2026-11-24 10:00")
    #expect(
      add("1wd", to: "2026-11-23 10:00", in: split.calendar(for: "ana").calendar(for: "bob")) == "2026-11-24 10:00")
    #expect(add("1wd", to: "2026-11-23 10:00", in: split) == "2026-11-24 10:00")
  }

  @Test(arguments: [
    ("2026-11-23 09:00", true, "2026-11-23 09:00"), ("2026-11-23 17:00", true, "2026-11-23 17:00"),
    ("2026-11-23 17:01", false, "2026-11-24 09:00"), ("2026-11-21 12:00", false, "2026-11-23 09:00"),
    ("2026-11-23 08:59", false, "2026-11-23 09:00"),
  ])
  func `what is outside hours moves to the next opening`(at: String, open: Bool, opening: String) {
    let instant = usual.zone.instant(of: wall(at))
    #expect(usual.isOpen(at: instant) == open)
    #expect(say(usual.next(opening: instant), usual.zone) == opening)
  }

  @Test(arguments: [
    ("2026-11-23 10:00", "2026-11-23 17:00"), ("2026-11-23 17:00", "2026-11-23 17:00"),
    ("2026-11-23 17:01", "2026-11-24 17:00"), ("2026-11-21 12:00", "2026-11-23 17:00"),
    ("2026-11-23 06:00", "2026-11-23 17:00"),
  ])
  func `today is the close of this working day or of the next`(at: String, close: String) {
    #expect(say(usual.close(after: usual.zone.instant(of: wall(at))), usual.zone) == close)
  }

  @Test func `a date passes at that weekday's close, holiday or not`() {
    #expect(say(split.close(of: day("2026-11-23")), split.zone) == "2026-11-23 17:00")
    #expect(say(split.close(of: day("2026-12-25")), split.zone) == "2026-12-25 13:00")
    #expect(say(split.close(of: day("2026-11-22")), split.zone) == "2026-11-23 00:00")
    #expect(Due.day(day("2026-11-27")).deadline(in: split) == split.close(of: day("2026-11-27")))
    #expect(say(Due.wall(wall("2026-03-29 02:30")).deadline(in: split), split.zone) == "2026-03-29 03:30")
  }

  @Test func `a wall time is the next one, this instant included`() {
    let nine = usual.zone.instant(of: wall("2026-11-23 09:00"))
    #expect(usual.next(minute: 540, at: nine) == nine)
    #expect(say(usual.next(minute: 540, at: nine.advanced(by: 1)), usual.zone) == "2026-11-24 09:00")
  }

  @Test func `a due time of a rule is a full minute within hours`() {
    let late = usual.zone.instant(of: wall("2026-11-23 16:59")).advanced(by: 1)
    #expect(say(usual.due(late), usual.zone) == "2026-11-23 17:00")
    #expect(say(usual.due(late.advanced(by: 60_000)), usual.zone) == "2026-11-24 09:00")
  }

  @Test func `a period to midnight ends with the day, and that instant belongs to it`() {
    let night = WorkCalendar(zone: .utc, hours: [.monday: [WorkPeriod(opens: 1200, closes: 1440)]])
    #expect(night.isOpen(at: utc("2026-11-24 00:00")))
    #expect(say(night.close(of: day("2026-11-23")), .utc) == "2026-11-24 00:00")
    #expect(add("5wh", to: "2026-11-23 20:00", in: night) == "2026-11-30 21:00")
  }

  @Test func `working hours over a change of clocks are hours that pass`() {
    let night = WorkCalendar(zone: zone("Europe/Berlin"), hours: [.sunday: [WorkPeriod(opens: 60, closes: 300)]])
    #expect(add("3wh", to: "2026-03-29 01:00", in: night) == "2026-03-29 05:00")
    #expect(add("5wh", to: "2026-10-25 01:00", in: night) == "2026-10-25 05:00")
  }

  @Test func `the day that Samoa left out is not worked twice`() {
    let apia = WorkCalendar(
      zone: zone("Pacific/Apia"),
      hours: Dictionary(
        uniqueKeysWithValues: Weekday.allCases.map { ($0, [WorkPeriod(opens: 540, closes: 1020)]) }))
    #expect(add("2wh", to: "2011-12-29 16:00", in: apia) == "2011-12-31 10:00")
    #expect(add("9wh", to: "2011-12-29 16:00", in: apia) == "2011-12-31 17:00")
  }

  @Test func `a week without hours never opens`() {
    let closed = WorkCalendar(zone: .utc, hours: [:])
    let now = utc("2026-11-23 10:00")
    #expect(closed.next(opening: now) == .latest)
    #expect(closed.add(Interval(amount: 1, unit: .workingHours), to: now) == .latest)
    #expect(closed.add(Interval(amount: 1, unit: .workingDays), to: now) == .latest)
    #expect(closed.close(after: now) == .latest)
    #expect(closed.meanLength(of: Interval(amount: 1, unit: .workingDays)) == nil)
  }

  @Test func `leave without end never ends`() {
    let gone = WorkCalendar(zone: .utc, leave: ["ana": [day("2026-01-01")...day("9999-12-31")]]).calendar(for: "ana")
    #expect(gone.add(Interval(amount: 1, unit: .workingDays), to: utc("2025-12-31 10:00")) == .latest)
  }

  @Test(arguments: Interval.Unit.allCases)
  func `no sum leaves the years that data may name`(unit: Interval.Unit) {
    let end = usual.add(Interval(amount: Interval.greatest, unit: unit), to: utc("2199-11-23 10:00"))
    #expect(end <= .latest)
    #expect(usual.add(Interval(amount: 0, unit: unit), to: Instant(milliseconds: .max)) <= .latest)
    #expect(usual.add(Interval(amount: 0, unit: unit), to: Instant(milliseconds: .min)) >= .earliest)
  }

  @Test func `periods are put in order, merged, and the impossible ones left out`() {
    let odd = WorkCalendar(
      zone: .utc,
      hours: [
        .monday: [
          WorkPeriod(opens: 600, closes: 700), WorkPeriod(opens: 540, closes: 610), WorkPeriod(opens: 900, closes: 800),
          WorkPeriod(opens: -5, closes: 100), WorkPeriod(opens: 1000, closes: 9999),
        ]
      ])
    #expect(odd.hours(of: .monday) == [WorkPeriod(opens: 540, closes: 700)])
  }

  @Test func `stretches of leave may overlap`() {
    let leave = [
      day("2026-11-25")...day("2026-11-26"), day("2026-11-23")...day("2026-11-25"),
      day("2026-11-24")...day("2026-11-24"),
    ]
    let calendar = WorkCalendar(zone: .utc, leave: ["ana": leave]).calendar(for: "ana")
    let working = (23...27).filter { calendar.isWorkingDay(day("2026-11-\($0)")) }
    #expect(working == [27])
  }

  @Test func `working days between two dates leave the first out`() {
    #expect(split.workingDays(between: day("2026-12-23"), and: day("2026-12-28")) == 2)
    #expect(split.workingDays(between: day("2026-12-28"), and: day("2026-12-23")) == 0)
  }

  @Test func `a working day is on average the week by its working days`() {
    #expect(usual.meanLength(of: Interval(amount: 5, unit: .workingDays)) == 604_800_000.0)
    #expect(usual.meanLength(of: Interval(amount: 40, unit: .workingHours)) == 604_800_000.0)
    #expect(usual.meanLength(of: Interval(amount: 2, unit: .weeks)) == 1_209_600_000.0)
  }
}

/// Days as the people of a zone count them: by their calendar, not by 24 hours.
extension Zone {
  package func day(at instant: Instant) -> Day { wall(at: instant).day }

  /// The first instant of a day, also where its clocks skip 00:00.
  package func midnight(of day: Day) -> Instant { instant(of: WallTime(day: day, millisecond: 0)) }

  /// The same wall time so many days later.
  package func add(days: Int, to instant: Instant) -> Instant {
    // The second of two equal wall times would come back as the first.
    if days == 0 { return instant.held }
    let wall = wall(at: instant)
    return self.instant(of: WallTime(day: wall.day.adding(days), millisecond: wall.millisecond))
  }

  /// The greatest number of days whose same wall time has come; 0 where `end` lies before `start`.
  package func wholeDays(from start: Instant, to end: Instant) -> Int {
    let dates = dates(from: start, to: end)
    return max(0, add(days: dates, to: start) > end ? dates - 1 : dates)
  }

  /// How many dates later `end` is than `start`; negative where it is earlier.
  package func dates(from start: Instant, to end: Instant) -> Int {
    Int(day(at: end).number) - Int(day(at: start).number)
  }
}

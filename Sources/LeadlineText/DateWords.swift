import LeadlineCore

/// The dates that people say: `2026-11-26`, `thu`, `next fri`, `11 jan`, `tomorrow`, `3d`, `3wd`, `1w`, `eow`, `eom`.
/// Words are English, in any case.
struct DateWords {
  var now: Instant
  var calendar: WorkCalendar

  var today: Day { calendar.zone.day(at: now) }

  /// The date that these words name, all of them, in lower case; nil where they name none.
  func day(_ words: some Collection<Substring>) -> Day? {
    guard let first = words.first else { return nil }
    let rest = words.dropFirst()
    if rest.isEmpty { return day(word: first) }
    if first == "next", rest.count == 1, let weekday = rest.first.flatMap(Weekday.init(word:)) {
      return monday.adding(7 + weekday.rawValue - 1)
    }
    return day(ofMonth: first, rest)
  }

  private func day(word: Substring) -> Day? {
    switch word {
    case "today": return today
    case "tomorrow": return today.adding(1)
    case "eow": return endOfWeek
    case "eom": return endOfMonth
    default: break
    }
    if let weekday = Weekday(word: word) {
      let ahead = weekday.rawValue - today.weekday.rawValue
      return today.adding(ahead > 0 ? ahead : ahead + 7)
    }
    return Interval(word).flatMap(day(after:)) ?? Day(word)
  }

  /// Nil for minutes and hours: they name a time.
  private func day(after interval: Interval) -> Day? {
    switch interval.unit {
    case .days, .workingDays, .weeks: calendar.zone.day(at: calendar.add(interval, to: now))
    case .minutes, .hours, .workingHours: nil
    }
  }

  /// `11 jan` or `11 january 2027`; without a year the next one, today included.
  private func day(ofMonth number: Substring, _ rest: some Collection<Substring>) -> Day? {
    guard (1...2).contains(number.utf8.count), let day = Int(number), let month = rest.first.flatMap(month(word:))
    else { return nil }
    let years = Array(rest.dropFirst())
    if years.count == 1, years[0].utf8.count == 4, let year = Int(years[0]) {
      return Day(year: year, month: month, day: day)
    }
    guard years.isEmpty else { return nil }
    // 29 February may lie eight years ahead.
    return (today.civil.year...today.civil.year + 8).lazy
      .compactMap { Day(year: $0, month: month, day: day) }.first { $0 >= today }
  }

  private func month(word: Substring) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return DateWords.months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private var monday: Day { today.adding(1 - today.weekday.rawValue) }

  /// The last working day of this week, or of the next that has one, once its close has passed.
  private var endOfWeek: Day {
    lastWorkingDay(in: (0..<100).lazy.map { monday.adding($0 * 7)...monday.adding($0 * 7 + 6) }) ?? monday.adding(4)
  }

  /// The last working day of this month, or of the next that has one, once its close has passed.
  private var endOfMonth: Day {
    let (year, month, _) = today.civil
    let months = (0..<24).lazy.compactMap { ahead -> ClosedRange<Day>? in
      let (year, month) = (year + (month - 1 + ahead) / 12, (month - 1 + ahead) % 12 + 1)
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      return first...first.adding(Day.length(ofMonth: month, year: year) - 1)
    }
    return lastWorkingDay(in: months) ?? months.first?.upperBound ?? today
  }

  private func lastWorkingDay(in stretches: some Sequence<ClosedRange<Day>>) -> Day? {
    stretches.lazy
      .compactMap { stretch in
        (stretch.lowerBound.number...stretch.upperBound.number).reversed().map(Day.init(number:))
          .first(where: calendar.isWorkingDay)
      }
      .first { calendar.close(of: $0) >= now }
  }
}

extension Weekday {
  /// Reads `fri`, `friday`, `thurs`: a beginning of three letters or more, in lower case.
  init?(word: Substring) {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard word.utf8.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
    self = Weekday.allCases[index]
  }
}

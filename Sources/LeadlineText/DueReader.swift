package import LeadlineCore

/// Reads what a person writes after `due:`: a date, a time, a date and a time, or a time from now.
package struct DueReader {
  private let dates: DateWords

  package init(now: Instant, calendar: WorkCalendar) { dates = DateWords(now: now, calendar: calendar) }

  /// The due, or nil and the finding that says why not. A date alone stays a date. A time alone is the next such time.
  /// A time from now (`2h`) is cut to the minute, as the clock on the screen is.
  package func read(_ text: some StringProtocol, at place: Place) -> (due: Due?, findings: [Finding]) {
    guard let words = dateWords(text), let due = due(words) else { return (nil, [.notADue(text, at: place)]) }
    guard dates.canName(due.day) else { return (nil, [.beyondTheYears(text, at: place)]) }
    return (due, [])
  }

  private func due(_ words: [Substring]) -> Due? {
    if let day = dates.day(words) { return .day(day) }
    guard let last = words.last else { return nil }
    if words.count > 1 {
      guard let day = dates.day(words.dropLast()), let minute = minute(last) else { return nil }
      return .wall(WallTime(day: day, hour: 0, minute: minute))
    }
    let calendar = dates.calendar
    if let minute = minute(last) { return .wall(calendar.zone.wall(at: calendar.next(minute: minute, at: dates.now))) }
    if let interval = Interval(last) { return .wall(wall(at: calendar.add(interval, to: dates.now))) }
    let written = last.uppercased()
    return WallTime(written).map(Due.wall) ?? Instant(written).map { .wall(wall(at: $0)) }
  }

  private func wall(at instant: Instant) -> WallTime {
    let wall = dates.calendar.zone.wall(at: instant)
    return WallTime(day: wall.day, millisecond: wall.millisecond / 60_000 * 60_000)
  }

  /// `17:00` or `9:30`, in minutes since midnight.
  private func minute(_ word: Substring) -> Int? {
    let bytes = Array((word.utf8.count == 4 ? "0" + word : word).utf8)
    var next = 0
    guard let minute = bytes.span.minute(&next), next == bytes.count else { return nil }
    return minute
  }
}

/// Reads the date until which a lead is parked: a date alone, since a park ends when that day begins.
package struct ParkDateReader {
  private let dates: DateWords

  package init(now: Instant, calendar: WorkCalendar) { dates = DateWords(now: now, calendar: calendar) }

  package func read(_ text: some StringProtocol, at place: Place) -> (day: Day?, findings: [Finding]) {
    guard let words = dateWords(text), let day = dates.day(words) else {
      return (nil, [.notAParkDate(text, at: place)])
    }
    guard dates.canName(day) else { return (nil, [.beyondTheYears(text, at: place)]) }
    return (day, [])
  }
}

/// The words of a text in lower case; nil where it is too long to be a date, so that no text costs more than a glance.
private func dateWords(_ text: some StringProtocol) -> [Substring]? {
  text.utf8.prefix(65).count > 64 ? nil : text.lowercased().split(whereSeparator: \.isWhitespace)
}

extension DateWords {
  fileprivate func canName(_ day: Day) -> Bool {
    (calendar.zone.day(at: .earliest)..<calendar.zone.day(at: .latest)).contains(day)
  }
}

extension Finding {
  fileprivate static func notADue(_ text: some StringProtocol, at place: Place) -> Finding {
    Finding(
      at: place, "\(quoted(text)) is no date or time",
      instead: isNumber(text)
        ? "add a unit, \(text)m \(text)h \(text)wh \(text)d \(text)wd \(text)w, or write a time as 17:00"
        : "write 2026-11-26, thu, next fri, 11 jan, today, tomorrow, eow, eom, 3d, 3wd, 1w, 30m, 2h, 4wh, 17:00 or thu 10:00"
    )
  }

  fileprivate static func notAParkDate(_ text: some StringProtocol, at place: Place) -> Finding {
    Finding(
      at: place, "\(quoted(text)) is no date",
      instead: isNumber(text)
        ? "add a unit, \(text)d \(text)wd \(text)w"
        : "write 90d, 10wd, 2w, 2026-02-01, 11 jan, mon, next fri, tomorrow, eow or eom")
  }

  fileprivate static func beyondTheYears(_ text: some StringProtocol, at place: Place) -> Finding {
    Finding(at: place, "\(quoted(text)) lies outside the years 1970 to 2200", instead: "write a date between them")
  }

  private static func quoted(_ text: some StringProtocol) -> String {
    let shown = text.prefix(40)
    return shown.endIndex == text.endIndex ? "'\(shown)'" : "'\(shown)…'"
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    (1...6).contains(text.utf8.prefix(7).count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

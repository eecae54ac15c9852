import LeadlineCore
import LeadlineText
import Testing

private let place = Place(file: "line", line: 1, column: 5)

/// Berlin, Monday to Friday, 09:00–17:00.
private let calendar = WorkCalendar(zone: Zone(posix: "CET-1CEST,M3.5.0,M10.5.0/3") ?? .utc)

private func readDue(_ text: String, now: String = "2026-11-23T09:12") -> String {
  let now = WallTime(now).map(calendar.zone.instant(of:)) ?? .earliest
  let (due, findings) = DueReader(now: now, calendar: calendar).read(text, at: place)
  return due?.text ?? findings.map(\.what).joined()
}

private func park(_ text: String, now: String = "2026-11-23T09:12") -> String {
  let now = WallTime(now).map(calendar.zone.instant(of:)) ?? .earliest
  let (day, findings) = ParkDateReader(now: now, calendar: calendar).read(text, at: place)
  return day?.text ?? findings.map(\.what).joined()
}

@Suite struct DueReaderTests {
  /// The table of the commands' page: now is Monday 2026-11-23 09:12.
  @Test(arguments: [
    ("2026-11-26", "2026-11-26"), ("thu", "2026-11-26"), ("3d", "2026-11-26"), ("3wd", "2026-11-26"),
    ("today", "2026-11-23"), ("tomorrow", "2026-11-24"), ("1w", "2026-11-30"), ("eow", "2026-11-27"),
    ("eom", "2026-11-30"),
    ("mon", "2026-11-30"), ("next fri", "2026-12-04"),
    ("17:00", "2026-11-23T17:00"), ("08:00", "2026-11-24T08:00"),
    ("thu 10:00", "2026-11-26T10:00"), ("2026-11-26T10:00", "2026-11-26T10:00"),
    ("2h", "2026-11-23T11:12"), ("4wh", "2026-11-23T13:12"),
  ])
  func `the table holds`(text: String, due: String) {
    #expect(readDue(text) == due)
  }

  @Test(arguments: [
    ("THU", "2026-11-26"), ("Thursday", "2026-11-26"), ("thurs", "2026-11-26"),
    ("Next  Friday 9:30", "2026-12-04T09:30"),
    ("next mon", "2026-11-30"), ("sun", "2026-11-29"), ("next sun", "2026-12-06"),
    ("tomorrow 10:00", "2026-11-24T10:00"),
    ("3wd 10:00", "2026-11-26T10:00"), ("2026-11-26 10:00", "2026-11-26T10:00"), ("9:12", "2026-11-23T09:12"),
    ("2026-11-26t10:00", "2026-11-26T10:00"), ("2026-11-26T09:00Z", "2026-11-26T10:00"), ("30m", "2026-11-23T09:42"),
    ("24 nov", "2026-11-24"), ("23 nov", "2026-11-23"), ("22 nov", "2027-11-22"),
    ("11 January 2028 8:00", "2028-01-11T08:00"),
    ("29 feb", "2028-02-29"), ("0d", "2026-11-23"), (" thu ", "2026-11-26"), ("2025-01-01", "2025-01-01"),
  ])
  func `words come in any case, dates with a time`(text: String, due: String) {
    #expect(readDue(text) == due)
  }

  @Test(arguments: [
    // A Friday after hours, a Saturday, the last Friday of a month that ends on a Sunday.
    ("eow", "2026-11-27T17:00", "2026-11-27"), ("eow", "2026-11-27T17:01", "2026-12-04"),
    ("eow", "2026-11-28T12:00", "2026-12-04"),
    ("eom", "2027-01-15T12:00", "2027-01-29"), ("eom", "2027-01-30T12:00", "2027-02-26"),
    ("eom", "2026-12-31T18:00", "2027-01-29"),
    ("1wd", "2026-11-21T12:00", "2026-11-24"), ("today", "2026-11-23T23:59", "2026-11-23"),
    ("mon", "2026-11-22T09:00", "2026-11-23"),
    ("next mon", "2026-11-22T09:00", "2026-11-23"), ("2h", "2026-11-23T23:30", "2026-11-24T01:30"),
    ("29 feb", "2096-03-01T12:00", "2104-02-29"),
    // The clocks change in between.
    ("1d", "2026-03-28T09:00", "2026-03-29"), ("24h", "2026-03-28T09:00", "2026-03-29T10:00"),
    ("02:30", "2026-03-28T09:00", "2026-03-29T03:30"),
  ])
  func `the day and the hour of asking matter`(text: String, now: String, due: String) {
    #expect(readDue(text, now: now) == due)
  }

  @Test(arguments: [
    "", " ", "3", "th", "thursdays", "next", "next week", "next 3d", "25:00", "10:60", "17", "2026-02-29", "31 feb",
    "32 jan",
    "0 jan", "11 ja", "11 jan 99", "-3d", "3x", "2h 10:00", "10:00 thu", "thu 10:00 11:00", "2026-11-26T10:00 thu",
    "٣d", "\u{0}",
    "tomorrow tomorrow",
  ])
  func `anything else is a finding`(text: String) {
    #expect(readDue(text) == "'\(text)' is no date or time")
  }

  @Test func `a finding has the place and names what to write`() {
    let (_, findings) = DueReader(now: .earliest, calendar: calendar).read("soon", at: place)
    #expect(
      findings.map(\.line) == [
        "line:1:5: 'soon' is no date or time; write 2026-11-26, thu, next fri, 11 jan, today, tomorrow, eow, eom, 3d, 3wd, 1w, "
          + "30m, 2h, 4wh, 17:00 or thu 10:00"
      ])
  }

  @Test func `a bare number is told the units`() {
    let (_, findings) = DueReader(now: .earliest, calendar: calendar).read("3", at: place)
    #expect(findings.first?.instead == "add a unit, 3m 3h 3wh 3d 3wd 3w, or write a time as 17:00")
  }

  @Test(arguments: ["9999-12-31", "1969-07-20", "1 jan 2500"])
  func `a date outside the years of a book is a finding`(text: String) {
    #expect(readDue(text) == "'\(text)' lies outside the years 1970 to 2200")
  }

  @Test func `a long text is quoted by its beginning`() {
    #expect(
      readDue(String(repeating: "a", count: 100_000)) == "'\(String(repeating: "a", count: 40))…' is no date or time")
  }

  @Test func `a calendar without hours still has ends of weeks and months`() {
    let closed = WorkCalendar(zone: .utc, hours: [:])
    let reader = DueReader(now: Instant("2026-11-23T09:12Z") ?? .earliest, calendar: closed)
    #expect(reader.read("eow", at: place).due == Due("2026-11-27"))
    #expect(reader.read("eom", at: place).due == Due("2026-11-30"))
  }
}

@Suite struct ParkDateReaderTests {
  @Test(arguments: [
    ("90d", "2027-02-21"), ("2026-02-01", "2026-02-01"), ("11 jan", "2027-01-11"), ("fri", "2026-11-27"),
    ("eom", "2026-11-30"),
    ("2w", "2026-12-07"), ("10wd", "2026-12-07"), ("next mon", "2026-11-30"),
  ])
  func `a park has a date`(text: String, day: String) {
    #expect(park(text) == day)
  }

  @Test(arguments: ["", "90", "2h", "30m", "4wh", "17:00", "thu 10:00", "later"])
  func `a time is no park date`(text: String) {
    #expect(park(text) == "'\(text)' is no date")
  }

  @Test func `a bare number is told the units of days`() {
    let (_, findings) = ParkDateReader(now: .earliest, calendar: calendar).read("90", at: place)
    #expect(findings.first?.instead == "add a unit, 90d 90wd 90w")
  }
}

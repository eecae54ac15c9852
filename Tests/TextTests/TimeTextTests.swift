import LeadlineCore
import LeadlineText
import Testing

@Suite struct TimeTextTests {
  @Test(
    arguments: [
      ("2026-11-21T09:30:05.120Z", 1_795_253_405_120), ("2026-11-21T09:31Z", 1_795_253_460_000),
      ("2026-11-21T09:31:07Z", 1_795_253_467_000), ("2026-11-21T09:31:07.5Z", 1_795_253_467_500),
      ("2026-11-21T09:31:07.123456789Z", 1_795_253_467_123), ("2026-11-21T10:31+01:00", 1_795_253_460_000),
      ("2026-11-21T06:01:07.5-03:30", 1_795_253_467_500), ("1970-01-01T00:00:00.000Z", 0),
      ("2200-12-31T23:59:59.999Z", 7_289_654_399_999),
    ] as [(String, Int64)])
  func `a time with its zone is an instant`(text: String, milliseconds: Int64) {
    #expect(Instant(text) == Instant(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "Z", "2026-11-21", "2026-11-21T09:31", "2026-11-21 09:31Z", "2026-11-21t09:31z", "2026-11-21T24:00Z",
    "2026-11-21T09:60Z", "2026-11-21T09:31:60Z", "2026-02-29T09:31Z", "2026-13-01T09:31Z", "2026-11-00T09:31Z",
    "2026-11-21T9:31Z", "2026-11-21T09:31:07.Z", "2026-11-21T09:31:07.1234567890Z", "2026-11-21T09:31+1:00",
    "2026-11-21T09:31+24:00", "2026-11-21T09:31+01:60", "2026-11-21T09:31Zx", "+026-11-21T09:31Z",
    "2026-11-21T09:31:0+Z",
    "1969-12-31T23:59:59.999Z", "2201-01-01T00:00Z", "0000-01-01T00:00Z", "2026-11-21T09:3٣Z",
  ])
  func `anything else is none`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(arguments: [
    "2026-11-21T09:30:05.120Z", "1970-01-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z", "2200-12-31T23:59:59.999Z",
  ])
  func `the journal's form is read and written alike`(text: String) {
    let bytes = Array(text.utf8)
    #expect(Instant(journal: bytes.span)?.text == text)
  }

  @Test(arguments: [
    "2026-11-21T09:31Z", "2026-11-21T09:30:05.12Z", "2026-11-21T09:30:05.1200Z", "2026-11-21T09:30:05+00:00",
    "2026-11-21T09:30:05.120z", "2026-11-21T09:30+00:00:0Z", "2026-11-21T09:30:05,120Z", "2026/11-21T09:30:05.120Z",
    "2026-11-21T09:30:05.12/Z", "2026-11-21T09:30:05.12:Z",
  ])
  func `the journal's form is 24 bytes and no other`(text: String) {
    let bytes = Array(text.utf8)
    #expect(Instant(journal: bytes.span) == nil)
  }

  @Test func `every byte of the journal's form counts`() {
    let bytes = Array("2026-11-21T09:30:05.120Z".utf8)
    for place in bytes.indices {
      var changed = bytes
      changed[place] = UInt8(ascii: "x")
      #expect(Instant(journal: changed.span) == nil)
      #expect(Instant(journal: Array(bytes.prefix(place)).span) == nil)
    }
  }

  @Test(arguments: ["2026-11-26", "2024-02-29", "0001-01-01", "9999-12-31"])
  func `a date is read and written alike`(text: String) {
    #expect(Day(text)?.text == text)
    #expect(Due(text)?.text == text)
  }

  @Test(arguments: ["2026-02-29", "2026-2-1", "26-11-26", "2026-11-26 ", "20261126", "0000-01-01", "2026-11-26T17:00"])
  func `what is no date is none`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: ["2026-11-26T17:00", "2026-11-26T00:00", "2026-11-26T17:00:30", "2026-11-26T17:00:30.005"])
  func `a wall time is read and written alike`(text: String) {
    #expect(WallTime(text)?.text == text)
    #expect(Due(text)?.text == text)
  }

  @Test(arguments: ["2026-11-26", "2026-11-26T17", "2026-11-26T25:00", "2026-11-26T17:00Z", "2026-11-26 17:00"])
  func `what is no wall time is none`(text: String) {
    #expect(WallTime(text) == nil)
  }

  @Test func `JSON has a date, or a time with its offset`() throws {
    let berlin = try #require(Zone(posix: "CET-1CEST,M3.5.0,M10.5.0/3"))
    let newfoundland = try #require(Zone(posix: "NST3:30NDT,M3.2.0,M11.1.0"))
    #expect(Due("2026-11-26")?.text(in: berlin) == "2026-11-26")
    #expect(Due("2026-11-23T10:00")?.text(in: berlin) == "2026-11-23T10:00:00+01:00")
    #expect(Due("2026-03-29T02:30")?.text(in: berlin) == "2026-03-29T03:30:00+02:00")
    #expect(Due("2026-11-23T10:00")?.text(in: newfoundland) == "2026-11-23T10:00:00-03:30")
    #expect(Due("2026-11-23T10:00")?.text(in: .utc) == "2026-11-23T10:00:00+00:00")
  }

  @Test func `an offset with seconds is cut to minutes and stays the same instant`() throws {
    let monrovia = try #require(Zone(posix: "MMT0:44:30"))
    #expect(Instant(milliseconds: 44 * 60_000).text(in: monrovia) == "1970-01-01T00:00:00-00:44")
  }
}

import Glibc
import LeadlineCore
import Testing

@Suite struct ZoneTests {
  /// Zone, wall time, the instant it names in UTC, the offset in minutes then.
  @Test(arguments: [
    // The vectors of the rules' page.
    ("Europe/Berlin", "2026-03-28 09:00", "2026-03-28 08:00", 60),
    ("Europe/Berlin", "2026-03-29 09:00", "2026-03-29 07:00", 120),
    ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:30", 120),
    ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30", 120),
    ("Europe/Berlin", "2026-10-25 03:00", "2026-10-25 02:00", 60),
    ("America/New_York", "2026-03-08 02:30", "2026-03-08 07:30", -240),
    ("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30", -240),
    ("America/New_York", "2026-11-01 02:00", "2026-11-01 07:00", -300),
    // Half an hour of daylight saving.
    ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:45", 660),
    ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04 14:45", 660),
    ("Australia/Lord_Howe", "2026-04-05 02:00", "2026-04-04 15:30", 630),
    // A day that begins at 01:00, and one whose last hour comes twice.
    ("Africa/Cairo", "2026-04-24 00:00", "2026-04-23 22:00", 180),
    ("Africa/Cairo", "2026-10-29 23:30", "2026-10-29 20:30", 180),
    ("Africa/Cairo", "2026-10-30 00:00", "2026-10-29 22:00", 120),
    // Daylight saving in winter, so to speak: the clock goes back for Ramadan.
    ("Africa/Casablanca", "2026-02-15 02:30", "2026-02-15 01:30", 60),
    ("Africa/Casablanca", "2026-02-15 03:00", "2026-02-15 03:00", 0),
    ("Africa/Casablanca", "2026-03-22 02:30", "2026-03-22 02:30", 60),
    // The day that Samoa left out.
    ("Pacific/Apia", "2011-12-29 23:59", "2011-12-30 09:59", -600),
    ("Pacific/Apia", "2011-12-30 09:00", "2011-12-30 19:00", 840),
    ("Pacific/Apia", "2011-12-31 00:00", "2011-12-30 10:00", 840),
    ("America/St_Johns", "2026-03-08 02:30", "2026-03-08 06:00", -150),
    ("America/St_Johns", "2026-11-01 01:30", "2026-11-01 04:00", -150),
    // Years that only the footer's rule knows.
    ("Europe/Berlin", "2100-06-01 12:00", "2100-06-01 10:00", 120),
    ("Europe/Berlin", "2100-03-28 02:30", "2100-03-28 01:30", 120),
    ("America/New_York", "2100-12-01 12:00", "2100-12-01 17:00", -300),
    ("Australia/Lord_Howe", "2100-01-01 12:00", "2100-01-01 01:00", 660),
    ("Asia/Kathmandu", "2199-12-31 12:00", "2199-12-31 06:15", 345),
  ])
  func `a wall time names an instant`(name: String, local: String, instant: String, minutes: Int) {
    let zone = zone(name)
    #expect(zone.instant(of: wall(local)) == utc(instant))
    #expect(zone.offset(at: utc(instant)) == minutes * 60)
  }

  /// One test for all zones, since the C library has one zone a process.
  @Test func `offsets are those of the C library`() {
    var random = Seeded()
    for name in sampled {
      let zone = zone(name)
      setenv("TZ", name, 1)
      tzset()
      for _ in 0..<3000 {
        let second = Int.random(in: 0..<7_289_654_400, using: &random)
        let offset = libraryOffset(at: second)
        #expect(
          zone.offset(at: Instant(milliseconds: Int64(second) * 1000)) == offset, "\(name) \(second) \(random.seed)")
      }
    }
  }

  @Test(arguments: sampled)
  func `a wall time that exists comes back as it was`(name: String) {
    let zone = zone(name)
    var random = Seeded()
    for _ in 0..<3000 {
      let instant = Instant(milliseconds: Int64.random(in: 100_000_000...7_289_000_000_000, using: &random))
      let wall = zone.wall(at: instant)
      #expect(zone.wall(at: zone.instant(of: wall)) == wall, "\(instant) \(random.seed)")
      #expect(zone.instant(of: wall) <= instant, "\(instant) \(random.seed)")
    }
  }

  @Test(arguments: [
    ("EST5EDT,M3.2.0,M11.1.0", "2026-07-01 12:00", -240),
    ("EST5EDT", "2026-07-01 12:00", -240),
    ("EST5EDT4:30,M3.2.0/2:30:30,M11.1.0", "2026-07-01 12:00", -270),
    ("<+0330>-3:30<+0430>,J79/24,J263/24", "2026-03-20 20:29", 210),
    ("<+0330>-3:30<+0430>,J79/24,J263/24", "2026-03-20 20:30", 270),
    // 20 March is day 79 without, and day 79 from zero with 29 February.
    ("<+0330>-3:30<+0430>,J79/24,J263/24", "2028-03-20 20:30", 270),
    ("XXX0YYY,79,300", "2028-03-20 01:59", 0),
    ("XXX0YYY,79,300", "2028-03-20 02:00", 60),
    ("XXX0YYY,79,300", "2027-03-21 02:00", 60),
    // Friday before the last Sunday; a negative time.
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26 23:59", 120),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27 00:00", 180),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29 00:59", -120),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29 01:00", -60),
    // Daylight saving for the whole of every year.
    ("XXX3EDT4,0/0,J365/23", "2026-01-01 03:00", -240),
    ("XXX3EDT4,0/0,J365/23", "2026-12-31 23:30", -240),
    ("<-12>12", "2026-01-01 12:00", -720),
  ])
  func `a rule is read in every form`(rule: String, instant: String, minutes: Int) throws {
    let zone = try #require(Zone(posix: rule))
    #expect(zone.offset(at: utc(instant)) == minutes * 60)
  }

  @Test(arguments: [
    "", "CET", "CE-1", "<CET-1", "<>1", "CET-25", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,0,366", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1:60",
    "CET-1CEST,M3.5.0,M10.5.0 ", "CET-1CEST,M3.5.0,M10.5.0,", "CET-99999999999999999999", "Europe/Berlin",
  ])
  func `what is no rule is refused`(rule: String) {
    #expect(Zone(posix: rule) == nil)
  }

  @Test func `a file cut short is refused at every length`() throws {
    let bytes = try #require(zoneFile("Europe/Berlin"))
    for count in 0..<bytes.count {
      #expect(Zone(tzif: Array(bytes.prefix(count))) == nil)
    }
    #expect(Zone(tzif: bytes) != nil)
  }

  @Test func `no byte of a file makes a trap`() throws {
    let bytes = try #require(zoneFile("Africa/Casablanca"))
    var random = Seeded()
    var refused = 0
    for _ in 0..<5000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let limit = Bool.random(using: &random) ? 120 : damaged.count
        damaged[Int.random(in: 0..<limit, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let zone = Zone(tzif: damaged) else {
        refused += 1
        continue
      }
      #expect(zone.instant(of: zone.wall(at: .latest)) <= .latest)
      #expect(zone.wall(at: Instant(milliseconds: .min)) < zone.wall(at: Instant(milliseconds: .max)))
    }
    #expect(refused > 0)
  }

  @Test func `a file of version 1 has 32-bit times and no rule`() throws {
    let zone = try #require(Zone(tzif: old(times: [-1, 1000], offsets: [3600, 7200])))
    #expect([-2, -1, 999, 1000].map { zone.offset(at: Instant(milliseconds: $0 * 1000)) } == [3600, 3600, 3600, 7200])
    #expect(zone.offset(at: .latest) == 7200)
  }

  @Test func `times out of order, offsets of a day, leap seconds and a missing type are refused`() {
    #expect(Zone(tzif: old(times: [1000, 1000], offsets: [3600, 7200])) == nil)
    #expect(Zone(tzif: old(times: [1000, 2000], offsets: [3600, 86_400])) == nil)
    #expect(Zone(tzif: old(times: [1000], offsets: [3600], leaps: 1)) == nil)
    #expect(Zone(tzif: old(times: [], offsets: [])) == nil)
  }

  @Test func `days are counted by the calendar on the wall`() {
    let berlin = zone("Europe/Berlin")
    let friday = berlin.instant(of: wall("2026-03-27 09:00"))
    let almost = berlin.instant(of: wall("2026-03-29 08:59"))
    #expect(say(berlin.add(days: 2, to: friday), berlin) == "2026-03-29 09:00")
    #expect(berlin.wholeDays(from: friday, to: almost) == 1)
    #expect(berlin.wholeDays(from: friday, to: berlin.instant(of: wall("2026-03-29 09:00"))) == 2)
    #expect(berlin.dates(from: friday, to: almost) == 2)
    #expect(berlin.dates(from: almost, to: friday) == -2)
    #expect(berlin.wholeDays(from: almost, to: friday) == 0)
  }

  @Test func `a day begins at one where midnight is skipped`() {
    let cairo = zone("Africa/Cairo")
    #expect(say(cairo.midnight(of: day("2026-04-24")), cairo) == "2026-04-24 01:00")
  }
}

private let sampled = [
  "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Africa/Casablanca", "Pacific/Apia",
  "America/St_Johns",
]

private func libraryOffset(at second: Int) -> Int {
  var (time, parts) = (second, tm())
  localtime_r(&time, &parts)
  return parts.tm_gmtoff
}

/// A file of version 1 with one type for each time.
private func old(times: [Int32], offsets: [Int32], leaps: UInt32 = 0) -> [UInt8] {
  func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
  let count = UInt32(times.count)
  let header = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16) + [0, 0, leaps, count, count, 0].flatMap(bytes)
  let body = times.flatMap { bytes(UInt32(bitPattern: $0)) } + (0..<times.count).map { UInt8($0) }
  return header + body + offsets.flatMap { bytes(UInt32(bitPattern: $0)) + [0, 0] }
    + [UInt8](repeating: 0, count: Int(leaps) * 8)
}

/// Other numbers in every run; a failure tells the seed. (Sebastiano Vigna, splitmix64.)
private struct Seeded: RandomNumberGenerator {
  let seed = UInt64.random(in: 0...UInt64.max)
  private lazy var state = seed

  init() { print("seed \(seed)") }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

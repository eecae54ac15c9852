/// The clocks of one place: for every instant the offset from UTC. A value, complete in itself; reading a zone's file
/// is the caller's.
package struct Zone: Hashable, Sendable {
  /// `Europe/Berlin`; what the caller called it.
  package let name: String
  /// Offset before the first transition, in seconds east of UTC.
  let first: Int
  /// Seconds since 1970, ascending; from each of them on the offset of the same place holds.
  let transitions: [Int64]
  let offsets: [Int32]

  package static let utc = Zone(name: "UTC", first: 0, transitions: [], offsets: [], rule: nil)

  /// The transitions of a file, and after the last of them those of its rule, written out to the year 2201: data
  /// cannot name an instant beyond (`Instant.latest`), and a look-up is one binary search.
  init(name: String, first: Int, transitions: [Int64], offsets: [Int32], rule: ZoneRule?) {
    self.name = name
    guard let rule else {
      (self.first, self.transitions, self.offsets) = (first, transitions, offsets)
      return
    }
    self.first = transitions.isEmpty ? rule.standard : first
    let known = transitions.last ?? .min
    let from = max(Zone.year(ofSecond: known) - 1, 1969)
    let further =
      from > 2201
      ? []
      : (from...2201).flatMap(rule.changes(in:)).filter { $0.second > known }
        .sorted { ($0.second, $0.startsDaylight ? 1 : 0) < ($1.second, $1.startsDaylight ? 1 : 0) }
    self.transitions = transitions + further.map(\.second)
    self.offsets = offsets + further.map { Int32(clamping: $0.offset) }
  }

  private static func year(ofSecond second: Int64) -> Int {
    Day(number: Int32(clamping: second.floored(by: 86_400).quotient)).civil.year
  }
}

extension Zone {
  /// Seconds east of UTC. After 2201 the last offset stays.
  package func offset(at instant: Instant) -> Int {
    offset(atSecond: instant.milliseconds.floored(by: 1000).quotient)
  }

  private func offset(atSecond second: Int64) -> Int { offset(after: count(upToSecond: second)) }

  private func offset(after count: Int) -> Int { count == 0 ? first : Int(offsets[count - 1]) }

  /// How many transitions have happened by then.
  private func count(upToSecond second: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the clock on the wall says. Instants outside the years 1 to 9999 are held within them.
  package func wall(at instant: Instant) -> WallTime {
    let held = min(max(instant.milliseconds, Zone.yearOne), Zone.yearTenThousand - 1)
    let local = (held + Int64(offset(at: instant)) * 1000).floored(by: Instant.day)
    return WallTime(day: Day(number: Int32(clamping: local.quotient)), millisecond: Int32(local.remainder))
  }

  /// The instant at which the clock on the wall says this. A time that occurs twice is the first; a time in a gap is
  /// taken with the offset before the gap. Always within `Instant.earliest...Instant.latest`.
  ///
  /// No zone has two transitions within two days since 1970, so the offsets a day before and a day after are the only
  /// candidates.
  package func instant(of wall: WallTime) -> Instant {
    let local = Int64(wall.day.number) * Instant.day + Int64(wall.millisecond)
    let second = local.floored(by: 1000).quotient
    let count = count(upToSecond: second - 86_400)
    let before = offset(after: count)
    guard count < transitions.count, transitions[count] <= second + 86_400 else { return Zone.instant(local, before) }
    let after = offset(atSecond: second + 86_400)
    let isBefore = offset(atSecond: second - Int64(before)) == before
    let isAfter = offset(atSecond: second - Int64(after)) == after
    return Zone.instant(local, isAfter && !isBefore ? after : before)
  }

  private static func instant(_ localMilliseconds: Int64, _ offset: Int) -> Instant {
    Instant(milliseconds: localMilliseconds - Int64(offset) * 1000).held
  }

  private static let yearOne: Int64 = -62_135_596_800_000
  private static let yearTenThousand: Int64 = 253_402_300_800_000
}

extension Instant {
  /// This instant, or the nearest that data may name.
  package var held: Instant {
    Instant(milliseconds: min(max(milliseconds, Instant.earliest.milliseconds), Instant.latest.milliseconds))
  }
}

extension Int64 {
  /// Division that rounds down; the remainder is never negative. `divisor` is positive.
  func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

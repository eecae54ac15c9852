/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Instant: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// Years 1970 to 2200: what data may name. Anything outside is a finding at the gate, never a trap.
  package static let earliest = Instant(milliseconds: 0)
  package static let latest = Instant(milliseconds: 7_289_654_400_000 - 1)

  /// This instant moved by a number of milliseconds, held within the years a book may name.
  package func advanced(by milliseconds: Int64) -> Instant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    if overflow { return milliseconds < 0 ? .earliest : .latest }
    return Instant(milliseconds: sum)
  }

  package static let minute: Int64 = 60_000
  package static let hour: Int64 = 3_600_000
  package static let day: Int64 = 86_400_000
}

package import LeadlineCore

/// Where `now` comes from: the machine's clock, or the time that a book of the past is looked at.
package enum Clock: Hashable, Sendable {
  case wall
  case pretend(Instant)

  package var now: Instant {
    switch self {
    case .wall: min(max(Instant(milliseconds: Kernel.wallMilliseconds()), .earliest), .latest)
    case .pretend(let instant): instant
    }
  }
}

/// The time an append is given, under the lock.
package struct Stamp: Hashable, Sendable {
  /// When it is recorded: TIME of its lines.
  package let recorded: Instant
  /// Its place in the order of everything seen: max(recorded, greatest seen + 1 ms).
  package let logical: Instant

  package init(clock: Clock, after greatest: Instant?) {
    recorded = clock.now
    logical = max(recorded, greatest?.advanced(by: 1) ?? recorded)
  }

  /// The logical time stands in a line (`lc=`) only where it runs ahead.
  package var isAhead: Bool { logical > recorded }
}

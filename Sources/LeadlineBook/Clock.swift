package import LeadlineCore

/// Where `now` comes from: the machine's clock, or the time that a book of the past is looked at.
package enum Clock: Hashable, Sendable {
  case wall
  case pretend(Instant)
  /// The machine's clock, moved by so many milliseconds: a pretended time that runs on.
  case shifted(Int64)

  /// The same pretended time, running on from here.
  package var running: Clock {
    guard case .pretend(let instant) = self else { return self }
    return .shifted(instant.milliseconds - Clock.wall.now.milliseconds)
  }

  package var isPretended: Bool { self != .wall }

  package var now: Instant {
    switch self {
    case .wall: min(max(Instant(milliseconds: Kernel.wallMilliseconds()), .earliest), .latest)
    case .pretend(let instant): instant
    case .shifted(let distance): Clock.wall.now.advanced(by: distance).held
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

/// When something is due, as a person wrote it: a date alone, or a time on the wall of that date. Never an instant, so
/// that nine o'clock stays nine o'clock whatever the zone's rules become.
package enum Due: Hashable, Sendable {
  case day(Day)
  case wall(WallTime)

  package var day: Day {
    switch self {
    case .day(let day): day
    case .wall(let wall): wall.day
    }
  }

  /// The last instant at which it is not yet overdue: that time, or for a date alone the close of that weekday's hours
  /// (of a weekday without hours: midnight after).
  package func deadline(in calendar: WorkCalendar) -> Instant {
    switch self {
    case .day(let day): calendar.close(of: day)
    case .wall(let wall): calendar.zone.instant(of: wall)
    }
  }
}

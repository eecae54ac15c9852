import CSys
import Glibc

/// A timer on the wall clock, so that it also fires after the machine slept, and tells when the clock was set.
struct WallTimer: ~Copyable {
  enum Sign { case fired, clockChanged, nothing }

  let descriptor: Int32
  private var deadline = WallTimer.never
  private var wasSet = false

  /// The end of 2200: armed for it, the timer still tells when the clock is set.
  private static let never: Int64 = 7_289_654_399_000

  init() throws(TerminalFailure) {
    descriptor = csys_clock_timer()
    if descriptor < 0 { throw .system(call: "timerfd_create", number: -descriptor) }
    arm(nil)
  }

  deinit { Glibc.close(descriptor) }

  /// Milliseconds since 1970; nil for never. What is past fires at once.
  mutating func arm(_ milliseconds: Int64?) {
    deadline = min(milliseconds ?? WallTimer.never, WallTimer.never)
    // Arming notices it when the clock was set just before; the second time it holds.
    if csys_clock_timer_arm(descriptor, deadline) == -ECANCELED {
      wasSet = true
      _ = csys_clock_timer_arm(descriptor, deadline)
    }
  }

  /// True where `read` has something to say that the descriptor does not show.
  var hasSign: Bool { wasSet }

  mutating func read() -> Sign {
    let sign = csys_clock_timer_read(descriptor)
    if sign == -ECANCELED {
      arm(deadline)
      wasSet = true
    }
    if wasSet {
      wasSet = false
      return .clockChanged
    }
    if sign != 1 { return .nothing }
    arm(nil)
    return .fired
  }
}

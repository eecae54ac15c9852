package import LeadlineDesk
package import LeadlineScreen

/// What one wait may bring.
package enum Arrival: Hashable, Sendable {
  /// Keys that came together: one batch, one paint.
  case keys([Key])
  case resized(Size)
  /// The time `Clockwork` was to wake at has come.
  case tick
  /// Somebody set the clock; what was computed from it is to be computed anew.
  case clockChanged
  case signal(SignalName)
  /// A watched descriptor has something to read.
  case readable(Int32)
  /// The terminal is gone: keep what is unsaved and leave; nothing can be shown any more.
  case hangup
}

/// The signals that arrive like everything else. A change of the window's size arrives as `resized`.
package enum SignalName: CaseIterable, Hashable, Sendable {
  case hangup, terminate, interrupt, quit
  /// Somebody asks the job to stop: `Terminal.stop()`.
  case stop
  /// The job goes on after a stop that was not its own; the terminal is taken back already.
  case goOn
  /// A child has ended.
  case child
}

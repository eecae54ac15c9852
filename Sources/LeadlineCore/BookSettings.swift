/// What `book.toml` says: what everyone who works in the book shares.
package struct BookSettings: Hashable, Sendable {
  /// Names the book on every machine; letters, digits, `-`, `_` and `.`. Empty where book.toml has none.
  package var id = ""
  /// Commands that write may pretend that it is some other time: a book for trials.
  package var isClockPretended = false
  /// What a buyer decides, first to last: two to seven names.
  package var decisions = BookSettings.usualDecisions
  /// The name of the zone as the system's zone database has it.
  package var zone = "UTC"
  /// At least one weekday has a period.
  package var hours = WorkCalendar.usualHours
  package var holidays: Set<Day> = []
  /// Days off by owner.
  package var leave: [String: [ClosedRange<Day>]] = [:]
  /// The kinds that the book adds, or judges otherwise than usual.
  package var confidences: [SignalKind: Confidence] = [:]
  /// What a kind adds to momentum, where the book says so.
  package var weights: [SignalKind: Double] = [:]
  /// What is offered when a lead is closed; any other text may be given.
  package var closeReasons = BookSettings.usualCloseReasons
  /// Three capital letters (ISO 4217), for values without a currency.
  package var currency = "EUR"

  package init() {}

  package static let usualDecisions = ["attention", "safety", "urgency", "approval", "commit"]
  package static let usualCloseReasons = ["no decision", "price", "timing", "competitor", "not a fit", "no answer"]

  package func confidence(of kind: SignalKind) -> Confidence { confidences[kind] ?? kind.usualConfidence }

  package func weight(of kind: SignalKind) -> Double { weights[kind] ?? kind.usualWeight }

  /// The kinds that every book knows, then the book's own by name.
  package var kinds: [SignalKind] {
    SignalKind.known + confidences.keys.filter { !SignalKind.known.contains($0) }.sorted()
  }

  package func calendar(in zone: Zone) -> WorkCalendar {
    WorkCalendar(zone: zone, hours: hours, holidays: holidays, leave: leave)
  }
}

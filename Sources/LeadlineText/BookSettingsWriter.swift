package import LeadlineCore

/// Writes the `book.toml` that a new book begins with: short, with an example of each thing that is not set.
package enum BookSettingsWriter {
  /// Reading the text gives `settings` again.
  package static func text(for settings: BookSettings) -> String {
    [head(settings), calendar(settings), leave(settings), signals(settings), weights(settings)]
      .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func head(_ settings: BookSettings) -> [String] {
    var lines = ["# Shared by everyone who works in this book. `leadline check` reads it over."]
    lines.append("id = \(TOMLWriter.string(settings.id))")
    if settings.isClockPretended { lines.append("clock = \"pretend\"   # --now may write: a book for trials") }
    return lines + [
      "currency = \(TOMLWriter.string(settings.currency))",
      "",
      "# What a buyer decides, first to last: two to seven names.",
      "decisions = \(TOMLWriter.array(settings.decisions))",
      "close_reasons = \(TOMLWriter.array(settings.closeReasons))",
    ]
  }

  private static func calendar(_ settings: BookSettings) -> [String] {
    [
      "[calendar]",
      "zone = \(TOMLWriter.string(settings.zone))",
      "hours = \(TOMLWriter.array(HoursLine.lines(for: settings.hours).map(\.text)))",
      "holidays = \(TOMLWriter.array(settings.holidays.sorted().map(\.text)))   # \"2026-12-25\"",
    ]
  }

  private static func leave(_ settings: BookSettings) -> [String] {
    var lines = ["# Days off, by person: first/last.", "[calendar.leave]"]
    if settings.leave.isEmpty { lines.append("# ana = [\"2026-08-03/2026-08-21\"]") }
    for (owner, ranges) in settings.leave.sorted(by: { $0.key < $1.key }) {
      let days = ranges.map { "\($0.lowerBound.text)/\($0.upperBound.text)" }
      lines.append("\(TOMLWriter.key(owner)) = \(TOMLWriter.array(days))")
    }
    return lines
  }

  private static func signals(_ settings: BookSettings) -> [String] {
    var lines = ["# Signals of your own, or judged anew: strong, medium, weak or machine."]
    if settings.confidences.isEmpty { lines += ["# [signals.\"demo.started\"]", "# confidence = \"strong\""] }
    for (kind, confidence) in settings.confidences.sorted(by: { $0.key < $1.key }) {
      lines.append("[signals.\(TOMLWriter.key(kind.name))]")
      lines.append("confidence = \(TOMLWriter.string(confidence.rawValue))")
    }
    return lines
  }

  private static func weights(_ settings: BookSettings) -> [String] {
    var lines = ["# What a signal adds to momentum, where it is not the usual.", "[weights]"]
    if settings.weights.isEmpty { lines.append("# \"link.clicked\" = 0.5") }
    for (kind, weight) in settings.weights.sorted(by: { $0.key < $1.key }) {
      lines.append("\(TOMLWriter.key(kind.name)) = \(weight)")
    }
    return lines
  }
}

package import LeadlineCore

/// The messages that every book begins with (4-messages.md), by the one thing that each does.
package enum InstalledMessages {
  package static let all: [(name: String, does: Intent)] = [
    ("answer", .advance), ("next-step", .advance), ("walkthrough", .advance), ("reschedule", .advance),
    ("options", .advance), ("what-changed", .advance),
    ("risk", .clarify), ("price", .clarify),
    ("close-the-loop", .close),
  ]

  /// What the message of this name does; nil where there is none.
  package static func intent(of name: String) -> Intent? { all.first { $0.name == name }?.does }
}

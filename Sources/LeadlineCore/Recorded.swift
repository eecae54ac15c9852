/// An event of the journal, how good its line is, and whether this replica wrote it.
package struct Recorded: Sendable {
  package var event: Event
  package var standing: Ledger.Standing
  package var isOwn: Bool

  package init(_ event: Event, _ standing: Ledger.Standing = .sound, isOwn: Bool = false) {
    self.event = event
    self.standing = standing
    self.isOwn = isOwn
  }
}

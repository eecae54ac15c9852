/// What an event is filed under, without what it says: that is read from its line when somebody asks.
package struct Heading: Sendable {
  package var id: EventID
  /// When it was recorded.
  package var time: Instant
  /// As in `Event`.
  package var at: Instant
  package var logical: Instant
  package var act: EventID?
  package var lead: ShortName
  package var kind: FactKind
  /// The CRC of its line: what tells equal copies at a glance.
  package var check: UInt32

  package init(
    id: EventID, time: Instant, at: Instant, logical: Instant, act: EventID?, lead: ShortName, kind: FactKind,
    check: UInt32
  ) {
    self.id = id
    self.time = time
    self.at = at
    self.logical = logical
    self.act = act
    self.lead = lead
    self.kind = kind
    self.check = check
  }
}

/// Lines of a journal as they were read, for as long as somebody may ask what one of them says.
package final class TextBlock: Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// Reads what a line says that was found sound before. The Core knows no texts: whoever fills a ledger gives it one.
package protocol EventDecoder: AnyObject {
  /// The event, which has this id and is of this lead; nil where the line is not sound after all.
  func event(_ line: Span<UInt8>, id: EventID, lead: LeadID) -> Event?
}

/// The kinds of facts that say something of a lead and nothing of other facts: those that a ledger can file by their
/// heading.
package enum FactKind: UInt8, Hashable, Sendable, CaseIterable {
  case note, signal, touch, action, lead, done, move, meeting, promise, snooze, dismiss, close, decide, reopen, set,
    person, consent, object
}

extension Fact {
  /// Nil for what bears on other facts (`undo`, `merge` …) and for what only a whole event can tell.
  package var kind: FactKind? {
    switch self {
    case .lead: .lead
    case .person: .person
    case .set: .set
    case .consent: .consent
    case .object: .object
    case .note: .note
    case .signal: .signal
    case .touch: .touch
    case .meeting: .meeting
    case .action: .action
    case .promise: .promise
    case .done: .done
    case .snooze: .snooze
    case .dismiss: .dismiss
    case .move: .move
    case .decide: .decide
    case .close: .close
    case .reopen: .reopen
    case .merge, .adopt, .ran, .undo, .amend, .erase, .unknown: nil
    }
  }
}

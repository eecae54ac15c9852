/// What an event says: one case for each kind of line (2-journal.md, 2).
package indirect enum Fact: Hashable, Sendable {
  case lead(Capture)
  case person(Person)
  case set([Edit])
  case consent(basis: String, how: String)
  case object
  case note(String, call: EventID?)
  case signal(Signal)
  case touch(Touch)
  case meeting(Meeting)
  case action(Intention)
  case promise(String, due: Due)
  case done(of: Reference, note: String)
  case snooze(of: Reference, due: Due?, until: SignalKind?, hold: Bool, because: String)
  case dismiss(of: Reference?)
  case move(Move)
  case decide(String)
  case close(Closing)
  case reopen
  case merge(into: LeadID)
  case adopt(Adoption)
  case ran(Run)
  case undo(of: EventID)
  case amend(of: EventID, Fact)
  case erase(token: String, hash: String)
  /// A kind of a newer program, or a typing error: kept, counted, ignored by the fold.
  case unknown(kind: String, words: [String], fields: [Field])
}

/// A lead as it was caught, or came in by an import.
package struct Capture: Hashable, Sendable {
  package var name = ""
  package var company = ""
  package var emails: [String] = []
  package var phones: [String] = []
  package var url = ""
  package var role = ""
  package var value: Money?
  package var source = ""
  package var ref = ""
  package var owner = ""
  package var tags: [String] = []
  package var state: State?
  package var until: Day?
  package var decision = ""
  /// They came to us: also a signal `inbound`.
  package var isInbound = false
  /// `SOURCE:KEY` of an import; nil for a capture.
  package var importKey: String?
  /// The last contact that the imported row names.
  package var contacted: Day?
  package var closed: Ending?
  package var closedOn: Day?
  package var reason = ""
  /// What the source called `ext.NAME`, in its order.
  package var ext: [Field] = []

  package init() {}
}

/// A further person on a lead.
package struct Person: Hashable, Sendable {
  package var name = ""
  package var email = ""
  package var phone = ""
  package var role = ""

  package init(name: String = "", email: String = "", phone: String = "", role: String = "") {
    self.name = name
    self.email = email
    self.phone = phone
    self.role = role
  }
}

/// One change of a field by a person.
package struct Edit: Hashable, Sendable {
  package enum Change: Hashable, Sendable { case set, add, remove }

  package var field: String
  package var change: Change
  package var value: String

  package init(_ field: String, _ change: Change, _ value: String) {
    self.field = field
    self.change = change
    self.value = value
  }
}

package struct Signal: Hashable, Sendable {
  package var kind: SignalKind
  package var who = ""
  /// Nil: the kind's own.
  package var confidence: Confidence?
  /// The sender's id of the event; repeated on a lead, the earliest fact counts.
  package var source = ""
  /// `away`: the day they are back.
  package var returns: Day?
  package var note = ""

  package init(_ kind: SignalKind) { self.kind = kind }
}

package struct Touch: Hashable, Sendable {
  package var channel: Channel
  package var outcome: TouchOutcome
  package var message = ""
  package var intent: Intent?
  package var decision = ""
  package var answers: Reference?
  package var note = ""

  package init(_ channel: Channel, _ outcome: TouchOutcome) {
    self.channel = channel
    self.outcome = outcome
  }

  /// With the outcome that such a touch usually has.
  package init(_ channel: Channel) { self.init(channel, channel.usualOutcome) }
}

package struct Meeting: Hashable, Sendable {
  package enum Change: String, Hashable, Sendable, CaseIterable { case booked, moved, cancelled }

  package var change: Change
  package var start: WallTime?
  package var end: WallTime?
  package var zone = ""

  package init(_ change: Change) { self.change = change }
}

/// A next action that a person set.
package struct Intention: Hashable, Sendable {
  package var text: String
  package var due: Due
  /// The zone of a due time; empty for a date, which is the book's.
  package var zone = ""
  package var means: Means?

  package init(_ text: String, due: Due) {
    self.text = text
    self.due = due
  }
}

package struct Move: Hashable, Sendable {
  package var state: State
  package var until: Day?
  package var wake: SignalKind?
  package var because = ""

  package init(to state: State) { self.state = state }
}

package struct Closing: Hashable, Sendable {
  package var ending: Ending
  package var reason: String
  package var fit: Fit?
  package var value: Money?
  package var note = ""

  package init(_ ending: Ending, reason: String) {
    self.ending = ending
    self.reason = reason
  }
}

/// The rules and the calendar in force from now on, whole (3-rules.md, 9).
package struct Adoption: Hashable, Sendable {
  package var engine: Int
  package var rules: String
  package var book: String

  package init(engine: Int, rules: String, book: String) {
    self.engine = engine
    self.rules = rules
    self.book = book
  }
}

/// What left the machine for a firing: written before and after, so that it happens at most once.
package struct Run: Hashable, Sendable {
  package var what: String
  package var key: FiringKey
  package var phase: String

  package init(what: String, key: FiringKey, phase: String) {
    self.what = what
    self.key = key
    self.phase = phase
  }
}

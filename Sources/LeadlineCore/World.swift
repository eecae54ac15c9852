/// What simulate makes of one lead: where it is, what happens next and when, and who is responsible.
package struct World: Sendable {
  package var lead: Lead
  package var stage: Stage = .open(.warm)
  package var stageSince = Instant.earliest
  /// The park date of a lead in recycle.
  package var until: Day?
  /// The signal that ends a park early.
  package var wake: SignalKind?
  package var decision = ""
  package var decisionSince = Instant.earliest
  package var captured = Instant.earliest
  /// When the first contact was, if that lies before the capture.
  package var firstContact: Instant?
  package var importKey: String?
  /// The last contact that an import named.
  package var contacted: Day?
  /// Imported, and nothing has happened on it since: the rules let it sleep.
  package var isAsleep = false
  package var clocks = Clocks()
  package var promise: Promise?
  /// Every open action: those of people, meetings, and the state's default. The one due first is the next.
  package var actions: [Action] = []
  /// What escalated the lead and still does, earliest first.
  package var escalations: [Escalation] = []
  /// Messages that rules ask for, each beside the action of its key.
  package var drafts: [Draft] = []
  package var stopped: [StoppedChain] = []
  package var signals: [Seen] = []
  package var lastTouch: Touched?
  /// The latest signal, touch or promise: what an action that is set now answers.
  package var latest: Cause?
  package var firings: [Firing] = []
  /// Where this lead went, if it was merged away.
  package var survivor: LeadID?
  /// Whether a `lead` line says who this is; until one does, there are only facts about nobody.
  package var isCaptured = false
  /// The date of the park has come, and nobody has decided since.
  package var isParkOver = false
  /// The day on which they are back, while they are away; their next answer ends it.
  package var returns: Day?
  /// The next instant at which something changes by itself; nil where nothing will.
  package var nextDeadline: Instant?

  package init(_ id: LeadID) { lead = Lead(id) }

  /// Open in a state, or closed.
  package enum Stage: Hashable, Sendable {
    case open(State)
    case closed(Closing, at: Instant)
  }

  package var state: State? { if case .open(let state) = stage { state } else { nil } }
  package var closing: Closing? { if case .closed(let closing, _) = stage { closing } else { nil } }
  package var isOpen: Bool { state != nil }
  package var isImported: Bool { importKey != nil }

  /// The open action that is due first.
  package var next: Action? { nextIndex.map { actions[$0] } }

  var nextIndex: Int? { actions.indices.min { actions[$0].isSooner(than: actions[$1]) } }

  /// Whether a person set what happens next; a state's default is not that.
  package var isAgreed: Bool { actions.contains { $0.author.isAgreed } }

  package var isEscalated: Bool { !escalations.isEmpty }

  /// Whether somebody promised, parked or planned: the clock `unplanned` stands still.
  package func isPlanned(at now: Instant) -> Bool {
    isAgreed || promise?.isPassed == false || (state == .recycle && !isParkOver)
  }
}

/// The five clocks of an open lead (3-rules.md, 3). Nil: not running.
package struct Clocks: Hashable, Sendable {
  /// The first message of theirs that we have not answered.
  package var owed: Mark?
  /// The run of silence that our first unanswered touch began.
  package var run: Run?
  /// Our latest touch of any outcome, else the capture.
  package var untouched = Instant.earliest
  package var unplanned: Instant?

  package struct Mark: Hashable, Sendable {
    package var since: Instant
    package var anchor: EventID

    package init(since: Instant, anchor: EventID) {
      self.since = since
      self.anchor = anchor
    }
  }

  package struct Run: Hashable, Sendable {
    /// When the run began: silent days count from here.
    package var began: Instant
    package var anchor: EventID
    /// Our latest touch in the run, or the promise's date: rules count from here.
    package var clock: Instant
    package var touches: Int

    package init(began: Instant, anchor: EventID, clock: Instant, touches: Int) {
      self.began = began
      self.anchor = anchor
      self.clock = clock
      self.touches = touches
    }
  }
}

/// What the buyer said they would do.
package struct Promise: Hashable, Sendable {
  package var id: EventID
  package var text: String
  package var due: Due
  package var deadline: Instant
  /// The date went by without an answer.
  package var isPassed = false
}

/// Something to be done on a lead.
package struct Action: Hashable, Sendable {
  package enum Author: Hashable, Sendable {
    case person(String)
    /// A booked meeting that stands for itself.
    case meeting
    case rule(String)
    /// The default of the state that the lead was in.
    case state(State)

    package var isAgreed: Bool {
      switch self {
      case .person, .meeting, .rule: true
      case .state: false
      }
    }

    /// What no rule may remove or overrule.
    package var isPerson: Bool {
      switch self {
      case .person, .meeting: true
      case .rule, .state: false
      }
    }
  }

  package var key: Reference
  package var text: String
  package var due: Due
  /// The last instant at which it is not overdue.
  package var deadline: Instant
  package var means: Means?
  package var author: Author
  package var opened: Instant
  /// The signal, touch or promise that stood last when it was opened.
  package var cause: Cause?
  /// Put off until such a signal comes.
  package var waits: SignalKind?
  package var isSnoozed = false
  /// The dues for which it was escalated, each once.
  var escalated: Set<Instant> = []

  /// Due first; of two at one time the one opened first.
  func isSooner(than other: Action) -> Bool {
    if deadline != other.deadline { return deadline < other.deadline }
    if opened != other.opened { return opened < other.opened }
    return key.text < other.key.text
  }

  package func isOverdue(at now: Instant) -> Bool { deadline < now }
}

/// The mark of what nobody did in time.
package struct Escalation: Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// An action that is late.
    case late(Reference, due: Instant)
    case rule(FiringKey)
  }

  package var since: Instant
  package var cause: Cause

  package init(since: Instant, cause: Cause) {
    self.since = since
    self.cause = cause
  }
}

/// A signal as momentum and the screens need it.
package struct Seen: Hashable, Sendable {
  package var kind: SignalKind
  package var at: Instant
  package var confidence: Confidence
  package var weight: Double
}

/// Our latest touch.
package struct Touched: Hashable, Sendable {
  package var channel: Channel
  package var outcome: TouchOutcome
  package var at: Instant

  package init(channel: Channel, outcome: TouchOutcome, at: Instant) {
    self.channel = channel
    self.outcome = outcome
    self.at = at
  }
}

/// What put something on the list: a signal or promise of theirs, or our own touch.
package struct Cause: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case signal(SignalKind)
    case touch(Channel, TouchOutcome)
    case promise
  }

  package var what: What
  package var at: Instant

  package init(what: What, at: Instant) {
    self.what = what
    self.at = at
  }
}

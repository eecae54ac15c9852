/// One activation of one rung, or of a state's own escalation, on one lead, at its logical time.
package struct Firing: Hashable, Sendable {
  package var key: FiringKey
  package var at: Instant
  /// When the rules were adopted that it fired under.
  package var version: Instant
  /// What its clock ran from: a touch, a message, a park date; nil where it answers a fact at once.
  package var start: Instant?
  /// The facts that its trigger counted, in their order.
  package var evidence: [EventID]
  /// As they were carried out, superseded ones too.
  package var actions: [RuleAction]
  /// The rule that stood or came above it, or `person`; it may still change while the lane is held.
  package var supersededBy: String?

  package init(
    key: FiringKey, at: Instant, version: Instant, start: Instant? = nil, evidence: [EventID] = [],
    actions: [RuleAction], supersededBy: String? = nil
  ) {
    self.key = key
    self.at = at
    self.version = version
    self.start = start
    self.evidence = evidence
    self.actions = actions
    self.supersededBy = supersededBy
  }

  /// What `supersededBy` says where a person's move stood.
  package static let person = "person"
}

extension RuleAction {
  /// The action as a word or two: `move hot`, `draft clarify`, `next`.
  package var summary: String {
    switch self {
    case .next: "next"
    case .draft(let intent, let name): "draft \(intent.rawValue)" + (name.map { " " + $0 } ?? "")
    case .send(let intent, let name): "send \(intent.rawValue) \(name)"
    case .move(let state, let park): "move \(state.rawValue)" + (park.map { " for \($0)" } ?? "")
    case .escalate(let owner): "escalate" + (owner.map { " to " + $0 } ?? "")
    case .decide(let decision): "decide \(decision)"
    case .tag(let word): "tag \(word)"
    case .untag(let word): "untag \(word)"
    case .notify: "notify"
    case .run(let hook): "run \(hook)"
    case .close: "close dead"
    }
  }
}

/// A message that a rule asks for, beside the action of the same key. It waits for a person: nothing is sent by itself.
package struct Draft: Hashable, Sendable {
  package var key: FiringKey
  package var intent: Intent
  /// Nil: the best by intent and decision.
  package var message: String?
  /// `send`: goes out by itself once sending is set up.
  package var goesOut: Bool
  package var opened: Instant

  package init(key: FiringKey, intent: Intent, message: String?, goesOut: Bool, opened: Instant) {
    self.key = key
    self.intent = intent
    self.message = message
    self.goesOut = goesOut
    self.opened = opened
  }
}

/// Rules that were stopped on a lead until the next adoption: their firings caused each other more than eight times in
/// one instant.
package struct StoppedChain: Hashable, Sendable {
  package var rules: [String]
  package var at: Instant
}

package import LeadlineCore
import LeadlineText

/// What rules concluded about a lead, as rows of its history: at the time at which it happened, whoever looked when.
struct TimelineFirings {
  /// Events that were recorded after they happened: what answers them was noticed no sooner.
  private let late: Set<EventID>
  /// When somebody did, put off or dismissed something.
  private let deeds: [Instant]
  /// When the step after each one came.
  private var nextSteps: [FiringKey: Instant] = [:]

  init(_ events: [Event], _ firings: [Firing]) {
    late = Set(events.lazy.filter { $0.time > $0.at }.map(\.id))
    deeds = events.filter { $0.fact.isDeed }.map(\.at)
    for firing in firings where firing.key.rung > 1 {
      var before = firing.key
      before.rung -= 1
      nextSteps[before] = firing.at
    }
  }

  /// Noticed after its time: what it answers was recorded later, or its ladder went on to the next step with nothing
  /// done between (3-rules.md, 10).
  func isLate(_ firing: Firing) -> Bool {
    if firing.evidence.contains(where: late.contains) { return true }
    if let anchor = EventID(firing.key.anchor), late.contains(anchor) { return true }
    guard let next = nextSteps[firing.key], firing.supersededBy == nil, firing.opens else { return false }
    return !deeds.contains { $0 >= firing.at && $0 < next }
  }
}

extension Firing {
  /// Whether it asks somebody to do something.
  fileprivate var opens: Bool { actions.contains { if case .next = $0 { true } else { false } } }
}

extension Fact {
  /// What a person does about an action.
  fileprivate var isDeed: Bool {
    switch self {
    case .touch, .meeting, .action, .done, .snooze, .dismiss, .move: true
    case .lead, .person, .set, .consent, .object, .note, .signal, .promise, .decide, .close, .reopen, .merge, .adopt,
      .ran, .undo, .amend, .erase, .unknown:
      false
    }
  }
}

extension PaneSource {
  func row(_ firing: Firing, on world: World, isLate: Bool) -> TimelineModel {
    let wall = zone.wall(at: firing.at)
    return TimelineModel(
      date: wording.date(wall.day), time: wording.clock(wall), sign: .rule,
      text: wording.deeds(of: firing, on: world) + (isLate ? ", late" : ""), who: "")
  }
}

extension Wording {
  /// `meeting-missed: Offer two new times`, `hot-silent 3: moved to warm`, `two-week-alarm: superseded by warm-silent`
  package func deeds(of firing: Firing, on world: World) -> String {
    if let state = Wording.lateState(firing) { return "escalated: late for longer than \(state) allows" }
    let isLost = firing.supersededBy != nil
    var words: [String] = []
    for action in firing.actions {
      guard let deed = deed(action, of: firing, on: world) else { continue }
      if case .next = action {
        if !isLost { words.insert(deed, at: 0) }
      } else {
        words.append(deed)
      }
    }
    if let by = firing.supersededBy {
      words.append("superseded by " + (by == Firing.person ? "a person's move" : by))
    }
    return "\(Wording.rung(firing.key)): \(words.joined(separator: ", "))"
  }

  /// The state whose own escalation a firing is; nil for one of a rule.
  static func lateState(_ firing: Firing) -> String? {
    State.allCases.first { "state \($0.rawValue)" == firing.key.rule }?.rawValue
  }

  /// Nil for what stands beside the action it belongs to.
  private func deed(_ action: RuleAction, of firing: Firing, on world: World) -> String? {
    switch action {
    case .next(let template):
      let open = world.actions.first { $0.key == .firing(firing.key) }
      return open?.text ?? Wording.text(of: template, on: world.lead)
    case .draft: return nil
    case .move(.recycle, let park): return "parked" + (park.map { " for \($0)" } ?? "")
    case .move(let state, _): return "moved to \(state.rawValue)"
    case .escalate(let owner): return "escalated" + (owner.map { " to \($0)" } ?? "")
    case .decide(let decision): return "decision: \(decision)"
    case .tag(let word): return "+\(word)"
    case .untag(let word): return "-\(word)"
    case .close(let reason): return "closed dead: \(reason)"
    case .send, .notify, .run: return action.summary
    }
  }

  /// As it was then, as far as the lead still says so; the decision and the days of that moment are left in words.
  private static func text(of template: Template, on lead: Lead) -> String {
    Template.fill(template.text) { name in
      switch name {
      case "name": lead.title
      case "first": lead.name.split(separator: " ").first.map(String.init) ?? lead.title
      case "company": lead.company
      case "decision": "the decision"
      case "days": "some"
      default: nil
      }
    }
  }
}

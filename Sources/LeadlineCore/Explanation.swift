/// Why something stands on a lead: a firing, or a state's default (3-rules.md, 11).
package struct Explanation: Sendable {
  package enum Source: Sendable {
    case rule(Rule, rung: Int)
    /// The state's own default action.
    case fallback(StateBlock)
    /// The state's own escalation of what is late.
    case lateness(StateBlock)
    /// A person set it.
    case person(Event)
  }

  package var source: Source
  package var firing: Firing?
  package var action: Action?
  /// When the rules were adopted that it stands on.
  package var version: Instant?
  /// The fact that it answers, where one does.
  package var anchor: Event?
  /// What the trigger counted.
  package var evidence: [Event] = []
  /// The clock that passed.
  package var sum: ClockSum?
  /// Other firings that this one stood above, and still does.
  package var losers: [Firing] = []
  /// When its next rung is due; nil where none is, or it waits for our touch.
  package var nextRung: Instant?
}

extension Explanation {
  /// What stands on a lead now, each with its reasons: open actions by due, then rules' marks and moves that still hold.
  package static func all(of world: World, facts: [Event], versions: [Version]) -> [Explanation] {
    let actions = world.actions.sorted { $0.isSooner(than: $1) }.compactMap { action in
      explain(action, world, facts, versions)
    }
    let told = Set(world.actions.map(\.key))
    let marks = world.escalations.compactMap { escalation -> Explanation? in
      switch escalation.cause {
      case .rule(let key):
        if told.contains(.firing(key)) { return nil }
        return world.firings.last { $0.key == key }.flatMap { explain($0, world, facts, versions) }
      case .late:
        return world.firings.last { $0.at == escalation.since && $0.key.rule.hasPrefix("state ") }
          .flatMap { explain($0, world, facts, versions) }
      }
    }
    return actions + marks
  }

  private static func explain(_ action: Action, _ world: World, _ facts: [Event], _ versions: [Version])
    -> Explanation?
  {
    switch action.key {
    case .event(let id):
      return facts.first { $0.id == id }.map { Explanation(source: .person($0), action: action, anchor: $0) }
    case .firing(let key):
      if let firing = world.firings.last(where: { $0.key == key }) {
        var explanation = explain(firing, world, facts, versions)
        explanation?.action = action
        return explanation
      }
      guard let version = versions.last(where: { $0.from <= action.opened }), let state = world.state else {
        return nil
      }
      let block = version.rules[state]
      var explanation = Explanation(source: .fallback(block), action: action, version: version.from)
      if case .in(let interval) = block.next.timing {
        explanation.sum = version.calendar.calendar(for: world.lead.owner).sum(interval, from: action.opened)
      }
      return explanation
    }
  }

  /// Why a rung fired.
  package static func explain(_ firing: Firing, _ world: World, _ facts: [Event], _ versions: [Version]) -> Explanation?
  {
    guard let version = versions.last(where: { $0.from == firing.version }) else { return nil }
    let id = EventID(firing.key.anchor)
    var explanation: Explanation
    if let rule = version.rules.rule(named: firing.key.rule), rule.rungs.indices.contains(firing.key.rung - 1) {
      explanation = Explanation(source: .rule(rule, rung: firing.key.rung), firing: firing, version: version.from)
      let interval = firing.key.rung == 1 ? rule.when.interval : rule.rungs[firing.key.rung - 1].after
      if let start = firing.start, let interval { explanation.sum = version.calendar.sum(interval, from: start) }
    } else {
      guard let state = State.allCases.first(where: { "state \($0.rawValue)" == firing.key.rule }) else { return nil }
      let block = version.rules[state]
      explanation = Explanation(source: .lateness(block), firing: firing, version: version.from)
      if let start = firing.start { explanation.sum = version.calendar.sum(block.escalate, from: start) }
    }
    explanation.anchor = facts.first { $0.id == id }
    explanation.evidence = firing.evidence.compactMap { id in facts.first { $0.id == id } }
    explanation.losers = world.firings.filter { $0.supersededBy == firing.key.rule && $0.at >= firing.at }
    return explanation
  }
}

extension Trigger {
  /// The time that must pass, where one must.
  package var interval: Interval? {
    switch self {
    case .owed(let interval), .silent(let interval), .untouched(let interval), .unplanned(let interval),
      .promisePassed(let interval), .overdue(let interval), .inState(_, let interval), .atDecision(_, let interval),
      .absence(_, let interval, _), .lull(_, _, let interval):
      interval
    case .happens, .anySignal, .repeated, .again, .recycleEnds, .captured, .moved, .decided: nil
    }
  }
}

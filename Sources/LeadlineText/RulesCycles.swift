import LeadlineCore

/// Rules that cause one another without end, whatever happens outside (engine letter, 36). A rule that watches how a lead
/// comes to a state or decision, and moves it on, is a step from there; steps that lead back are a cycle.
struct RulesCycles {
  private enum Spot: Hashable {
    case state(State)
    case decision(String)
  }

  private struct Step {
    var rule: String
    var from: Spot
    var to: Spot
    var place: Place
  }

  /// Steps from a spot to others: of several between the same two the uppermost rule's.
  private var steps: [Spot: [Step]] = [:]

  /// One finding for each rule that closes a cycle with those above it, at its `do`.
  static func findings(in rules: [(rule: Rule, rungs: [Place])]) -> [Finding] {
    var atOnce = RulesCycles()
    var inTime = RulesCycles()
    var findings: [Finding] = []
    for (rule, places) in rules where !rule.isOff {
      guard let from = spot(rule.when) else { continue }
      let rungs = zip(rule.rungs, places).map { $0 }
      let endless = inTime.add(rule, rungs, from: from)
      if rule.when.takesNoTime, let cycle = atOnce.add(rule, Array(rungs.prefix(1)), from: from) {
        findings.append(noTime(cycle.rules, cycle.place))
      } else if let cycle = endless {
        findings.append(noEnd(cycle.rules, cycle.place))
      }
    }
    return findings
  }

  private static func spot(_ trigger: Trigger) -> Spot? {
    switch trigger {
    case .inState(let state, _), .moved(let state): .state(state)
    case .recycleEnds: .state(.recycle)
    case .atDecision(let decision, _), .decided(let decision): .decision(decision)
    case .happens, .anySignal, .repeated, .absence, .again, .lull, .owed, .silent, .untouched, .unplanned,
      .promisePassed, .overdue, .captured:
      nil
    }
  }

  /// Adds the steps of a rule that does not close the lead; answers the rules of a cycle that one of them closes.
  private mutating func add(
    _ rule: Rule, _ rungs: [(Rung, Place)], from: Spot
  ) -> (rules: [String], place: Place)? {
    guard !rungs.contains(where: { $0.0.actions.contains(where: \.closes) }) else { return nil }
    var cycle: (rules: [String], place: Place)?
    for step in RulesCycles.steps(rule.name, rungs, from: from) {
      if cycle == nil, let way = way(from: step.to, to: from) { cycle = ([rule.name] + way + [rule.name], step.place) }
      if steps[from, default: []].allSatisfy({ $0.to != step.to }) { steps[from, default: []].append(step) }
    }
    return cycle
  }

  /// Where the rungs bring a lead, one after the other. A move to where it stands is none.
  private static func steps(_ rule: String, _ rungs: [(Rung, Place)], from: Spot) -> [Step] {
    var state: Spot?
    var decision: Spot?
    switch from {
    case .state: state = from
    case .decision: decision = from
    }
    var steps: [Step] = []
    for (rung, place) in rungs {
      for action in rung.actions {
        switch action {
        case .move(let to, _) where state != .state(to):
          state = .state(to)
          steps.append(Step(rule: rule, from: from, to: .state(to), place: place))
        case .decide(let to) where decision != .decision(to):
          decision = .decision(to)
          steps.append(Step(rule: rule, from: from, to: .decision(to), place: place))
        case .move, .decide, .next, .draft, .send, .escalate, .tag, .untag, .notify, .run, .close: break
        }
      }
    }
    return steps
  }

  /// The rules on the shortest way between two spots; empty where they are one, nil where there is none.
  private func way(from start: Spot, to end: Spot) -> [String]? {
    var ways: [Spot: [String]] = [start: []]
    var next = [start]
    var at = 0
    while at < next.count {
      let spot = next[at]
      at += 1
      guard let way = ways[spot] else { continue }
      if spot == end { return way }
      for step in steps[spot, default: []] where ways[step.to] == nil {
        ways[step.to] = way + [step.rule]
        next.append(step.to)
      }
    }
    return nil
  }

  private static func noTime(_ rules: [String], _ place: Place) -> Finding {
    Finding(
      at: place, "a cycle in which no time passes: \(rules.joined(separator: " → "))",
      instead: "let one of them watch in STATE for D or at DECISION for D, or leave one out")
  }

  private static func noEnd(_ rules: [String], _ place: Place) -> Finding {
    Finding(
      at: place, "this repeats without end: \(rules.joined(separator: " → "))",
      instead: "let one of them watch silent for D, or close the lead")
  }
}

extension Trigger {
  /// Fires at the instant of a move or decision.
  fileprivate var takesNoTime: Bool {
    switch self {
    case .moved, .decided: true
    case .happens, .anySignal, .repeated, .absence, .again, .lull, .owed, .silent, .untouched, .unplanned,
      .promisePassed, .overdue, .inState, .atDecision, .recycleEnds, .captured:
      false
    }
  }
}

extension RuleAction {
  fileprivate var closes: Bool {
    switch self {
    case .close: true
    case .next, .draft, .send, .move, .escalate, .decide, .tag, .untag, .notify, .run: false
    }
  }
}

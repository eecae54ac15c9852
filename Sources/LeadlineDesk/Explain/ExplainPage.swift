import LeadlineCore
import LeadlineText

/// All that the popup says of one lead, before it is folded to a screen.
struct ExplainPage: Hashable, Sendable {
  var title: String
  var rows: [ExplainModel.Row]
}

extension PaneSource {
  /// `ofSilence`: asked from a list of the silent, where the silence itself is in question first.
  func explainPage(_ world: World, ofSilence: Bool) -> ExplainPage {
    let explainer = Explainer(wording)
    var parts: [[ExplainModel.Row]] = []
    if ofSilence { parts.append(silenceRows(world)) }
    let explanations = pipeline.explanations(of: world.lead.id)
    parts += explanations.map { explanation in
      let lines = explainer.lines(explanation, on: world)
      return [ExplainModel.Row(.head, lines.head)]
        + lines.lines.map { ExplainModel.Row(.fact, label: $0.label, $0.text) }
    }
    if explanations.isEmpty { parts.append([ExplainModel.Row(.head, standing(world))]) }
    parts.append(notFired(world, explainer))
    parts.append([ExplainModel.Row(.fact, label: "SHELL", "leadline why \(world.lead.id.text)")])
    return ExplainPage(
      title: title(world, ofSilence: ofSilence),
      rows: Array(parts.filter { !$0.isEmpty }.joined(separator: [ExplainModel.Row(.blank)])))
  }

  private func title(_ world: World, ofSilence: Bool) -> String {
    let name = world.lead.title
    if !world.isOpen { return "why is \(name) closed?" }
    if ofSilence, world.silentDays(now, zone) != nil { return "why is \(name) silent?" }
    if world.isAsleep { return "why does \(name) wait for triage?" }
    guard let next = world.next else { return "why is nothing next on \(name)?" }
    switch urgency(next) {
    case .overdue: return "why is \(name) \(world.isEscalated ? "escalated" : "overdue")?"
    case .today: return "why is \(name) due today?"
    case .later, .parked, .asleep:
      return world.state == .recycle ? "why is \(name) parked?" : "why is \(name) due \(wording.near(next.due.day))?"
    }
  }

  /// What there is to say of a lead on which nothing stands.
  private func standing(_ world: World) -> String {
    if case .closed(let closing, let at) = world.stage {
      return "\(world.lead.title): closed \(closing.ending.rawValue), \(closing.reason), \(wording.stamp(at))"
    }
    if world.isAsleep { return "\(world.lead.title): imported, and asleep until something happens on it" }
    return "\(world.lead.title): \(world.promise?.isPassed == false ? "their promise stands" : "nothing stands on it")"
  }

  private func silenceRows(_ world: World) -> [ExplainModel.Row] {
    guard let days = world.silentDays(now, zone), let run = world.clocks.run else { return [] }
    var rows = [
      ExplainModel.Row(.head, "\(world.lead.title): silent \(days)d, after \(after(world))"),
      ExplainModel.Row(
        .fact, label: "SINCE", wording.stamp(run.began) + (run.touches > 1 ? ", \(run.touches) touches" : "")),
    ]
    if world.state != .recycle {
      rows.append(ExplainModel.Row(.fact, label: "WINDOW", windowWords(world)))
    }
    let ends = "any answer of theirs, a promise, a booked meeting; a move starts it anew"
    rows.append(ExplainModel.Row(.fact, label: "ENDS", ends))
    return rows
  }

  // MARK: what did not fire

  static let mostNotFired = 4

  /// A few rules that did not fire, those first that are nearest to it.
  private func notFired(_ world: World, _ explainer: Explainer) -> [ExplainModel.Row] {
    guard world.isOpen, !world.isAsleep, let rules = version?.rules.list else { return [] }
    // One that fired for something that was there when the lead came in says so no more once that is past.
    let fired = Set(world.firings.map(\.key.rule))
    let answers = rules.filter { !$0.isOff && !($0.when == .captured && fired.contains($0.name)) }.map {
      ($0, pipeline.whyNot($0.name, on: world.lead.id))
    }
    let told = answers.enumerated().compactMap { index, answer in
      answer.1.distance(of: answer.0, on: world).map {
        (distance: $0, index: index, name: answer.0.name, whyNot: answer.1)
      }
    }.sorted { a, b in
      if a.distance != b.distance { return a.distance < b.distance }
      let (x, y) = (a.whyNot.at ?? .latest, b.whyNot.at ?? .latest)
      return x == y ? a.index < b.index : x < y
    }
    if told.isEmpty { return [] }
    return [ExplainModel.Row(.title, "Considered and not fired")]
      + told.prefix(Self.mostNotFired).map { ExplainModel.Row(.rule, label: $0.name, explainer.brief($0.whyNot)) }
  }
}

extension WhyNot {
  /// How far a rule was from firing, for the order in which a person wants to hear of them; nil for one that fired.
  fileprivate func distance(of rule: Rule, on world: World) -> Int? {
    // A rule for leads in another state, or for new ones, is far from this one.
    let isElsewhere = rule.conditions.contains { condition in
      if case .state(let states, let isNot) = condition, let state = world.state {
        return states.contains(state) == isNot
      }
      return condition == .neverTouched && world.lastTouch != nil
    }
    switch reason {
    case .running, .fired, .unknownRule, .notAdopted, .switchedOff, .asleep, .mergedAway, .closed: return nil
    case .waiting, .plan, .away: return at == nil ? 2 : 0
    case .stopped: return 0
    case .counted(_, let count): return count > 0 ? 1 : isElsewhere ? 5 : 4
    case .excepted, .resting: return 1
    case .fails: return at != nil ? 2 : isElsewhere || rule.when == .captured ? 5 : 3
    case .notStarted: return isElsewhere ? 5 : 4
    }
  }
}

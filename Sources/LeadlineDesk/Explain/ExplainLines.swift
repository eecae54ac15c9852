package import LeadlineCore
import LeadlineText

/// An explanation in words: a head, and lines under labels. The shell and the screen say the same.
package struct ExplainLines: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// `SIGNAL`, `CLOCK`; empty where the line goes on.
    package var label: String
    package var text: String

    package init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  package var head: String
  package var lines: [Line] = []
}

/// Words an explanation for one person at one moment.
package struct Explainer: Sendable {
  let wording: Wording

  package init(_ wording: Wording) { self.wording = wording }

  package func lines(_ explanation: Explanation, on world: World) -> ExplainLines {
    var out = ExplainLines(head: head(explanation, world))
    func add(_ label: String, _ text: String) {
      if !text.isEmpty { out.lines.append(ExplainLines.Line(label, text)) }
    }
    switch explanation.source {
    case .person(let event):
      add("SET", "by \(wording.person(event.by)), \(wording.moment(event.at))")
      add("BECAUSE", explanation.action?.cause.map { wording.cause($0, in: world) } ?? "")
      add("ENDS", "only when somebody does it, dismisses it or closes the lead: no rule removes it")
      return out
    case .fallback(let block):
      add("MEANS", block.means)
      add("WHY", "nothing else is open on the lead: the default of \(block.state.rawValue) stands")
      add("BEGAN", explanation.action.map { wording.stamp($0.opened) } ?? "")
    case .lateness(let block):
      add("MEANS", "late for longer than \(block.state.rawValue) allows: \(block.escalate)")
    case .rule(let rule, let rung):
      add("RULE", ruleLine(rule, rung, explanation))
      add("MEANS", rule.means)
      add("WHEN", RulesWriter.trigger(rule.when))
      if let anchor = explanation.anchor, explanation.evidence.isEmpty { add("SINCE", fact(anchor)) }
    }
    add("SIGNAL", evidence(explanation.evidence))
    for (index, line) in clock(explanation).enumerated() { add(index == 0 ? "CLOCK" : "", line) }
    if let firing = explanation.firing { add("ACTION", firing.actions.map(RulesWriter.action).joined(separator: "; ")) }
    if let by = explanation.firing?.supersededBy {
      add("LOST TO", by == Firing.person ? "your own move at that moment" : "rule \(by)")
    }
    if !explanation.losers.isEmpty { add("ABOVE", explanation.losers.map(loser).joined(separator: " · ")) }
    add("ENDS", ends(explanation))
    return out
  }

  private func head(_ explanation: Explanation, _ world: World) -> String {
    if let action = explanation.action {
      return "\(world.lead.title): \(action.text), due \(wording.due(action.due))"
    }
    guard let firing = explanation.firing else { return world.lead.title }
    return "\(world.lead.title): \(firing.actions.map(\.summary).joined(separator: ", ")), \(wording.moment(firing.at))"
  }

  private func ruleLine(_ rule: Rule, _ rung: Int, _ explanation: Explanation) -> String {
    let step = rule.rungs.count > 1 ? ", step \(rung) of \(rule.rungs.count)" : ""
    let fired = explanation.firing.map { ", fired \(wording.stamp($0.at))" } ?? ""
    let since = explanation.version.map { ", in force since \(wording.date(wording.zone.day(at: $0)))" } ?? ""
    return rule.name + step + fired + since
  }

  private func loser(_ firing: Firing) -> String { "\(firing.key.rule) (\(wording.moment(firing.at)))" }

  /// `proposal.viewed 3×: Sat 18:22, Sun 19:10, today 08:41`
  func evidence(_ events: [Event]) -> String {
    var kinds: [String] = []
    var times: [String: [String]] = [:]
    for event in events {
      let kind = Explainer.name(of: event.fact)
      if times[kind] == nil { kinds.append(kind) }
      times[kind, default: []].append(wording.moment(event.at))
    }
    return kinds.map { kind in
      let all = times[kind] ?? []
      return "\(kind)\(all.count > 1 ? " \(all.count)×" : ""): \(all.joined(separator: ", "))"
    }.joined(separator: " · ")
  }

  func fact(_ event: Event) -> String { "\(Explainer.name(of: event.fact)), \(wording.stamp(event.at))" }

  static func name(of fact: Fact) -> String {
    switch fact {
    case .signal(let signal): return signal.kind.name
    case .touch(let touch): return "our \(touch.channel.rawValue) \(touch.outcome.rawValue)"
    case .lead: return "captured"
    case .move(let move): return "moved to \(move.state.rawValue)"
    case .promise: return "their promise"
    default: return LineParts(fact).kind
    }
  }

  // MARK: clocks

  private func clock(_ explanation: Explanation) -> [String] {
    guard let sum = explanation.sum else { return [] }
    var lines = ["\(wording.stamp(sum.start)) + \(sum.interval) = \(wording.stamp(sum.end))"]
    let skipped = skipped(sum.skipped)
    if !skipped.isEmpty { lines.append("skipped " + skipped) }
    if let firing = explanation.firing, firing.at > sum.end {
      lines.append("held until \(wording.stamp(firing.at)): a plan, an absence or a condition came first")
    }
    if let action = explanation.action, let firing = explanation.firing, action.deadline > firing.at {
      lines.append("due moved to \(wording.stamp(action.deadline)): its timing, the gap after our touch, working hours")
    }
    return lines
  }

  /// The nights, weekends and holidays that a clock skipped; neighbours are told together.
  func skipped(_ skips: [ClockSum.Skip]) -> String {
    var words: [String] = []
    for skip in skips {
      switch skip {
      case .night(let from, let to): words.append("\(wording.moment(from)) to \(wording.moment(to))")
      case .weekend(let day): words.append(wording.fullDate(day))
      case .holiday(let day): words.append("\(wording.fullDate(day)) (holiday)")
      case .leave(let day): words.append("\(wording.fullDate(day)) (day off)")
      }
    }
    return words.count > 8
      ? (words.prefix(7) + ["and \(words.count - 7) more"]).joined(separator: ", ") : words.joined(separator: ", ")
  }

  /// `taken back: hot-silent of Wed 25 Nov 10:00 (next, draft advance), by replied of Tue 24 Nov 15:00, recorded Thu …`
  package func sentence(_ retraction: Retraction) -> String {
    let firing = retraction.firing
    let fact = retraction.by
    return "taken back: \(firing.key.rule) of \(wording.stamp(firing.at))"
      + " (\(firing.actions.map(\.summary).joined(separator: ", "))), by \(Explainer.name(of: fact.fact))"
      + " of \(wording.stamp(fact.at)), recorded \(wording.stamp(fact.time))"
  }

  // MARK: what ends it

  private func ends(_ explanation: Explanation) -> String {
    switch explanation.source {
    case .person: ""
    case .fallback: "a touch, or any action that somebody sets or a rule opens"
    case .lateness: "a touch, a plan, or doing what is late"
    case .rule(let rule, _):
      switch rule.when {
      case .owed, .captured: "our touch, a promise, a booked meeting, a park or close, your dismissal"
      case .untouched: "any touch of ours, an answer, a promise, a meeting, a move or close, your dismissal"
      case .silent, .happens, .anySignal, .repeated, .absence, .again, .lull, .unplanned, .promisePassed, .overdue,
        .inState, .atDecision, .recycleEnds, .moved, .decided:
        "any answer of theirs, a promise, a booked meeting, your move, park or close, your dismissal"
      }
    }
  }
}

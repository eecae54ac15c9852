package import LeadlineCore
import LeadlineText

/// Why a rule did not fire, in one sentence, and when that changes.
extension Explainer {
  package func sentence(_ whyNot: WhyNot) -> String {
    whyNot.at == nil ? brief(whyNot) + never(whyNot.reason) : brief(whyNot)
  }

  /// The same without "never by itself", for where several stand together.
  package func brief(_ whyNot: WhyNot) -> String {
    let reason = reason(whyNot.reason)
    return whyNot.at.map { "\(reason); as things stand, on \(wording.stamp($0))" } ?? reason
  }

  private func reason(_ reason: WhyNot.Reason) -> String {
    switch reason {
    case .unknownRule: "no rule in force has this name"
    case .switchedOff: "the rule is off"
    case .notAdopted: "no rules are in force"
    case .closed: "the lead is closed, and no rule looks at closed leads"
    case .asleep: "the lead came by an import and sleeps until something happens on it"
    case .mergedAway: "the lead was merged into another"
    case .stopped(let at):
      "the rule caused itself in a chain on \(wording.stamp(at)), and was stopped until the next adoption"
    case .running(_, let rung, let since):
      "it did fire: its ladder runs since \(wording.stamp(since)), step \(rung)"
    case .fired(_, let at): "it did fire, on \(wording.stamp(at)), and fires once for each cause"
    case .resting: "it rests after its last firing (cooldown)"
    case .notStarted(let trigger): notStarted(trigger)
    case .waiting(let trigger, let since, let until):
      "\(RulesWriter.trigger(trigger)): runs since \(wording.stamp(since)), passes on \(wording.stamp(until))"
    case .counted(let trigger, let count): "\(RulesWriter.trigger(trigger)): \(count) so far"
    case .fails(let condition): "its condition does not hold: \(RulesWriter.condition(condition))"
    case .excepted(let condition): "its exception holds: \(RulesWriter.condition(condition))"
    case .plan: "what a person planned comes first"
    case .away: "they are away"
    }
  }

  private func notStarted(_ trigger: Trigger) -> String {
    switch trigger {
    case .owed: "nothing is owed: no message of theirs waits for an answer"
    case .silent: "no silence runs: we have not touched them since their last answer"
    case .untouched: "nobody knows since when the lead is untouched"
    case .unplanned: "something is planned"
    case .promisePassed: "no promise of theirs is open"
    case .overdue: "nothing is overdue"
    case .inState(let state, _): "the lead is not in \(state.rawValue)"
    case .atDecision(let decision, _): "the lead is not at \(decision)"
    case .recycleEnds: "the lead is not parked"
    case .captured: "it was there before the rule was in force"
    case .moved(let state): "nobody moved it to \(state.rawValue) since the rule is in force"
    case .decided(let decision): "nobody decided \(decision) since the rule is in force"
    case .absence(_, _, let after): "no \(after.name) waits for an answer"
    case .happens, .anySignal, .repeated, .again, .lull: "\(RulesWriter.trigger(trigger)): has not happened"
    }
  }

  /// What can change it where time alone does not.
  private func never(_ reason: WhyNot.Reason) -> String {
    switch reason {
    case .unknownRule, .switchedOff, .notAdopted, .stopped: "; only an adoption changes that"
    case .closed: "; reopening it changes that"
    case .mergedAway: ""
    case .asleep, .running, .fired, .resting, .notStarted, .waiting, .counted, .fails, .excepted, .plan, .away:
      "; never by itself, only by what happens"
    }
  }
}

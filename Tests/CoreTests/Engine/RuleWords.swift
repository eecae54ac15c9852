import LeadlineCore

/// Rules as a test tells them.
extension Interval {
  /// `2wd`; a test that writes it wrong gets nothing at all.
  init(say text: String) { self = Interval(text) ?? Interval(amount: 0, unit: .minutes) }
}

extension Happening {
  static let viewed = Happening.signal(.proposalViewed)
  static let replied = Happening.signal(.replied)
  static let sent = Happening.touch(.proposal, .sent)
}

func rule(
  _ name: String, _ when: Trigger, if conditions: [Condition] = [], unless exceptions: [Condition] = [],
  cooldown: String? = nil, off: Bool = false, _ rungs: Rung...
) -> Rule {
  Rule(
    name, means: "?", when: when, conditions: conditions, exceptions: exceptions,
    rungs: rungs.isEmpty ? [Rung([ask(name)])] : rungs, cooldown: cooldown.map(Interval.init(say:)), isOff: off)
}

/// The rule `r`.
func rule(
  _ when: Trigger, if conditions: [Condition] = [], unless exceptions: [Condition] = [], cooldown: String? = nil,
  off: Bool = false, _ rungs: Rung...
) -> Rule {
  Rule(
    "r", means: "?", when: when, conditions: conditions, exceptions: exceptions,
    rungs: rungs.isEmpty ? [Rung([ask("r")])] : rungs, cooldown: cooldown.map(Interval.init(say:)), isOff: off)
}

func ask(_ text: String, _ timing: Template.Timing = .now) -> RuleAction { .next(Template(text, timing)) }

func after(_ interval: String, _ actions: RuleAction...) -> Rung { Rung(after: Interval(say: interval), actions) }

func first(_ actions: RuleAction...) -> Rung { Rung(actions) }

extension Version {
  /// The same version with these rules, in force from another moment on if one is given.
  func with(_ rules: [Rule], from: String? = nil) -> Version {
    var whole = self.rules
    whole.list = rules
    return Version(from: from.map(Story.when) ?? self.from, rules: whole, settings: settings, calendar: calendar)
  }
}

extension Story {
  /// A captured lead (Monday 09:00 unless told otherwise) under these rules.
  init(rules: Rule..., captured: String = "mon 09:00", state: State? = nil, _ fill: (inout Capture) -> Void = { _ in })
  {
    self.init(captured: captured) { capture in
      capture.state = state
      fill(&capture)
    }
    versions = [Story.version(from: "mon 00:00").with(rules)]
  }

  /// What the rules did by then, one line each: `r/1 2026-11-25 10:00`, with `< q` where q stood above it.
  func firings(_ now: String) -> [String] {
    world(now).firings.filter { !$0.key.rule.hasPrefix("state ") }.map { firing in
      "\(firing.key.rule)/\(firing.key.rung) \(say(firing.at, versions[0].calendar.zone))"
        + (firing.supersededBy.map { " < \($0)" } ?? "")
    }
  }

  /// The open actions of rules, with when they are due.
  func asked(_ now: String) -> [String] {
    world(now).actions.compactMap { action in
      guard case .rule(let rule) = action.author else { return nil }
      return "\(rule) \(say(action.deadline, versions[0].calendar.zone))"
    }
  }
}

/// One rule: a trigger, conditions, and what it asks for, rung by rung (3-rules.md, 2).
package struct Rule: Hashable, Sendable {
  /// Lower case, digits, `-`; unique in the file. It is the rule's identity across versions.
  package var name: String
  /// What the behaviour says about the buyer.
  package var means: String
  package var when: Trigger
  /// All of these must hold when the first rung fires.
  package var conditions: [Condition]
  /// None of these may hold then.
  package var exceptions: [Condition]
  /// At least one; the first fires with the trigger.
  package var rungs: [Rung]
  /// How long the rule rests on a lead after its last rung fired.
  package var cooldown: Interval?
  /// Read, checked and shown; never fires.
  package var isOff: Bool
  package var tests: [RuleTest]

  package init(
    _ name: String, means: String, when: Trigger, conditions: [Condition] = [], exceptions: [Condition] = [],
    rungs: [Rung], cooldown: Interval? = nil, isOff: Bool = false, tests: [RuleTest] = []
  ) {
    self.name = name
    self.means = means
    self.when = when
    self.conditions = conditions
    self.exceptions = exceptions
    self.rungs = rungs
    self.cooldown = cooldown
    self.isOff = isOff
    self.tests = tests
  }
}

/// One step of a ladder.
package struct Rung: Hashable, Sendable {
  /// How long after the rung before, or after our latest touch if that is later. Nil for the first.
  package var after: Interval?
  /// In the written order; carried out in the order of the engine letter, 11.
  package var actions: [RuleAction]

  package init(after: Interval? = nil, _ actions: [RuleAction]) {
    self.after = after
    self.actions = actions
  }
}

/// What a rung asks for (3-rules.md, 6).
package enum RuleAction: Hashable, Sendable {
  case next(Template)
  /// A draft beside the action, from the message of this name; of no name: the best by intent and decision.
  case draft(Intent, name: String?)
  case send(Intent, name: String)
  /// `park`: for recycle only, how long.
  case move(State, park: Interval?)
  /// `to`: the new owner; nil marks the lead only.
  case escalate(to: String?)
  case decide(String)
  case tag(String)
  case untag(String)
  case notify(String)
  case run(String)
  /// `close dead because "REASON"`.
  case close(reason: String)
}

/// An example in the file (engine letter, 39): the rule alone, on a lead captured Monday 00:00 of a week without
/// holidays.
package struct RuleTest: Hashable, Sendable {
  /// A moment of the example's weeks: `@mon 10:00`, `@tue+1w 09:00`.
  package struct Moment: Hashable, Sendable {
    package var weekday: Weekday
    package var weeks: Int
    /// Minutes since midnight.
    package var minute: Int

    package init(_ weekday: Weekday, weeks: Int = 0, minute: Int) {
      self.weekday = weekday
      self.weeks = weeks
      self.minute = minute
    }
  }

  package enum Step: Hashable, Sendable {
    case happening(Happening)
    /// A person moves the lead; `park` for recycle.
    case move(State, park: Interval?)
    /// A person decides where the lead stands.
    case decide(String)
    /// The buyer names a day by which they will answer.
    case promise(Weekday, weeks: Int)
  }

  package struct Event: Hashable, Sendable {
    package var step: Step
    package var at: Moment

    package init(_ step: Step, at: Moment) {
      self.step = step
      self.at = at
    }
  }

  package enum Outcome: Hashable, Sendable {
    /// This rung fires at this moment.
    case fires(rung: Int, at: Moment)
    /// No rung fires within the weeks that the events span and 26 more.
    case quiet
  }

  package var events: [Event]
  package var outcome: Outcome

  package init(_ events: [Event], _ outcome: Outcome) {
    self.events = events
    self.outcome = outcome
  }
}

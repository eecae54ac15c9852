/// What rules watch for: a signal of the buyer, or a touch of ours as CHANNEL.OUTCOME (engine letter, 5).
package enum Happening: Hashable, Sendable {
  case signal(SignalKind)
  case touch(Channel, TouchOutcome)

  /// As the rules file and the explanations name it: `proposal.viewed`, `proposal.sent`.
  package var name: String {
    switch self {
    case .signal(let kind): kind.name
    case .touch(let channel, let outcome): "\(channel.rawValue).\(outcome.rawValue)"
    }
  }
}

/// `when …`: what makes a rule fire, and at which instant (3-rules.md, 4).
package enum Trigger: Hashable, Sendable {
  /// Each of these.
  case happens([Happening])
  /// Any medium or strong signal but away, bounced, unsubscribed.
  case anySignal
  case repeated(Happening, times: Int, within: Interval)
  case absence(of: [Happening], within: Interval, after: Happening)
  case again(Happening, after: Interval)
  case lull(signals: Int, within: Interval, quiet: Interval)
  case owed(Interval)
  case silent(Interval)
  case untouched(Interval)
  case unplanned(Interval)
  case promisePassed(Interval)
  case overdue(Interval)
  case inState(State, Interval)
  case atDecision(String, Interval)
  case recycleEnds
  case captured
  case moved(State)
  case decided(String)

  /// Fires at the first instant at which trigger and conditions hold, once for each anchor; the other forms look at the
  /// conditions at their instant only.
  package var isLevel: Bool {
    switch self {
    case .owed, .silent, .untouched, .unplanned, .promisePassed, .overdue, .inState, .atDecision: true
    case .happens, .anySignal, .repeated, .absence, .again, .lull, .recycleEnds, .captured, .moved, .decided: false
    }
  }

  /// The ladder answers what we owe: it ends with our touch, not with the buyer's next message.
  package var isDebt: Bool {
    switch self {
    case .owed, .captured: true
    case .happens, .anySignal, .repeated, .absence, .again, .lull, .silent, .untouched, .unplanned, .promisePassed,
      .overdue, .inState, .atDecision, .recycleEnds, .moved, .decided:
      false
    }
  }

  /// Watches the buyer's silence: it waits for a person's plan, and while they are away.
  package var isSilence: Bool { if case .silent = self { true } else { false } }

  /// What it asks for may come sooner than the state's gap after our last touch (engine letter, 13).
  package var isExemptFromGap: Bool {
    switch self {
    case .owed, .promisePassed: true
    case .happens(let list): list == [.signal(.meetingMissed)]
    case .anySignal, .repeated, .absence, .again, .lull, .silent, .untouched, .unplanned, .overdue, .inState,
      .atDecision, .recycleEnds, .captured, .moved, .decided:
      false
    }
  }
}

/// `if …` and `unless …` (3-rules.md, 5).
package enum Condition: Hashable, Sendable {
  case state([State], isNot: Bool)
  case decision([String], isNot: Bool)
  /// In minor units of whatever currency the lead's value has; a lead without a value is neither.
  case valueOver(Int64)
  case valueUnder(Int64)
  case owner(String)
  case source(String)
  case tag(String)
  case currency(String)
  /// Happened within so long.
  case seen(Happening, within: Interval)
  case notSeen(Happening, within: Interval)
  /// Any answer of the buyer within so long (`replied in D`).
  case answered(within: Interval)
  case notAnswered(within: Interval)
  /// No touch of ours and no imported last contact.
  case neverTouched
  /// More moves into recycle than this since the buyer's last answer.
  case recycledOver(Int)
  /// More unanswered touches in this run than this.
  case touchesOver(Int)
  /// Percent.
  case momentumUnder(Int)
  case promisePending
  case hasEmail
  case hasPhone
  case workingHours

  /// `state is …` and `decision is …` go on holding while a ladder runs, or it ends (engine letter, 4).
  package var isStanding: Bool {
    switch self {
    case .state, .decision: true
    case .valueOver, .valueUnder, .owner, .source, .tag, .currency, .seen, .notSeen, .answered, .notAnswered,
      .neverTouched, .recycledOver, .touchesOver, .momentumUnder, .promisePending, .hasEmail, .hasPhone,
      .workingHours:
      false
    }
  }
}

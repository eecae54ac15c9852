/// One lead, whole: who, where, what next and why, the clocks, momentum and the timeline.
package struct DetailModel: Hashable, Sendable {
  package var id = ""
  package var name = ""
  package var company = ""
  package var state = StateName.warm
  /// `12 Nov`
  package var since = ""
  /// `11 Jan`, of a parked lead.
  package var until = ""
  package var value = ""
  /// `me`, or the owner's name
  package var owner = ""
  package var role = ""
  package var emails: [String] = []
  package var phones: [String] = []
  package var url = ""
  /// `referral: Bo Lindqvist`
  package var via = ""
  package var tags: [String] = []
  /// Further people: `Dr. Kern <kern@acme.example>, signs`
  package var persons: [String] = []
  package var isObjecting = false
  /// Why and when a closed lead ended: `lost: price, 12 Nov`.
  package var closed = ""
  package var decisions = DecisionModel()
  package var next: NextModel?
  package var promise: PromiseModel?
  package var silent = ClockModel()
  package var untouched = ClockModel()
  package var owed = ClockModel()
  package var unplanned = ClockModel()
  package var momentum = MomentumModel()
  /// In view, newest first.
  package var timeline: [TimelineModel] = []
  package var hiddenAbove = 0
  package var hiddenBelow = 0

  package init() {}
}

/// The path of decisions.
package struct DecisionModel: Hashable, Sendable {
  package var names: [String] = []
  /// The one being made: an index into `names`; nil where the lead stands at one that the book does not name.
  package var current: Int?
  package var isDone = false
  /// `Thu 12 Nov`
  package var since = ""
  /// `12 Nov`
  package var sinceShort = ""
  /// `4/5 approval`
  package var text = ""

  package init() {}
}

package struct NextModel: Hashable, Sendable {
  package var when: WhenModel
  /// `today 10:00`, `Wed 25 Nov`
  package var date: String
  /// `call: Agree who signs`
  package var text: String
  /// `me`, `mia`, or empty where a rule or a state's default set it
  package var who: String
  package var isByRule: Bool
  /// `proposal viewed 3×, today 08:41`
  package var because: String
  /// What the rule that set it says of the buyer; empty where no rule did.
  package var meaning: String
  package var isEscalated: Bool

  package init(
    when: WhenModel, date: String, text: String, who: String, isByRule: Bool, because: String, meaning: String = "",
    isEscalated: Bool = false
  ) {
    self.when = when
    self.date = date
    self.text = text
    self.who = who
    self.isByRule = isByRule
    self.because = because
    self.meaning = meaning
    self.isEscalated = isEscalated
  }
}

package struct PromiseModel: Hashable, Sendable {
  /// `Wed 25 Nov`
  package var date: String
  package var text: String
  package var isPassed: Bool

  package init(date: String, text: String, isPassed: Bool) {
    self.date = date
    self.text = text
    self.isPassed = isPassed
  }
}

/// One of the clocks: how long, and what it runs from or what holds it.
package struct ClockModel: Hashable, Sendable {
  /// `21d`, or `–` where it does not run
  package var text = "–"
  /// `since Mon 2 Nov 09:05, call reached`
  package var because = ""
  package var isOver = false

  package init(_ text: String = "–", because: String = "", isOver: Bool = false) {
    self.text = text
    self.because = because
    self.isOver = isOver
  }
}

package struct MomentumModel: Hashable, Sendable {
  /// 0...100
  package var percent = 0
  /// Seven weeks, oldest first, each 0...4.
  package var weeks: [Int] = []
  /// `3wd (hot)`
  package var halfLife = ""
  /// `rising: 81 a week ago`
  package var trend = ""
  /// The three largest terms: `+1.08`, `call reached, Thu 15:30`
  package var terms: [HintModel] = []

  package init() {}
}

package struct TimelineModel: Hashable, Sendable {
  package enum Sign: Hashable, Sendable { case signal, weak, sent, call, promise, action, rule, captured, other }

  /// `23 Nov`
  package var date: String
  /// `08:41`
  package var time: String
  package var sign: Sign
  package var text: String
  package var who: String
  /// Taken back: shown struck, kept for the record.
  package var isUndone: Bool

  package init(date: String, time: String, sign: Sign, text: String, who: String, isUndone: Bool = false) {
    self.date = date
    self.time = time
    self.sign = sign
    self.text = text
    self.who = who
    self.isUndone = isUndone
  }
}

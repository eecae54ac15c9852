import LeadlineCore
import LeadlineTestKit
import LeadlineText

/// Rules at random, all of which can be written in a file: every trigger, condition, action and step.
struct RandomRules {
  var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  /// A book whose words are easily taken for others.
  static let settings: BookSettings = {
    var settings = BookSettings()
    settings.decisions = ["safety", "commit", "or", "not", "größe", "7"]
    settings.confidences = [SignalKind("demo.started"): .strong, SignalKind("no"): .medium, SignalKind("3"): .medium]
    return settings
  }()

  private static let texts =
    awkwardTexts.filter { text in
      !text.contains("\n") && !text.contains("\r\n") && !text.allSatisfy { $0 == " " }
        && Template.fields(of: text).isEmpty
    } + ["{first} at {company}", "a; b, c => d", "# no comment", "over"]

  mutating func rules() -> Rules {
    let count = Int(dice.next() % 5)
    return Rules(
      hot: block(.hot), warm: block(.warm), recycle: block(.recycle),
      list: (0..<count).map { rule("rule-\($0)") })
  }

  private mutating func text() -> String { dice.pick(RandomRules.texts) }
  private mutating func interval(_ least: Int = 1) -> Interval {
    Interval(amount: max(least, dice.pick([0, 1, 2, 7, 90, 999_999])), unit: dice.pick(Interval.Unit.allCases))
  }
  private mutating func decision() -> String { dice.pick(RandomRules.settings.decisions) }
  private mutating func state() -> State { dice.pick(State.allCases) }
  private mutating func count() -> Int { dice.pick([1, 2, 3, 40, 999]) }

  private mutating func happening() -> Happening {
    dice.chance(30)
      ? .touch(dice.pick(Channel.allCases), dice.pick(TouchOutcome.allCases))
      : .signal(dice.pick(RandomRules.settings.kinds.filter { $0 != .emailOpened && !$0.isNotice }))
  }

  private mutating func some<Value>(_ most: Int, _ value: (inout RandomRules) -> Value) -> [Value] {
    (0..<1 + Int(dice.next() % UInt64(most))).map { _ in value(&self) }
  }

  private mutating func template(_ timings: [Template.Timing] = []) -> Template {
    let timing = dice.pick(timings + [.in(interval(0)), .now, .today, .at(Int(dice.next() % 1440))])
    return Template(text(), timing, by: dice.pick([nil, .call, .mail, .message, .meeting]))
  }

  private mutating func block(_ state: State) -> StateBlock {
    StateBlock(
      state: state, means: text(), next: template(state == .recycle ? [.whenParkEnds] : []), escalate: interval(0),
      gap: interval(0), halfLife: interval())
  }

  private mutating func rule(_ name: String) -> Rule {
    let rungs = [Rung(actions())] + (0..<Int(dice.next() % 3)).map { _ in Rung(after: interval(), actions()) }
    return Rule(
      name, means: text(), when: trigger(), conditions: dice.chance(50) ? some(3) { $0.condition() } : [],
      exceptions: dice.chance(50) ? some(3) { $0.condition() } : [], rungs: rungs,
      cooldown: dice.chance(30) ? interval() : nil, isOff: dice.chance(10),
      tests: dice.chance(50) ? some(3) { $0.test(rungs.count) } : [])
  }

  private mutating func trigger() -> Trigger {
    switch dice.next() % 18 {
    case 0: .happens(some(3) { $0.happening() })
    case 1: .anySignal
    case 2: .repeated(happening(), times: count(), within: interval())
    case 3: .absence(of: some(3) { $0.happening() }, within: interval(), after: happening())
    case 4: .again(happening(), after: interval())
    case 5: .lull(signals: count(), within: interval(), quiet: interval())
    case 6: .owed(interval())
    case 7: .silent(interval())
    case 8: .untouched(interval())
    case 9: .unplanned(interval())
    case 10: .promisePassed(interval(0))
    case 11: .overdue(interval(0))
    case 12: .inState(state(), interval())
    case 13: .atDecision(decision(), interval())
    case 14: .recycleEnds
    case 15: .captured
    case 16: .moved(state())
    default: .decided(decision())
    }
  }

  private mutating func condition() -> Condition {
    switch dice.next() % 20 {
    case 0: .state(some(3) { $0.state() }, isNot: dice.chance(30))
    case 1: .decision(some(3) { $0.decision() }, isNot: dice.chance(30))
    case 2: .valueOver(Int64(dice.next() % 1_000_000_000))
    case 3: .valueUnder(dice.pick([0, 5, 10, 1050, Money.greatest]))
    case 4: .owner(text())
    case 5: .source(text())
    case 6: .tag(text())
    case 7: .currency(dice.pick(["EUR", "CHF"]))
    case 8: .seen(happening(), within: interval())
    case 9: .notSeen(happening(), within: interval())
    case 10: .answered(within: interval())
    case 11: .notAnswered(within: interval())
    case 12: .neverTouched
    case 13: .recycledOver(count())
    case 14: .touchesOver(count())
    case 15: .momentumUnder(dice.pick([1, 20, 100]))
    case 16: .promisePending
    case 17: .hasEmail
    case 18: .hasPhone
    default: .workingHours
    }
  }

  /// At most one of each kind, a message only with a `next`.
  private mutating func actions() -> [RuleAction] {
    var list: [RuleAction] = []
    if dice.chance(60) {
      list.append(.next(template()))
      let (name, does) = dice.pick(InstalledMessages.all)
      if dice.chance(50) {
        list.append(dice.chance(50) ? .send(does, name: name) : .draft(does, name: dice.pick([nil, name])))
      }
    }
    if dice.chance(30) { list.append(dice.pick([.move(.hot, park: nil), .move(.recycle, park: interval())])) }
    if dice.chance(30) { list.append(.escalate(to: dice.pick([nil, text()]))) }
    if dice.chance(20) { list.append(.decide(decision())) }
    if dice.chance(20) { list.append(.close(reason: text())) }
    if list.isEmpty || dice.chance(40) {
      list += some(3) { dice in
        dice.dice.pick([.tag("a"), .untag(dice.text()), .notify(dice.text()), .run(dice.text())])
      }
    }
    list.shuffle(using: &dice)
    return list
  }

  private mutating func moment() -> RuleTest.Moment {
    RuleTest.Moment(dice.pick(Weekday.allCases), weeks: dice.pick([0, 1, 104]), minute: Int(dice.next() % 1440))
  }

  private mutating func test(_ rungs: Int) -> RuleTest {
    let events = (0..<Int(dice.next() % 4)).map { _ in RuleTest.Event(step(), at: moment()) }
    let rung = 1 + Int(dice.next() % UInt64(rungs))
    return RuleTest(events, dice.chance(30) ? .quiet : .fires(rung: rung, at: moment()))
  }

  private mutating func step() -> RuleTest.Step {
    switch dice.next() % 5 {
    case 0: .move(.recycle, park: dice.chance(50) ? interval() : nil)
    case 1: .move(.hot, park: nil)
    case 2: .decide(decision())
    case 3: .promise(dice.pick(Weekday.allCases), weeks: dice.pick([0, 3]))
    default: .happening(happening())
    }
  }
}

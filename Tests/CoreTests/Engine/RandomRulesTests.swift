import LeadlineCore
import LeadlineTestKit
import Testing

/// Rules at random: triggers, conditions and rungs of every form, few intervals, so that many fall on one instant.
struct RandomRules {
  var dice: Dice

  mutating func version(from: String) -> Version {
    let count = Int(dice.next() % 7)
    let rules = (0..<count).map { number in rule("r\(number)") }
    return Story.version(
      from: from, zone: dice.pick([.utc, .utc, zone("Europe/Berlin"), zone("Australia/Lord_Howe")]),
      leave: ["ana": [day("2026-11-25")...day("2026-12-01")]]
    ).with(rules)
  }

  private mutating func rule(_ name: String) -> Rule {
    var rungs = [Rung(actions())]
    for _ in 0..<dice.next() % 3 { rungs.append(Rung(after: interval(), actions())) }
    return Rule(
      name, means: "?", when: trigger(), conditions: (0..<dice.next() % 3).map { _ in condition() },
      exceptions: dice.next() % 4 == 0 ? [condition()] : [], rungs: rungs,
      cooldown: dice.next() % 4 == 0 ? interval() : nil, isOff: dice.next() % 15 == 0)
  }

  private mutating func interval() -> Interval {
    Interval(say: dice.pick(["30m", "3h", "24h", "1wh", "8wh", "1d", "2d", "1wd", "2wd", "5wd", "1w"]))
  }

  private mutating func happening() -> Happening {
    dice.pick([
      .viewed, .replied, .missed, .sent, .booked, .touch(.call, .none), .touch(.call, .reached),
      .signal(.emailOpened), .signal(.callAnswered),
    ])
  }

  private mutating func state() -> State { dice.pick(State.allCases) }

  private mutating func decision() -> String { dice.pick(["attention", "safety", "urgency"]) }

  private mutating func trigger() -> Trigger {
    switch dice.next() % 20 {
    case 0: .happens([happening(), happening()])
    case 1: .anySignal
    case 2: .repeated(happening(), times: Int(dice.next() % 3) + 1, within: interval())
    case 3: .absence(of: [happening()], within: interval(), after: happening())
    case 4: .again(happening(), after: interval())
    case 5: .lull(signals: 2, within: interval(), quiet: interval())
    case 6, 7: .owed(interval())
    case 8, 9, 10: .silent(interval())
    case 11: .untouched(interval())
    case 12: .unplanned(interval())
    case 13: .promisePassed(interval())
    case 14: .overdue(interval())
    case 15: .inState(state(), interval())
    case 16: .atDecision(decision(), interval())
    case 17: .recycleEnds
    case 18: .captured
    default: dice.next() % 2 == 0 ? .moved(state()) : .decided(decision())
    }
  }

  private mutating func condition() -> Condition {
    let isNot = dice.next() % 2 == 0
    return switch dice.next() % 12 {
    case 0, 1, 2: .state([state()], isNot: isNot)
    case 3: .decision([decision()], isNot: isNot)
    case 4: isNot ? .notSeen(happening(), within: interval()) : .seen(happening(), within: interval())
    case 5: isNot ? .notAnswered(within: interval()) : .answered(within: interval())
    case 6: .neverTouched
    case 7: .recycledOver(Int(dice.next() % 2))
    case 8: .touchesOver(Int(dice.next() % 3))
    case 9: .momentumUnder(dice.pick([5, 20, 50, 90]))
    case 10: .promisePending
    default: .workingHours
    }
  }

  private mutating func actions() -> [RuleAction] { (0..<dice.next() % 3 + 1).map { _ in action() } }

  private mutating func action() -> RuleAction {
    switch dice.next() % 12 {
    case 0, 1, 2, 3, 4: .next(Template("{first} {days}", dice.pick([.now, .today, .at(540), .in(interval())])))
    case 5: .draft(.advance, name: nil)
    case 6, 7: .move(state(), park: dice.next() % 2 == 0 ? interval() : nil)
    case 8: .escalate(to: dice.pick([nil, "bo"]))
    case 9: .decide(decision())
    case 10: .tag("t")
    default: .notify("n")
    }
  }
}

/// What holds for every history under every rules file. A failure names its seed and number.
@Suite struct RandomRulesTests {
  private struct Case {
    var facts: [Event]
    var versions: [Version]
    var now: Instant

    func world(_ now: Instant) -> World {
      Simulation.simulate(Story.lead, facts: facts, versions: versions, until: now)
    }
  }

  /// Histories of a captured lead whose facts lie within the seven weeks of the story.
  private func cases(_ seed: Int, _ count: Int, _ check: (Case, String) -> Void) {
    var rules = RandomRules(dice: Dice(seed: UInt64(seed) &* 7919))
    var random = RandomFacts(seed: UInt64(seed))
    for number in 0..<count {
      var facts = random.events().filter { $0.at > .earliest && $0.at < .latest }
      facts.append(
        Event(
          id: EventID(random: 5), time: Story.when("mon 09:00"), lead: Story.lead, by: "ana", fact: .lead(Capture())))
      var versions = [rules.version(from: "mon 00:00")]
      if rules.dice.next() % 3 == 0 { versions.append(rules.version(from: "wed+1w 10:00")) }
      let now = rules.dice.pick(facts.map(\.at) + [Story.when("mon+8w 12:00")])
      check(
        Case(facts: facts.sorted(by: Event.happenedBefore), versions: versions, now: now), "seed \(seed), \(number)")
    }
  }

  @Test(arguments: 1...5) func `every history has an end, and its next deadline lies ahead`(seed: Int) {
    cases(seed, 400) { story, name in
      let world = story.world(story.now)
      if let deadline = world.nextDeadline, deadline <= story.now { Issue.record("a passed deadline: \(name)") }
      if world.firings.contains(where: { $0.at > story.now }) { Issue.record("a firing to come: \(name)") }
      let times = world.firings.map(\.at)
      if times != times.sorted() { Issue.record("time goes back: \(name)") }
      if Set(world.firings.map(\.key)).count != world.firings.count { Issue.record("a key fired twice: \(name)") }
    }
  }

  @Test(arguments: 11...15) func `nothing happens before the next deadline, and at it time goes on`(seed: Int) {
    cases(seed, 250) { story, name in
      guard let deadline = story.world(story.now).nextDeadline else { return }
      let (now, before) = (story.world(story.now), story.world(deadline.advanced(by: -1)))
      if before.nextDeadline != deadline { Issue.record("the deadline moved: \(name)") }
      if before.firings != now.firings || before.stage != now.stage || before.escalations != now.escalations
        || before.actions.map(\.key) != now.actions.map(\.key)
        || before.actions.map(\.deadline) != now.actions.map(\.deadline)
      {
        Issue.record("something happened before its deadline: \(name)")
      }
    }
  }

  @Test(arguments: 21...25) func `what had fired by an earlier look had fired for good`(seed: Int) {
    cases(seed, 250) { story, name in
      let whole = story.world(Story.when("mon+8w 12:00")).firings
      let early = story.world(story.now).firings
      // Who superseded a firing may still change while the lane is held.
      if early.map(\.key) != whole.prefix(early.count).map(\.key)
        || early.map(\.at) != whole.prefix(early.count).map(\.at)
      {
        Issue.record("history changed: \(name)")
      }
    }
  }

  @Test(arguments: 31...35) func `no rule removes or moves what a person set`(seed: Int) {
    cases(seed, 400) { story, name in
      // What a dismissal without a name means depends on what stands.
      if story.facts.contains(where: { $0.fact == .dismiss(of: nil) }) { return }
      let bare = Case(facts: story.facts, versions: story.versions.map { $0.with([]) }, now: story.now)
      func set(_ world: World) -> [Reference: Instant] {
        let own = world.actions.filter { if case .event = $0.key { true } else { false } }
        return Dictionary(own.map { ($0.key, $0.deadline) }, uniquingKeysWith: { first, _ in first })
      }
      if set(story.world(story.now)) != set(bare.world(story.now)) { Issue.record("a person's action: \(name)") }
    }
  }

  @Test(arguments: 41...45) func `rules have one suggestion open, and drafts stand beside it`(seed: Int) {
    cases(seed, 400) { story, name in
      let world = story.world(story.now)
      let asked = world.actions.filter { if case .rule = $0.author { true } else { false } }
      if asked.count > 1 { Issue.record("two suggestions: \(name)") }
      for draft in world.drafts where !world.actions.contains(where: { $0.key == .firing(draft.key) }) {
        Issue.record("a draft alone: \(name)")
      }
    }
  }
}

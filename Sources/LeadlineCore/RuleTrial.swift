/// Runs the examples of a rules file (engine letter, 39).
package enum RuleTrial {
  /// What became of an example.
  package struct Result: Hashable, Sendable {
    /// When a rung fired.
    package struct Fired: Hashable, Sendable {
      package var rung: Int
      package var at: Instant
    }

    package var test: RuleTest
    package var passes: Bool
    /// All of the rule's firings, in their order.
    package var fired: [Fired]
  }

  /// A Monday in January: far from holidays, and from the day on which clocks change.
  package static let monday = Day(number: 20_465)
  private static let weeksAfter = 26

  /// The examples of a rule, each on a lead of its own. `settings` give the decisions and hours of the book; its
  /// holidays and days off are left out.
  package static func run(_ rule: Rule, in rules: Rules, settings: BookSettings, zone: Zone) -> [Result] {
    rule.tests.map { run($0, of: rule, in: rules, settings, zone) }
  }

  private static func run(_ test: RuleTest, of rule: Rule, in rules: Rules, _ settings: BookSettings, _ zone: Zone)
    -> Result
  {
    var settings = settings
    settings.holidays = []
    settings.leave = [:]
    var alone = rules
    alone.list = [rule]
    alone.list[0].isOff = false
    let start = zone.midnight(of: monday)
    let version = Version(from: start, rules: alone, settings: settings, calendar: settings.calendar(in: zone))
    let lead = LeadID("example")
    var facts = test.events.enumerated().map { number, event in
      let at = instant(event.at, zone)
      let fact = fact(event.step, at, version.calendar)
      return Event(id: EventID(random: UInt128(number + 1)), time: at, lead: lead, by: "me", fact: fact)
    }
    var capture = Capture()
    capture.name = "Example"
    capture.state = state(for: rule)
    // Last of its instant: what is written for Monday 00:00 came before the capture.
    facts.append(Event(id: EventID(random: UInt128(1) << 69), time: start, lead: lead, by: "me", fact: .lead(capture)))
    facts.sort(by: Event.happenedBefore)
    let last = facts.last?.at ?? start
    let end = zone.add(days: 7 * weeksAfter, to: last)
    let world = Simulation.simulate(lead, facts: facts, versions: [version], until: end)
    let fired = world.firings.filter { $0.key.rule == rule.name }.map { Result.Fired(rung: $0.key.rung, at: $0.at) }
    let passes =
      switch test.outcome {
      case .fires(let rung, let at): fired.contains { $0.rung == rung && $0.at == instant(at, zone) }
      case .quiet: fired.isEmpty
      }
    return Result(test: test, passes: passes, fired: fired)
  }

  /// The first of warm, hot, recycle that the rule's conditions allow.
  private static func state(for rule: Rule) -> State {
    let order: [State] = [.warm, .hot, .recycle]
    return order.first { state in
      rule.conditions.allSatisfy { $0.allows(state) ?? true } && !rule.exceptions.contains { $0.allows(state) ?? false }
    } ?? .warm
  }

  /// When a moment of an example is, in the weeks that begin with `monday`.
  package static func instant(_ moment: RuleTest.Moment, _ zone: Zone) -> Instant {
    let day = monday.adding(moment.weekday.rawValue - 1 + 7 * moment.weeks)
    return zone.instant(of: WallTime(day: day, hour: 0, minute: moment.minute))
  }

  private static func fact(_ step: RuleTest.Step, _ at: Instant, _ calendar: WorkCalendar) -> Fact {
    switch step {
    case .happening(.signal(let kind)): return .signal(Signal(kind))
    case .happening(.touch(let channel, let outcome)): return .touch(Touch(channel, outcome))
    case .move(let state, let park):
      var move = Move(to: state)
      move.until = park.map { calendar.zone.day(at: calendar.add($0, to: at)) }
      return .move(move)
    case .decide(let decision): return .decide(decision)
    case .promise(let weekday, let weeks):
      return .promise("", due: .day(monday.adding(weekday.rawValue - 1 + 7 * weeks)))
    }
  }
}

extension Condition {
  /// Whether a state satisfies it; nil where it does not speak of states.
  fileprivate func allows(_ state: State) -> Bool? {
    if case .state(let states, let isNot) = self { states.contains(state) != isNot } else { nil }
  }
}

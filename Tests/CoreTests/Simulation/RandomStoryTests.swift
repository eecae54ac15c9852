import LeadlineCore
import LeadlineTestKit
import Testing

/// Facts at random, some of them at the ends of time.
struct RandomFacts {
  var dice: Dice
  private var ids: [EventID] = [EventID(random: 1)]

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func events(_ leads: [LeadID] = [Story.lead]) -> [Event] {
    (0..<dice.next() % 24).map { _ in event(leads) }
  }

  mutating func event(_ leads: [LeadID]) -> Event {
    let id = EventID(random: UInt128(dice.next()))
    ids.append(id)
    let time = instant()
    return Event(
      id: id, time: time, at: dice.next() % 4 == 0 ? instant() : nil, lead: dice.pick(leads),
      by: dice.pick(["ana", "bo"]),
      act: dice.next() % 5 == 0 ? EventID(random: UInt128(dice.next() % 3)) : nil, fact: fact(leads))
  }

  private mutating func instant() -> Instant {
    switch dice.next() % 20 {
    case 0: dice.pick([.earliest, .latest])
    // Few different times, so that many facts fall on one.
    default: Story.when("mon 00:00").advanced(by: Int64(dice.next() % 400) * 3 * Instant.hour)
    }
  }

  private mutating func due() -> Due {
    let wall = Zone.utc.wall(at: instant())
    return dice.next() % 2 == 0 ? .day(wall.day) : .wall(wall)
  }

  private mutating func reference() -> Reference {
    if dice.next() % 2 == 0 { return .event(dice.pick(ids)) }
    return .firing(FiringKey(rule: "default", lead: Story.lead.text, anchor: "\(instant().milliseconds)", rung: 0))
  }

  private mutating func fact(_ leads: [LeadID]) -> Fact {
    switch dice.next() % 24 {
    case 0, 1: return .lead(capture())
    case 2: return .set([Edit("owner", .set, dice.pick(["ana", "bo"]))])
    case 3: return .object
    case 4: return .note("?", call: nil)
    case 5, 6, 7:
      var signal = Signal(dice.pick(SignalKind.known))
      signal.source = dice.pick(["", "", "x:1"])
      return .signal(signal)
    case 8, 9, 10:
      var touch = Touch(dice.pick(Channel.allCases), dice.pick(TouchOutcome.allCases))
      if dice.next() % 3 == 0 { touch.answers = reference() }
      return .touch(touch)
    case 11:
      var meeting = Meeting(dice.pick(Meeting.Change.allCases))
      meeting.start = Zone.utc.wall(at: instant())
      return .meeting(meeting)
    case 12, 13: return .action(Intention("Call", due: due()))
    case 14: return .promise("word", due: due())
    case 15: return .done(of: reference(), note: "")
    case 16:
      return .snooze(
        of: reference(), due: dice.next() % 2 == 0 ? due() : nil, until: dice.pick([nil, .replied, .proposalViewed]),
        hold: dice.next() % 3 == 0, because: "")
    case 17: return .dismiss(of: dice.next() % 2 == 0 ? reference() : nil)
    case 18, 19:
      var move = Move(to: dice.pick(State.allCases))
      move.until = dice.next() % 2 == 0 ? due().day : nil
      move.wake = dice.pick([nil, .replied])
      return .move(move)
    case 20: return .close(Closing(dice.pick(Ending.allCases), reason: "?"))
    case 21: return .reopen
    case 22: return .merge(into: dice.pick(leads))
    default: return .undo(of: dice.pick(ids))
    }
  }

  private mutating func capture() -> Capture {
    var capture = Capture()
    capture.state = dice.pick([nil, .hot, .warm, .recycle])
    capture.isInbound = dice.next() % 3 == 0
    capture.importKey = dice.pick([nil, "csv:1"])
    capture.contacted = dice.pick([nil, due().day])
    capture.closed = dice.pick([nil, nil, nil, .lost])
    capture.until = dice.pick([nil, due().day])
    return capture
  }
}

@Suite struct RandomStoryTests {
  private let versions = [
    Story.version(from: "tue 00:00"), Story.version(from: "mon+2w 00:00", warm: .today, zone: zone("Europe/Berlin")),
  ]

  private func worlds(_ seed: UInt64, _ check: (World, [Event], Instant) -> Void) {
    var random = RandomFacts(seed: seed)
    for _ in 0..<2_000 {
      let facts = random.events().filter { if case .merge = $0.fact { false } else { true } }.sorted(
        by: Event.happenedBefore)
      let now = random.dice.pick(facts.map(\.at) + [Story.when("mon+5w 12:00"), .latest])
      check(Simulation.simulate(Story.lead, facts: facts, versions: versions, until: now), facts, now)
    }
  }

  @Test(arguments: 1...5)
  func `every history has an end, and every open lead that is awake something that happens next`(seed: Int) {
    worlds(UInt64(seed)) { world, facts, now in
      if let deadline = world.nextDeadline, deadline <= now, now < .latest {
        Issue.record("a deadline that has passed: \(facts)")
      }
      guard world.isCaptured, world.isOpen, !world.isAsleep, now >= versions[0].from else { return }
      let rests = facts.last { $0.at <= now }.map { if case .dismiss = $0.fact { true } else { false } } ?? false
      if world.next == nil, world.promise?.isPassed != false, !rests { Issue.record("nothing happens next: \(facts)") }
    }
  }

  @Test func `looking more often changes nothing`() {
    var random = RandomFacts(seed: 77)
    for _ in 0..<300 {
      let facts = random.events().sorted(by: Event.happenedBefore)
      let now = Story.when("mon+5w 12:00")
      let once = Simulation.simulate(Story.lead, facts: facts, versions: versions, until: now)
      // What had happened by each earlier look had happened for good: firings are only ever added.
      let before = Simulation.simulate(Story.lead, facts: facts, versions: versions, until: Story.when("mon+3w 12:00"))
      #expect(Array(once.firings.prefix(before.firings.count)) == before.firings)
    }
  }
}

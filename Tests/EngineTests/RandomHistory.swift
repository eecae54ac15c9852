import LeadlineCore
import LeadlineTestKit

/// Three weeks of a lead or two as they might go, and as they never would.
struct RandomHistory {
  static let leads = [LeadID("ana-00001"), LeadID("bo-00002")]
  static let end = StandardBook.start.advanced(by: 21 * 86_400_000)

  private(set) var events = [StandardBook.adoption]
  var dice: Dice

  init(seed: UInt64) {
    dice = Dice(seed: seed)
    for lead in RandomHistory.leads { add(capture(), lead, RandomHistory.minute(dice.below(3 * 1440))) }
    for _ in 0..<dice.below(14) { add(fact(), dice.pick(RandomHistory.leads), moment()) }
  }

  private static func minute(_ minutes: Int) -> Instant { StandardBook.start.advanced(by: Int64(minutes) * 60_000) }

  /// Often within working hours, often at the same time as something else.
  private mutating func moment() -> Instant {
    if dice.below(6) == 0, let other = events.randomElement(using: &dice) { return other.at }
    return RandomHistory.minute(dice.below(21) * 1440 + dice.below(3) * 240 + 540 + dice.below(4) * 30)
  }

  private mutating func add(_ fact: Fact, _ lead: LeadID, _ at: Instant) {
    // Some are recorded days after they happened.
    let recorded = dice.below(5) == 0 ? at.advanced(by: Int64(dice.below(5)) * 86_400_000) : at
    events.append(
      Event(
        id: EventID(random: UInt128(dice.next()) << 1 | 1), time: recorded, at: at, logical: recorded, lead: lead,
        by: dice.pick(["me", "bo"]), fact: fact))
  }

  private mutating func capture() -> Fact {
    var capture = Capture()
    capture.name = "Ana"
    capture.state = dice.pick([nil, .hot, .warm, .recycle])
    capture.isInbound = dice.below(3) == 0
    capture.importKey = dice.below(5) == 0 ? "csv:1" : nil
    return .lead(capture)
  }

  private mutating func due() -> Due {
    let wall = Zone.utc.wall(at: moment())
    return dice.below(2) == 0 ? .day(wall.day) : .wall(wall)
  }

  /// An event of the history, or a key that a rule may have.
  private mutating func reference() -> Reference {
    let anchor = dice.pick(events)
    if dice.below(2) == 0 { return .event(anchor.id) }
    let rule = dice.pick(StandardBook.version.rules.list)
    return .firing(
      FiringKey(
        rule: rule.name, lead: (anchor.lead ?? RandomHistory.leads[0]).text, anchor: anchor.id.text,
        rung: 1 + dice.below(rule.rungs.count)))
  }

  private mutating func fact() -> Fact {
    switch dice.below(20) {
    case 0...5:
      var signal = Signal(dice.pick([.proposalViewed, .replied, .priceDiscussed, .meetingMissed] + SignalKind.known))
      signal.confidence = dice.pick([nil, nil, nil, .weak, .machine])
      return .signal(signal)
    case 6...10:
      var touch = Touch(dice.pick(Channel.allCases), dice.pick(TouchOutcome.allCases))
      if dice.below(3) == 0 { touch.answers = reference() }
      return .touch(touch)
    case 11: return .action(Intention("Call", due: due()))
    case 12: return .promise("word", due: due())
    case 13: return .done(of: reference(), note: "")
    case 14:
      return .snooze(of: reference(), due: due(), until: nil, hold: dice.below(3) == 0, because: "")
    case 15: return .dismiss(of: dice.below(2) == 0 ? reference() : nil)
    case 16, 17:
      var move = Move(to: dice.pick(State.allCases))
      if move.state == .recycle { move.until = due().day }
      return .move(move)
    case 18: return dice.below(2) == 0 ? .close(Closing(.lost, reason: "price")) : .reopen
    default: return .undo(of: dice.pick(events).id)
    }
  }
}

import Glibc
import LeadlineCore
import LeadlineTestKit
import Testing

/// Order and time do not matter. As many histories as `LEADLINE_HISTORIES` says, 400 where it says nothing; a failure
/// names its seed.
@Suite struct OrderTests {
  static let seeds: ClosedRange<UInt64> = {
    let count = getenv("LEADLINE_HISTORIES").flatMap { UInt64(String(cString: $0)) } ?? 400
    return 1...count
  }()

  @Test func `facts in any order, split into any parts, make the same book`() {
    for seed in Self.seeds {
      var history = RandomHistory(seed: seed)
      let whole = StandardBook.json(StandardBook.pipeline(history.events, to: [RandomHistory.end]))
      let shuffled = history.events.shuffled(using: &history.dice)
      let cut = history.dice.below(shuffled.count)
      // What one replica had is there, and looked at, before the rest arrives; a part comes twice.
      var parts = StandardBook.pipeline(Array(shuffled[..<cut]), to: [RandomHistory.end])
      for event in shuffled[(cut / 2)...] { parts.add(event) }
      parts.refresh(to: RandomHistory.end)
      #expect(StandardBook.json(parts) == whole, "seed \(seed)")
    }
    print("order: \(Self.seeds.count) histories, seeds \(Self.seeds)")
  }

  @Test func `ticked as often as one likes or once after three weeks, it is the same book`() {
    for seed in Self.seeds {
      var history = RandomHistory(seed: seed)
      let once = StandardBook.json(StandardBook.pipeline(history.events, to: [RandomHistory.end]))
      var ticks = (0..<12).map { _ in StandardBook.start.advanced(by: Int64(history.dice.below(21 * 1440)) * 60_000) }
      ticks += history.events.map(\.at)
      let often = StandardBook.pipeline(history.events, to: ticks.sorted() + [RandomHistory.end])
      #expect(StandardBook.json(often) == once, "seed \(seed)")
      #expect(often.nextDeadline.map { $0 > RandomHistory.end } ?? true, "seed \(seed)")
    }
    print("ticks: \(Self.seeds.count) histories, seeds \(Self.seeds)")
  }

  @Test func `every minute of three weeks`() {
    for seed in 1...UInt64(3) {
      let history = RandomHistory(seed: seed)
      let once = StandardBook.json(StandardBook.pipeline(history.events, to: [RandomHistory.end]))
      let minutes = (0...21 * 1440).map { StandardBook.start.advanced(by: Int64($0) * 60_000) }
      #expect(StandardBook.json(StandardBook.pipeline(history.events, to: minutes)) == once, "seed \(seed)")
    }
  }

  @Test func `no rule removes or moves what a person set`() {
    for seed in Self.seeds {
      // Which action a dismissal without a name means is for the screen to say.
      let events = RandomHistory(seed: seed).events.filter { if case .dismiss(nil) = $0.fact { false } else { true } }
      let ruled = StandardBook.pipeline(events, to: [RandomHistory.end])
      // The same facts where no rule is in force: what stands of people's actions is the same.
      var free = Pipeline(now: RandomHistory.end) { _, from in
        var rules = StandardBook.version.rules
        rules.list = []
        return Version(
          from: from, rules: rules, settings: StandardBook.version.settings, calendar: StandardBook.version.calendar)
      }
      for event in events { free.add(event) }
      free.refresh(to: RandomHistory.end)
      for lead in RandomHistory.leads {
        #expect(Self.set(by: ruled.worlds[lead]) == Self.set(by: free.worlds[lead]), "seed \(seed)")
      }
    }
  }

  /// The open actions that a person's own line set, with what they are due.
  private static func set(by world: World?) -> [String] {
    world?.actions.compactMap { action in
      guard case .event(let id) = action.key else { return nil }
      return "\(id.text) \(action.deadline.milliseconds)"
    }.sorted() ?? []
  }
}

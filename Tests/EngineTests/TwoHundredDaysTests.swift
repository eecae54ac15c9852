import LeadlineCore
import Testing

/// Three leads, each with a mail of ours on day 0, the default rules, and 200 days without a word from the buyer.
@Suite struct TwoHundredDaysTests {
  private static let day = Int64(86_400_000)
  private static let leads: [(LeadID, State)] = [
    (LeadID("hot-00001"), .hot), (LeadID("warm-00001"), .warm), (LeadID("recycle-00001"), .recycle),
  ]

  private static func instant(_ days: Int, _ hour: Int) -> Instant {
    StandardBook.start.advanced(by: Int64(days) * day + Int64(hour) * 3_600_000)
  }

  private static var beginning: [Event] {
    var events = [StandardBook.adoption]
    for (lead, state) in leads {
      var capture = Capture()
      capture.name = lead.text
      capture.state = state
      events.append(
        Event(id: id(events.count), time: instant(0, 9), lead: lead, by: "me", fact: .lead(capture)))
      events.append(
        Event(id: id(events.count), time: instant(0, 10), lead: lead, by: "me", fact: .touch(Touch(.mail))))
    }
    return events
  }

  private static func id(_ number: Int) -> EventID { EventID(random: UInt128(number + 100)) }

  /// A person does each due action on its day, in the evening.
  private static let diligent: [Event] = {
    var events = beginning
    for day in 0..<200 {
      let now = instant(day, 18)
      let pipeline = StandardBook.pipeline(events, to: [now])
      for (lead, _) in leads {
        guard let next = pipeline.worlds[lead]?.next, next.deadline <= now else { continue }
        var touch = Touch(.message)
        touch.answers = next.key
        events.append(Event(id: id(events.count), time: now, lead: lead, by: "me", fact: .touch(touch)))
      }
    }
    return events
  }()

  /// The ladders' rungs in their order. The alarm of two weeks fires between two of them that lie further apart.
  private func rules(_ lead: String, _ pipeline: Pipeline) -> [String] {
    let firings = pipeline.worlds[LeadID(lead)]?.firings ?? []
    return firings.map { "\($0.key.rule)/\($0.key.rung)" }.filter { $0 != "two-week-alarm/1" }
  }

  private static let walk = (1...6).map { "warm-silent/\($0)" }

  @Test func `who does each due action on its day walks every ladder to the park, and wakes`() {
    let pipeline = StandardBook.pipeline(Self.diligent, to: [Self.instant(200, 12)])
    let warm = rules("warm-00001", pipeline)
    #expect(Array(warm.prefix(7)) == Self.walk + ["recycle-wakes/1"])
    let hot = rules("hot-00001", pipeline)
    #expect(Array(hot.prefix(9)) == ["hot-silent/1", "hot-silent/2", "hot-silent/3"] + Self.walk)
    #expect(hot.contains("recycle-wakes/1"))
    let recycle = rules("recycle-00001", pipeline)
    #expect(Array(recycle.prefix(7)) == ["recycle-wakes/1"] + Self.walk)
    for (_, world) in pipeline.worlds { #expect(!world.isEscalated && world.isOpen) }
  }

  @Test func `whom nobody touches stands escalated, and is never parked`() {
    let pipeline = StandardBook.pipeline(Self.beginning, to: [Self.instant(200, 12)])
    for (lead, world) in pipeline.worlds {
      #expect(world.isEscalated, "\(lead)")
      #expect(world.state == .warm, "\(lead)")
    }
    #expect(!rules("warm-00001", pipeline).contains("warm-silent/6"))
  }

  @Test(arguments: [true, false])
  func `ticked daily or once at the end, the firings and their logical times are the same`(isDiligent: Bool) {
    let events = isDiligent ? Self.diligent : Self.beginning
    let end = Self.instant(200, 12)
    let once = StandardBook.pipeline(events, to: [end])
    // What happens later than a tick is not in the book then.
    var daily = StandardBook.pipeline([], to: [StandardBook.start])
    var rest = events[...]
    for day in 0...200 {
      let now = day == 200 ? end : Self.instant(day, 23)
      while let next = rest.first, next.time <= now { daily.add(rest.removeFirst()); _ = next }
      daily.refresh(to: now)
    }
    #expect(StandardBook.firings(once) == StandardBook.firings(daily))
    #expect(StandardBook.json(once) == StandardBook.json(daily))
    #expect(!StandardBook.firings(once).isEmpty)
  }
}

import LeadlineCore
import Testing

/// A reply that is recorded late takes the alarm back that it would have prevented.
@Suite struct LateReplyTests {
  private static let lead = LeadID("ana-00001")

  private static func at(_ day: Int, _ hour: Int) -> Instant {
    StandardBook.start.advanced(by: (Int64(day) * 24 + Int64(hour)) * 3_600_000)
  }

  private static func event(_ number: Int, _ at: Instant, _ fact: Fact, recorded: Instant? = nil) -> Event {
    Event(id: EventID(random: UInt128(number + 10)), time: recorded ?? at, at: at, lead: lead, by: "me", fact: fact)
  }

  /// Hot, and mailed on Monday at 10:00: silent for two working days on Wednesday at 10:00.
  private static var beginning: [Event] {
    var capture = Capture()
    capture.state = .hot
    return [
      StandardBook.adoption, event(0, at(0, 9), .lead(capture)), event(1, at(0, 10), .touch(Touch(.mail))),
    ]
  }

  @Test func `a reply recorded on Thursday and dated Tuesday takes back Wednesday's firing`() throws {
    var pipeline = StandardBook.pipeline(Self.beginning, to: [Self.at(3, 11)])
    let before = try #require(pipeline.world(Self.lead))
    #expect(before.firings.map(\.key.rule) == ["hot-silent"])
    #expect(before.next?.text == "Offer one clear next step")
    #expect(before.drafts.count == 1)
    pipeline.add(Self.event(2, Self.at(1, 15), .signal(Signal(.replied)), recorded: Self.at(3, 12)))
    pipeline.refresh(to: Self.at(3, 12))
    let after = try #require(pipeline.world(Self.lead))
    #expect(!after.firings.contains { $0.key.rule == "hot-silent" })
    #expect(after.drafts.isEmpty)
    #expect(after.next?.text.hasPrefix("Answer") == true)
  }

  @Test func `the history says what was taken back, and by what`() throws {
    let reply = Self.event(2, Self.at(1, 15), .signal(Signal(.replied)), recorded: Self.at(3, 12))
    let pipeline = StandardBook.pipeline(Self.beginning + [reply], to: [Self.at(4, 12)])
    let retraction = try #require(pipeline.retractions(of: Self.lead).first)
    #expect(retraction.firing.key.rule == "hot-silent")
    #expect(retraction.firing.at == Self.at(2, 10))
    #expect(retraction.by == reply)
    #expect(pipeline.retractions(of: Self.lead).count == 1)
  }
}

import LeadlineCore
import Testing

/// What rules would have done: counted as somebody who looked all the time would have seen it.
@Suite struct BacktestTests {
  private static let lead = LeadID("ana-00001")
  private static let day = Int64(86_400_000)

  private static func at(_ days: Int, _ hour: Int) -> Instant {
    StandardBook.start.advanced(by: Int64(days) * day + Int64(hour) * 3_600_000)
  }

  private static func event(_ number: Int, _ at: Instant, _ fact: Fact, recorded: Instant? = nil) -> Event {
    Event(id: EventID(random: UInt128(number + 10)), time: recorded ?? at, at: at, lead: lead, by: "me", fact: fact)
  }

  /// Captured and mailed on Monday; what follows is for the test to say.
  private func count(_ rule: String, _ more: [Event]) -> Backtest.Count? {
    let events =
      [
        StandardBook.adoption, Self.event(0, Self.at(0, 9), .lead(Capture())),
        Self.event(1, Self.at(0, 10), .touch(Touch(.mail))),
      ] + more
    let pipeline = StandardBook.pipeline(events, to: [Self.at(14, 12)])
    let trial = Backtest(pipeline, under: StandardBook.version, since: Self.at(0, 0), until: Self.at(14, 12))
    return trial.counts.first { $0.rule == rule }
  }

  @Test func `a firing is counted in its week, and answered where they answer within five working days`() {
    let reply = Self.event(2, Self.at(4, 12), .signal(Signal(.replied)))
    let count = count("warm-silent", [reply])
    #expect(count?.firings == 1)
    #expect(count?.weeks == [1, 0, 0])
    #expect(count?.judged == 1)
    #expect(count?.answered == 1)
  }

  @Test func `a firing that a reply recorded later took back was there when it was there`() {
    let late = Self.event(2, Self.at(1, 12), .signal(Signal(.replied)), recorded: Self.at(7, 12))
    #expect(count("warm-silent", [late])?.firings == 1)
    let timely = Self.event(2, Self.at(1, 12), .signal(Signal(.replied)))
    #expect(count("warm-silent", [timely])?.firings == 0)
  }
}

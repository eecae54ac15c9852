import LeadlineCore
import Testing

/// A tick brings forward the leads whose deadline has come, and no other.
@Suite struct PipelineTests {
  private static let hour = Int64(3_600_000)

  private static func at(_ hours: Int) -> Instant { StandardBook.start.advanced(by: Int64(hours) * hour) }

  private static func captured(_ number: Int, _ hours: Int) -> Event {
    var capture = Capture()
    capture.name = "Lead \(number)"
    return Event(
      id: EventID(random: UInt128(number + 10)), time: at(hours), lead: LeadID("lead-\(number)"), by: "me",
      fact: .lead(capture))
  }

  @Test func `a tick works out the leads that are due, each when it is`() {
    var pipeline = StandardBook.pipeline(
      [StandardBook.adoption, Self.captured(1, 9), Self.captured(2, 10), Self.captured(3, 11)], to: [Self.at(12)])
    #expect(pipeline.refresh(to: Self.at(13)) == [])
    // The first lead's default is overdue from 17:00 on.
    #expect(pipeline.nextDeadline == Self.at(17).advanced(by: 1))
    #expect(pipeline.refresh(to: Self.at(18)) == [LeadID("lead-1")])
    // Caught and let lie: 24 hours after each capture.
    #expect(pipeline.refresh(to: Self.at(33)) == [LeadID("lead-1")])
    #expect(pipeline.world(LeadID("lead-1"))?.isEscalated == true)
    #expect(pipeline.refresh(to: Self.at(34)).contains(LeadID("lead-2")))
    #expect(pipeline.world(LeadID("lead-3"))?.isEscalated == false)
  }

  @Test func `a deadline that was put off does not come at its old time`() {
    var pipeline = StandardBook.pipeline([StandardBook.adoption, Self.captured(1, 9)], to: [Self.at(12)])
    let before = pipeline.nextDeadline
    pipeline.add(
      Event(
        id: EventID(random: 99), time: Self.at(12), lead: LeadID("lead-1"), by: "me", fact: .touch(Touch(.mail))))
    pipeline.refresh(to: Self.at(13))
    #expect(pipeline.nextDeadline.map { next in before.map { next > $0 } ?? false } ?? false)
    #expect(pipeline.refresh(to: Self.at(33)) == [])
  }
}

import LeadlineCore
import Testing

@Suite struct IntervalTests {
  @Test(
    arguments: [
      ("30m", 30, .minutes), ("2h", 2, .hours), ("4wh", 4, .workingHours), ("7d", 7, .days), ("5wd", 5, .workingDays),
      ("2w", 2, .weeks), ("0d", 0, .days), ("999999m", 999_999, .minutes),
    ] as [(String, Int, Interval.Unit)])
  func `an interval is an amount and a unit`(text: String, amount: Int, unit: Interval.Unit) {
    #expect(Interval(text) == Interval(amount: amount, unit: unit))
    #expect(Interval(text)?.description == text)
  }

  @Test(arguments: [
    "", "3", "d", "3x", "3D", "-3d", "+3d", "3 d", " 3d", "3d ", "3dd", "3.5h", "1000000m", "٣d", "3d\u{301}",
  ])
  func `anything else is none`(text: String) {
    #expect(Interval(text) == nil)
  }

  @Test func `nothing is reckoned backwards`() {
    #expect(Interval(amount: -5, unit: .days).amount == 0)
    #expect(Interval(amount: .max, unit: .weeks).amount == Interval.greatest)
  }
}

import LeadlineCore
import Testing

/// Conditions: a clock's rule fires at the first instant at which its trigger and its conditions hold (3-rules.md, 4 and
/// 5; engine letter, 20–22).
@Suite struct ConditionTests {
  /// A rule whose clock has passed on Tuesday 09:00, under a condition that only something on Wednesday meets.
  private func late(_ condition: Condition, _ tell: (inout Story) -> Void) -> [String] {
    var story = Story(rules: rule(.unplanned("1d"), if: [condition], first(mark)))
    #expect(story.firings("wed 11:59") == [], "\(condition)")
    tell(&story)
    return story.firings("wed 12:01")
  }

  @Test func `what a person changes lets a waiting rule fire at that instant`() {
    let at = ["r/1 2026-11-25 12:00"]
    #expect(late(.isIn(.hot)) { $0.add("wed 12:00", move: .hot) } == at)
    #expect(late(.isNotIn(.warm, .recycle)) { $0.add("wed 12:00", move: .hot) } == at)
    #expect(late(.decides("safety")) { $0.add("wed 12:00", .decide("safety")) } == at)
    #expect(late(.valueOver(1_000_000)) { $0.add("wed 12:00", set: "value", "10001 EUR") } == at)
    #expect(late(.valueUnder(1_000_000)) { $0.add("wed 12:00", set: "value", "9999 EUR") } == at)
    #expect(late(.currency("CHF")) { $0.add("wed 12:00", set: "value", "5 CHF") } == at)
    #expect(late(.owner("bo")) { $0.add("wed 12:00", set: "owner", "bo") } == at)
    #expect(late(.source("fair")) { $0.add("wed 12:00", set: "source", "fair") } == at)
    #expect(late(.tag("vip")) { $0.add("wed 12:00", set: "tag", "vip") } == at)
    #expect(late(.hasEmail) { $0.add("wed 12:00", set: "email", "a@b.example") } == at)
    #expect(late(.hasPhone) { $0.add("wed 12:00", set: "phone", "+49301") } == at)
  }

  @Test func `what they do lets a waiting rule fire at that instant`() {
    let at = ["r/1 2026-11-25 12:00"]
    #expect(late(.seen(.viewed, in: "1h")) { $0.add("wed 12:00", signal: .proposalViewed) } == at)
    #expect(late(.answered(in: "1h")) { $0.add("wed 12:00", signal: .meetingDeclined) } == at)
  }

  @Test func `weak signals serve conditions, a machine's do not`() {
    #expect(
      late(.seen(.viewed, in: "1h")) { $0.add("wed 12:00", signal: .proposalViewed, confidence: .weak) }.count == 1)
    #expect(
      late(.seen(.viewed, in: "1h")) { $0.add("wed 12:00", signal: .proposalViewed, confidence: .machine) }.isEmpty)
  }

  @Test func `a value at the limit is neither over nor under, none at all is neither`() {
    #expect(late(.valueOver(1_000_000)) { $0.add("wed 12:00", set: "value", "10000 EUR") } == [])
    #expect(late(.valueUnder(1_000_000)) { $0.add("wed 12:00", set: "value", "10000 EUR") } == [])
    #expect(late(.valueUnder(1_000_000)) { _ in } == [])
  }

  // MARK: windows that end

  @Test func `no KIND in D holds from the instant at which the window ends`() {
    var story = Story(
      rules: rule(.untouched("1d"), if: [.notSeen(.viewed, within: Interval(say: "1d"))], first(mark)))
    story.add("tue 08:00", signal: .proposalViewed)
    #expect(story.firings("wed 07:59") == [])
    #expect(story.deadline("tue 12:00") == "2026-11-24 17:00")
    #expect(story.firings("wed 12:00") == ["r/1 2026-11-25 08:00"])
  }

  @Test func `KIND in D has ended at that very instant`() {
    var story = Story(rules: rule(.untouched("1d"), if: [.seen(.viewed, in: "23h")], first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == [])
    var minute = Story(rules: rule(.untouched("1d"), if: [.seen(.viewed, in: "23h")], first(mark)))
    minute.add("mon 10:01", signal: .proposalViewed)
    #expect(minute.firings("fri 12:00") == ["r/1 2026-11-24 09:00"])
  }

  @Test func `unless replied in D: any answer holds the rule up until its window ends`() {
    var story = Story(rules: rule(.untouched("1d"), unless: [.answered(in: "1wd")], first(mark)))
    story.add("mon 12:00", signal: .meetingDeclined)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 12:00"])
  }

  @Test func `the latest of several opens the window anew`() {
    var story = Story(
      rules: rule(.untouched("1d"), if: [.notSeen(.viewed, within: Interval(say: "1d"))], first(mark)))
    story.add("mon 20:00", signal: .proposalViewed)
    story.add("tue 15:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 15:00"])
  }

  @Test func `all of if and none of unless`() {
    let conditions = [Condition.isIn(.warm), .tag("vip")]
    var story = Story(rules: rule(.untouched("1d"), if: conditions, unless: [.hasEmail, .hasPhone], first(mark)))
    story.add("mon 12:00", set: "phone", "+49301")
    story.add("tue 12:00", set: "tag", "vip")
    story.add("wed 12:00", .set([Edit("phone", .remove, "")]))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 12:00"])
  }

  @Test func `the rule fires once its clock passes, though a condition held long before`() {
    var story = Story(rules: rule(.untouched("2d"), if: [.tag("vip")], first(mark)))
    story.add("mon 10:00", set: "tag", "vip")
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 09:00"])
  }

  // MARK: counts

  @Test func `never touched: no touch of any outcome, no imported contact`() {
    let hygiene = rule(.untouched("1d"), if: [.neverTouched], first(mark))
    #expect(Story(rules: hygiene).firings("wed 08:00") == ["r/1 2026-11-24 09:00"])
    var touched = Story(rules: hygiene)
    touched.add("mon 12:00", touch: .call, TouchOutcome.none)
    #expect(touched.firings("fri 12:00") == [])
    var imported = Story(rules: hygiene) {
      $0.importKey = "csv:1"
      $0.contacted = day("2026-10-01")
    }
    imported.add("mon 12:00", move: .hot)
    #expect(imported.firings("fri 12:00") == [])
  }

  @Test func `touches over N counts the unanswered touches of this run`() {
    var story = Story(rules: rule(.silent("1d"), if: [.touchesOver(2)], first(mark)))
    for when in ["mon 10:00", "tue 10:00"] { story.add(when, touch: .mail) }
    story.add("wed 10:00", signal: .replied)
    for when in ["wed 11:00", "wed 12:00"] { story.add(when, touch: .mail) }
    #expect(story.firings("fri 12:00") == [])
    story.add("fri 12:00", touch: .call, TouchOutcome.none)
    #expect(story.firings("sat 12:00") == ["r/1 2026-11-28 12:00"])
  }

  @Test func `recycled over N counts the parks since their last answer`() {
    var story = Story(rules: rule(.moved(.recycle), if: [.recycledOver(1)], first(mark)))
    for week in 0...2 {
      if week == 1 { story.add("tue+1w 09:00", signal: .replied) }
      story.add("tue+\(week)w 10:00", move: .recycle)
      story.add("wed+\(week)w 10:00", move: .warm)
    }
    #expect(story.firings("fri+2w 12:00") == ["r/1 2026-12-08 10:00"])
  }

  @Test func `a promise is pending until its date`() {
    var story = Story(rules: rule(.untouched("1d"), if: [.promisePending], first(mark)))
    story.add("mon 12:00", promise: "word", due: "mon 16:00")
    #expect(story.firings("wed 12:00") == [])
    story.add("wed 12:00", promise: "word", due: "thu")
    #expect(story.firings("wed 12:00") == ["r/1 2026-11-25 12:00"])
  }

  // MARK: working hours

  @Test(arguments: [
    ("mon 18:00", "2026-11-24 09:00"), ("mon 21:00", "2026-11-24 09:00"), ("fri 06:00", "2026-11-27 16:00"),
    ("fri 07:00", "2026-11-27 17:00"), ("fri 07:01", "2026-11-30 09:00"),
  ])
  func `working hours hold from opening to close, both included`(captured: String, at: String) {
    let story = Story(rules: rule(.untouched("10h"), if: [.workingHours], first(mark)), captured: captured)
    #expect(story.firings("mon+2w 12:00") == ["r/1 \(at)"])
  }

  @Test func `unless working hours waits for the end of this period, be it lunch`() {
    let full = [WorkPeriod(opens: 540, closes: 750), WorkPeriod(opens: 780, closes: 1020)]
    var settings = BookSettings()
    settings.hours = [.monday: full, .tuesday: full, .wednesday: full, .thursday: full, .friday: full]
    let story = Story(rules: rule(.untouched("2h"), unless: [.workingHours], first(mark))).under(settings)
    #expect(story.firings("mon 12:30") == [])
    #expect(story.firings("mon 12:31") == ["r/1 2026-11-23 12:30"])
  }

  // MARK: momentum

  /// One view weighs 1 and its half-life is 7 d: below 20 % from 274.7 hours on, here Friday of the second week, 20:43.
  private func cooling(_ trigger: Trigger, captured: String = "mon 09:00") -> Story {
    var story = Story(rules: rule(trigger, if: [.momentumUnder(20)], first(mark)), captured: captured)
    story.add("mon 10:00", signal: .proposalViewed)
    return story
  }

  @Test func `momentum is looked at on full hours of UTC`() {
    let story = cooling(.untouched("1d"))
    #expect(story.firings("fri+1w 20:59") == [])
    #expect(story.firings("sat+1w 12:00") == ["r/1 2026-12-04 21:00"])
  }

  @Test func `looking at the lead between two hours makes no firing, and the deadline lies ahead`() {
    let story = cooling(.untouched("1d"))
    #expect(story.firings("fri+1w 20:50") == [])
    #expect(story.deadline("fri+1w 20:50") == "2026-12-04 21:00")
  }

  @Test func `momentum is looked at when the rest of the rule holds`() {
    #expect(cooling(.untouched("276h"), captured: "mon 08:50").firings("sat+1w 12:00") == ["r/1 2026-12-04 20:50"])
  }

  @Test func `momentum is looked at with each fact`() {
    var story = cooling(.untouched("1d"))
    story.add("fri+1w 20:50", .note("?", call: nil))
    #expect(story.firings("sat+1w 12:00") == ["r/1 2026-12-04 20:50"])
  }

  @Test func `that another rule acts is no reason to look at momentum`() {
    var story = Story(
      rules: rule("q", .untouched("276h"), first(mark)),
      rule("r", .untouched("1d"), if: [.momentumUnder(20)], first(mark)), captured: "mon 08:50")
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.firings("sat+1w 12:00") == ["q/1 2026-12-04 20:50", "r/1 2026-12-04 21:00"])
  }

  @Test func `what speaks against them takes momentum down at once`() {
    // 2^(-2/7) - 0.5 = 0.32: 20 %.
    var story = Story(rules: rule(.untouched("1d"), if: [.momentumUnder(30)], first(mark)))
    story.add("mon 10:20", signal: .proposalViewed)
    story.add("wed 10:20", signal: .meetingMissed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 10:20"])
  }

  // MARK: at their instant only

  @Test func `the end of a park asks at its instant only`() {
    var story = Story(rules: rule(.recycleEnds, if: [.tag("vip")], first(mark)))
    story.add("mon 10:00", move: .recycle, until: "2026-11-25")
    story.add("wed 10:00", set: "tag", "vip")
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `a signal asks at its instant only`() {
    var story = Story(rules: rule(.happens([.viewed]), if: [.tag("vip")], first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 10:00", set: "tag", "vip")
    #expect(story.firings("fri 12:00") == [])
  }
}

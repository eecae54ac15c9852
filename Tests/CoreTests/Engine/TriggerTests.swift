import LeadlineCore
import Testing

/// Triggers, each at its instant (3-rules.md, 4; engine letter, 20 and 21).
@Suite struct TriggerTests {
  private let thrice = Trigger.repeated(.viewed, times: 3, within: Interval(say: "7d"))

  @Test func `a kind fires on each such signal, and on no other`() {
    var story = Story(rules: rule(.happens([.viewed])))
    story.add("mon 10:00", signal: .proposalViewed)
    // An answer takes back what the first asked for, so that the lane is free.
    story.add("tue 10:00", signal: .replied)
    story.add("wed 10:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 10:00", "r/1 2026-11-25 10:00"])
  }

  @Test func `a list of kinds fires on any of them`() {
    var story = Story(rules: rule(.happens([.viewed, .signal(.meetingMissed)])))
    story.add("mon 10:00", signal: .meetingMissed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 10:00"])
  }

  @Test func `a touch is named by channel and outcome`() {
    var story = Story(rules: rule(.happens([.touch(.call, .none)])))
    story.add("mon 10:00", touch: .call, .reached)
    story.add("mon 11:00", touch: .call, TouchOutcome.none)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 11:00"])
  }

  @Test func `any signal is medium or strong, and no notice of the mail system`() {
    var story = Story(rules: rule(.anySignal, first(.tag("seen"))))
    for kind in [SignalKind.emailOpened, .away, .bounced] { story.add("mon 10:00", signal: kind) }
    #expect(story.firings("mon 12:00") == [])
    story.add("mon 13:00", signal: .linkClicked)
    #expect(story.firings("mon 14:00") == ["r/1 2026-11-23 13:00"])
  }

  @Test func `weak signals never fire a rule, whoever named them`() {
    var story = Story(rules: rule(.happens([.signal(.emailOpened), .viewed])))
    story.add("mon 10:00", signal: .emailOpened)
    story.add("mon 11:00", signal: .proposalViewed, confidence: .weak)
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `N times fires at the Nth within the window`() {
    var story = Story(rules: rule(thrice))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("wed 09:00", signal: .proposalViewed)
    story.add("fri 16:00", signal: .proposalViewed)
    #expect(story.firings("fri 15:59") == [])
    #expect(story.firings("fri 16:00") == ["r/1 2026-11-27 16:00"])
  }

  @Test func `the window is open at its beginning and closed at its end`() {
    var out = Story(rules: rule(thrice))
    for when in ["mon 10:00", "wed 10:00", "mon+1w 10:00"] { out.add(when, signal: .proposalViewed) }
    #expect(out.firings("mon+1w 12:00") == [])
    var inside = Story(rules: rule(thrice))
    for when in ["mon 10:01", "wed 10:00", "mon+1w 10:00"] { inside.add(when, signal: .proposalViewed) }
    #expect(inside.firings("mon+1w 12:00") == ["r/1 2026-11-30 10:00"])
  }

  @Test func `signals of a kind within thirty minutes of the last counted one are one`() {
    var story = Story(rules: rule(thrice))
    for when in ["mon 10:00", "mon 10:20", "mon 10:40"] { story.add(when, signal: .proposalViewed) }
    #expect(story.firings("mon 11:00") == [])
    story.add("mon 11:10", signal: .proposalViewed)
    #expect(story.firings("mon 12:00") == ["r/1 2026-11-23 11:10"])
  }

  @Test func `firing clears the window`() {
    var story = Story(rules: rule(thrice, first(.tag("hot"))))
    for hour in 10...14 { story.add("mon \(hour):00", signal: .proposalViewed) }
    #expect(story.firings("mon 18:00") == ["r/1 2026-11-23 12:00"])
    story.add("mon 15:00", signal: .proposalViewed)
    #expect(story.firings("mon 18:00") == ["r/1 2026-11-23 12:00", "r/1 2026-11-23 15:00"])
  }

  @Test func `a condition that fails leaves the window as it is`() {
    var story = Story(rules: rule(thrice, if: [.state([.hot], isNot: false)]))
    for hour in 10...12 { story.add("mon \(hour):00", signal: .proposalViewed) }
    story.add("mon 12:30", move: .hot)
    story.add("mon 13:00", signal: .proposalViewed)
    #expect(story.firings("mon 18:00") == ["r/1 2026-11-23 13:00"])
  }

  // MARK: absence

  private let unopened = Trigger.absence(of: [.viewed], within: Interval(say: "2wd"), after: .sent)

  @Test func `an absence fires at its deadline`() {
    var story = Story(rules: rule(unopened))
    let sent = story.add("mon 10:00", touch: .proposal)
    #expect(story.world("mon 11:00").nextDeadline == Story.when("wed 10:00"))
    #expect(story.firings("wed 09:59") == [])
    #expect(story.firings("wed 10:00") == ["r/1 2026-11-25 10:00"])
    #expect(story.world("wed 10:00").firings.first?.key.anchor == sent.text)
  }

  @Test func `the kind exactly on the deadline cancels`() {
    var story = Story(rules: rule(unopened))
    story.add("mon 10:00", touch: .proposal)
    story.add("wed 10:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `the kind one millisecond after it does not`() {
    var story = Story(rules: rule(unopened))
    story.add("mon 10:00", touch: .proposal)
    story.add("wed 10:01", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 10:00"])
  }

  @Test(arguments: [SignalKind.replied, .meetingDeclined, .callAnswered])
  func `an answer in the interval cancels an absence too`(kind: SignalKind) {
    var story = Story(rules: rule(unopened))
    story.add("mon 10:00", touch: .proposal)
    story.add("tue 10:00", signal: kind)
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `a weak signal arms nothing and cancels an absence`() {
    var story = Story(rules: rule(unopened))
    story.add("mon 10:00", touch: .proposal)
    story.add("tue 10:00", signal: .proposalViewed, confidence: .weak)
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `what a machine caused neither counts nor cancels`() {
    var story = Story(rules: rule(unopened))
    story.add("mon 10:00", touch: .proposal)
    story.add("tue 10:00", signal: .proposalViewed, confidence: .machine)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 10:00"])
  }

  @Test func `an absence looks at its conditions at its instant only`() {
    var story = Story(rules: rule(unopened, if: [.state([.hot], isNot: false)]))
    story.add("mon 10:00", touch: .proposal)
    story.add("wed 10:30", move: .hot)
    #expect(story.firings("fri 12:00") == [])
  }

  // MARK: again, lull

  @Test func `again asks for an earlier one and quiet between`() {
    var story = Story(rules: rule(.again(.viewed, after: Interval(say: "14d"))))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon+1w 10:00", signal: .proposalViewed)
    story.add("mon+3w 10:00", signal: .proposalViewed)
    #expect(story.firings("mon+4w 10:00") == ["r/1 2026-12-14 10:00"])
  }

  private let lull = Trigger.lull(signals: 3, within: Interval(say: "7d"), quiet: Interval(say: "5d"))

  @Test func `engagement, then nothing`() {
    var story = Story(rules: rule(lull))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", signal: .linkClicked)
    let third = story.add("tue 11:00", signal: .pricingViewed)
    #expect(story.firings("mon+1w 12:00") == ["r/1 2026-11-29 11:00"])
    #expect(story.world("mon+1w 12:00").firings.first { $0.key.rule == "r" }?.key.anchor == third.text)
  }

  @Test func `later signals put a lull off`() {
    var story = Story(rules: rule(lull))
    for when in ["mon 10:00", "mon 11:00", "tue 11:00", "wed 11:00"] { story.add(when, signal: .linkClicked) }
    #expect(story.firings("mon+1w 12:00") == ["r/1 2026-11-30 11:00"])
  }

  // MARK: moves and marks of time

  @Test func `captured fires at the capture, not for an import`() {
    #expect(Story(rules: rule(.captured)).firings("mon 10:00") == ["r/1 2026-11-23 09:00"])
    let imported = Story(rules: rule(.captured)) { $0.importKey = "csv:1" }
    #expect(imported.firings("fri 10:00") == [])
  }

  @Test func `moved to and decided fire on a change, not on staying`() {
    var story = Story(
      rules: rule("m", .moved(.warm), first(.tag("m"))), rule("d", .decided("safety"), first(.tag("d"))))
    story.add("mon 10:00", move: .warm)
    story.add("mon 11:00", .decide("safety"))
    story.add("mon 12:00", .decide("safety"))
    #expect(story.firings("mon 18:00") == ["d/1 2026-11-23 11:00"])
  }

  @Test func `recycle ends at 00:00 of the park's date`() {
    var story = Story(rules: rule(.recycleEnds, first(.move(.warm, park: nil))))
    let park = story.add("mon 10:00", move: .recycle, until: "2026-12-12")
    #expect(story.firings("sat+2w 12:00") == ["r/1 2026-12-12 00:00"])
    #expect(story.world("sat+2w 12:00").firings.first?.key.anchor == park.text)
    #expect(story.world("sat+2w 12:00").state == .warm)
  }
}

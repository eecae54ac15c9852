import LeadlineCore
import Testing

/// Ladders: rung after rung, until something ends them (3-rules.md, 7; engine letter, 4, 8, 10, 14, 15).
@Suite struct LadderTests {
  private func silence(_ rungs: Rung..., conditions: [Condition] = [], cooldown: String? = nil) -> Story {
    var whole = rule(.silent("1wd"), if: conditions, cooldown: cooldown)
    whole.rungs = [first(ask("r"))] + rungs
    var story = Story(rules: whole)
    story.add("mon 10:00", touch: .mail)
    return story
  }

  // MARK: rungs

  @Test func `a rung runs from the one before`() {
    let story = silence(after("2wd", ask("r")), after("3wd", mark))
    #expect(
      story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-26 10:00", "r/3 2026-12-01 10:00"])
  }

  @Test(arguments: [TouchOutcome.sent, .none])
  func `or from our latest touch if that is later, whatever its outcome`(outcome: TouchOutcome) {
    var story = silence(after("2wd", mark))
    story.add("tue 15:00", touch: .mail, outcome)
    story.add("wed 15:00", touch: .mail, outcome)
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-27 15:00"])
  }

  @Test func `or from what a person put its action off to`() {
    var story = silence(after("2wd", mark))
    let touch = story.events[1].id
    story.add("tue 11:00", snooze: key("r", touch), to: "thu 12:00")
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-30 12:00"])
  }

  @Test func `the latest of the three counts`() {
    var story = silence(after("2wd", mark))
    story.add("tue 11:00", snooze: key("r", story.events[1].id), to: "thu 12:00")
    story.add("fri 11:00", touch: .mail)
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-12-01 11:00"])
  }

  @Test func `put off until a signal, it runs from when the signal came`() {
    var story = silence(after("2wd", mark))
    story.add(
      "tue 11:00",
      .snooze(of: key("r", story.events[1].id), due: nil, until: .proposalViewed, hold: false, because: ""))
    story.add("wed 12:00", signal: .proposalViewed)
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-27 12:00"])
  }

  @Test func `done of its action leaves the next rung at its time`() {
    var story = silence(after("2wd", mark))
    story.add("tue 16:00", done: key("r", story.events[1].id))
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-26 10:00"])
  }

  @Test func `our touch closes what it asked for, and the ladder goes on`() {
    var story = silence(after("2wd", ask("r")))
    story.add("tue 15:00", touch: .mail)
    #expect(story.asked("wed 12:00") == [])
    #expect(story.asked("fri 12:00").count == 1)
  }

  // MARK: our neglect never ends a lead

  @Test func `a rung that parks waits for the contact that was asked for`() {
    var story = silence(after("2wd", move(.recycle, for: "90d")))
    #expect(story.firings("fri+5w 12:00") == ["r/1 2026-11-24 10:00"])
    story.add("mon+6w 10:00", touch: .mail)
    #expect(story.firings("fri+6w 12:00").last == "r/2 2027-01-06 10:00")
    #expect(story.world("fri+6w 12:00").state == .recycle)
  }

  @Test func `a rung that closes waits as well, one that escalates does not`() {
    #expect(silence(after("2wd", .close(reason: "quiet"))).world("fri+5w 12:00").isOpen)
    #expect(silence(after("2wd", .escalate(to: nil))).firings("fri+5w 12:00").last == "r/2 2026-11-26 10:00")
    #expect(silence(after("2wd", move(.hot))).world("fri+5w 12:00").state == .hot)
  }

  @Test func `each asking needs its own touch`() {
    var story = silence(after("1wd", ask("r")), after("1wd", move(.recycle)))
    story.add("tue 15:00", touch: .mail)
    // The second rung asks on Wednesday 15:00; nobody does it.
    #expect(story.firings("fri+5w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-25 15:00"])
    #expect(story.world("fri+5w 12:00").state == .warm)
  }

  @Test func `a first rung parks at once`() {
    var story = Story(rules: rule(.silent("1wd"), first(move(.recycle))))
    story.add("mon 10:00", touch: .mail)
    #expect(story.world("tue 10:00").state == .recycle)
  }

  // MARK: what stands

  @Test func `conditions are read at the first rung and not again`() {
    var story = silence(after("2wd", mark), conditions: [.tag("vip"), .seen(.viewed, in: "1d")])
    story.add("mon 11:00", set: "tag", "vip")
    story.add("mon 12:00", signal: .proposalViewed)
    story.add("tue 12:00", .set([Edit("tag", .remove, "vip")]))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-26 10:00"])
  }

  @Test(arguments: [false, true])
  func `state is stands: another rule's move ends the ladder and takes back what it asked`(isException: Bool) {
    var standing = rule("s", .silent("1wd"), first(ask("s")), after("2wd", mark))
    if isException { standing.exceptions = [.isIn(.hot)] } else { standing.conditions = [.isIn(.warm)] }
    var story = Story(rules: standing, rule("m", .happens([.viewed]), first(move(.hot))))
    story.add("mon 10:00", touch: .mail)
    #expect(story.asked("wed 11:00").count == 1)
    story.add("wed 12:00", signal: .proposalViewed)
    #expect(story.asked("wed 12:00") == [])
    #expect(story.firings("fri+1w 12:00") == ["s/1 2026-11-24 10:00", "m/1 2026-11-25 12:00"])
  }

  @Test func `decision is stands too`() {
    var story = silence(after("2wd", mark), conditions: [.decides("attention")])
    story.add("wed 12:00", .decide("safety"))
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00"])
  }

  @Test func `a move by the ladder itself does not end it`() {
    var story = Story(
      rules: rule(.silent("1wd"), if: [.isIn(.warm)], first(move(.hot), ask("r")), after("2wd", mark)))
    story.add("mon 10:00", touch: .mail)
    #expect(story.asked("tue 10:00").count == 1)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-26 10:00"])
  }

  @Test func `nor does a decision by the ladder itself`() {
    var story = Story(
      rules: rule(
        .silent("1wd"), if: [.decides("attention")], first(.decide("safety"), ask("r")), after("2wd", mark)))
    story.add("mon 10:00", touch: .mail)
    #expect(story.asked("tue 10:00").count == 1)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-26 10:00"])
  }

  @Test func `what the ladder did not change itself goes on standing`() {
    var story = Story(
      rules: rule(
        .silent("1wd"), if: [.isIn(.warm), .decides("attention")], first(move(.hot), ask("r")), after("2wd", mark)))
    story.add("mon 10:00", touch: .mail)
    story.add("wed 10:00", .decide("safety"))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 10:00"])
  }

  @Test func `a move earlier in the round ends what was begun on the old state`() {
    var story = Story(
      rules: rule("m", .happens([.viewed]), first(move(.hot))),
      rule("w", .happens([.viewed]), if: [.isIn(.warm)], first(mark, ask("w")), after("1d", .tag("second"))))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["m/1 2026-11-23 10:00", "w/1 2026-11-23 10:00"])
    #expect(story.asked("fri 12:00") == [])
  }

  // MARK: one at a time, and rest

  @Test func `while a ladder runs its trigger is not looked at`() {
    var story = Story(rules: rule(.happens([.viewed]), first(mark), after("2d", mark)))
    for when in ["mon 10:00", "tue 10:00", "thu 10:00"] { story.add(when, signal: .proposalViewed) }
    #expect(
      story.firings("thu 12:00") == ["r/1 2026-11-23 10:00", "r/2 2026-11-25 10:00", "r/1 2026-11-26 10:00"])
  }

  @Test func `signals meanwhile count as evidence`() {
    var story = Story(rules: rule(.times(2, .viewed, in: "7d"), first(mark), after("1d", mark)))
    for when in ["mon 10:00", "mon 11:00", "tue 09:00", "wed 09:00"] { story.add(when, signal: .proposalViewed) }
    #expect(
      story.firings("fri 12:00").filter { $0.hasPrefix("r/1") } == ["r/1 2026-11-23 11:00", "r/1 2026-11-25 09:00"])
    #expect(story.world("fri 12:00").firings.last { $0.key.rung == 1 }?.evidence == story.events[3...4].map(\.id))
  }

  @Test func `in its cooldown a rule rests; an event in it is gone, one at its end counts`() {
    var story = Story(rules: rule(.happens([.viewed]), cooldown: "5d", first(mark)))
    for when in ["mon 10:00", "sat 09:59", "sat 10:00"] { story.add(when, signal: .proposalViewed) }
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-23 10:00", "r/1 2026-11-28 10:00"])
  }

  @Test func `an absence whose instant lies in the cooldown is gone`() {
    let unopened = Trigger.absence(of: [.viewed], within: Interval(say: "1d"), after: .sent)
    var story = Story(rules: rule(unopened, cooldown: "3d", first(mark)))
    for when in ["mon 10:00", "tue 10:00", "fri 10:00"] { story.add(when, touch: .proposal) }
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 10:00", "r/1 2026-11-28 10:00"])
  }

  @Test func `a clock that has passed in the cooldown fires at its end`() {
    var story = Story(rules: rule(.untouched("1d"), cooldown: "5d", first(mark)))
    story.add("tue 10:00", touch: .mail)
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 09:00", "r/1 2026-11-29 09:00"])
  }

  @Test func `the cooldown runs from the last rung that fired, also when the ladder ended early`() {
    var story = silence(after("1wd", mark), after("9wd", mark), cooldown: "5d")
    story.add("thu 10:00", signal: .replied)
    story.add("thu 11:00", touch: .mail)
    #expect(
      story.firings("tue+1w 09:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-25 10:00", "r/1 2026-11-30 10:00"])
  }

  @Test func `the last rung does not end a ladder: an answer still takes back what it opened`() {
    var story = silence(after("1wd", ask("r"), .escalate(to: nil)))
    #expect(story.asked("fri 12:00").count == 1)
    story.add("fri 13:00", signal: .replied)
    #expect(story.asked("fri 14:00") == [])
    #expect(!story.world("fri 14:00").isEscalated)
  }

  @Test func `a rule that is off never fires`() {
    #expect(Story(rules: rule(.untouched("1d"), off: true)).firings("fri 12:00") == [])
  }
}

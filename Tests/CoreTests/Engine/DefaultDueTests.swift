import LeadlineCore
import Testing

/// When the default is due where silence rules are armed, and what stands beside it (3-rules.md, 3; engine letter, 2).
@Suite struct DefaultDueTests {
  /// A touch on Monday 10:00: the default would be due on Wednesday 10:00, when the gap is over.
  private func touched(_ rules: Rule...) -> Story {
    var story = Story(rules: rule(.captured))
    story.versions = [story.versions[0].with(rules)]
    story.add("mon 10:00", touch: .mail)
    return story
  }

  @Test func `it waits for the silence rule that will speak next`() {
    #expect(touched().world("mon 12:00").nextLine == "warm 2026-11-25 10:00")
    #expect(touched(rule(.silent("3wd"))).world("mon 12:00").nextLine == "warm 2026-11-26 10:00")
  }

  @Test func `of several for the earliest, and never before the gap`() {
    #expect(
      touched(rule("a", .silent("5wd")), rule("b", .silent("3wd"))).world("mon 12:00").nextLine
        == "warm 2026-11-26 10:00")
    #expect(
      touched(rule("a", .silent("5wd")), rule("b", .silent("1wd"))).world("mon 12:00").nextLine
        == "warm 2026-11-25 10:00")
  }

  @Test func `a rule whose conditions do not hold as things stand, or that is off, is not waited for`() {
    #expect(touched(rule(.silent("3wd"), if: [.isIn(.hot)])).world("mon 12:00").nextLine == "warm 2026-11-25 10:00")
    #expect(touched(rule(.silent("3wd"), off: true)).world("mon 12:00").nextLine == "warm 2026-11-25 10:00")
  }

  @Test func `other clocks are not waited for`() {
    #expect(touched(rule(.untouched("9d"))).world("mon 12:00").nextLine == "warm 2026-11-25 10:00")
  }

  @Test func `without a run there is nothing to wait for`() {
    #expect(Story(rules: rule(.silent("3wd"))).world("mon 12:00").nextLine == "warm 2026-11-23 17:00")
    var answered = touched(rule(.silent("9wd")))
    answered.add("tue 10:00", signal: .replied)
    #expect(answered.world("tue 12:00").nextLine == "warm 2026-11-25 10:00")
  }

  @Test func `when the silence rule speaks, what it asks for stands in the default's place`() {
    let story = touched(rule(.silent("3wd")))
    #expect(story.world("thu 10:00").actions.map(\.author) == [.rule("r")])
    #expect(!story.world("thu 10:00").isEscalated)
  }

  @Test func `it waits for the ladder's next rung`() {
    var story = touched(rule(.silent("1wd"), first(ask("r")), after("5wd", ask("r"))))
    story.add("tue 12:00", done: key("r", story.events[1].id))
    // The rung after Tuesday 10:00 comes on Tuesday of the next week.
    #expect(story.world("tue 13:00").nextLine == "warm 2026-12-01 10:00")
    story.add("wed 12:00", touch: .mail)
    #expect(story.world("wed 13:00").nextLine == "warm 2026-12-02 12:00")
  }

  @Test func `a rung that waits for our touch is not waited for`() {
    var story = touched(rule(.silent("1wd"), first(ask("r")), after("9wd", move(.recycle))))
    story.add("tue 12:00", done: key("r", story.events[1].id))
    // Tuesday 12:00 + 8wh; the gap is over the same day at 10:00.
    #expect(story.world("tue 13:00").nextLine == "warm 2026-11-25 12:00")
  }

  @Test func `a ladder at its end is not waited for`() {
    var story = touched(rule(.silent("1wd")))
    story.add("tue 12:00", done: key("r", story.events[1].id))
    #expect(story.world("tue 13:00").nextLine == "warm 2026-11-25 12:00")
  }

  @Test func `while they are away it waits with the silence`() {
    var story = touched(rule(.silent("3wd")))
    story.add("mon 11:00", signal: .away, returns: day("2026-12-04"))
    #expect(story.world("mon 12:00").nextLine == "warm 2026-12-07 09:00")
  }

  @Test func `the instant of a rule is moved into hours like every due`() {
    var story = touched(rule(.silent("5d")))
    story.add("mon 11:00", .note("?", call: nil))
    // Five days after Monday 10:00 is Saturday.
    #expect(story.world("mon 12:00").nextLine == "warm 2026-11-30 09:00")
  }

  @Test func `a passed promise begins a run, and the default waits for what watches it`() {
    var story = Story(rules: rule(.silent("3wd")))
    story.add("mon 10:00", promise: "word", due: "tue 12:00")
    #expect(story.world("mon 11:00").next == nil)
    #expect(story.world("tue 13:00").nextLine == "warm 2026-11-27 12:00")
    #expect(story.world("tue 13:00").next?.opened == Story.when("tue 12:00"))
  }

  @Test func `a rule's move begins it anew, in the state it enters`() {
    var story = Story(rules: rule(.happens([.viewed]), first(move(.hot))))
    story.add("mon 12:00", signal: .proposalViewed)
    #expect(story.world("mon 12:00").nextLine == "hot 2026-11-23 13:00")
    #expect(story.world("mon 12:00").next?.opened == Story.when("mon 12:00"))
  }

  @Test func `it goes when a rule asks and stands again when that is done`() {
    var story = Story(rules: rule(.happens([.viewed])))
    let viewed = story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.world("mon 11:00").actions.count == 1)
    story.add("mon 12:00", done: key("r", viewed))
    #expect(story.world("mon 13:00").nextLine == "warm 2026-11-24 12:00")
    #expect(!story.world("mon 13:00").isAgreed)
  }

  @Test func `it stands again when what a rule asked is taken back`() {
    var story = touched(rule(.silent("1wd")))
    story.add("wed 12:00", signal: .replied)
    #expect(story.world("wed 12:00").next?.author == .state(.warm))
    #expect(story.world("wed 12:00").next?.opened == Story.when("wed 12:00"))
  }

  @Test func `put off, it waits for no rule`() {
    var story = touched(rule(.silent("9wd")))
    story.add("mon 12:00", snooze: key("default", EventID(random: 0), 0), to: "fri 12:00")
    #expect(story.world("mon 13:00").nextLine == "warm 2026-11-27 12:00")
  }
}

extension DefaultDueTests {
  @Test func `a default that waited for a silence rule is not late because they answer`() {
    var story = Story(rules: rule(.silent("5wd")))
    story.add("mon 10:00", touch: .mail)
    #expect(story.world("thu 12:00").nextLine == "warm 2026-11-30 10:00")
    story.add("fri 12:00", signal: .replied)
    // Eight working hours again, from the answer on.
    #expect(story.world("fri 13:00").nextLine == "warm 2026-11-30 12:00")
    #expect(!story.world("fri 13:00").isEscalated)
  }

  @Test func `one that was late before they answered stays late`() {
    var story = Story(rules: rule(.silent("5wd")))
    story.add("fri 12:00", signal: .replied)
    #expect(story.world("fri 13:00").nextLine == "warm 2026-11-23 17:00")
  }
}

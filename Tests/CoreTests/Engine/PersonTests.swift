import LeadlineCore
import Testing

/// A person beats a rule (3-rules.md, 7; engine letter, 8).
@Suite struct PersonTests {
  private func silence(_ rungs: Rung...) -> Story {
    var whole = rule(.silent("1wd"))
    whole.rungs = rungs.isEmpty ? [first(mark)] : rungs
    var story = Story(rules: whole)
    story.add("mon 10:00", touch: .mail)
    return story
  }

  // MARK: what a person planned holds silence rules

  @Test func `a silence waits until what a person planned is due`() {
    var story = silence()
    story.add("mon 11:00", action: "Call", due: "thu 12:00")
    #expect(story.firings("thu 11:59") == [])
    #expect(story.deadline("tue 12:00") == "2026-11-26 12:00")
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 12:00"])
  }

  @Test func `done early, the silence speaks at once`() {
    var story = silence()
    let call = story.add("mon 11:00", action: "Call", due: "thu 12:00")
    story.add("wed 12:00", done: .event(call))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 12:00"])
  }

  @Test func `a due that lies before the silence's deadline holds nothing`() {
    var story = silence()
    story.add("mon 11:00", action: "Call", due: "mon 15:00")
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 10:00"])
  }

  @Test func `later rungs wait as well`() {
    var story = silence(first(mark), after("1wd", .tag("second")))
    story.add("tue 11:00", action: "Call", due: "fri 12:00")
    #expect(story.firings("mon+1w 12:00") == ["r/1 2026-11-24 10:00", "r/2 2026-11-27 12:00"])
  }

  @Test func `of several the one due first counts`() {
    var story = silence()
    story.add("mon 11:00", action: "Later", due: "fri 12:00")
    story.add("mon 12:00", action: "Sooner", due: "wed 12:00")
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 12:00"])
  }

  @Test func `what a person made their own holds too, a rule's suggestion does not`() {
    var story = Story(rules: rule("s", .silent("1wd"), first(mark)), rule("v", .happens([.viewed])))
    story.add("mon 10:00", touch: .mail)
    let viewed = story.add("mon 11:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00").last == "s/1 2026-11-24 10:00")
    story.add("mon 12:00", snooze: key("v", viewed), to: "thu 12:00", hold: true)
    #expect(story.firings("fri 12:00").last == "s/1 2026-11-26 12:00")
  }

  @Test func `a booked meeting is a plan of people`() {
    // The meeting's own touch comes later: the booking ended the first silence.
    var story = silence()
    story.add("mon 11:00", meeting: .booked, start: "thu 15:00")
    story.add("mon 12:00", touch: .mail)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 15:00"])
  }

  @Test func `debts and neglect do not wait for a plan`() {
    var story = Story(rules: rule("o", .owed("1h"), first(mark)), rule("u", .untouched("1d"), first(mark)))
    story.add("mon 10:00", signal: .replied)
    story.add("mon 10:30", action: "Call", due: "fri")
    #expect(story.firings("wed 12:00") == ["o/1 2026-11-23 11:00", "u/1 2026-11-24 09:00"])
  }

  // MARK: the instant of a person's move

  private let back = rule("m", .moved(.hot), first(.tag("m"), move(.warm), ask("m")))

  @Test func `at the instant of a person's move no rule moves the lead; the rest of its rung happens`() {
    var story = Story(rules: back)
    story.add("mon 10:00", move: .hot)
    let world = story.world("mon 11:00")
    #expect(world.state == .hot)
    #expect(world.lead.tags == ["m"])
    #expect(story.firings("mon 11:00") == ["m/1 2026-11-23 10:00 < person"])
  }

  @Test func `a rule moves what another rule moved`() {
    var story = Story(rules: rule("v", .happens([.viewed]), first(move(.hot))), back)
    story.add("mon 10:00", signal: .proposalViewed)
    // One state change by rules at an instant: the first stands.
    #expect(story.world("mon 11:00").state == .hot)
    #expect(story.firings("mon 11:00").last == "m/1 2026-11-23 10:00 < v")
  }

  @Test func `nor does a deadline of that very instant`() {
    var story = Story(rules: rule(.untouched("1d"), first(move(.hot))))
    story.add("tue 09:00", move: .recycle)
    #expect(story.world("tue 10:00").state == .recycle)
    #expect(story.firings("tue 10:00") == ["r/1 2026-11-24 09:00 < person"])
  }

  @Test func `a minute later it does`() {
    var story = Story(rules: rule(.untouched("1d"), first(move(.hot))))
    story.add("tue 08:59", move: .recycle)
    #expect(story.world("tue 10:00").state == .hot)
  }

  @Test func `no rule closes a lead at the instant of a person's move`() {
    var story = Story(rules: rule(.moved(.hot), first(.close(reason: "no"), .tag("m"))))
    story.add("mon 10:00", move: .hot)
    #expect(story.world("mon 11:00").isOpen)
    #expect(story.firings("mon 11:00") == ["r/1 2026-11-23 10:00 < person"])
  }

  @Test func `a move to where the lead stands holds rules off for that instant too`() {
    var story = Story(rules: rule(.untouched("1d"), first(move(.hot))))
    story.add("tue 09:00", move: .warm)
    #expect(story.world("tue 10:00").state == .warm)
  }

  // MARK: rules remove nothing that a person set

  @Test(arguments: [SignalKind.replied, .meetingBooked, .proposalViewed, .unsubscribed])
  func `whatever ladders end and rules do, a person's action stays as it was set`(kind: SignalKind) {
    var story = Story(
      rules: rule("v", .happens([.viewed]), first(move(.hot), ask("v"))),
      rule("s", .silent("1wd"), first(ask("s")), after("1wd", move(.recycle))))
    story.add("mon 10:00", touch: .mail)
    story.add("mon 11:00", action: "Call", due: "tue 12:00")
    story.add("wed 13:00", signal: kind)
    let call = story.world("fri+3w 12:00").actions.first { $0.author.isPerson }
    #expect(call?.text == "Call" && call?.due == Story.due("tue 12:00"))
  }
}

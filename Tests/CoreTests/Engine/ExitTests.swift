import LeadlineCore
import Testing

/// What ends a ladder and what takes back what it did (3-rules.md, 7; engine letter, 1, 3, 4, 9, 16, 27, 29, 30).
@Suite struct ExitTests {
  /// A silence ladder: it asks on Tuesday 10:00 and marks on Thursday 10:00.
  private func silence() -> Story {
    var story = Story(rules: rule(.silent("1wd"), first(ask("r"), .escalate(to: nil)), after("2wd", mark)))
    story.add("mon 10:00", touch: .mail)
    return story
  }

  private static let plans: [Fact] = [
    .promise("word", due: Story.due("fri")), .close(Closing(.lost, reason: "price")), .move(Move(to: .recycle)),
    .move(Move(to: .hot)), .move(Move(to: .warm)), .meeting(Meeting(.booked)), .meeting(Meeting(.moved)), .object,
    .signal(Signal(.unsubscribed)), .set([Edit("do-not-contact", .set, "yes")]), .merge(into: LeadID("other-2")),
    .dismiss(of: key("r", EventID(random: 2))),
  ]

  @Test(arguments: plans) func `what a person decides ends a silence ladder`(fact: Fact) {
    var story = silence()
    #expect(story.asked("tue 11:00").count == 1)
    story.add("tue 12:00", fact)
    #expect(story.asked("tue 12:00") == [])
    #expect(!story.world("tue 12:00").isEscalated)
    // Some begin a new silence; the second rung of the old one never comes.
    let old = story.events[1].id.text
    #expect(story.world("mon+2w 12:00").firings.filter { $0.key.anchor == old }.map(\.key.rung) == [1])
  }

  @Test(arguments: [
    SignalKind.replied, .inbound, .callMissed, .callAnswered, .meetingBooked, .meetingDeclined, .proposalSigned,
  ])
  func `every answer of theirs ends it and takes back its mark`(kind: SignalKind) {
    var story = silence()
    story.add("tue 12:00", signal: kind)
    #expect(story.asked("tue 12:00") == [])
    #expect(!story.world("tue 12:00").isEscalated)
    let old = story.events[1].id.text
    #expect(story.world("fri+1w 12:00").firings.filter { $0.key.anchor == old }.map(\.key.rung) == [1])
  }

  @Test(arguments: [TouchOutcome.reached, .held]) func `a conversation is an answer`(outcome: TouchOutcome) {
    var story = silence()
    story.add("tue 12:00", touch: .call, outcome)
    // The new run's ladder asks on Wednesday 12:00, the old one's second rung never comes.
    #expect(story.firings("fri 11:00") == ["r/1 2026-11-24 10:00", "r/1 2026-11-25 12:00"])
  }

  @Test(arguments: [
    Fact.touch(Touch(.mail)), .touch(Touch(.call, .none)), .note("?", call: nil), .signal(Signal(.proposalViewed)),
    .signal(Signal(.emailOpened)), .signal(Signal(.meetingMissed)), .decide("safety"),
    .done(of: key("r", EventID(random: 2)), note: ""), .set([Edit("owner", .set, "bo")]),
    .action(Intention("Call", due: Story.due("tue 14:00"))),
  ])
  func `neither our touch nor anything else ends it`(fact: Fact) {
    var story = silence()
    story.add("tue 12:00", fact)
    #expect(story.tags("mon+1w 12:00") == ["mark"])
  }

  @Test func `an answer recorded late takes the alarm back`() {
    var story = silence()
    #expect(story.asked("thu 12:00").count == 1)
    story.add("mon 20:00", .signal(Signal(.replied)), recorded: "thu 12:00")
    #expect(story.asked("thu 12:00") == [])
    #expect(story.firings("thu 12:00") == [])
  }

  // MARK: debts

  private func owed() -> Story {
    var story = Story(rules: rule(.owed("1wh"), first(ask("r"), .escalate(to: nil)), after("1wd", mark)))
    story.add("mon 10:00", signal: .replied)
    return story
  }

  @Test(arguments: [
    Fact.signal(Signal(.replied)), .signal(Signal(.meetingDeclined)), .move(Move(to: .hot)), .move(Move(to: .warm)),
    .touch(Touch(.call, .none)), .done(of: key("r", EventID(random: 2)), note: ""), .decide("safety"),
    .note("?", call: nil),
  ])
  func `a debt stands whatever they write next, wherever a person moves the lead`(fact: Fact) {
    var story = owed()
    story.add("mon 12:00", fact)
    #expect(story.tags("thu 12:00") == ["mark"])
  }

  @Test func `a new message leaves action, rungs and anchor as they are`() {
    var story = owed()
    let before = story.asked("mon 12:00")
    story.add("mon 12:30", signal: .inbound)
    #expect(story.asked("mon 13:00") == before)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 11:00", "r/2 2026-11-24 11:00"])
  }

  @Test(arguments: [
    Fact.touch(Touch(.mail)), .touch(Touch(.voicemail, .sent)), .touch(Touch(.call, .reached)),
    .signal(Signal(.callAnswered)), .move(Move(to: .recycle)), .promise("word", due: Story.due("fri")),
    .close(Closing(.lost, reason: "price")), .dismiss(of: key("r", EventID(random: 2))), .object,
  ])
  func `our touch, a park, a promise, a close and a dismissal end it, and what is owed`(fact: Fact) {
    var story = owed()
    story.add("mon 12:00", fact)
    #expect(story.asked("mon 12:00") == [])
    #expect(story.tags("mon+2w 12:00") == [])
    #expect(story.world("mon 12:00").clocks.owed == nil || fact == .object)
    #expect(!story.world("mon 12:00").isEscalated)
  }

  @Test func `a debt that a dismissal ended is not owed again by the same message`() {
    var story = owed()
    story.add("mon 12:00", .dismiss(of: key("r", story.events[1].id)))
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-23 11:00"])
    story.add("mon+2w 10:00", signal: .replied)
    #expect(story.firings("mon+2w 12:00").last == "r/1 2026-12-07 11:00")
  }

  @Test func `the ladder of a capture is a debt too`() {
    func story(_ fact: Fact) -> [String] {
      var story = Story(rules: rule(.captured, first(ask("r")), after("1wd", mark)))
      story.add("mon 12:00", fact)
      return story.tags("fri 12:00")
    }
    #expect(story(.signal(Signal(.replied))) == ["mark"])
    #expect(story(.move(Move(to: .hot))) == ["mark"])
    #expect(story(.touch(Touch(.call, .none))) == ["mark"])
    #expect(story(.touch(Touch(.mail))) == [])
    #expect(story(.move(Move(to: .recycle))) == [])
  }

  @Test func `an answer takes back what silence escalated, not what a debt did`() {
    var story = owed()
    story.add("mon 12:00", signal: .replied)
    #expect(story.world("mon 13:00").isEscalated)
  }

  // MARK: the clock of the trigger

  @Test(arguments: [TouchOutcome.sent, .none]) func `any touch ends an untouched ladder`(outcome: TouchOutcome) {
    var story = Story(rules: rule(.untouched("24h"), first(ask("r")), after("1wd", mark)))
    story.add("tue 10:00", touch: .mail, outcome)
    #expect(story.tags("wed 09:59") == [])
    #expect(story.asked("tue 12:00") == [])
  }

  @Test(arguments: [
    Fact.action(Intention("Call", due: Story.due("fri"))), .promise("word", due: Story.due("fri")),
    .meeting(Meeting(.booked)), .move(Move(to: .hot)),
    .snooze(of: key("r", EventID(random: 0)), due: Story.due("fri"), until: nil, hold: true, because: ""),
  ])
  func `a person's plan ends an unplanned ladder, its own suggestion does not`(fact: Fact) {
    var story = Story(rules: rule(.unplanned("1d"), first(ask("r")), after("1d", mark)))
    #expect(story.tags("wed 12:00") == ["mark"])
    story.add("tue 12:00", fact)
    #expect(story.tags("thu 11:00") == [])
    #expect(story.asked("tue 12:00") == [])
  }

  @Test func `a snoozed default is a plan`() {
    var story = Story(rules: rule(.unplanned("1d"), first(mark), after("1d", .tag("second"))))
    story.add("tue 12:00", snooze: key("default", EventID(random: 0), 0), to: "fri+1w")
    #expect(story.tags("fri 12:00") == ["mark"])
  }

  @Test func `putting off what an unplanned ladder asked for itself puts its rungs off`() {
    var story = Story(rules: rule(.unplanned("1d"), first(ask("r")), after("1d", mark)))
    story.add("tue 12:00", snooze: key("r", EventID(random: 0)), to: "thu 12:00")
    #expect(story.asked("wed 12:00") == ["r 2026-11-26 12:00"])
    #expect(story.firings("sat 12:00") == ["r/1 2026-11-24 09:00", "r/2 2026-11-27 12:00"])
  }

  @Test(arguments: [Fact.signal(Signal(.replied)), .promise("again", due: Story.due("fri+1w"))])
  func `an answer or a new promise ends the ladder of one that passed`(fact: Fact) {
    var story = Story(rules: rule(.passed("1wd"), first(ask("r")), after("1wd", mark)))
    story.add("mon 10:00", promise: "word", due: "tue 12:00")
    #expect(story.tags("fri 12:00") == ["mark"])
    story.add("wed 13:00", fact)
    #expect(story.tags("fri 12:00") == [])
  }

  @Test func `an overdue ladder ends when that action is done, snoozed or dismissed`() {
    for end in ["done", "snooze", "dismiss"] {
      var story = Story(rules: rule(.overdue("1d"), first(mark), after("1d", .tag("second"))))
      let call = Reference.event(story.add("mon 10:00", action: "Call", due: "tue 12:00"))
      switch end {
      case "done": story.add("wed 13:00", done: call)
      case "snooze": story.add("wed 13:00", snooze: call, to: "fri")
      default: story.add("wed 13:00", .dismiss(of: call))
      }
      #expect(story.tags("thu 12:00") == ["mark"], "\(end)")
    }
  }

  @Test func `our touch closes the default and what a rule asked, and so what watched them`() {
    var story = Story(rules: rule(.overdue("1d"), first(mark), after("1d", .tag("second"))))
    story.add("wed 10:00", touch: .mail)
    // The default was due on Monday 17:00; the next one is due on Friday 10:00.
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 17:00"])
  }

  @Test func `a snoozed default is no longer the one that was late`() {
    var story = Story(rules: rule(.overdue("1d"), first(mark), after("1d", .tag("second"))))
    let standing = story.world("tue 18:00").next?.key
    #expect(standing != nil)
    if let standing { story.add("tue 18:00", snooze: standing, to: "mon+1w") }
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 17:00"])
  }

  @Test func `leaving the state or the decision ends what watched it`() {
    var story = Story(
      rules: rule("i", .inside(.warm, "1d"), first(mark), after("1d", .tag("second"))),
      rule("d", .at("attention", "1d"), first(mark), after("1d", .tag("second"))),
      rule("v", .happens([.viewed]), first(move(.hot), .decide("safety"))))
    #expect(story.tags("wed 12:00") == ["mark", "second"])
    story.add("tue 12:00", signal: .proposalViewed)
    #expect(story.tags("fri 12:00") == ["mark"])
  }

  // MARK: marks

  @Test func `what clears a rule's mark, and what does not`() {
    for (fact, isEscalated) in [
      (Fact.touch(Touch(.mail)), false), (.touch(Touch(.call, .none)), true), (.note("?", call: nil), true),
      (.action(Intention("x", due: Story.due("fri"))), false), (.promise("x", due: Story.due("fri")), false),
      (.meeting(Meeting(.booked)), false), (.move(Move(to: .warm)), false), (.signal(Signal(.proposalViewed)), true),
      (.set([Edit("owner", .set, "bo")]), true),
    ] {
      var story = silence()
      story.add("tue 10:30", fact)
      #expect(story.world("tue 11:00").isEscalated == isEscalated, "\(fact)")
    }
  }

  @Test func `escalate to somebody makes them the owner, and marks`() {
    var story = Story(rules: rule(.happens([.viewed]), first(.escalate(to: "bo"))))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.world("mon 11:00").lead.owner == "bo")
    #expect(story.world("mon 11:00").isEscalated)
  }

  // MARK: away, leaving recycle

  @Test func `while they are away no silence passes, first rung or later`() {
    var story = silence()
    story.add("mon 11:00", signal: .away, returns: day("2026-11-27"))
    #expect(story.firings("wed+1w 12:00").first == "r/1 2026-11-30 09:00")
    var later = silence()
    later.add("tue 11:00", signal: .away, returns: day("2026-11-27"))
    #expect(later.firings("wed+1w 12:00").last == "r/2 2026-11-30 09:00")
  }

  @Test func `a silence that is due later anyway stays, and debts do not wait`() {
    var story = silence()
    story.add("mon 11:00", signal: .away, returns: day("2026-11-23"))
    #expect(story.firings("wed 12:00") == ["r/1 2026-11-24 10:00"])
    var debt = owed()
    debt.add("mon 10:30", signal: .away, returns: day("2026-11-27"))
    #expect(debt.firings("mon 12:00") == ["r/1 2026-11-23 11:00"])
  }

  @Test func `without a date they are away for fourteen days; their answer ends it`() {
    var story = silence()
    story.add("mon 11:00", signal: .away)
    #expect(story.firings("mon+4w 12:00").first == "r/1 2026-12-08 09:00")
    story.add("mon 12:00", signal: .replied)
    story.add("mon 13:00", touch: .mail)
    #expect(story.firings("mon+4w 12:00").first == "r/1 2026-11-24 13:00")
  }

  @Test func `leaving recycle, by a rule too, begins the silence anew and ends its old ladder`() {
    var story = Story(
      rules: rule("s", .silent("1wd"), first(ask("s")), after("2wd", mark)),
      rule("w", .recycleEnds, first(move(.warm))))
    story.add("mon 10:00", touch: .mail)
    story.add("mon 11:00", move: .recycle, until: "2026-11-26")
    #expect(
      story.firings("fri 12:00") == ["s/1 2026-11-24 11:00", "w/1 2026-11-26 00:00", "s/1 2026-11-27 09:00"])
    #expect(story.anchors("fri 12:00").last == digest(story.world("fri 12:00").firings[1].key))
    #expect(story.tags("sat 12:00") == [])
  }

  @Test func `another move by a rule leaves the run alone`() {
    var story = Story(rules: rule("s", .silent("2wd")), rule("v", .happens([.viewed]), first(move(.hot))))
    story.add("mon 10:00", touch: .mail)
    story.add("tue 10:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00").last == "s/1 2026-11-25 10:00")
  }

  // MARK: closed, objecting

  @Test func `on a closed lead no rule fires, and reopening is neither capture nor move`() {
    var story = Story(
      rules: rule("v", .happens([.viewed]), first(mark)), rule("m", .moved(.warm), first(mark)),
      rule("u", .untouched("1d"), first(mark)), rule("i", .inside(.warm, "2d"), first(mark)))
    story.add("mon 10:00", .close(Closing(.lost, reason: "price")))
    story.add("mon 11:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == [])
    let again = story.add("fri 12:00", .reopen)
    #expect(story.firings("mon+1w 12:00") == ["u/1 2026-11-28 12:00", "i/1 2026-11-29 12:00"])
    #expect(story.anchors("mon+1w 12:00") == [again.text, again.text])
  }

  @Test func `reopening a lead that was parked counts no park`() {
    var story = Story(rules: rule(.untouched("1d"), if: [.recycledOver(1)], first(mark)))
    story.add("mon 10:00", move: .recycle)
    story.add("mon 11:00", .close(Closing(.lost, reason: "price")))
    story.add("mon 12:00", .reopen)
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `reopened, no old silence goes on`() {
    var story = silence()
    story.add("mon 11:00", .close(Closing(.lost, reason: "price")))
    story.add("mon 12:00", .reopen)
    #expect(story.firings("mon+2w 12:00") == [])
  }

  @Test func `whoever must not be contacted: rungs fire, and open nothing`() {
    var story = Story(
      rules: rule(
        .happens([.viewed]), first(mark, ask("r"), .draft(.advance, name: nil)), after("1d", .tag("second"), ask("r"))))
    story.add("mon 10:00", .object)
    story.add("mon 11:00", signal: .proposalViewed)
    let world = story.world("wed 12:00")
    #expect(world.lead.tags == ["mark", "second"])
    #expect(world.drafts.isEmpty)
    #expect(world.actions.map(\.author) == [.state(.warm)])
  }
}

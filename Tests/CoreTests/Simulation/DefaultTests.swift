import LeadlineCore
import Testing

/// The default action of a state (engine letter, 2, 6, 13, 15, 17, 19) and the escalation of what is late (16).
@Suite struct DefaultTests {
  private func story() -> Story { Story(captured: "mon 10:00") }

  private func key(_ world: World) -> Reference {
    world.next?.key ?? .firing(FiringKey(rule: "-", lead: "", anchor: "", rung: 0))
  }

  @Test func `a lead without an action has its state's default, due at its timing`() {
    #expect(story().world("mon 11:00").nextLine == "warm 2026-11-24 10:00")
    #expect(story().world("mon 11:00").next?.author == .state(.warm))
    #expect(!story().world("mon 11:00").isAgreed)
  }

  @Test(arguments: [
    (Template.Timing.now, "2026-11-23 10:00"), (.today, "2026-11-23 17:00"), (.at(9 * 60), "2026-11-24 09:00"),
    (.at(8 * 60), "2026-11-24 09:00"), (.in(Interval(amount: 2, unit: .days)), "2026-11-25 10:00"),
    (.in(Interval(amount: 5, unit: .days)), "2026-11-30 09:00"),
  ])
  func `a default's timing is reckoned from when it began, into working hours`(timing: Template.Timing, due: String) {
    var story = story()
    story.versions = [Story.version(from: "mon 00:00", warm: timing)]
    #expect(story.world("mon 11:00").nextLine == "warm \(due)")
  }

  @Test func `it goes when another action opens and begins anew when the last one closes`() {
    var story = story()
    let call = story.add("mon 11:00", action: "Call", due: "wed 12:00")
    #expect(story.world("mon 12:00").nextLine == "Call 2026-11-25 12:00")
    #expect(story.world("mon 12:00").actions.count == 1)
    story.add("tue 11:00", .done(of: .event(call), note: ""))
    #expect(story.world("tue 12:00").nextLine == "warm 2026-11-25 11:00")
  }

  @Test func `it waits for the gap after our last touch`() {
    var story = story()
    story.add("mon 11:00", touch: .mail)
    #expect(story.world("mon 12:00").nextLine == "warm 2026-11-25 11:00")
    #expect(story.world("mon 12:00").next?.opened == Story.when("mon 11:00"))
  }

  @Test func `an attempt moves the gap and completes nothing`() {
    var story = story()
    let before = key(story.world("mon 11:00"))
    story.add("mon 11:00", touch: .call, TouchOutcome.none)
    #expect(story.world("mon 12:00").nextLine == "warm 2026-11-25 11:00")
    #expect(key(story.world("mon 12:00")) == before)
  }

  @Test func `entering a state begins its default anew, staying in one does not`() {
    var story = story()
    story.add("tue 12:00", move: .warm)
    #expect(story.world("tue 13:00").next?.opened == Story.when("mon 10:00"))
    story.add("tue 14:00", move: .hot)
    #expect(story.world("tue 15:00").nextLine == "hot 2026-11-24 15:00")
  }

  @Test func `it rests while a promise is pending and begins at its date`() {
    var story = story()
    story.add("mon 11:00", promise: "word", due: "wed 12:00")
    #expect(story.world("tue 09:00").next == nil)
    #expect(story.world("wed 13:00").nextLine == "warm 2026-11-26 12:00")
    #expect(key(story.world("wed 13:00")).text == "default/acme-4f2kq/\(Story.when("wed 12:00").milliseconds)/0")
  }

  @Test func `in recycle it is due when the park ends`() {
    var story = story()
    story.add("mon 11:00", move: .recycle, until: "2026-12-05")
    #expect(story.world("tue 09:00").nextLine == "recycle 2026-12-07 09:00")
  }

  @Test func `done of a default begins it again there`() {
    var story = story()
    let first = key(story.world("mon 11:00"))
    story.add("tue 12:00", .done(of: first, note: ""))
    #expect(story.world("tue 13:00").nextLine == "warm 2026-11-25 12:00")
    story.add("tue 14:00", .done(of: first, note: ""))
    #expect(story.world("tue 15:00").next?.opened == Story.when("tue 12:00"))
  }

  @Test func `a key that nobody knows means the default that stands`() {
    var story = story()
    story.add(
      "tue 12:00", .done(of: .firing(FiringKey(rule: "default", lead: "acme-4f2kq", anchor: "77", rung: 0)), note: ""))
    #expect(story.world("tue 13:00").next?.opened == Story.when("tue 12:00"))
  }

  @Test func `a dismissed default rests until the lead's next fact`() {
    var story = story()
    story.add("mon 12:00", .dismiss(of: nil))
    #expect(story.world("fri 12:00").next == nil)
    story.add("fri 13:00", .note("?", call: nil))
    #expect(story.world("fri 14:00").next?.opened == Story.when("fri 13:00"))
  }

  @Test func `a snoozed default keeps its due while it stands`() {
    var story = story()
    story.add(
      "mon 12:00",
      .snooze(of: key(story.world("mon 11:00")), due: Story.due("fri"), until: nil, hold: false, because: ""))
    story.add("tue 12:00", touch: .call, TouchOutcome.none)
    #expect(story.world("wed 09:00").nextLine == "warm 2026-11-27 17:00")
    #expect(story.world("wed 09:00").next?.isSnoozed == true)
    story.add("wed 12:00", touch: .mail)
    #expect(story.world("wed 13:00").nextLine == "warm 2026-11-27 12:00")
  }

  @Test func `held, a default becomes the person's own`() {
    var story = story()
    story.add(
      "mon 12:00",
      .snooze(of: key(story.world("mon 11:00")), due: Story.due("fri"), until: nil, hold: true, because: ""))
    story.add("tue 12:00", touch: .mail)
    #expect(story.world("wed 09:00").next?.author == .person("ana"))
    #expect(story.world("wed 09:00").actions.count == 1)
  }

  @Test func `an action snoozed until a signal is due when it comes, and at last after ninety days`() {
    var story = story()
    let call = story.add("mon 11:00", action: "Call", due: "tue 12:00")
    story.add("mon 12:00", .snooze(of: .event(call), due: nil, until: .proposalViewed, hold: false, because: "waits"))
    #expect(story.world("fri 09:00").next?.due == .day(day("2027-02-21")))
    story.add("fri 10:00", signal: .proposalViewed)
    #expect(story.world("fri 11:00").nextLine == "Call 2026-11-27 10:00")
  }

  @Test func `the text names the lead at the moment somebody looks`() {
    let story = Story(captured: "mon 10:00") { $0.name = "Ana Müller" }
    #expect(story.world("thu 11:00").next?.text == "warm Ana 3")
  }

  @Test func `a touch with its key closes a person's action, without one it does not`() {
    var story = story()
    let call = story.add("mon 11:00", action: "Call", due: "fri")
    story.add("tue 12:00", touch: .call, .reached)
    #expect(story.world("tue 13:00").isAgreed)
    story.add("wed 12:00", touch: .call, TouchOutcome.none, answers: .event(call))
    #expect(story.world("wed 13:00").isAgreed)
    story.add("thu 12:00", touch: .call, .reached, answers: .event(call))
    #expect(!story.world("thu 13:00").isAgreed)
  }

  @Test func `the next action is the one due first`() {
    var story = story()
    story.add("mon 11:00", action: "Later", due: "fri")
    story.add("mon 12:00", action: "Sooner", due: "wed")
    #expect(story.world("mon 13:00").nextLine == "Sooner 2026-11-25 17:00")
  }

  @Test func `a default is reckoned in the owner's days, its gap in the book's`() {
    var story = Story(captured: "mon 10:00") { $0.owner = "bo" }
    story.versions = [Story.version(from: "mon 00:00", leave: ["bo": [day("2026-11-24")...day("2026-11-25")]])]
    #expect(story.world("mon 11:00").nextLine == "warm 2026-11-26 10:00")
  }

  @Test func `an adoption leaves a due that was given, and holds for what begins after it`() {
    var story = story()
    story.versions.append(Story.version(from: "mon 12:00", warm: .in(Interval(amount: 5, unit: .days))))
    #expect(story.world("mon 13:00").nextLine == "warm 2026-11-24 10:00")
    story.add("tue 12:00", .done(of: key(story.world("tue 09:00")), note: ""))
    #expect(story.world("tue 13:00").nextLine == "warm 2026-11-30 09:00")
  }

  @Test func `before the first adoption there is no default, and at it one begins`() {
    var story = story()
    story.versions = [Story.version(from: "wed 10:00")]
    #expect(story.world("tue 09:00").next == nil)
    #expect(story.world("wed 11:00").nextLine == "warm 2026-11-26 10:00")
  }

  @Test func `an action in another zone is due by the clocks there`() {
    var story = story()
    story.zones = ["America/New_York": zone("America/New_York")]
    var call = Intention("Call", due: Story.due("wed 10:00"))
    call.zone = "America/New_York"
    story.add("mon 11:00", .action(call))
    #expect(story.world("mon 12:00").nextLine == "Call 2026-11-25 15:00")
  }

  // MARK: meetings

  @Test func `a booked meeting is an action until it is held, missed, cancelled or moved`() {
    for (change, next) in [
      (Fact.touch(Touch(.meeting, .held)), "warm"), (.signal(Signal(.meetingMissed)), "warm"),
      (.signal(Signal(.meetingCancelled)), "warm"), (.meeting(Meeting(.cancelled)), "warm"),
      (.touch(Touch(.mail)), "Meeting"),
    ] {
      var story = story()
      story.add("mon 11:00", meeting: .booked, start: "wed 15:00")
      #expect(story.world("mon 12:00").nextLine == "Meeting 2026-11-25 15:00")
      story.add("wed 16:00", change)
      #expect(story.world("wed 16:30").nextLine.hasPrefix(next), "\(change)")
    }
  }

  @Test func `a meeting that is moved is one meeting`() {
    var story = story()
    story.add("mon 11:00", meeting: .booked, start: "wed 15:00")
    story.add("tue 11:00", meeting: .moved, start: "fri 15:00")
    #expect(story.world("tue 12:00").actions.map(\.due) == [Story.due("fri 15:00")])
  }

  // MARK: escalation

  @Test func `what is late for long enough is escalated, once`() {
    var story = story()
    story.add("mon 11:00", action: "Call", due: "tue 12:00")
    #expect(story.world("wed 11:59").isEscalated == false)
    let world = story.world("fri 12:00")
    #expect(world.escalations.first?.since == Story.when("wed 12:00"))
    #expect(world.firings.map(\.key.rule) == ["state warm"])
    #expect(world.firings.map(\.at) == [Story.when("wed 12:00")])
  }

  @Test func `the default is escalated as well`() {
    #expect(story().world("fri 12:00").escalations.first?.since == Story.when("wed 10:00"))
    #expect(story().world("wed 09:59").nextDeadline == Story.when("wed 10:00"))
  }

  @Test func `what clears an escalation`() {
    for (fact, isEscalated) in [
      (Fact.touch(Touch(.mail)), false), (.touch(Touch(.call, .none)), true),
      (.action(Intention("x", due: Story.due("fri"))), false),
      (.promise("x", due: Story.due("fri")), false), (.move(Move(to: .warm)), false), (.note("x", call: nil), true),
      (.signal(Signal(.replied)), true), (.set([Edit("owner", .set, "bo")]), true), (.decide("urgency"), true),
      (.dismiss(of: nil), false), (.close(Closing(.dead, reason: "x")), false), (.meeting(Meeting(.booked)), false),
    ] {
      var story = story()
      story.add("thu 12:00", fact)
      #expect(story.world("thu 13:00").isEscalated == isEscalated, "\(fact)")
    }
  }

  @Test func `done of the late action clears its escalation, done of another does not`() {
    var story = story()
    let late = story.add("mon 11:00", action: "Late", due: "tue 12:00")
    let other = story.add("mon 12:00", action: "Other", due: "fri 12:00")
    story.add("thu 10:00", .done(of: .event(other), note: ""))
    #expect(story.world("thu 11:00").isEscalated)
    story.add("thu 12:00", .done(of: .event(late), note: ""))
    #expect(!story.world("thu 13:00").isEscalated)
  }

  @Test func `a snoozed action is escalated anew for its new due`() {
    var story = story()
    let call = story.add("mon 11:00", action: "Call", due: "tue 12:00")
    story.add("thu 12:00", .snooze(of: .event(call), due: Story.due("fri 12:00"), until: nil, hold: false, because: ""))
    #expect(!story.world("fri 11:00").isEscalated)
    #expect(story.world("tue+1w 12:00").firings.map(\.at) == [Story.when("wed 12:00"), Story.when("mon+1w 12:00")])
  }

  @Test func `a touch exactly at the deadline keeps the escalation away`() {
    var story = story()
    story.add("wed 10:00", touch: .mail)
    #expect(story.world("wed 11:00").firings.isEmpty)
  }

  @Test func `a reply recorded late takes nothing back that it would not have prevented, a touch does`() {
    var story = story()
    story.add("tue 09:00", .touch(Touch(.mail)), recorded: "fri 09:00")
    #expect(story.world("wed 12:00").firings.isEmpty)
  }
}

import LeadlineCore
import Testing

/// The five clocks (3-rules.md, 3; engine letter, 1, 9, 10, 25, 28).
@Suite struct ClockTests {
  private func story() -> Story { Story(captured: "mon 09:00") }

  // MARK: owed

  @Test(arguments: [SignalKind.replied, .inbound, .callMissed])
  func `a message that nobody answered is owed an answer`(kind: SignalKind) {
    var story = story()
    let first = story.add("mon 10:00", signal: kind)
    story.add("mon 11:00", signal: kind)
    #expect(story.world("tue 09:00").clocks.owed == Clocks.Mark(since: Story.when("mon 10:00"), anchor: first))
  }

  @Test(arguments: [
    SignalKind.emailOpened, .proposalViewed, .meetingBooked, .away, .commit, SignalKind("demo.started"),
  ])
  func `other signals are owed nothing`(kind: SignalKind) {
    var story = story()
    story.add("mon 10:00", signal: kind)
    #expect(story.world("tue 09:00").clocks.owed == nil)
  }

  @Test(arguments: [
    (Channel.mail, TouchOutcome.sent, false), (.call, .reached, false), (.voicemail, .sent, false),
    (.meeting, .held, false),
    (.call, .none, true),
  ])
  func `our touch pays what is owed, an attempt does not`(channel: Channel, outcome: TouchOutcome, isOwed: Bool) {
    var story = story()
    story.add("mon 10:00", signal: .replied)
    story.add("mon 11:00", touch: channel, outcome)
    #expect((story.world("tue 09:00").clocks.owed != nil) == isOwed)
  }

  @Test func `a promise, a park and a close end what is owed; another move does not`() {
    for (fact, isOwed) in [
      (Fact.promise("word by friday", due: Story.due("fri")), false), (.move(Move(to: .recycle)), false),
      (.close(Closing(.lost, reason: "price")), false), (.move(Move(to: .hot)), true), (.note("?", call: nil), true),
    ] {
      var story = story()
      story.add("mon 10:00", signal: .replied)
      story.add("mon 11:00", fact)
      #expect((story.world("tue 09:00").clocks.owed != nil) == isOwed, "\(fact)")
    }
  }

  // MARK: silent

  @Test func `a run begins with our first unanswered touch and its clock with the latest`() {
    var story = story()
    let first = story.add("mon 10:00", touch: .mail)
    story.add("wed 10:00", touch: .call, TouchOutcome.none)
    let run = story.world("fri 09:00").clocks.run
    #expect(
      run == Clocks.Run(began: Story.when("mon 10:00"), anchor: first, clock: Story.when("wed 10:00"), touches: 2))
  }

  @Test(arguments: [
    SignalKind.replied, .inbound, .callMissed, .meetingBooked, .meetingDeclined, .proposalSigned, .commit,
  ])
  func `an answer ends the run`(kind: SignalKind) {
    var story = story()
    story.add("mon 10:00", touch: .mail)
    story.add("tue 10:00", signal: kind)
    #expect(story.world("fri 09:00").clocks.run == nil)
  }

  @Test(arguments: [
    SignalKind.emailOpened, .proposalViewed, .linkClicked, .away, .bounced, .meetingMissed, .meetingCancelled,
    .objection,
  ])
  func `opens, views and notices end nothing`(kind: SignalKind) {
    var story = story()
    story.add("mon 10:00", touch: .mail)
    story.add("tue 10:00", signal: kind)
    #expect(story.world("fri 09:00").clocks.run?.began == Story.when("mon 10:00"))
  }

  @Test func `a conversation ends the old silence and begins a new one`() {
    for channel in [Channel.call, .meeting, .mail] {
      var story = story()
      story.add("mon 10:00", touch: .mail)
      let held = story.add("wed 10:00", touch: channel, channel == .meeting ? .held : .reached)
      #expect(story.world("fri 09:00").clocks.run?.anchor == held)
    }
  }

  @Test func `a call that they took is a conversation of ours`() {
    var story = story()
    story.add("mon 10:00", touch: .mail)
    let call = story.add("wed 10:00", signal: .callAnswered)
    let world = story.world("fri 09:00")
    #expect(world.clocks.run?.anchor == call)
    #expect(world.lastTouch == Touched(channel: .call, outcome: .reached, at: Story.when("wed 10:00")))
  }

  @Test func `a meeting that is moved is an answer, one that is cancelled is not`() {
    for (change, isSilent) in [(Meeting.Change.booked, false), (.moved, false), (.cancelled, true)] {
      var story = story()
      story.add("mon 10:00", touch: .mail)
      story.add("tue 10:00", meeting: change, start: "fri 10:00")
      #expect((story.world("wed 09:00").clocks.run != nil) == isSilent, "\(change)")
    }
  }

  @Test func `a move by a person restarts a run that goes on, and begins none`() {
    var story = story()
    story.add("mon 10:00", move: .hot)
    #expect(story.world("tue 09:00").clocks.run == nil)
    story.add("tue 10:00", touch: .mail)
    let move = story.add("wed 10:00", move: .warm)
    #expect(
      story.world("thu 09:00").clocks.run
        == Clocks.Run(
          began: Story.when("wed 10:00"), anchor: move, clock: Story.when("wed 10:00"), touches: 0))
  }

  @Test func `a move to where the lead stands restarts the run and is no entry`() {
    var story = story()
    story.add("tue 10:00", touch: .mail)
    story.add("wed 10:00", move: .warm)
    let world = story.world("thu 09:00")
    #expect(world.clocks.run?.began == Story.when("wed 10:00"))
    #expect(world.stageSince == Story.when("mon 09:00"))
  }

  @Test func `silent days are whole days since the run began`() {
    var story = story()
    #expect(story.world("tue 09:00").silentDays(Story.when("tue 09:00"), .utc) == nil)
    story.add("mon 10:00", touch: .mail)
    story.add("wed 10:00", touch: .mail)
    #expect(story.world("thu 09:59").silentDays(Story.when("thu 09:59"), .utc) == 2)
    #expect(story.world("thu 10:00").silentDays(Story.when("thu 10:00"), .utc) == 3)
  }

  // MARK: untouched, unplanned

  @Test func `untouched runs from the capture, then from our latest touch of any outcome`() {
    var story = story()
    #expect(story.world("tue 09:00").clocks.untouched == Story.when("mon 09:00"))
    story.add("tue 10:00", touch: .call, TouchOutcome.none)
    story.add("wed 10:00", signal: .replied)
    story.add("wed 11:00", .note("?", call: nil))
    story.add("wed 12:00", move: .hot)
    #expect(story.world("thu 09:00").clocks.untouched == Story.when("tue 10:00"))
  }

  @Test func `unplanned runs while nobody planned, parked or promised`() {
    var story = story()
    #expect(story.world("mon 10:00").clocks.unplanned == Story.when("mon 09:00"))
    let call = story.add("tue 10:00", action: "Call", due: "wed")
    #expect(story.world("tue 11:00").clocks.unplanned == nil)
    story.add("wed 10:00", .done(of: .event(call), note: ""))
    #expect(story.world("thu 09:00").clocks.unplanned == Story.when("wed 10:00"))
    story.add("thu 10:00", promise: "word", due: "fri")
    #expect(story.world("thu 11:00").clocks.unplanned == nil)
    #expect(story.world("sat 09:00").clocks.unplanned == Story.when("fri 17:00"))
    story.add("sat 10:00", move: .recycle, until: "2026-12-01")
    #expect(story.world("sat 11:00").clocks.unplanned == nil)
    #expect(story.world("2026-12-01 09:00").clocks.unplanned == Story.when("2026-12-01 00:00"))
    story.add("2026-12-01 10:00", meeting: .booked, start: "2026-12-03 10:00")
    #expect(story.world("2026-12-01 11:00").clocks.unplanned == nil)
  }

  // MARK: promise, away

  @Test func `a promise ends the run and begins one at its date`() {
    var story = story()
    story.add("mon 10:00", touch: .mail)
    let promise = story.add("tue 10:00", promise: "word by friday", due: "fri")
    let friday = Story.when("fri 17:00")
    #expect(
      story.world("wed 09:00").clocks.run == Clocks.Run(began: friday, anchor: promise, clock: friday, touches: 0))
    #expect(story.world("wed 09:00").silentDays(Story.when("wed 09:00"), .utc) == nil)
    story.add("thu 10:00", touch: .mail)
    #expect(story.world("thu 11:00").clocks.run?.clock == friday)
    #expect(story.world("mon+1w 17:00").silentDays(Story.when("mon+1w 17:00"), .utc) == 3)
  }

  @Test func `a promise is pending until its date, then passed until they answer`() {
    var story = story()
    story.add("tue 10:00", promise: "word", due: "thu 12:00")
    #expect(story.world("thu 11:59").promise?.isPassed == false)
    #expect(story.world("thu 12:00").promise?.isPassed == true)
    story.add("fri 10:00", signal: .replied)
    #expect(story.world("fri 11:00").promise == nil)
  }

  @Test func `an answer exactly at the promise's date keeps it from passing`() {
    var story = story()
    story.add("tue 10:00", promise: "word", due: "thu 12:00")
    story.add("thu 12:00", signal: .replied)
    let world = story.world("fri 09:00")
    #expect(world.promise == nil && world.clocks.run == nil)
  }

  @Test func `a new promise takes the place of the old one`() {
    var story = story()
    story.add("tue 10:00", promise: "word", due: "wed 12:00")
    story.add("thu 10:00", promise: "again", due: "fri 12:00")
    #expect(story.world("thu 11:00").promise?.text == "again")
    #expect(story.world("thu 11:00").promise?.isPassed == false)
  }

  @Test func `they are away until the date they gave, or fourteen days, or their next answer`() {
    var story = story()
    story.add("mon 10:00", touch: .mail)
    story.add("mon 11:00", signal: .away, returns: day("2026-12-01"))
    #expect(story.world("tue 09:00").returns == day("2026-12-01"))
    #expect(story.world("tue 09:00").clocks.run != nil)
    story.add("tue 10:00", signal: .away)
    #expect(story.world("tue 11:00").returns == day("2026-12-08"))
    story.add("wed 10:00", signal: .replied)
    #expect(story.world("wed 11:00").returns == nil)
  }

  // MARK: what counts

  @Test func `what a machine caused counts nowhere, and what was reported twice counts once`() {
    var story = story()
    story.add("mon 10:00", touch: .mail)
    story.add("mon 11:00", signal: .replied, confidence: .machine)
    #expect(story.world("tue 09:00").signals.isEmpty)
    #expect(story.world("tue 09:00").clocks.run != nil)
    story.add("tue 10:00", signal: .proposalViewed, source: "pandadoc:1")
    story.add("tue 11:00", signal: .proposalViewed, source: "pandadoc:1")
    #expect(story.world("wed 09:00").signals.map(\.at) == [Story.when("tue 10:00")])
  }

  @Test func `unsubscribing and objecting forbid contact until a person edits that`() {
    for fact in [Fact.object, .signal(Signal(.unsubscribed)), .set([Edit("do-not-contact", .set, "yes")])] {
      var story = story()
      story.add("mon 10:00", fact)
      #expect(story.world("tue 09:00").lead.objects)
      #expect(story.world("tue 09:00").next != nil)
      story.add("tue 10:00", .set([Edit("do-not-contact", .remove, "")]))
      #expect(!story.world("wed 09:00").lead.objects)
    }
  }

  @Test func `held calls and meetings weigh two, other signals as the book says`() {
    var story = story()
    story.add("mon 10:00", touch: .call, .reached)
    story.add("mon 11:00", signal: .linkClicked)
    #expect(story.world("tue 09:00").signals.map(\.weight) == [2, 0.5])
  }
}

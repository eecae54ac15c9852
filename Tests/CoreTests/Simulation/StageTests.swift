import LeadlineCore
import Testing

/// Captures, imports, parks, closes (3-rules.md, 3; engine letter, 3, 7, 18, 24, 29, 31, 32).
@Suite struct StageTests {
  // MARK: capture

  @Test func `a capture without more is warm, at the book's first decision, its catcher's own`() {
    let world = Story(captured: "mon 10:00").world("mon 11:00")
    #expect(world.state == .warm && world.decision == "attention" && world.lead.owner == "ana")
    #expect(world.captured == Story.when("mon 10:00") && world.isCaptured && !world.isImported)
  }

  @Test func `an enquiry is hot, and owed an answer`() {
    let world = Story(captured: "mon 10:00") { $0.isInbound = true }.world("mon 11:00")
    #expect(world.state == .hot)
    #expect(world.clocks.owed?.since == Story.when("mon 10:00"))
    #expect(world.signals.map(\.kind) == [.inbound])
  }

  @Test func `facts before the capture are its history`() {
    var story = Story()
    story.add("mon 09:00", signal: .replied)
    story.add("mon 10:00", touch: .mail)
    #expect(!story.world("mon 11:00").isCaptured)
    #expect(story.world("mon 11:00").next == nil)
    story.add("wed 10:00", .lead(Capture()))
    let world = story.world("wed 11:00")
    #expect(world.firstContact == Story.when("mon 09:00") && world.wasCapturedLate)
    #expect(world.clocks.untouched == Story.when("mon 10:00"))
    #expect(world.clocks.run?.began == Story.when("mon 10:00"))
  }

  @Test func `what was decided before the capture stands unless the capture says otherwise`() {
    var story = Story()
    story.add("mon 09:00", move: .hot)
    story.add("mon 09:30", .decide("urgency"))
    story.add("mon 10:00", .lead(Capture()))
    #expect(story.world("mon 11:00").state == .hot && story.world("mon 11:00").decision == "urgency")
  }

  @Test func `a capture recorded later than it happened tells the first contact`() {
    var story = Story()
    story.add("mon 10:00", .lead(Capture()), recorded: "wed 10:00")
    #expect(story.world("wed 11:00").wasCapturedLate)
    #expect(story.world("wed 11:00").captured == Story.when("wed 10:00"))
  }

  @Test func `a fact that has not happened yet waits`() {
    var story = Story(captured: "mon 10:00")
    story.add("wed 10:00", .move(Move(to: .hot)), recorded: "mon 11:00")
    #expect(story.world("tue 09:00").state == .warm)
    #expect(story.world("tue 09:59").nextDeadline == Story.when("tue 10:00").advanced(by: 1))
    #expect(story.world("wed 10:00").state == .hot)
  }

  @Test func `edits change fields, add to lists and take away`() {
    var story = Story(captured: "mon 10:00") {
      $0.emails = ["a@x.example"]
      $0.value = Money(minor: 100, currency: "EUR")
    }
    story.add(
      "mon 11:00",
      .set([Edit("email", .set, "b@x.example"), Edit("email", .remove, "a@x.example"), Edit("tag", .add, "fair")]))
    story.add("mon 12:00", .set([Edit("name", .set, "Ana"), Edit("ext.id", .set, "7"), Edit("value", .set, "lots")]))
    let lead = story.world("mon 13:00").lead
    #expect(lead.emails == ["b@x.example"] && lead.tags == ["fair"] && lead.name == "Ana")
    #expect(lead.ext == [Field("id", "7")] && lead.value == Money(minor: 100, currency: "EUR"))
  }

  // MARK: import

  private func imported(_ fill: (inout Capture) -> Void = { _ in }) -> Story {
    Story(captured: "mon 10:00") {
      $0.importKey = "csv:1"
      $0.contacted = day("2026-11-01")
      fill(&$0)
    }
  }

  @Test func `an imported lead sleeps: true ages, no default, no clock of planning`() {
    let world = imported().world("fri 12:00")
    #expect(world.isAsleep && world.next == nil && world.clocks.unplanned == nil && world.firings.isEmpty)
    #expect(world.untouchedDates(Story.when("fri 12:00"), .utc) == 26)
    #expect(world.nextDeadline == nil)
  }

  @Test func `what wakes an imported lead, and what does not`() {
    for (fact, isAsleep) in [
      (Fact.set([Edit("name", .set, "x")]), true), (.note("x", call: nil), true), (.touch(Touch(.mail)), false),
      (.signal(Signal(.emailOpened)), false), (.move(Move(to: .hot)), false), (.decide("urgency"), false),
      (.action(Intention("x", due: Story.due("fri"))), false), (.promise("x", due: Story.due("fri")), false),
    ] {
      var story = imported()
      story.add("wed 10:00", fact)
      #expect(story.world("wed 11:00").isAsleep == isAsleep, "\(fact)")
    }
  }

  @Test func `awake, its clocks run from there and its shown age from the last contact`() {
    var story = imported()
    story.add("wed 10:00", signal: .proposalViewed)
    let world = story.world("wed 11:00")
    #expect(world.clocks.untouched == Story.when("wed 10:00") && world.clocks.unplanned == Story.when("wed 10:00"))
    #expect(world.untouchedDates(Story.when("wed 11:00"), .utc) == 24)
    #expect(world.nextLine == "warm 2026-11-26 10:00")
  }

  @Test func `a machine's signal wakes nobody, nor does what came with the import`() {
    var story = Story()
    let act = EventID(random: 99)
    var capture = Capture()
    capture.importKey = "csv:1"
    story.add("mon 10:00", .lead(capture), act: act)
    story.add("mon 10:00", .object, act: act)
    story.add("wed 10:00", signal: .emailOpened, confidence: .machine)
    #expect(story.world("wed 11:00").isAsleep)
    #expect(story.world("wed 11:00").lead.objects)
  }

  @Test func `an imported park wakes at its end`() {
    let story = imported {
      $0.state = .recycle
      $0.until = day("2026-12-05")
    }
    #expect(story.world("2026-12-04 23:59").nextDeadline == Story.when("2026-12-05 00:00"))
    let world = story.world("2026-12-05 00:00")
    #expect(!world.isAsleep && world.clocks.unplanned == Story.when("2026-12-05 00:00"))
    #expect(world.nextLine == "recycle 2026-12-07 09:00")
  }

  @Test func `an import may come in closed, and is reopened warm`() {
    var story = imported {
      $0.closed = .lost
      $0.closedOn = day("2026-10-01")
      $0.reason = "imported"
    }
    #expect(
      story.world("tue 09:00").stage == .closed(Closing(.lost, reason: "imported"), at: Story.when("2026-10-01 00:00")))
    story.add("wed 10:00", .reopen)
    #expect(story.world("wed 11:00").nextLine == "warm 2026-11-26 10:00")
  }

  // MARK: park

  @Test func `a park without a date lasts ninety days, and its date leaves with the state`() {
    var story = Story(captured: "mon 10:00")
    story.add("mon 11:00", move: .recycle)
    #expect(story.world("mon 12:00").until == day("2027-02-21"))
    story.add("tue 11:00", move: .warm)
    #expect(story.world("tue 12:00").until == nil)
    #expect(Story(captured: "mon 10:00") { $0.state = .recycle }.world("mon 11:00").until == day("2027-02-21"))
  }

  @Test func `a park never ends before it began`() {
    var story = Story(captured: "mon 10:00")
    story.add("wed 11:00", move: .recycle, until: "2026-11-01")
    #expect(story.world("wed 12:00").isParkOver)
    #expect(story.world("wed 12:00").clocks.unplanned == Story.when("wed 11:00"))
  }

  @Test func `the signal that a park waits for ends it`() {
    var story = Story(captured: "mon 10:00")
    story.add("mon 11:00", move: .recycle, until: "2027-03-01", wake: .proposalViewed)
    story.add("mon 12:00", signal: .linkClicked)
    #expect(!story.world("mon 13:00").isParkOver)
    story.add("thu 12:00", signal: .proposalViewed)
    let world = story.world("thu 12:00")
    #expect(world.isParkOver && world.until == day("2026-11-26"))
    #expect(world.nextLine == "recycle 2026-11-26 12:00")
  }

  @Test func `leaving recycle begins a new run only where one goes on`() {
    var story = Story(captured: "mon 10:00")
    story.add("mon 11:00", move: .recycle)
    story.add("tue 11:00", move: .warm)
    #expect(story.world("tue 12:00").clocks.run == nil)
  }

  // MARK: close

  @Test func `a close ends actions, promises and clocks`() {
    var story = Story(captured: "mon 10:00")
    story.add("mon 11:00", action: "Call", due: "tue")
    story.add("mon 12:00", promise: "word", due: "fri")
    story.add("mon 13:00", signal: .replied)
    story.add("tue 11:00", .close(Closing(.won, reason: "signed")))
    let world = story.world("fri 12:00")
    #expect(world.closing?.ending == .won && world.actions.isEmpty && world.promise == nil && world.nextDeadline == nil)
    #expect(
      world.clocks.owed == nil && world.clocks.run == nil && world.clocks.unplanned == nil && world.firings.isEmpty)
  }

  @Test func `on a closed lead facts are kept and clocks stand still`() {
    var story = Story(captured: "mon 10:00")
    story.add("tue 11:00", .close(Closing(.lost, reason: "price")))
    story.add("wed 11:00", touch: .mail)
    story.add("wed 12:00", signal: .replied)
    story.add("wed 13:00", meeting: .booked, start: "fri 10:00")
    let world = story.world("fri 12:00")
    #expect(world.lastTouch?.at == Story.when("wed 11:00") && world.signals.count == 2)
    #expect(world.clocks.untouched == Story.when("mon 10:00") && world.clocks.owed == nil && world.actions.isEmpty)
  }

  @Test func `reopened, a lead stands where it stood, and its clocks run from there`() {
    var story = Story(captured: "mon 10:00")
    story.add("mon 11:00", move: .hot)
    story.add("mon 12:00", touch: .mail)
    story.add("tue 11:00", .close(Closing(.lost, reason: "price")))
    story.add("wed 11:00", .reopen)
    let world = story.world("wed 11:30")
    #expect(world.state == .hot && world.stageSince == Story.when("wed 11:00"))
    #expect(world.clocks.run == nil && world.clocks.untouched == Story.when("wed 11:00"))
    #expect(world.clocks.unplanned == Story.when("wed 11:00") && world.next?.opened == Story.when("wed 11:00"))
  }

  @Test func `deciding what is decided already is nothing`() {
    var story = Story(captured: "mon 10:00")
    story.add("mon 11:00", .decide("safety"))
    story.add("mon 12:00", .decide("safety"))
    #expect(story.world("mon 13:00").decisionSince == Story.when("mon 11:00"))
  }

  // MARK: merge

  @Test func `a lead that was merged away has nothing that happens next`() {
    var story = Story(captured: "mon 10:00")
    story.add("mon 11:00", action: "Call", due: "tue")
    story.add("mon 12:00", .merge(into: LeadID("ana-00000")))
    let world = story.world("fri 12:00")
    #expect(world.survivor == LeadID("ana-00000") && world.next == nil && world.nextDeadline == nil)
  }

  @Test func `the capture of a lead that was merged in adds addresses, and is no capture`() {
    var other = Capture()
    other.name = "Other"
    other.emails = ["o@x.example"]
    var story = Story()
    story.add("mon 09:00", .lead(other), lead: LeadID("ana-00000"))
    var own = Capture()
    own.name = "Own"
    story.add("mon 10:00", .lead(own))
    let world = story.world("mon 11:00")
    #expect(world.lead.name == "Own" && world.lead.emails == ["o@x.example"])
    #expect(world.captured == Story.when("mon 10:00"))
  }
}

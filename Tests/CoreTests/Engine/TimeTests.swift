import LeadlineCore
import Testing

/// Days, working days and dates under rules, in zones whose clocks change (3-rules.md, 8; engine letter, 18–20). Instants
/// of UTC on the left, the book's wall on the right.
@Suite struct TimeTests {
  /// A rule's firing on a lead captured then, in that zone.
  private func fires(_ interval: String, captured: String, in name: String) -> Instant? {
    let story = Story(rules: rule(.unplanned(interval), first(mark)), captured: captured)
    var local = story.under(BookSettings(), zone: zone(name))
    local.versions = local.versions.map { $0.with($0.rules.list, from: "2026-01-01 00:00") }
    return local.world("2026-12-31 00:00").firings.first { $0.key.rule == "r" }?.at
  }

  @Test(arguments: [
    // Berlin: Saturday 09:00 and a day is Sunday 09:00, 23 hours later; 24 hours are 10:00.
    ("Europe/Berlin", "2026-03-28 08:00", "1d", "2026-03-29 07:00"),
    ("Europe/Berlin", "2026-03-28 08:00", "24h", "2026-03-29 08:00"),
    // 02:30 does not exist: 03:30+02:00. 02:30 comes twice: the first, 00:30Z.
    ("Europe/Berlin", "2026-03-28 01:30", "1d", "2026-03-29 01:30"),
    ("Europe/Berlin", "2026-10-24 00:30", "1d", "2026-10-25 00:30"),
    // New York: 02:30 on 8 March is 03:30-04:00; 01:30 on 1 November the first, -04:00.
    ("America/New_York", "2026-03-07 07:30", "1d", "2026-03-08 07:30"),
    ("America/New_York", "2026-03-07 14:00", "1d", "2026-03-08 13:00"),
    ("America/New_York", "2026-10-31 05:30", "1d", "2026-11-01 05:30"),
    // Lord Howe moves its clocks by half an hour: 02:15 on 4 October is 02:45+11:00; 01:45 on 5 April the first, +11:00.
    ("Australia/Lord_Howe", "2026-10-02 15:45", "1d", "2026-10-03 15:45"),
    ("Australia/Lord_Howe", "2026-10-02 22:30", "1d", "2026-10-03 22:00"),
    ("Australia/Lord_Howe", "2026-04-03 14:45", "1d", "2026-04-04 14:45"),
    // Cairo changes at midnight: 00:30 on 24 April is 01:30+03:00; 23:30 on 29 October the first, +03:00.
    ("Africa/Cairo", "2026-04-22 22:30", "1d", "2026-04-23 22:30"),
    ("Africa/Cairo", "2026-10-28 20:30", "1d", "2026-10-29 20:30"),
    ("Africa/Cairo", "2026-10-28 20:30", "2d", "2026-10-30 21:30"),
  ])
  func `a day keeps the wall time over every change of clocks`(
    name: String, captured: String, interval: String, at: String
  ) {
    #expect(fires(interval, captured: captured, in: name) == utc(at))
  }

  @Test func `a park ends at the first instant of its date, also where 00:00 does not exist`() {
    var story = Story(rules: rule(.recycleEnds, first(mark)), captured: "2026-04-20 09:00")
      .under(BookSettings(), zone: zone("Africa/Cairo"))
    story.versions = story.versions.map { $0.with($0.rules.list, from: "2026-01-01 00:00") }
    story.add("2026-04-20 10:00", move: .recycle, until: "2026-04-24")
    #expect(story.firings("2026-05-01 00:00") == ["r/1 2026-04-24 01:00"])
  }

  @Test func `working days over a change of clocks keep the wall time`() {
    var story = Story(rules: rule(.silent("1wd"), first(mark)), captured: "2026-03-27 08:00")
      .under(BookSettings(), zone: zone("Europe/Berlin"))
    story.versions = story.versions.map { $0.with($0.rules.list, from: "2026-01-01 00:00") }
    // Friday 10:00+01:00.
    story.add("2026-03-27 09:00", touch: .mail)
    #expect(story.firings("2026-04-03 00:00") == ["r/1 2026-03-30 10:00"])
  }

  // MARK: weekends, holidays, leave

  @Test(arguments: [
    ("fri 16:30", "1wh", "2026-11-30 09:30"), ("fri 16:00", "2wd", "2026-12-01 16:00"),
    ("sat 12:00", "2wd", "2026-12-02 09:00"), ("fri 17:00", "1wd", "2026-11-30 17:00"),
    ("fri 17:00", "1wh", "2026-11-30 10:00"), ("fri 16:00", "1wh", "2026-11-27 17:00"),
    ("fri 10:00", "1d", "2026-11-28 10:00"), ("fri 10:00", "1w", "2026-12-04 10:00"),
    ("mon 09:00", "40wh", "2026-11-27 17:00"), ("fri 10:00", "20m", "2026-11-27 10:20"),
  ])
  func `a silence is summed over the weekend`(touched: String, interval: String, at: String) {
    var story = Story(rules: rule(.silent(interval), first(mark)), captured: "mon 08:00")
    story.add(touched, touch: .mail)
    #expect(story.firings("fri+2w 12:00") == ["r/1 \(at)"])
  }

  @Test func `holidays are no working days, but days`() {
    var settings = BookSettings()
    settings.holidays = [day("2026-11-24"), day("2026-11-25")]
    func at(_ interval: String) -> [String] {
      var story = Story(rules: rule(.silent(interval), first(mark)))
      story.add("mon 10:00", touch: .mail)
      return story.under(settings).firings("fri+1w 12:00")
    }
    #expect(at("1wd") == ["r/1 2026-11-26 10:00"])
    #expect(at("8wh") == ["r/1 2026-11-26 10:00"])
    #expect(at("1d") == ["r/1 2026-11-24 10:00"])
  }

  @Test func `leave moves due times, never deadlines: the buyer does not know that we are away`() {
    var settings = BookSettings()
    settings.leave = ["ana": [day("2026-11-24")...day("2026-12-04")]]
    var story = Story(rules: rule(.silent("2wd"), first(ask("r", .today)))).under(settings)
    story.add("mon 10:00", touch: .mail)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 10:00"])
    #expect(story.asked("fri 12:00") == ["r 2026-12-07 17:00"])
    // The state's escalation is a deadline: a working day of the book after that due.
    #expect(story.world("mon+2w 12:00").isEscalated == false)
  }

  @Test func `escalation counts in the book's days though the owner is away`() {
    var settings = BookSettings()
    settings.leave = ["ana": [day("2026-11-25")...day("2026-12-04")]]
    var story = Story(rules: rule("x", .untouched("99d"))).under(settings)
    story.add("mon 10:00", action: "Call", due: "tue 12:00")
    #expect(story.world("wed 12:00").escalations.map(\.since) == [Story.when("wed 12:00")])
  }

  // MARK: due times

  private func due(_ timing: Template.Timing, _ when: String) -> [String] {
    var story = Story(rules: rule(.happens([.viewed]), first(ask("r", timing))))
    story.add(when, signal: .proposalViewed)
    return story.asked("fri+2w 12:00")
  }

  @Test(arguments: [
    ("mon 10:00", "2026-11-23 17:00"), ("fri 17:00", "2026-11-27 17:00"), ("fri 17:01", "2026-11-30 17:00"),
    ("sat 12:00", "2026-11-30 17:00"), ("mon 09:30", "2026-11-23 17:00"),
  ])
  func `today is the close of the firing's working day, or of the next`(when: String, at: String) {
    #expect(due(.today, when) == ["r \(at)"])
  }

  @Test(arguments: [
    ("mon 10:00", 14, "2026-11-23 14:00"), ("mon 14:00", 14, "2026-11-23 14:00"), ("mon 14:01", 14, "2026-11-24 14:00"),
    ("mon 10:00", 20, "2026-11-24 09:00"), ("fri 10:00", 9, "2026-11-30 09:00"),
  ])
  func `at is the next such wall time, then moved into hours`(when: String, hour: Int, at: String) {
    #expect(due(.at(hour * 60), when) == ["r \(at)"])
  }

  @Test(arguments: [("mon 10:00", "2026-11-23 10:00"), ("sun 10:00", "2026-11-30 09:00")])
  func `now is the firing, then moved into hours`(when: String, at: String) { #expect(due(.now, when) == ["r \(at)"]) }

  @Test func `a due of a rule is a full minute, a person's due is never moved`() {
    var story = Story(rules: rule(.happens([.viewed])))
    story.add("mon 10:00", action: "Call", due: "sat 23:15")
    var signal = story
    signal.add("mon 11:00", signal: .proposalViewed)
    #expect(story.world("mon 12:00").next?.deadline == Story.when("sat 23:15"))
    let late = Event(
      id: EventID(random: 99), time: Story.when("mon 11:00").advanced(by: 1_001), lead: Story.lead, by: "ana",
      fact: .signal(Signal(.proposalViewed)))
    let world = Simulation.simulate(
      Story.lead, facts: story.events + [late], versions: story.versions, until: Story.when("mon 12:00"))
    #expect(world.actions.contains { $0.deadline == Story.when("mon 11:01") })
  }

  // MARK: parks

  @Test func `move recycle for D is the local date of the firing and D`() {
    var story = Story(rules: rule(.happens([.viewed]), first(move(.recycle, for: "5d"))))
    story.add("mon 23:30", signal: .proposalViewed)
    #expect(story.world("tue 12:00").until == day("2026-11-28"))
    #expect(story.deadline("tue 12:00") == "2026-11-28 00:00")
    var berlin = story.under(BookSettings(), zone: zone("Europe/Berlin"))
    berlin.versions = berlin.versions.map { $0.with($0.rules.list, from: "2026-01-01 00:00") }
    // 23:30Z is Tuesday in Berlin.
    #expect(berlin.world("tue 12:00").until == day("2026-11-29"))
  }

  @Test func `a park by a rule without a length lasts ninety days, and what it opens on waking follows the due rule`() {
    var story = Story(
      rules: rule("p", .happens([.viewed]), first(move(.recycle))),
      rule("w", .recycleEnds, first(move(.warm), ask("w"))))
    story.add("mon 10:00", signal: .proposalViewed)
    // 2026-11-23 + 90 d is Sunday 2027-02-21.
    #expect(story.world("tue 12:00").until == day("2027-02-21"))
    #expect(story.asked("2027-02-21 12:00") == ["w 2027-02-22 09:00"])
    #expect(story.world("2027-02-21 12:00").until == nil)
  }

  // MARK: windows are reckoned forward

  @Test func `a window of a day is the day's own length, not twenty-four hours`() {
    func story(_ second: String) -> [String] {
      var story = Story(rules: rule(.times(2, .viewed, in: "1d"), first(mark)), captured: "2026-03-27 08:00")
        .under(BookSettings(), zone: zone("Europe/Berlin"))
      story.versions = story.versions.map { $0.with($0.rules.list, from: "2026-01-01 00:00") }
      // Saturday 09:30 in Berlin; a day later is 07:30Z.
      story.add("2026-03-28 08:30", signal: .proposalViewed)
      story.add(second, signal: .proposalViewed)
      return story.firings("2026-04-01 00:00")
    }
    #expect(story("2026-03-29 07:29") == ["r/1 2026-03-29 09:29"])
    #expect(story("2026-03-29 07:30") == [])
  }

  @Test func `a window of working days goes over the weekend`() {
    func story(_ second: String) -> [String] {
      var story = Story(rules: rule(.times(2, .viewed, in: "1wd"), first(mark)))
      story.add("fri 16:00", signal: .proposalViewed)
      story.add(second, signal: .proposalViewed)
      return story.firings("fri+1w 12:00")
    }
    #expect(story("mon+1w 15:59") == ["r/1 2026-11-30 15:59"])
    #expect(story("mon+1w 16:00") == [])
  }
}

import LeadlineCore
import Testing

/// Which rules were in force when: what an adoption changes, and what it leaves (3-rules.md, 9; engine letter, 23).
@Suite struct AdoptionTests {
  @Test func `before the first adoption no rule is in force, and what happened then no later rule answers`() {
    var story = Story(rules: rule("v", .happens([.viewed]), first(mark)), rule("c", .captured, first(mark)))
    story.versions = [story.versions[0].with(story.versions[0].rules.list, from: "wed 10:00")]
    story.add("tue 10:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == [])
    story.add("thu 10:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["v/1 2026-11-26 10:00"])
  }

  @Test func `a clock that the first adoption finds passed fires there`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark)))
    story.versions = [story.versions[0].with(story.versions[0].rules.list, from: "wed 10:00")]
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 10:00"])
  }

  @Test func `a deadline that the new version has already passed fires at the adoption`() {
    var story = Story(rules: rule(.untouched("9d"), first(mark)))
    story.adopt("wed 10:00", rule(.untouched("1d"), first(mark)))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 10:00"])
  }

  @Test func `a deadline that was reckoned already is reckoned anew`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark)))
    story.adopt("mon 12:00", rule(.untouched("3d"), first(mark)))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 09:00"])
  }

  @Test func `an armed rung goes on under the new version, its clock unbroken`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark), after("9d", .tag("second"))))
    story.adopt("wed 10:00", rule(.untouched("1d"), first(mark), after("3d", .tag("second"))))
    #expect(story.firings("sat 12:00") == ["r/1 2026-11-24 09:00", "r/2 2026-11-27 09:00"])
  }

  @Test func `an armed rung whose time has passed under the new version fires at the adoption`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark), after("9d", .tag("second"))))
    story.adopt("thu 10:00", rule(.untouched("1d"), first(mark), after("1d", .tag("second"))))
    #expect(story.firings("sat 12:00") == ["r/1 2026-11-24 09:00", "r/2 2026-11-26 10:00"])
  }

  @Test func `a moment before its adoption a version is not in force`() {
    var story = Story(rules: rule(.untouched("9d"), first(mark)))
    story.adopt("wed 10:00", rule(.untouched("1d"), first(mark)))
    let before = Simulation.simulate(
      Story.lead, facts: story.events, versions: story.versions, until: Story.when("wed 10:00").advanced(by: -1))
    #expect(before.nextDeadline == Story.when("wed 10:00"))
  }

  // MARK: evidence

  @Test func `earlier signals count in windows, but fire nothing themselves`() {
    var story = Story(rules: rule("old", .captured))
    for when in ["mon 10:00", "mon 11:00"] { story.add(when, signal: .proposalViewed) }
    story.adopt("tue 10:00", rule(.times(2, .viewed, in: "7d"), first(mark)))
    #expect(story.firings("tue 12:00").dropFirst() == [])
    story.add("wed 10:00", signal: .proposalViewed)
    #expect(story.firings("wed 12:00").last == "r/1 2026-11-25 10:00")
  }

  @Test func `an absence counts what happened before, but none whose instant lies before the adoption fires`() {
    let unopened = Trigger.absence(of: [.viewed], within: Interval(say: "2wd"), after: .sent)
    var story = Story(rules: rule("old", .untouched("99d")))
    story.add("mon 10:00", touch: .proposal)
    story.add("tue 10:00", touch: .proposal)
    story.adopt("wed 12:00", rule(unopened, first(mark)))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 10:00"])
  }

  @Test func `so with engagement and then nothing`() {
    let lull = Trigger.lull(signals: 2, within: Interval(say: "7d"), quiet: Interval(say: "2d"))
    func story(_ adopted: String) -> [String] {
      var story = Story(rules: rule("old", .untouched("99d")))
      for when in ["mon 10:00", "mon 11:00"] { story.add(when, signal: .proposalViewed) }
      story.adopt(adopted, rule(lull, first(mark)))
      return story.firings("fri 12:00")
    }
    #expect(story("tue 12:00") == ["r/1 2026-11-25 11:00"])
    #expect(story("wed 12:00") == [])
  }

  @Test func `a park that ended before the adoption wakes nobody`() {
    var story = Story(rules: rule("old", .untouched("99d")))
    story.add("mon 10:00", move: .recycle, until: "2026-11-24")
    story.adopt("wed 12:00", rule(.recycleEnds, first(mark)))
    #expect(story.firings("fri 12:00") == [])
  }

  // MARK: the name is the rule

  @Test func `fired anchors stay fired whatever else changes`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark)))
    story.adopt("wed 10:00", rule(.untouched("2d"), if: [.isIn(.warm)], first(.tag("other"))))
    #expect(story.firings("fri+2w 12:00") == ["r/1 2026-11-24 09:00"])
  }

  @Test func `a name that went and came back knows what it fired`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark)))
    story.adopt("wed 10:00", rule("other", .untouched("99d")))
    story.adopt("thu 10:00", rule(.untouched("1d"), first(mark)))
    #expect(story.firings("fri+2w 12:00") == ["r/1 2026-11-24 09:00"])
  }

  @Test func `another name is another rule`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark)))
    story.adopt("wed 10:00", rule("new", .untouched("1d"), first(mark)))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 09:00", "new/1 2026-11-25 10:00"])
  }

  @Test(arguments: [false, true])
  func `a name that is gone, or off, ends its ladders: asked and marked no more`(isOff: Bool) {
    var story = Story(rules: rule(.untouched("1d"), first(ask("r"), .escalate(to: nil)), after("9d", mark)))
    #expect(story.world("wed 09:00").isEscalated)
    story.adopt(
      "wed 10:00",
      isOff ? rule(.untouched("1d"), off: true, first(ask("r")), after("9d", mark)) : rule("x", .untouched("99d")))
    #expect(story.asked("wed 10:00") == [])
    #expect(!story.world("wed 10:00").isEscalated)
    #expect(story.tags("fri+2w 12:00") == [])
  }

  @Test func `with fewer rungs nothing more comes; what was asked stays until an exit`() {
    var story = Story(rules: rule(.untouched("1d"), first(ask("r")), after("2d", mark)))
    story.adopt("wed 10:00", rule(.untouched("1d"), first(ask("r"))))
    #expect(story.firings("fri+1w 12:00") == ["r/1 2026-11-24 09:00"])
    #expect(story.asked("fri 12:00") == ["r 2026-11-24 09:00"])
    story.add("fri 13:00", touch: .mail)
    #expect(story.asked("fri 14:00") == [])
  }

  @Test func `with more rungs a ladder that was at its end goes on`() {
    var story = Story(rules: rule(.untouched("1d"), first(mark)))
    story.adopt("wed 10:00", rule(.untouched("1d"), first(mark), after("3d", .tag("second"))))
    #expect(story.firings("sat 12:00") == ["r/1 2026-11-24 09:00", "r/2 2026-11-27 09:00"])
  }

  @Test func `another order of the file decides what comes after it`() {
    let viewed = rule("v", .happens([.viewed]))
    let missed = rule("m", .happens([.missed]))
    var story = Story(rules: viewed, missed)
    story.add("mon 10:00", signal: .proposalViewed)
    story.adopt("tue 10:00", missed, viewed)
    story.add("wed 10:00", signal: .meetingMissed)
    #expect(story.asked("wed 12:00") == ["m 2026-11-25 10:00"])
  }

  // MARK: times

  @Test func `due times that were given stay, pending deadlines use the new calendar`() {
    var story = Story(
      rules: rule("v", .happens([.viewed]), first(ask("v", .in(Interval(say: "2wd"))))),
      rule("s", .unplanned("9wd"), first(mark)), rule("o", .owed("3wd"), first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", signal: .replied)
    var settings = BookSettings()
    settings.holidays = [day("2026-11-25")]
    let before = story.versions[0]
    let same = story
    story.versions.append(
      Version(
        from: Story.when("mon 12:00"), rules: before.rules, settings: settings, calendar: settings.calendar(in: .utc)))
    #expect(same.firings("sat 12:00").last == "o/1 2026-11-26 11:00")
    #expect(story.firings("sat 12:00").last == "o/1 2026-11-27 11:00")
    #expect(story.world("mon 13:00").actions.map(\.due) == same.world("mon 13:00").actions.map(\.due))
  }

  @Test func `history is not decided anew: each version answers what happened under it`() {
    var story = Story(rules: rule("a", .happens([.viewed]), first(.tag("a"))))
    story.adopt("tue 10:00", rule("b", .happens([.viewed]), first(.tag("b"))))
    for when in ["mon 12:00", "wed 12:00"] { story.add(when, signal: .proposalViewed) }
    #expect(story.firings("fri 12:00") == ["a/1 2026-11-23 12:00", "b/1 2026-11-25 12:00"])
    let versions = story.world("fri 12:00").firings.filter { $0.key.rule.count == 1 }.map(\.version)
    #expect(versions == [Story.when("mon 00:00"), Story.when("tue 10:00")])
  }
}

import LeadlineCore
import Testing

/// One contact at a time, and when it is due (3-rules.md, 7; engine letter, 6, 12, 13, 15).
@Suite struct LaneTests {
  private let viewed = rule("v", .happens([.viewed]), first(.tag("v"), ask("v"), .draft(.advance, name: nil)))
  private let missed = rule("m", .happens([.missed]), first(.tag("m"), ask("m"), .draft(.clarify, name: nil)))

  // MARK: who has the lane

  @Test func `an upper rule's firing takes the place of a lower rule's, draft and all`() {
    var story = Story(rules: viewed, missed)
    story.add("mon 10:00", signal: .meetingMissed)
    #expect(story.drafts("mon 10:30") == ["m/1"])
    story.add("mon 11:00", signal: .proposalViewed)
    #expect(story.asked("mon 12:00") == ["v 2026-11-23 11:00"])
    #expect(story.drafts("mon 12:00") == ["v/1"])
    #expect(story.firings("mon 12:00") == ["m/1 2026-11-23 10:00 < v", "v/1 2026-11-23 11:00"])
  }

  @Test func `a lower rule's firing is superseded; the rest of its rung happens`() {
    var story = Story(rules: viewed, missed)
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", signal: .meetingMissed)
    #expect(story.asked("mon 12:00") == ["v 2026-11-23 10:00"])
    #expect(story.firings("mon 12:00").last == "m/1 2026-11-23 11:00 < v")
    #expect(story.tags("mon 12:00") == ["v", "m"])
  }

  @Test func `of two at one instant the upper has the lane, whichever fact came first`() {
    var story = Story(rules: viewed, missed)
    story.add("mon 10:00", signal: .meetingMissed)
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.asked("mon 12:00") == ["v 2026-11-23 10:00"])
  }

  @Test func `superseded is final, also when the lane becomes free`() {
    var story = Story(rules: viewed, missed)
    let viewed = story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", signal: .meetingMissed)
    story.add("mon 12:00", done: key("v", viewed))
    #expect(story.asked("mon 13:00") == [])
    #expect(story.firings("mon 13:00").last == "m/1 2026-11-23 11:00 < v")
  }

  @Test func `the ladder of what was superseded goes on`() {
    var story = Story(rules: viewed, rule("m", .happens([.missed]), first(ask("m")), after("1d", ask("m"))))
    let viewed = story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", signal: .meetingMissed)
    story.add("mon 12:00", done: key("v", viewed))
    #expect(story.firings("wed 12:00").last == "m/2 2026-11-24 11:00")
    #expect(story.asked("wed 12:00") == ["m 2026-11-24 11:00"])
  }

  @Test func `another firing of the same rule is superseded by the one that stands`() {
    var story = Story(rules: viewed)
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", signal: .proposalViewed)
    #expect(story.asked("mon 12:00") == ["v 2026-11-23 10:00"])
    #expect(story.firings("mon 12:00").last == "v/1 2026-11-23 11:00 < v")
  }

  @Test func `once it was done, the next firing has the lane`() {
    var story = Story(rules: viewed)
    let first = story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 10:30", done: key("v", first))
    story.add("mon 11:00", signal: .proposalViewed)
    #expect(story.asked("mon 12:00") == ["v 2026-11-23 11:00"])
  }

  // MARK: within one ladder

  @Test func `a later rung that asks takes the place of what its ladder asked before`() {
    var story = Story(
      rules: rule("v", .happens([.viewed]), first(ask("one"), .draft(.close, name: nil)), after("1d", ask("two"))))
    story.add("mon 10:00", signal: .proposalViewed)
    let world = story.world("tue 12:00")
    #expect(world.actions.map(\.text) == ["two"])
    #expect(world.drafts.isEmpty)
    #expect(world.firings.allSatisfy { $0.supersededBy == nil || $0.key.rule == "v" })
  }

  @Test func `a later rung that moves takes it away, one that only marks leaves it open`() {
    func asked(_ action: RuleAction) -> [String] {
      var story = Story(rules: rule("v", .happens([.viewed]), first(ask("v")), after("1d", action)))
      story.add("mon 10:00", signal: .proposalViewed)
      return story.asked("tue 12:00")
    }
    #expect(asked(move(.hot)) == [])
    #expect(asked(.escalate(to: nil)) == ["v 2026-11-23 10:00"])
    #expect(asked(.notify("look")) == ["v 2026-11-23 10:00"])
  }

  // MARK: people

  @Test func `a person's action stands beside the suggestion and is not in the lane`() {
    var story = Story(rules: viewed)
    story.add("mon 09:30", action: "Call", due: "fri")
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.world("mon 11:00").actions.map(\.text) == ["Call", "v"])
  }

  @Test func `held, a suggestion leaves the lane and outlives its ladder`() {
    var story = Story(rules: viewed, missed)
    let viewed = story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 10:30", snooze: key("v", viewed), to: "wed", hold: true)
    story.add("mon 11:00", signal: .meetingMissed)
    #expect(story.asked("mon 12:00") == ["m 2026-11-23 11:00"])
    story.add("mon 13:00", signal: .replied)
    #expect(story.world("mon 14:00").actions.map(\.author) == [.person("ana")])
    story.add("mon 15:00", touch: .mail)
    #expect(story.world("mon 16:00").actions.map(\.text) == ["v"])
  }

  @Test func `snoozed, it keeps the lane`() {
    var story = Story(rules: viewed, missed)
    let viewed = story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 10:30", snooze: key("v", viewed), to: "wed 12:00")
    story.add("mon 11:00", signal: .meetingMissed)
    #expect(story.asked("mon 12:00") == ["v 2026-11-25 12:00"])
  }

  @Test func `our touch closes whatever rule's suggestion stands, an attempt does not`() {
    var story = Story(rules: viewed)
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 10:30", touch: .call, TouchOutcome.none)
    #expect(story.asked("mon 11:00").count == 1)
    story.add("mon 11:30", touch: .voicemail)
    #expect(story.asked("mon 12:00") == [] && story.drafts("mon 12:00") == [])
  }

  @Test func `done closes the draft beside it`() {
    var story = Story(rules: viewed)
    let viewed = story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 10:30", done: key("v", viewed))
    #expect(story.drafts("mon 11:00") == [])
  }

  // MARK: the gap

  private func touched(_ rule: Rule, at when: String = "mon 10:00", then kind: SignalKind = .proposalViewed) -> Story {
    var story = Story(rules: rule)
    story.add(when, touch: .mail)
    story.add("mon 12:00", signal: kind)
    return story
  }

  @Test func `the gap moves the due, never the firing`() {
    let story = touched(viewed)
    #expect(story.firings("mon 13:00") == ["v/1 2026-11-23 12:00"])
    // Warm: two working days after Monday 10:00.
    #expect(story.asked("mon 13:00") == ["v 2026-11-25 10:00"])
  }

  @Test func `the gap is that of the state after the rung's own move, whatever the written order`() {
    #expect(
      touched(rule("v", .happens([.viewed]), first(ask("v"), move(.hot)))).asked("mon 13:00") == ["v 2026-11-24 10:00"])
  }

  @Test func `a written time later than the gap stands`() {
    #expect(
      touched(rule("v", .happens([.viewed]), first(ask("v", .in(Interval(say: "3wd")))))).asked("mon 13:00")
        == ["v 2026-11-26 12:00"])
  }

  @Test func `an attempt moves the gap too`() {
    var story = Story(rules: viewed)
    story.add("mon 10:00", touch: .mail)
    story.add("mon 11:00", touch: .call, TouchOutcome.none)
    story.add("mon 12:00", signal: .proposalViewed)
    #expect(story.asked("mon 13:00") == ["v 2026-11-25 11:00"])
  }

  @Test func `a missed meeting alone is exempt, in a list it is not`() {
    #expect(touched(missed, then: .meetingMissed).asked("mon 13:00") == ["m 2026-11-23 12:00"])
    #expect(
      touched(rule("m", .happens([.missed, .viewed])), then: .meetingMissed).asked("mon 13:00")
        == ["m 2026-11-25 10:00"])
  }

  @Test func `what is owed and what they promised are exempt`() {
    #expect(touched(rule("o", .owed("1h")), then: .replied).asked("mon 14:00") == ["o 2026-11-23 13:00"])
    var story = Story(rules: rule("p", .passed("1h")))
    story.add("mon 10:00", promise: "word", due: "tue 12:00")
    story.add("tue 11:00", touch: .mail)
    #expect(story.asked("tue 14:00") == ["p 2026-11-24 13:00"])
  }

  @Test func `a due outside hours is the next opening`() {
    var story = Story(rules: viewed)
    story.add("fri 18:00", signal: .proposalViewed)
    #expect(story.asked("sat 12:00") == ["v 2026-11-30 09:00"])
  }

  @Test func `leave moves the due, reckoned with the gap of the book, never the firing`() {
    var settings = BookSettings()
    settings.leave = ["ana": [day("2026-11-25")...day("2026-11-26")]]
    let story = touched(viewed).under(settings)
    #expect(story.firings("mon 13:00") == ["v/1 2026-11-23 12:00"])
    // The gap ends on Wednesday 10:00 in the book's days; Ana is back on Friday.
    #expect(story.asked("mon 13:00") == ["v 2026-11-27 09:00"])
    let written = touched(rule("v", .happens([.viewed]), first(ask("v", .in(Interval(say: "2wd"))))))
    // Of Ana's days the first is Tuesday, the second Friday.
    #expect(written.under(settings).asked("mon 13:00") == ["v 2026-11-27 12:00"])
  }
}

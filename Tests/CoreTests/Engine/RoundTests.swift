import LeadlineCore
import Testing

/// What happens at one instant, in its order (3-rules.md, 7; engine letter, 11).
@Suite struct RoundTests {
  // MARK: adoptions, facts, deadlines

  @Test func `an adoption comes before the facts of its instant`() {
    var story = Story(rules: rule("old", .happens([.viewed]), first(mark)))
    story.adopt("mon 10:00", rule("new", .happens([.viewed]), first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.firings("mon 11:00") == ["new/1 2026-11-23 10:00"])
  }

  @Test func `a fact is applied whole before rules answer it`() {
    // The message is owed an answer, and a call that they took has given it, before the rule looks.
    var story = Story(
      rules: rule("a", .happens([.signal(.callAnswered)]), if: [.touchesOver(0)], first(mark)),
      rule("n", .happens([.signal(.callAnswered)]), if: [.neverTouched], first(mark)))
    story.add("mon 10:00", signal: .callAnswered)
    #expect(story.firings("mon 11:00") == ["a/1 2026-11-23 10:00"])
  }

  @Test func `of facts of one instant the earlier recorded counts first`() {
    var story = Story(rules: rule(.happens([.viewed]), if: [.isIn(.hot)], first(mark)))
    story.add("mon 10:00", .signal(Signal(.proposalViewed)), recorded: "mon 10:05")
    story.add("mon 10:00", .move(Move(to: .hot)), recorded: "mon 10:04")
    #expect(story.firings("mon 11:00") == ["r/1 2026-11-23 10:00"])
  }

  // MARK: rounds

  @Test func `the rules of one round read their conditions in the world at its start`() {
    var story = Story(
      rules: rule("a", .happens([.viewed]), first(move(.hot))),
      rule("b", .happens([.viewed]), if: [.isIn(.warm)], first(mark)),
      rule("c", .happens([.viewed]), if: [.isIn(.hot)], first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.firings("mon 11:00") == ["a/1 2026-11-23 10:00", "b/1 2026-11-23 10:00"])
  }

  @Test func `what they cause is the next round, in the world as it is then`() {
    var story = Story(
      rules: rule("m", .moved(.hot), if: [.tag("mark")], first(.tag("m"))),
      rule("a", .happens([.viewed]), first(move(.hot))), rule("b", .happens([.viewed]), first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(
      story.firings("mon 11:00") == ["a/1 2026-11-23 10:00", "b/1 2026-11-23 10:00", "m/1 2026-11-23 10:00"])
  }

  @Test func `a clock that now holds fires at the same instant, after them`() {
    var story = Story(
      rules: rule("u", .untouched("1h"), if: [.isIn(.hot)], first(mark)),
      rule("v", .happens([.viewed]), first(move(.hot))))
    story.add("mon 12:00", signal: .proposalViewed)
    #expect(story.firings("mon 13:00") == ["v/1 2026-11-23 12:00", "u/1 2026-11-23 12:00"])
  }

  @Test func `deadlines of one instant are a round, in the order of the file`() {
    let story = Story(
      rules: rule("b", .unplanned("1d"), if: [.isIn(.warm)], first(mark)),
      rule("a", .untouched("1d"), first(move(.hot))),
      rule("c", .inside(.warm, "1d"), first(mark)))
    #expect(
      story.firings("tue 09:00") == ["b/1 2026-11-24 09:00", "a/1 2026-11-24 09:00", "c/1 2026-11-24 09:00"])
  }

  @Test func `a rung whose ladder was ended earlier in the round does not act`() {
    let rung = rule("w", .happens([.viewed]), if: [.isIn(.warm)], first(mark), after("1d", .tag("second")))
    let mover = rule("m", .untouched("25h"), first(move(.hot)))
    var above = Story(rules: mover, rung)
    above.add("mon 10:00", signal: .proposalViewed)
    #expect(above.tags("wed 12:00") == ["mark"])
    var below = Story(rules: rung, mover)
    below.add("mon 10:00", signal: .proposalViewed)
    #expect(below.tags("wed 12:00") == ["mark", "second"])
  }

  @Test func `where a lead was closed earlier in the round nothing more acts`() {
    let story = Story(
      rules: rule("c", .untouched("1d"), first(.close(reason: "?"))), rule("t", .unplanned("1d"), first(mark)))
    #expect(story.firings("wed 12:00") == ["c/1 2026-11-24 09:00"])
    #expect(story.tags("wed 12:00") == [])
  }

  @Test func `state blocks come after rules`() {
    // The default was due on Monday 17:00; warm escalates a working day later.
    let story = Story(rules: rule(.inside(.warm, "32h"), first(mark)))
    #expect(story.world("tue 17:00").firings.map(\.key.rule) == ["r", "state warm"])
  }

  @Test func `a rule that acts at that instant saves the default from escalation`() {
    var story = Story(rules: rule(.inside(.warm, "32h")))
    story.add("mon 10:00", .note("?", call: nil))
    #expect(story.world("tue 17:00").firings.map(\.key.rule) == ["r"])
  }

  @Test func `what was late when somebody set it is escalated there, not in the past`() {
    var story = Story(rules: rule("x", .untouched("99d")))
    story.add("fri 10:00", action: "Call", due: "tue 12:00")
    #expect(story.world("fri 12:00").firings.last?.at == Story.when("fri 10:00"))
    #expect(story.world("fri 12:00").isEscalated)
  }

  // MARK: one state change

  @Test func `of two moves at an instant the first stands, the other is superseded by its rule`() {
    var story = Story(
      rules: rule("a", .happens([.viewed]), first(move(.hot))),
      rule("b", .happens([.viewed]), first(move(.recycle), mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.world("mon 11:00").state == .hot)
    #expect(story.tags("mon 11:00") == ["mark"])
    #expect(story.firings("mon 11:00") == ["a/1 2026-11-23 10:00", "b/1 2026-11-23 10:00 < a"])
  }

  @Test func `a move into the present state is none, and leaves the turn to the next`() {
    var story = Story(
      rules: rule("a", .happens([.viewed]), first(move(.warm))), rule("b", .happens([.viewed]), first(move(.hot))),
      rule("w", .moved(.warm), first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    #expect(story.world("mon 11:00").state == .hot)
    #expect(story.firings("mon 11:00") == ["a/1 2026-11-23 10:00", "b/1 2026-11-23 10:00"])
  }

  @Test func `at another instant there is another move`() {
    var story = Story(
      rules: rule("a", .happens([.viewed]), first(move(.hot))), rule("b", .happens([.missed]), first(move(.warm))))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 10:01", signal: .meetingMissed)
    #expect(story.world("mon 11:00").state == .warm)
  }

  // MARK: within a rung

  @Test func `moves and tags come first, then what it asks, then marks, whatever the written order`() {
    var story = Story(
      rules: rule(
        .happens([.viewed]),
        first(.close(reason: "?"), .escalate(to: "bo"), ask("{decision}"), .decide("safety"), .tag("mark"))))
    story.add("mon 10:00", signal: .proposalViewed)
    let world = story.world("mon 11:00")
    #expect(!world.isOpen && world.lead.owner == "bo" && world.decision == "safety")
    var open = Story(
      rules: rule(.happens([.viewed]), first(.escalate(to: nil), ask("{decision}"), .decide("safety"))))
    open.add("mon 10:00", signal: .proposalViewed)
    #expect(open.world("mon 11:00").actions.map(\.text) == ["safety"])
  }

  // MARK: chains

  private let ring = [
    rule("x", .decided("safety"), first(.decide("urgency"))), rule("y", .decided("urgency"), first(.decide("safety"))),
  ]

  @Test func `eight rounds are carried out, the ninth is not, and the finding names its rules`() {
    var story = Story(rules: ring[0], ring[1])
    story.add("mon 10:00", .decide("safety"))
    let world = story.world("mon 11:00")
    #expect(world.firings.map(\.key.rule) == ["x", "y", "x", "y", "x", "y", "x", "y"])
    #expect(world.stopped.map(\.rules) == [["x"]])
    #expect(world.stopped.map(\.at) == [Story.when("mon 10:00")])
    #expect(world.decision == "safety")
  }

  @Test func `the stopped rule stays stopped on this lead until the next adoption`() {
    var story = Story(rules: ring[0], ring[1])
    story.add("mon 10:00", .decide("safety"))
    story.add("tue 10:00", .decide("urgency"))
    #expect(story.firings("tue 11:00").count == 9)
    #expect(story.firings("tue 11:00").last == "y/1 2026-11-24 10:00")
    story.adopt("wed 10:00", ring[0])
    story.add("wed 11:00", .decide("attention"))
    story.add("wed 12:00", .decide("safety"))
    #expect(story.firings("wed 13:00").last == "x/1 2026-11-25 12:00")
  }

  @Test func `a chain of deadlines is stopped as well`() {
    let story = Story(
      rules: rule("x", .at("attention", "0m"), first(.decide("safety"))),
      rule("y", .at("safety", "0m"), first(.decide("attention"))))
    #expect(story.firings("tue 12:00").count == 8)
    #expect(story.world("tue 12:00").stopped.count == 1)
  }
}

import LeadlineCore
import Testing

/// Rules on clocks: when they pass, what they are anchored at, when they are armed anew (3-rules.md, 3 and 4; engine
/// letter, 1, 9, 10, 15, 17, 24).
@Suite struct RuleClockTests {
  // MARK: owed

  @Test func `owed passes so long after the first message, whatever they write meanwhile`() {
    var story = Story(rules: rule(.owed("1wh")))
    let first = story.add("mon 10:00", signal: .replied)
    story.add("mon 10:45", signal: .inbound)
    #expect(story.firings("mon 10:59") == [])
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 11:00"])
    #expect(story.anchors("fri 12:00") == [first.text])
  }

  @Test func `our answer exactly on the deadline is in time`() {
    var story = Story(rules: rule(.owed("1wh")))
    story.add("mon 10:00", signal: .replied)
    story.add("mon 11:00", touch: .mail)
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `an attempt that reached nobody leaves the debt as it is`() {
    var story = Story(rules: rule(.owed("1wh")))
    story.add("mon 10:00", signal: .replied)
    story.add("mon 10:30", touch: .call, TouchOutcome.none)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 11:00"])
  }

  @Test func `done says nothing about contact: owed runs on`() {
    var story = Story(rules: rule(.owed("1wh")))
    let call = story.add("mon 09:30", action: "Call", due: "mon 12:00")
    story.add("mon 10:00", signal: .replied)
    story.add("mon 10:30", done: .event(call))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 11:00"])
  }

  @Test(arguments: [
    Fact.promise("word", due: Story.due("fri")), .move(Move(to: .recycle)), .close(Closing(.lost, reason: "price")),
  ])
  func `a promise, a park and a close end what is owed`(fact: Fact) {
    var story = Story(rules: rule(.owed("1wh")))
    story.add("mon 10:00", signal: .replied)
    story.add("mon 10:30", fact)
    #expect(story.firings("thu 12:00") == [])
  }

  @Test func `the next message after our answer is owed anew`() {
    var story = Story(rules: rule(.owed("1wh")))
    story.add("mon 10:00", signal: .replied)
    story.add("mon 15:00", touch: .mail)
    let next = story.add("tue 10:00", signal: .callMissed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 11:00", "r/1 2026-11-24 11:00"])
    #expect(story.anchors("fri 12:00").last == next.text)
  }

  // MARK: silent

  @Test func `silence is measured from the latest touch and anchored at the first`() {
    var story = Story(rules: rule(.silent("2wd")))
    let first = story.add("mon 10:00", touch: .mail)
    story.add("tue 11:00", touch: .call, TouchOutcome.none)
    #expect(story.firings("thu 10:59") == [])
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 11:00"])
    #expect(story.anchors("fri 12:00") == [first.text])
  }

  @Test func `there is no silence before our first touch`() {
    #expect(Story(rules: rule(.silent("1h"))).firings("fri 12:00") == [])
  }

  @Test func `an answer exactly on the deadline breaks the silence`() {
    var story = Story(rules: rule(.silent("2wd")))
    story.add("mon 10:00", touch: .mail)
    story.add("wed 10:00", signal: .replied)
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `opens, views and an absence notice without end break no silence`() {
    var story = Story(rules: rule(.silent("2wd")))
    story.add("mon 10:00", touch: .mail)
    story.add("tue 10:00", signal: .emailOpened)
    story.add("tue 11:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 10:00"])
  }

  @Test func `a silence fires once for its run, a new run fires again`() {
    var story = Story(rules: rule(.silent("2wd")))
    story.add("mon 10:00", touch: .mail)
    story.add("thu 10:00", touch: .mail)
    #expect(story.firings("mon+2w 12:00") == ["r/1 2026-11-25 10:00"])
    story.add("mon+2w 13:00", signal: .replied)
    story.add("mon+2w 14:00", touch: .mail)
    #expect(story.firings("fri+2w 12:00").last == "r/1 2026-12-09 14:00")
  }

  @Test func `a held call ends one silence and begins the next`() {
    var story = Story(rules: rule(.silent("2wd"), first(mark)))
    story.add("mon 10:00", touch: .mail)
    let call = story.add("tue 10:00", touch: .call, .reached)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 10:00"])
    #expect(story.anchors("fri 12:00") == [call.text])
  }

  @Test func `what a person has just decided, no old timer overrules`() {
    var story = Story(rules: rule(.silent("2wd")))
    story.add("mon 10:00", touch: .mail)
    let moved = story.add("tue 15:00", move: .warm)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 15:00"])
    #expect(story.anchors("fri 12:00") == [moved.text])
  }

  @Test func `after a promise the silence starts at its date, though we wrote before`() {
    var story = Story(rules: rule(.silent("2wd")))
    story.add("mon 10:00", touch: .mail)
    let promise = story.add("mon 11:00", promise: "word", due: "wed 12:00")
    story.add("tue 10:00", touch: .mail)
    #expect(story.firings("mon+1w 12:00") == ["r/1 2026-11-27 12:00"])
    #expect(story.anchors("mon+1w 12:00") == [promise.text])
  }

  // MARK: untouched, unplanned

  @Test func `untouched runs from the capture, then from the latest touch of any outcome`() {
    let story = Story(rules: rule(.untouched("24h"), first(mark)))
    #expect(story.firings("wed 12:00") == ["r/1 2026-11-24 09:00"])
    var touched = story
    let call = touched.add("mon 15:00", touch: .call, TouchOutcome.none)
    #expect(touched.firings("wed 12:00") == ["r/1 2026-11-24 15:00"])
    #expect(touched.anchors("wed 12:00") == [call.text])
  }

  @Test func `a touch exactly on the deadline puts untouched off`() {
    var story = Story(rules: rule(.untouched("24h"), first(mark)))
    story.add("tue 09:00", touch: .mail)
    #expect(story.firings("tue 12:00") == [])
    #expect(story.firings("wed 09:00") == ["r/1 2026-11-25 09:00"])
  }

  @Test func `a signal, a note and a move leave untouched alone`() {
    var story = Story(rules: rule(.untouched("24h"), first(mark)))
    story.add("mon 10:00", signal: .replied)
    story.add("mon 11:00", .note("?", call: nil))
    story.add("mon 12:00", move: .hot)
    #expect(story.firings("wed 08:00") == ["r/1 2026-11-24 09:00"])
  }

  @Test func `unplanned runs though the default stands, and its anchor is the moment`() {
    let story = Story(rules: rule(.unplanned("1d")))
    #expect(story.firings("wed 08:00") == ["r/1 2026-11-24 09:00"])
    #expect(story.anchors("wed 08:00") == ["\(Story.when("mon 09:00").milliseconds)"])
  }

  @Test func `what a person or a named rule planned stops unplanned, and its end starts it again`() {
    var story = Story(rules: rule("u", .unplanned("1d")), rule("v", .happens([.viewed])))
    let call = story.add("mon 10:00", action: "Call", due: "fri")
    story.add("wed 10:00", done: .event(call))
    let viewed = story.add("wed 20:00", signal: .proposalViewed)
    story.add("thu 15:00", done: key("v", viewed))
    #expect(story.firings("sat 12:00") == ["v/1 2026-11-25 20:00", "u/1 2026-11-27 15:00"])
  }

  @Test func `a meeting, a promise and a park stop unplanned`() {
    var story = Story(rules: rule(.unplanned("1d"), first(mark)))
    story.add("mon 10:00", meeting: .booked, start: "wed 10:00")
    story.add("wed 11:00", .touch(Touch(.meeting, .held)))
    story.add("wed 12:00", promise: "word", due: "fri 12:00")
    story.add("fri 13:00", move: .recycle, until: "2026-12-01")
    #expect(story.firings("mon+1w 23:00") == [])
    #expect(story.firings("wed+1w 12:00") == ["r/1 2026-12-02 00:00"])
  }

  // MARK: promise, overdue

  @Test func `a promise with a date alone passes at the close of that day, and fires a working day later`() {
    var story = Story(rules: rule(.passed("1wd")))
    let promise = story.add("tue 10:00", promise: "word", due: "thu")
    #expect(story.firings("sat 12:00") == ["r/1 2026-11-27 17:00"])
    #expect(story.anchors("sat 12:00") == [promise.text])
  }

  @Test func `an answer exactly on its deadline keeps a passed promise quiet`() {
    var story = Story(rules: rule(.passed("1wd")))
    story.add("tue 10:00", promise: "word", due: "wed 12:00")
    story.add("thu 12:00", signal: .replied)
    #expect(story.firings("sat 12:00") == [])
  }

  @Test func `a new promise takes the old one's place and is watched anew`() {
    var story = Story(rules: rule(.passed("1wd")))
    story.add("mon 10:00", promise: "word", due: "tue 12:00")
    let second = story.add("wed 11:00", promise: "again", due: "thu 12:00")
    #expect(story.firings("sat 12:00") == ["r/1 2026-11-27 12:00"])
    #expect(story.anchors("sat 12:00") == [second.text])
  }

  @Test func `overdue watches the first open action, once for each of its dues`() {
    var story = Story(rules: rule(.overdue("1d"), first(mark)))
    let call = story.add("mon 10:00", action: "Call", due: "tue 12:00")
    #expect(story.firings("thu 12:00") == ["r/1 2026-11-25 12:00"])
    #expect(story.anchors("thu 12:00") == ["\(call.text)@\(Story.when("tue 12:00").milliseconds)"])
    story.add("thu 13:00", snooze: .event(call), to: "fri 12:00")
    #expect(story.firings("mon+1w 12:00").last == "r/1 2026-11-28 12:00")
  }

  @Test func `overdue watches the state's default too`() {
    // Monday 09:00 + 8wh = 17:00.
    #expect(
      Story(rules: rule(.overdue("1d"), first(mark))).firings("wed 12:00") == ["r/1 2026-11-24 17:00"])
  }

  @Test func `an action done exactly when it would be overdue by so much is in time`() {
    var story = Story(rules: rule(.overdue("1d"), first(mark)))
    let call = story.add("mon 10:00", action: "Call", due: "tue 12:00")
    story.add("wed 12:00", done: .event(call))
    #expect(story.firings("wed 13:00") == [])
  }

  // MARK: in, at

  @Test func `in a state since its entry: the capture, a move, or a rule's move`() {
    let story = Story(rules: rule("i", .inside(.warm, "3d"), first(mark)))
    #expect(story.firings("fri 12:00") == ["i/1 2026-11-26 09:00"])
    var moved = Story(
      rules: rule("i", .inside(.hot, "3d"), first(mark)), rule("m", .happens([.viewed]), first(move(.hot))))
    moved.add("mon 12:00", signal: .proposalViewed)
    #expect(moved.firings("fri 12:00") == ["m/1 2026-11-23 12:00", "i/1 2026-11-26 12:00"])
  }

  @Test func `a move to the present state is no entry, leaving and coming back is one`() {
    var story = Story(rules: rule(.inside(.warm, "3d"), first(mark)))
    story.add("tue 12:00", move: .warm)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-26 09:00"])
    var back = Story(rules: rule(.inside(.warm, "3d"), first(mark)))
    back.add("tue 12:00", move: .hot)
    let again = back.add("tue 13:00", move: .warm)
    #expect(back.firings("sat 12:00") == ["r/1 2026-11-27 13:00"])
    #expect(back.anchors("sat 12:00") == [again.text])
  }

  @Test func `at a decision since it was decided`() {
    var story = Story(rules: rule(.at("safety", "2d"), first(mark)))
    let decided = story.add("mon 12:00", .decide("safety"))
    story.add("tue 12:00", .decide("safety"))
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-25 12:00"])
    #expect(story.anchors("fri 12:00") == [decided.text])
  }

  @Test func `parked again after the park was over, the lead wakes again`() {
    var story = Story(rules: rule(.recycleEnds, first(mark)))
    story.add("mon 10:00", move: .recycle, until: "2026-11-25")
    story.add("thu 10:00", move: .recycle, until: "2026-11-28")
    #expect(story.firings("mon+1w 12:00") == ["r/1 2026-11-25 00:00", "r/1 2026-11-28 00:00"])
  }

  // MARK: before the capture

  @Test func `a clock that passed before the capture fires at the capture`() {
    var story = Story(rules: rule(.owed("1h")), rule("v", .happens([.viewed]), first(mark)), captured: "mon 12:00")
    story.add("mon 09:00", signal: .replied)
    story.add("mon 09:30", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-23 12:00"])
  }
}

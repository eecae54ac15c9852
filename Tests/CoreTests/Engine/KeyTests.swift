import LeadlineCore
import Testing

/// The names of firings: the same on every machine, one firing for each (3-rules.md, 7; engine letter, 17).
@Suite struct KeyTests {
  @Test func `a key is RULE/LEAD/ANCHOR/RUNG`() {
    var story = Story(rules: rule(.happens([.viewed]), first(mark), after("1d", mark)))
    let viewed = story.add("mon 10:00", signal: .proposalViewed)
    let keys = story.world("wed 12:00").firings.map(\.key.text).filter { $0.hasPrefix("r/") }
    #expect(keys == ["r/acme-4f2kq/\(viewed.text)/1", "r/acme-4f2kq/\(viewed.text)/2"])
  }

  @Test func `N times is anchored at the Nth, again at the later, then none at the Nth, an absence at KIND2`() {
    func anchor(_ trigger: Trigger, _ tell: (inout Story) -> EventID) {
      var story = Story(rules: rule(trigger, first(mark)))
      let wanted = tell(&story)
      #expect(story.anchors("fri+3w 12:00").first == wanted.text, "\(trigger)")
    }
    anchor(.times(2, .viewed, in: "7d")) {
      $0.add("mon 10:00", signal: .proposalViewed)
      return $0.add("tue 10:00", signal: .proposalViewed)
    }
    anchor(.again(.viewed, after: Interval(say: "1d"))) {
      $0.add("mon 10:00", signal: .proposalViewed)
      return $0.add("wed 10:00", signal: .proposalViewed)
    }
    anchor(.lull(signals: 2, within: Interval(say: "7d"), quiet: Interval(say: "3d"))) {
      $0.add("mon 10:00", signal: .proposalViewed)
      return $0.add("tue 10:00", signal: .linkClicked)
    }
    anchor(.absence(of: [.viewed], within: Interval(say: "1d"), after: .sent)) {
      $0.add("mon 10:00", touch: .mail)
      return $0.add("mon 11:00", touch: .proposal)
    }
  }

  @Test func `captured and what counts from the capture is anchored at it`() {
    let story = Story(
      rules: rule("c", .captured, first(mark)), rule("u", .untouched("1d"), first(mark)),
      rule("i", .inside(.warm, "1d"), first(mark)), rule("a", .at("attention", "1d"), first(mark)))
    #expect(Set(story.anchors("wed 12:00")) == [story.events[0].id.text])
  }

  @Test func `moved to, in and recycle ends are anchored at the move`() {
    var story = Story(
      rules: rule("m", .moved(.recycle), first(mark)), rule("i", .inside(.recycle, "1d"), first(mark)),
      rule("w", .recycleEnds, first(mark)))
    let park = story.add("mon 10:00", move: .recycle, until: "2026-11-26")
    #expect(story.firings("fri 12:00").count == 3)
    #expect(Set(story.anchors("fri 12:00")) == [park.text])
  }

  @Test func `where a firing is the anchor, thirteen digits of its key's hash stand for it`() {
    var story = Story(
      rules: rule("v", .happens([.viewed]), first(move(.hot), .decide("safety"))),
      rule("m", .moved(.hot), first(mark)), rule("d", .decided("safety"), first(mark)),
      rule("i", .inside(.hot, "1d"), first(mark)), rule("a", .at("safety", "1d"), first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    let firings = story.world("wed 09:00").firings.filter { $0.key.rule.count == 1 }
    #expect(firings.map(\.key.rule) == ["v", "m", "d", "i", "a"])
    let hash = digest(firings[0].key)
    #expect(hash.count == 13)
    #expect(Set(firings.dropFirst().map(\.key.anchor)) == [hash])
  }

  @Test func `overdue is anchored at the action and its due, so is the state's escalation`() {
    var story = Story(rules: rule(.overdue("1h"), first(mark)))
    let call = story.add("mon 10:00", action: "Call", due: "tue 12:00")
    let late = "\(call.text)@\(Story.when("tue 12:00").milliseconds)"
    #expect(
      story.world("wed 12:00").firings.map(\.key.text)
        == ["r/acme-4f2kq/\(late)/1", "state warm/acme-4f2kq/\(late)/1"])
  }

  @Test func `however often and however late somebody looks, a key fires once and at one time`() {
    var story = Story(rules: rule(.silent("1wd"), first(mark), after("2wd", mark)))
    story.add("mon 10:00", touch: .mail)
    let late = story.world("fri+3w 12:00").firings
    for when in ["tue 10:00", "wed 12:00", "thu 10:00", "mon+2w 12:00"] {
      let early = story.world(when).firings
      #expect(early == Array(late.prefix(early.count)))
    }
  }

  // MARK: keys that moved on

  @Test func `a fact recorded late moves the anchor; done under the old key means the same rule and rung`() {
    var story = Story(rules: rule(.owed("1h")))
    let second = story.add("mon 12:00", signal: .replied)
    story.add("mon 13:30", done: key("r", second))
    #expect(story.asked("mon 14:00") == [])
    let first = story.add("mon 10:00", .signal(Signal(.replied)), recorded: "mon 15:00")
    #expect(story.world("mon 16:00").firings.map(\.key.anchor) == [first.text])
    #expect(story.asked("mon 16:00") == [])
  }

  @Test func `another rung, or another rule, is not meant`() {
    for wrong in [key("r", EventID(random: 77), 2), key("q", EventID(random: 77))] {
      var story = Story(rules: rule(.happens([.viewed])))
      story.add("mon 10:00", signal: .proposalViewed)
      story.add("mon 11:00", done: wrong)
      #expect(story.asked("mon 12:00").count == 1)
    }
  }

  @Test func `a touch for such a key closes what it means`() {
    var story = Story(rules: rule(.happens([.viewed])))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", touch: .mail, answers: key("r", EventID(random: 77)))
    #expect(story.asked("mon 12:00") == [])
  }

  @Test func `a dismissal under such a key ends the running ladder`() {
    var story = Story(rules: rule(.happens([.viewed]), first(mark), after("1d", .tag("second"))))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", .dismiss(of: key("r", EventID(random: 77))))
    #expect(story.tags("fri 12:00") == ["mark"])
  }
}

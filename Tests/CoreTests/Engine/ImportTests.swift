import LeadlineCore
import Testing

/// Imported leads sleep until something happens on them (3-rules.md, 3 and 10; engine letter, 7).
@Suite struct ImportTests {
  private func imported(_ rules: Rule..., fill: (inout Capture) -> Void = { _ in }) -> Story {
    var story = Story(rules: rule(.captured)) {
      $0.importKey = "csv:1"
      fill(&$0)
    }
    story.versions = [story.versions[0].with(rules)]
    return story
  }

  private let watch = [
    rule("u", .untouched("1d"), first(mark)), rule("n", .unplanned("1d"), first(mark)),
    rule("i", .inside(.warm, "1d"), first(mark)), rule("a", .at("attention", "1d"), first(mark)),
    rule("o", .owed("1h"), first(mark)), rule("c", .captured, first(mark)), rule("m", .moved(.warm), first(mark)),
  ]

  private func watched(fill: (inout Capture) -> Void = { _ in }) -> Story {
    var story = imported(fill: fill)
    story.versions = [story.versions[0].with(watch)]
    return story
  }

  @Test func `no rule fires on an imported lead, it has no default, and nothing will come`() {
    let story = watched { $0.contacted = day("2026-09-01") }
    #expect(story.firings("fri+9w 12:00") == [])
    #expect(story.world("fri+9w 12:00").actions.isEmpty)
    #expect(story.deadline("fri 12:00") == "-")
  }

  @Test(arguments: [
    Fact.note("?", call: nil), .set([Edit("owner", .set, "bo")]), .set([Edit("phone", .remove, "")]),
  ])
  func `notes and edits leave it asleep`(fact: Fact) {
    var story = watched()
    story.add("tue 12:00", fact)
    #expect(story.firings("fri+9w 12:00") == [])
  }

  @Test func `awake, its clocks run from there, and an earlier anchor never counts`() {
    var story = watched { $0.contacted = day("2026-09-01") }
    story.add("wed 12:00", .decide("attention"))
    #expect(story.firings("thu 11:59") == [])
    #expect(
      story.firings("thu 12:00") == ["u", "n", "i", "a"].map { "\($0)/1 2026-11-26 12:00" })
    #expect(story.world("wed 12:00").actions.map(\.author) == [.state(.warm)])
  }

  @Test func `untouched is anchored at the fact that woke it`() {
    var story = imported(rule("u", .untouched("1d"), first(mark)))
    let woke = story.add("wed 12:00", signal: .proposalViewed)
    #expect(story.anchors("fri 12:00") == [woke.text])
  }

  @Test func `the fact that wakes it is answered by rules as usual`() {
    var story = imported(
      rule("v", .happens([.viewed]), first(mark)), rule("m", .moved(.hot), first(.tag("m"))),
      rule("c", .captured, first(.tag("c"))))
    story.add("wed 12:00", signal: .proposalViewed)
    #expect(story.firings("thu 12:00") == ["v/1 2026-11-25 12:00"])
    var moved = imported(rule("m", .moved(.hot), first(.tag("m"))))
    moved.add("wed 12:00", move: .hot)
    #expect(moved.firings("thu 12:00") == ["m/1 2026-11-25 12:00"])
  }

  @Test func `the end of its park wakes it and is answered`() {
    let story = imported(
      rule("w", .recycleEnds, first(move(.warm), ask("w"))), rule("u", .untouched("1d"), first(mark))
    ) {
      $0.state = .recycle
      $0.until = day("2026-11-26")
    }
    #expect(story.deadline("mon 12:00") == "2026-11-26 00:00")
    #expect(story.firings("sat 12:00") == ["w/1 2026-11-26 00:00", "u/1 2026-11-27 00:00"])
    #expect(story.anchors("sat 12:00").first == story.events[0].id.text)
    #expect(story.asked("thu 12:00") == ["w 2026-11-26 09:00"])
  }

  @Test func `what happened before the import still counts as evidence`() {
    var story = imported(rule(.times(2, .viewed, in: "7d"), first(mark)))
    story.add("2026-11-22 12:00", signal: .proposalViewed)
    story.add("tue 12:00", signal: .proposalViewed)
    #expect(story.firings("fri 12:00") == ["r/1 2026-11-24 12:00"])
  }
}

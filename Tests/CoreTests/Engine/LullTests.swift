import LeadlineCore
import Testing

/// Engagement, then nothing; and what counts as a signal at all (3-rules.md, 4; engine letter, 21 and 25).
@Suite struct LullTests {
  /// Two signals on Monday 10:00 and 11:00; quiet since then for five days on Saturday 11:00.
  private func lull(_ tell: (inout Story) -> Void = { _ in }) -> [String] {
    var story = Story(
      rules: rule(.lull(signals: 2, within: Interval(say: "7d"), quiet: Interval(say: "5d")), first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("mon 11:00", signal: .linkClicked)
    tell(&story)
    return story.firings("fri+1w 12:00")
  }

  private let saturday = ["r/1 2026-11-28 11:00"]

  @Test func `our touch, a note, a notice of the mail system and a machine put no lull off`() {
    #expect(lull() == saturday)
    #expect(lull { $0.add("tue 10:00", touch: .mail) } == saturday)
    #expect(lull { $0.add("tue 10:00", .note("?", call: nil)) } == saturday)
    for kind in [SignalKind.away, .bounced] { #expect(lull { $0.add("tue 10:00", signal: kind) } == saturday) }
    #expect(lull { $0.add("tue 10:00", signal: .linkClicked, confidence: .machine) } == saturday)
  }

  @Test func `a later signal puts it off, one that does not count does not`() {
    #expect(lull { $0.add("tue 10:00", signal: .linkClicked) } == ["r/1 2026-11-29 10:00"])
    #expect(lull { $0.add("mon 11:29", signal: .linkClicked) } == saturday)
    #expect(lull { $0.add("mon 11:30", signal: .linkClicked) } == ["r/1 2026-11-28 11:30"])
  }

  @Test func `a weak sign of life cancels it and begins no other`() {
    #expect(lull { $0.add("tue 10:00", signal: .emailOpened) } == [])
  }

  @Test func `a conversation and a moved meeting are answers: they cancel it`() {
    #expect(lull { $0.add("tue 10:00", touch: .call, .reached) } == [])
    #expect(lull { $0.add("tue 10:00", meeting: .moved, start: "fri 10:00") } == [])
  }

  @Test func `exactly on the deadline is in time`() {
    #expect(lull { $0.add("sat 11:00", signal: .linkClicked) } == ["r/1 2026-12-03 11:00"])
  }

  @Test func `it looks at its conditions at its instant only`() {
    var story = Story(
      rules: rule(
        .lull(signals: 1, within: Interval(say: "1d"), quiet: Interval(say: "1d")), if: [.tag("vip")], first(mark)))
    story.add("mon 10:00", signal: .proposalViewed)
    story.add("tue 10:01", set: "tag", "vip")
    #expect(story.firings("fri 12:00") == [])
  }

  @Test func `a weak one swallows no signal of its kind, a counted one swallows the weak`() {
    var story = Story(rules: rule(.times(2, .viewed, in: "7d"), first(mark)))
    story.add("mon 10:00", signal: .proposalViewed, confidence: .weak)
    story.add("mon 10:10", signal: .proposalViewed)
    story.add("mon 10:40", signal: .proposalViewed)
    #expect(story.firings("mon 12:00") == ["r/1 2026-11-23 10:40"])
  }

  @Test func `what was reported twice counts once, the earliest of them`() {
    var story = Story(rules: rule(.times(2, .viewed, in: "7d"), first(mark)))
    for when in ["mon 10:00", "mon 11:00"] { story.add(when, signal: .proposalViewed, source: "x:1") }
    #expect(story.firings("mon 12:00") == [])
    story.add("mon 12:00", signal: .proposalViewed, source: "x:2")
    #expect(story.firings("mon 12:00") == ["r/1 2026-11-23 12:00"])
  }

  @Test func `a capture with the word inbound is an enquiry that rules answer`() {
    let story = Story(
      rules: rule("c", .captured, if: [.seen(.signal(.inbound), in: "1m")], first(mark)),
      rule("i", .happens([.signal(.inbound)]), first(mark)), rule("o", .owed("1h"), first(mark))
    ) { $0.isInbound = true }
    #expect(story.firings("tue 12:00") == ["c/1 2026-11-23 09:00", "i/1 2026-11-23 09:00", "o/1 2026-11-23 10:00"])
  }

  @Test func `a call that they took is also our call that reached them`() {
    var story = Story(rules: rule(.happens([.touch(.call, .reached)]), first(mark)))
    story.add("mon 10:00", signal: .callAnswered)
    #expect(story.firings("mon 12:00") == ["r/1 2026-11-23 10:00"])
  }

  @Test func `the book may make a kind of its own weak or strong`() {
    var settings = BookSettings()
    settings.confidences = [SignalKind("demo.started"): .weak]
    var story = Story(rules: rule(.happens([.signal(SignalKind("demo.started"))]), first(mark)))
    story.add("mon 10:00", signal: SignalKind("demo.started"))
    #expect(story.firings("mon 12:00") == ["r/1 2026-11-23 10:00"])
    #expect(story.under(settings).firings("mon 12:00") == [])
  }
}

import LeadlineCore
import LeadlineDesk
import LeadlineText
import Testing

/// What rules do, where it shows: the status line, the because, a lead's history.
struct NewsTests {
  private func trial(_ journal: String = ExplainTests.missed, now: String = Trial.monday, columns: Int = 120) -> Trial {
    ExplainTests.trial(journal, now: now, columns: columns)
  }

  private func history(_ trial: Trial) -> [String] {
    trial.board?.detail?.timeline.filter { $0.sign == .rule }.map { "\($0.date) \($0.time) \($0.text)" } ?? []
  }

  @Test func `a rule that fires by the clock says so, and stays until a key`() {
    var trial = self.trial(now: "2026-11-23T14:14:30Z")
    trial.pass(milliseconds: 60_000)
    let words = "rule meeting-missed 2 fired for Bo Lindqvist 14:15 · w why?"
    #expect(trial.desk.screen.status.text == words)
    trial.pass(milliseconds: 3_600_000)
    #expect(trial.desk.screen.status.text == words)
    trial.press("j")
    trial.pass(milliseconds: 60_000)
    #expect(trial.desk.screen.status.text == "")
  }

  @Test func `a narrow screen leaves out what is not the news`() {
    var trial = self.trial(now: "2026-11-23T14:14:30Z", columns: 80)
    trial.pass(milliseconds: 60_000)
    #expect(trial.desk.screen.status.text == "meeting-missed 2 fired: Bo Lindqvist · w why?")
  }

  @Test func `w explains the lead of the news, not the one under the cursor`() {
    var trial = self.trial(BoardTests.three + "\n" + ExplainTests.mailed.replacing("bo-00001", with: "di-00001"))
    trial.arrive("2026-11-23T09:12:10Z signal di-00001 proposal.viewed by=mail")
    trial.press("w")
    #expect(trial.desk.screen.explain?.title.contains("Ana Müller") == true)
    trial.press("w")
    trial.arrive("2026-11-23T09:12:11Z signal di-00001 meeting.missed by=mail")
    #expect(trial.desk.screen.status.text.hasSuffix("rule meeting-missed fired · w why?"))
    trial.press("w")
    #expect(trial.desk.screen.explain?.title.contains("Bo Lindqvist") == true)
  }

  @Test func `what a key of mine makes a rule do stands behind what the key did`() {
    var trial = self.trial(ExplainTests.mailed)
    trial.press("s n")
    #expect(trial.desk.screen.status.text.hasPrefix("Bo Lindqvist: "))
    #expect(trial.desk.screen.status.text.hasSuffix(" · rule meeting-missed fired · w why?"))
  }

  @Test func `an error is not talked over`() {
    var trial = self.trial(now: "2026-11-23T14:14:30Z")
    trial.send(.failed(what: "not saved: the disk is full", form: nil))
    trial.pass(milliseconds: 60_000)
    #expect(trial.desk.screen.status.text == "not saved: the disk is full")
  }

  @Test func `the because of what a rule set is the rule and what it answers`() throws {
    let trial = self.trial()
    let next = try #require(trial.board?.detail?.next)
    #expect(next.because == "meeting-missed: meeting missed Fri")
    #expect(next.meaning == "The day got in the way; they still owe us a conversation.")
    #expect(trial.board?.due.sections.first?.rows.first?.because == next.because)
    #expect(trial.board?.columns[1].cards.first?.when.tail == "meeting-missed")
  }

  @Test func `a later step says which it is`() throws {
    let trial = self.trial(now: "2026-11-23T14:15:30Z")
    #expect(trial.board?.detail?.next?.because == "meeting-missed 2: meeting missed Fri")
  }

  @Test func `due counts what rules and what states have set`() {
    var trial = self.trial()
    trial.press("g d")
    #expect(trial.desk.screen.status.text.hasPrefix("1 due: 1 overdue, 1 by rule ⚙ ·"))
  }

  @Test func `a silence may last as long as the rule that watches it says`() {
    var trial = self.trial()
    trial.press("g s")
    guard case .silence(let silence) = trial.desk.screen.view else { return #expect(Bool(false)) }
    #expect(silence.window == "3wd (warm-silent), until Tue 24 Nov 10:00")
    #expect(silence.beyond == 0)
  }

  @Test func `a firing stands in the history at its own time`() {
    let trial = self.trial()
    #expect(history(trial) == ["20 Nov 14:15 meeting-missed: Offer two new times"])
  }

  @Test func `a step that came with nothing done since the one before says that this was late`() {
    let trial = self.trial(now: "2026-11-23T14:15:30Z")
    #expect(
      history(trial) == [
        "23 Nov 14:15 meeting-missed 2: Offer two new times, by phone",
        "20 Nov 14:15 meeting-missed: Offer two new times, late",
      ])
  }

  @Test func `what answers a fact that was recorded later is late`() {
    let late = ExplainTests.missed.replacing(
      "2026-11-20T14:15Z signal bo-00001 meeting.missed",
      with: "2026-11-23T08:00Z signal bo-00001 meeting.missed at=2026-11-20T14:15Z")
    #expect(history(trial(late)) == ["20 Nov 14:15 meeting-missed: Offer two new times, late"])
  }

  @Test func `what an upper rule stood above says which`() {
    let trial = self.trial(
      """
      2026-11-01T10:00Z lead fay-00001 name="Fay Hill" state=warm owner=sam by=sam
      2026-11-02T10:00Z touch fay-00001 mail sent by=sam
      """, now: "2026-11-16T09:00Z")
    #expect(history(trial).contains("15 Nov 10:00 two-week-alarm: superseded by warm-silent"))
  }

  @Test func `what nobody did in time is in the history too`() {
    let trial = self.trial(now: "2026-11-24T17:00:00Z")
    #expect(history(trial).contains { $0.hasSuffix("escalated: late for longer than warm allows") })
  }
}

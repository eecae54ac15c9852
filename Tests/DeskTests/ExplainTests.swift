import LeadlineCore
import LeadlineDesk
import LeadlineText
import Testing

/// `w`: why a lead is due, escalated or silent, in the words of `leadline why`.
struct ExplainTests {
  /// On Friday at 14:15 nobody came; it is Monday, 09:12, and nobody offered two new times.
  static let missed = mailed + "\n2026-11-20T14:15Z signal bo-00001 meeting.missed by=sam"

  static let mailed = """
    2026-11-19T09:55Z lead bo-00001 name="Bo Lindqvist" company=Kanto state=warm owner=sam by=sam
    2026-11-19T10:00Z touch bo-00001 mail sent by=sam
    """

  static func trial(_ journal: String = missed, now: String = Trial.monday, columns: Int = 120, rows: Int = 40) -> Trial
  {
    Trial(journal, now: now, columns: columns, rows: rows, rules: DefaultRules.text)
  }

  private func text(_ trial: Trial) -> [String] {
    trial.desk.screen.explain?.rows.map { "\($0.label) \($0.text)" } ?? []
  }

  @Test func `w says which rule it was, what it means and what ends it`() {
    var trial = Self.trial()
    trial.press("w")
    #expect(trial.desk.screen.explain?.title == "why is Bo Lindqvist overdue?")
    #expect(text(trial).first == " Bo Lindqvist: Offer two new times, due Fri 20 Nov 15:15")
    #expect(text(trial).contains("MEANS The day got in the way; they still owe us a conversation."))
    #expect(text(trial).contains("SIGNAL meeting.missed: Fri 14:15"))
    #expect(text(trial).contains { $0.hasPrefix("ENDS any answer of theirs") })
  }

  @Test func `w says the words of the shell, and which these are`() throws {
    var trial = Self.trial(columns: 400)
    trial.press("w")
    let explanation = try #require(trial.desk.pipeline.explanations(of: LeadID("bo-00001")).first)
    let world = try #require(trial.world("bo-00001"))
    let wording = Wording(now: trial.desk.now, zone: .utc, me: "sam")
    let lines = Explainer(wording).lines(explanation, on: world)
    #expect(text(trial).starts(with: [" " + lines.head] + lines.lines.map { "\($0.label) \($0.text)" }))
    #expect(text(trial).last == "SHELL leadline why bo-00001")
  }

  @Test func `rules that wait for a clock come first among those that did not fire`() throws {
    var trial = Self.trial(columns: 400)
    trial.press("w")
    let rules = trial.desk.screen.explain?.rows.filter { $0.kind == .rule } ?? []
    #expect(rules.count == 4)
    #expect(rules.first?.label == "warm-silent")
    #expect(rules.first?.text.hasPrefix("silent for 3wd: runs since Thu 19 Nov 10:00") == true)
    #expect(!rules.contains { $0.label == "meeting-missed" })
  }

  @Test func `what a person set is theirs, and says after what`() {
    var trial = Self.trial(Self.missed + "\n2026-11-20T15:00Z action bo-00001 \"Call Bo\" due=2026-11-23 by=sam")
    trial.press("w")
    #expect(text(trial).contains("SET by me, Fri 15:00"))
    #expect(text(trial).contains("BECAUSE meeting missed Fri"))
  }

  @Test func `in the list of the silent it is the silence that is explained first`() {
    var trial = Self.trial(
      """
      2026-11-01T10:00Z lead fay-00001 name="Fay Hill" state=warm owner=sam by=sam
      2026-11-16T10:00Z touch fay-00001 mail sent by=sam
      """)
    trial.press("g s w")
    #expect(trial.desk.screen.explain?.title == "why is Fay Hill silent?")
    #expect(text(trial).first == " Fay Hill: silent 6d, after mail sent 16 Nov")
    #expect(text(trial).contains { $0.contains("warm-silent") && $0.hasPrefix("RULE") })
  }

  @Test func `a closed lead says how it ended`() {
    var trial = Self.trial(columns: 400)
    trial.press("Enter X c w")
    #expect(trial.desk.screen.explain?.title == "why is Bo Lindqvist closed?")
    #expect(text(trial).first?.contains("closed lost, competitor") == true)
  }

  @Test func `without a lead w says why not`() {
    var trial = Self.trial("")
    trial.press("w")
    #expect(trial.desk.screen.explain == nil)
    #expect(trial.desk.screen.status.text == "why is this due?: no lead under the cursor")
  }

  @Test(arguments: ["C-g", "q", "w", "Esc"])
  func `it closes by the key that opened it, and by those that leave`(key: String) {
    var trial = Self.trial()
    trial.press("w", key)
    #expect(trial.desk.screen.explain == nil)
    #expect(trial.effects == [])
  }

  @Test func `it scrolls, and not past its end`() {
    var trial = Self.trial(columns: 40, rows: 20)
    trial.press("w")
    let all = (trial.desk.screen.explain?.rows.count ?? 0) + (trial.desk.screen.explain?.hiddenBelow ?? 0)
    trial.press("j j")
    #expect(trial.desk.screen.explain?.hiddenAbove == 2)
    trial.press("PgDn PgDn PgDn PgDn PgDn PgDn")
    #expect(trial.desk.screen.explain?.hiddenBelow == 0)
    #expect(trial.desk.screen.explain?.hiddenAbove == all - trial.desk.layout.explainRowsInView)
    trial.press("k")
    #expect(trial.desk.screen.explain?.hiddenBelow == 1)
  }

  @Test func `any other key does what it does without the popup`() {
    var trial = Self.trial()
    trial.press("w t")
    #expect(trial.desk.screen.explain == nil)
    #expect(trial.desk.screen.prompt?.title == "next")
  }

  @Test func `with [ and ] it goes to the lead before and after`() {
    var trial = Trial(BoardTests.three, rules: DefaultRules.text)
    trial.press("l w")
    #expect(trial.desk.screen.explain?.title.contains("Bo Lindqvist") == true)
    trial.press("]")
    #expect(trial.desk.screen.explain?.title.contains("Cy Young") == true)
  }

  @Test func `what happens while it is open is in it`() {
    var trial = Self.trial()
    trial.press("w")
    let reply = "2026-11-23T09:12:10Z signal bo-00001 replied by=mail"
    trial.arrive(reply)
    #expect(!text(trial).contains { $0.contains("meeting-missed, step 1") })
  }
}

import LeadlineCore
import LeadlineDesk
import Testing

/// Call mode: what is typed becomes events, and a call ends with a next action.
struct CallTests {
  static let ana = """
    2026-11-20T10:00Z lead ana-00001 name="Ana Müller" state=hot by=sam
    2026-11-20T10:01Z action ana-00001 "Agree who signs" due=2026-11-24 channel=call by=sam
    """

  private func call(_ trial: Trial) -> CallModel? {
    if case .call(let call) = trial.desk.screen.view { call } else { nil }
  }

  @Test func `a new line gets a time mark`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:picked up", "Enter")
    trial.pass(milliseconds: 60_000)
    trial.press("text:x")
    #expect(call(trial)?.lines.map(\.time) == ["09:12", "09:12"])
    trial.press("Enter")
    #expect(call(trial)?.lines.map(\.time) == ["09:12", "09:12", "09:13"])
  }

  @Test func `tagged lines are understood while they are typed`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:!obj price  fine in two invoices", "Enter", "text:*price.discussed", "Enter")
    trial.press(
      "text:Dr. Kern <kern@acme.example> signs", "Enter", "text:?commit board meets", "Enter",
      "text:next: send page due:today 17:00")
    #expect(call(trial)?.understood.map(\.noun) == ["person", "objection", "signal", "decision", "next", "touch"])
    #expect(call(trial)?.checks.allSatisfy(\.isMet) == true)
  }

  @Test func `C-s saves the call as one act`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:all fine", "Enter", "text:next: send page due:fri", "C-s")
    #expect(trial.recorded.count == 2)
    #expect(trial.world("ana-00001")?.next?.text == "send page")
    #expect(trial.board != nil)
    trial.press("u")
    #expect(trial.world("ana-00001")?.next?.text == "Agree who signs")
  }

  @Test func `a call without a next action asks why, and the journal keeps the answer`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:nice talk", "C-s")
    #expect(trial.recorded.isEmpty)
    #expect(call(trial)?.question != nil)
    trial.press("text:they think it over", "Enter")
    #expect(
      trial.recorded.contains { if case .note("no next action: they think it over", _) = $0 { true } else { false } })
  }

  @Test func `a line of a dot hangs up`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:next: send page due:fri", "Enter", "text:.", "Enter")
    #expect(trial.recorded.count == 2)
  }

  @Test func `Esc keeps the notes, and c takes them up again`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:half a word", "Esc")
    #expect(trial.desk.screen.head.unsaved == 1)
    trial.press("c")
    #expect(call(trial)?.lines.map(\.text) == ["half a word"])
  }

  @Test func `a row that is switched off is not recorded`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:*price.discussed", "Enter", "text:next: send page due:fri", "Tab", "Space", "Tab", "C-s")
    #expect(!trial.recorded.contains(.signal(Signal(.priceDiscussed))))
    #expect(trial.recorded.count == 2)
  }

  @Test func `a line that cannot be understood keeps the call open and says why`() {
    var trial = Trial(Self.ana)
    trial.press("c", "text:next: send page", "C-s")
    #expect(trial.recorded.isEmpty)
    #expect(trial.desk.screen.status.text == "next: a date is missing; add due:thu, due:17:00 or due:3wd")
  }
}

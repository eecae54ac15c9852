import LeadlineCore
import LeadlineDesk
import Testing

/// The board: moving through it, and moving leads in it.
struct BoardTests {
  static let three = """
    2026-11-20T10:00Z lead ana-00001 name="Ana Müller" company=Acme value="12000 EUR" state=hot by=sam
    2026-11-20T10:01Z action ana-00001 "Agree who signs" due=2026-11-24 channel=call by=sam
    2026-11-20T10:02Z lead bo-00001 name="Bo Lindqvist" state=warm by=sam
    2026-11-20T10:03Z action bo-00001 "Send the case" due=2026-11-25 by=sam
    2026-11-20T10:04Z lead cy-00001 name="Cy Young" state=warm by=mia
    2026-11-20T10:05Z action cy-00001 "Ask" due=2026-11-26 by=mia
    """

  @Test func `cards stand in the column of their state`() {
    let trial = Trial(Self.three)
    #expect(trial.names(0) == ["Ana Müller"])
    #expect(trial.names(1) == ["Bo Lindqvist", "Cy Young"])
    #expect(trial.names(2) == [])
  }

  @Test func `a column says how many and how much`() {
    let trial = Trial(Self.three)
    #expect(trial.board?.columns[0].count == "1")
    #expect(trial.board?.columns[0].value == "€12k")
  }

  @Test func `l and j go to the second card of the next column`() {
    var trial = Trial(Self.three)
    trial.press("l j")
    #expect(trial.cursorName == "Cy Young")
  }

  @Test func `the arrow and C-n do what l and j do`() {
    var trial = Trial(Self.three)
    trial.press("→ C-n")
    #expect(trial.cursorName == "Cy Young")
  }

  @Test func `no motion goes past an end`() {
    var trial = Trial(Self.three)
    trial.press("9 j k k k h h l l l l h")
    #expect(trial.cursorName == "Bo Lindqvist")
    #expect(trial.recorded.isEmpty)
  }

  @Test func `H takes a warm lead to hot, and the cursor goes with it`() {
    var trial = Trial(Self.three)
    trial.press("l H")
    #expect(trial.recorded == [.move(Move(to: .hot))])
    #expect(trial.names(0).contains("Bo Lindqvist"))
    #expect(trial.cursorName == "Bo Lindqvist")
  }

  @Test func `H on a hot lead says why not`() {
    var trial = Trial(Self.three)
    trial.press("H")
    #expect(trial.recorded.isEmpty)
    #expect(trial.desk.screen.status.text == "Ana Müller is hot already")
  }

  @Test func `L on a warm lead asks for a park date`() {
    var trial = Trial(Self.three)
    trial.press("l L")
    #expect(trial.desk.screen.prompt?.title == "park")
    trial.press("text:90d // new budget", "Enter")
    #expect(trial.world("bo-00001")?.state == .recycle)
    #expect(trial.world("bo-00001")?.until == Day(year: 2027, month: 2, day: 21))
    #expect(trial.board?.detail?.until == "21 Feb")
  }

  @Test func `a second next action does not replace the first, and says so`() {
    var trial = Trial(Self.three)
    trial.press("l t", "text:call her due:thu", "Enter")
    #expect(trial.desk.screen.status.text == "Bo Lindqvist: next: call her, Thu 26 Nov · Send the case stands too")
  }

  @Test func `the timeline says what was done`() {
    var trial = Trial(Self.three)
    trial.press("l d d")
    #expect(trial.board?.detail?.timeline.contains { $0.text == "done: Send the case" } == true)
  }

  @Test func `a filter that hides what is due does not say that nothing is due`() {
    var trial = Trial(Self.three)
    trial.press("\\", "text:state:recycle", "Enter", "g d")
    guard case .due(let due) = trial.desk.screen.view else { return #expect(Bool(false), "not the due list") }
    #expect(due.empty == "Nothing that the filter shows is due within seven days.")
  }

  @Test func `u takes the latest act back, and C-r brings it again`() {
    var trial = Trial(Self.three)
    trial.press("l H")
    trial.press("u")
    #expect(trial.world("bo-00001")?.state == .warm)
    #expect(trial.desk.screen.status.text.hasPrefix("took back: move hot · Bo Lindqvist"))
    trial.press("C-r")
    #expect(trial.world("bo-00001")?.state == .hot)
  }

  @Test func `u never takes back what another person did`() {
    var trial = Trial("2026-11-20T10:04Z lead cy-00001 name=Cy state=warm by=mia")
    trial.press("u")
    #expect(trial.recorded.isEmpty)
    #expect(trial.desk.screen.status.text.contains("nothing of yours"))
  }

  @Test func `the cursor stays on its lead when another lead comes in above it`() {
    var trial = Trial(Self.three)
    trial.press("l")
    #expect(trial.cursorName == "Bo Lindqvist")
    var other = Trial("2026-11-23T09:00Z lead al-00001 name=\"Al First\" state=warm by=mia")
    let events = other.desk.pipeline.ledger.history(of: LeadID("al-00001"))
    trial.send(.arrived(events.map { Recorded($0) }))
    #expect(trial.names(1).contains("Al First"))
    #expect(trial.cursorName == "Bo Lindqvist")
    other.press("j")
  }

  @Test func `an unbound key says so and changes nothing`() {
    var trial = Trial(Self.three)
    trial.press("x")
    #expect(trial.effects == [.bell])
    #expect(trial.desk.screen.status.text == "x is not bound · ? help")
  }

  @Test func `a paste runs no keys`() {
    var trial = Trial(Self.three)
    trial.send(.key(.paste("dq\n:quit\n")))
    #expect(trial.effects.isEmpty)
    #expect(trial.desk.screen.prompt?.text == "dq :quit ")
  }

  @Test func `q on the board quits`() {
    var trial = Trial(Self.three)
    trial.press("q")
    #expect(trial.effects == [.quit])
  }

  @Test func `a filter shows the leads of one owner, and Esc shows all`() {
    var trial = Trial(Self.three)
    trial.press("\\", "text:owner:mia", "Enter")
    #expect(trial.names(1) == ["Cy Young"])
    #expect(trial.board?.columns[1].count == "1/2")
    trial.press("Esc")
    #expect(trial.names(1).count == 2)
  }

  @Test func `a wrong filter stays open and says what to write`() {
    var trial = Trial(Self.three)
    trial.press("\\", "text:stat:warm", "Enter")
    #expect(trial.desk.screen.prompt?.text == "stat:warm")
    #expect(trial.desk.screen.status.text == "\"stat\" is no filter; did you mean state")
  }

  @Test func `search moves to the match while it is typed`() {
    var trial = Trial(Self.three)
    trial.press("/", "text:cy")
    #expect(trial.cursorName == "Cy Young")
    trial.press("Enter", "n")
    #expect(trial.cursorName == "Cy Young")
  }
}

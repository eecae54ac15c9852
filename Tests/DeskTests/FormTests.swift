import LeadlineCore
import LeadlineDesk
import Testing

/// Forms: one key and one line, and nothing typed is lost.
struct FormTests {
  static let ana = """
    2026-11-20T10:00Z lead ana-00001 name="Ana Müller" state=hot by=sam
    2026-11-20T10:01Z action ana-00001 "Agree who signs" due=2026-11-24 channel=call by=sam
    """

  @Test func `i and a line is a note`() {
    var trial = Trial(Self.ana)
    trial.press("i", "text:board paper is due", "Enter")
    #expect(trial.recorded == [.note("board paper is due", call: nil)])
    #expect(trial.desk.screen.prompt == nil)
  }

  @Test func `t shows the date that was understood`() {
    var trial = Trial(Self.ana)
    trial.press("t", "text:send the page due:thu 10:00")
    #expect(trial.desk.screen.prompt?.preview.first?.text == "⏲  Thu 26 Nov 10:00 (in 3 days)   send the page   me")
  }

  @Test func `t without a date is not saved`() {
    var trial = Trial(Self.ana)
    trial.press("t", "text:send the page", "Enter")
    #expect(trial.recorded.isEmpty)
    #expect(trial.desk.screen.prompt?.text == "send the page")
  }

  @Test func `a full disk leaves the lead as it was and the text in its form`() {
    var trial = Trial(Self.ana)
    trial.failure = "not saved: no space left on tmpfs"
    trial.press("i", "text:important", "Enter")
    #expect(trial.desk.screen.prompt?.text == "important")
    #expect(trial.desk.screen.status.text == "not saved: no space left on tmpfs")
    #expect(trial.effects.contains { if case .keep(let form) = $0 { form.text == "important" } else { false } })
    trial.failure = nil
    trial.press("Enter")
    #expect(trial.desk.screen.prompt == nil)
  }

  @Test func `a second try has the same id`() {
    var trial = Trial(Self.ana)
    trial.failure = "no"
    trial.press("i", "text:x", "Enter")
    let first = trial.effects.compactMap { if case .append(let entries, _) = $0 { entries.first?.id } else { nil } }
    trial.press("Enter")
    let second = trial.effects.compactMap { if case .append(let entries, _) = $0 { entries.first?.id } else { nil } }
    #expect(first == second && !first.isEmpty)
  }

  @Test func `Esc keeps the text, and the key takes it up again`() {
    var trial = Trial(Self.ana)
    trial.press("i", "text:half a thou", "Esc")
    #expect(trial.desk.screen.head.unsaved == 1)
    trial.press("i")
    #expect(trial.desk.screen.prompt?.text == "half a thou")
  }

  @Test func `what is typed is kept after 300 ms`() {
    var trial = Trial(Self.ana)
    trial.press("i", "text:half")
    trial.effects = []
    trial.pass(milliseconds: 299)
    #expect(trial.effects.isEmpty)
    trial.pass(milliseconds: 1)
    #expect(trial.effects.contains { if case .keep(let form) = $0 { form.text == "half" } else { false } })
  }

  @Test func `a captures a lead, and the cursor is on it`() {
    var trial = Trial(Self.ana)
    trial.press("a", "text:Lena Hart @Orbit lena@orbit.example 8k€ via:fair next:send case due:thu", "Enter")
    #expect(trial.cursorName == "Lena Hart")
    #expect(trial.recorded.count == 2)
    let world = trial.desk.pipeline.worlds.values.first { $0.lead.name == "Lena Hart" }
    #expect(world?.next?.text == "send case")
    #expect(world?.isAgreed == true)
    trial.press("u")
    #expect(trial.desk.pipeline.worlds.count == 1)
  }

  @Test func `d d writes the touch of the action's channel, and asks what happens next`() {
    var trial = Trial(Self.ana)
    trial.press("d d")
    guard case .touch(let touch)? = trial.recorded.first else { return #expect(Bool(false), "no touch") }
    #expect(touch.channel == .call && touch.outcome == .reached)
    #expect(trial.world("ana-00001")?.isAgreed == false)
    #expect(trial.desk.screen.prompt?.title == "next")
    trial.press("Esc")
    #expect(trial.desk.screen.head.withoutNext == 1)
  }

  @Test func `d n leaves the action and offers to put it off`() {
    var trial = Trial(Self.ana)
    trial.press("d n")
    #expect(trial.world("ana-00001")?.next?.text == "Agree who signs")
    #expect(trial.desk.screen.popup?.key == "z")
  }

  @Test func `z t asks for the cause and puts the action off to tomorrow`() {
    var trial = Trial(Self.ana)
    trial.press("z t", "text:she travels", "Enter")
    #expect(trial.world("ana-00001")?.next?.due == Day(year: 2026, month: 11, day: 24).map { Due.day($0) })
    guard case .snooze(_, _, _, _, let because)? = trial.recorded.first else {
      return #expect(Bool(false), "no snooze")
    }
    #expect(because == "she travels")
  }

  @Test func `a close needs a reason`() {
    var trial = Trial(Self.ana)
    trial.press("X o", "text:lost", "Enter")
    #expect(trial.recorded.isEmpty)
    trial.press("text: built it in-house", "Enter")
    #expect(trial.world("ana-00001")?.closing?.reason == "built it in-house")
  }

  @Test func `X n objects and closes in one act`() {
    var trial = Trial(Self.ana)
    trial.press("X n")
    #expect(trial.world("ana-00001")?.lead.objects == true)
    #expect(trial.world("ana-00001")?.isOpen == false)
    trial.press("u")
    #expect(trial.world("ana-00001")?.isOpen == true)
    #expect(trial.world("ana-00001")?.lead.objects == false)
  }

  @Test func `the popup of a prefix comes after 300 ms`() {
    var trial = Trial(Self.ana)
    trial.press("s")
    #expect(trial.desk.screen.popup == nil)
    trial.pass(milliseconds: 300)
    #expect(trial.desk.screen.popup?.title == "signal…")
    trial.press("r")
    #expect(trial.recorded == [.signal(Signal(.replied))])
    #expect(trial.world("ana-00001")?.clocks.owed != nil)
  }

  @Test func `seven acts taken back one by one give the book before, and C-r all of them again`() {
    var trial = Trial(Self.ana)
    let before = trial.world("ana-00001")
    trial.press("a", "text:Lena Hart next:call due:thu", "Enter", "g g", "h h")
    trial.press("i", "text:n", "Enter", "t", "text:x due:fri", "Enter", "m f", "r", "text:y due:fri", "Enter", "X p")
    let after = trial.desk.pipeline.worlds.values.map { "\($0.lead) \($0.stage) \($0.actions) \($0.decision)" }.sorted()
    for _ in 0..<6 { trial.press("u") }
    #expect(trial.desk.pipeline.worlds.count == 1)
    #expect(trial.world("ana-00001")?.actions == before?.actions)
    #expect(trial.world("ana-00001")?.stage == before?.stage)
    for _ in 0..<6 { trial.press("C-r") }
    #expect(
      trial.desk.pipeline.worlds.values.map { "\($0.lead) \($0.stage) \($0.actions) \($0.decision)" }.sorted() == after)
  }
}

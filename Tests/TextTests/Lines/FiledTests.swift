import LeadlineCore
import LeadlineTestKit
import LeadlineText
import Testing

/// A ledger that is given headings says what one says that is given whole events.
@Suite struct FiledTests {
  private let leads = ["acme-4f2kq", "birch-00000", "a-name-that-is-not-short"].map { LeadID($0) }

  /// Events of a few leads; some of them twice under one id, some undone, amended or merged.
  private func events(_ seed: UInt64) -> [Event] {
    var samples = SampleFacts(seed: seed)
    var events: [Event] = []
    for _ in 0..<120 {
      var event = samples.event()
      if event.lead != nil { event.lead = samples.dice.pick(leads) }
      event.by = samples.dice.pick(["ana", "ben"])
      if samples.dice.chance(15), let other = events.last { event.fact = .undo(of: other.id) }
      if samples.dice.chance(10), let other = events.last { event.fact = .amend(of: other.id, .note("new", call: nil)) }
      if samples.dice.chance(8) { event.fact = .merge(into: leads[0]) }
      if samples.dice.chance(8), let other = events.randomElement(using: &samples.dice) { event.id = other.id }
      events.append(event)
    }
    return events
  }

  /// Adds what a journal with these lines says, by headings where there are any; says how many there were.
  private func file(_ events: [Event], in ledger: inout Ledger) -> Int {
    let lines = events.map { LineWriter().bytes($0) }
    let block = TextBlock(Array(lines.joined()))
    var headings = HeadingReader()
    var reader = LineReader()
    var (start, count) = (0, 0)
    for line in lines {
      if let heading = headings.heading(of: line.span) {
        ledger.add(heading, in: block, at: start, length: line.count, isOwn: true)
        count += 1
      } else if let event = reader.read(line.span).event {
        ledger.add(event, isOwn: true)
      }
      start += line.count
    }
    return count
  }

  @Test(arguments: 1..<30)
  func `a ledger of headings says what a ledger of events says`(seed: UInt64) {
    let events = events(seed)
    var (filed, whole) = (Ledger { LineDecoder() }, Ledger())
    let count = file(events, in: &filed)
    for event in events { whole.add(event.asRead, isOwn: true) }
    #expect(count > 10)
    #expect(filed.takeChanges() == whole.takeChanges() && filed.leads == whole.leads)
    for lead in leads {
      #expect(filed.history(of: lead) == whole.history(of: lead) && filed.facts(of: lead) == whole.facts(of: lead))
      #expect(filed.historyCount(of: lead) == whole.history(of: lead).count)
      #expect(filed.facts(.note, of: lead) == whole.facts(of: lead).filter { $0.fact.kind == .note })
    }
    #expect(filed.latestAct(by: "ana") == whole.latestAct(by: "ana"))
    #expect(filed.latestUndo(by: "ben") == whole.latestUndo(by: "ben"))
    #expect(filed.greatest == whole.greatest && filed.unknownEvents == whole.unknownEvents)
  }

  @Test func `a void line takes a filed event out, and a better copy takes its place`() throws {
    let note = Event(
      id: EventID(random: 7), time: Instant(milliseconds: 1_000), lead: leads[0], by: "ana", fact: .note("a", call: nil)
    )
    var other = note
    other.fact = .note("b", call: nil)
    var ledger = Ledger { LineDecoder() }
    #expect(file([note, note], in: &ledger) == 2)
    ledger.add(other, .vouched)
    _ = ledger.takeChanges()
    #expect(ledger.facts(of: leads[0]) == [other] && ledger.event(note.id) == other)
    ledger.add(note, .void)
    #expect(ledger.takeChanges() == [leads[0]] && ledger.facts(of: leads[0]).isEmpty)
  }

  @Test func `a lead is one lead however its name is spelled`() {
    var ledger = Ledger()
    let spelled = LeadID("\u{212a}-1")
    let plain = LeadID("K-1")
    for (number, lead) in [plain, spelled, plain].enumerated() {
      ledger.add(
        Event(
          id: EventID(random: UInt128(number)), time: Instant(milliseconds: 1_000), lead: lead, by: "", fact: .reopen))
    }
    #expect(ledger.leads == [plain] && ledger.contains(spelled) && ledger.historyCount(of: spelled) == 3)
  }
}

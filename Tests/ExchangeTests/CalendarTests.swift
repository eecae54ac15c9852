import LeadlineCore
import LeadlineExchange
import Testing

/// A calendar feed (RFC 5545): what stands in it, and how it is written.
@Suite struct CalendarTests {
  private func at(_ hours: Int64) -> Instant { Instant(milliseconds: 1_795_392_000_000 + hours * Instant.hour) }

  private func entry(_ time: CalendarEntry.Time, _ summary: String = "Ana: call") -> CalendarEntry {
    CalendarEntry(uid: "abc@book.leadline", time: time, summary: summary, description: "", planned: at(0))
  }

  private func lines(_ entry: CalendarEntry) -> [String] {
    CalendarWriter.text([entry], name: "Leadline").split(separator: "\r\n").map(String.init)
  }

  @Test func `a time is written in UTC, with an alarm at it`() {
    let lines = lines(entry(.at(at(9), minutes: 15, ahead: 0)))
    #expect(lines.contains("DTSTART:20261123T090000Z"))
    #expect(lines.contains("DTEND:20261123T091500Z"))
    #expect(lines.contains("TRIGGER:PT0S"))
    #expect(lines.contains("UID:abc@book.leadline"))
  }

  @Test func `a date is a whole day, with an alarm when work begins`() {
    let lines = lines(entry(.day(Zone.utc.day(at: at(0)), alarm: 540)))
    #expect(lines.contains("DTSTART;VALUE=DATE:20261123"))
    #expect(lines.contains("DTEND;VALUE=DATE:20261124"))
    #expect(lines.contains("TRIGGER:PT540M"))
  }

  @Test func `signs of the format are escaped, and control characters gone`() {
    let lines = lines(entry(.at(at(9), minutes: 15, ahead: 10), "a;b,c\\d\ne\u{1b}[31m"))
    #expect(lines.contains("SUMMARY:a\\;b\\,c\\\\d\\ne [31m"))
    #expect(lines.contains("TRIGGER:-PT10M"))
  }

  @Test func `long lines are folded at 75 bytes, never within a character`() {
    let text = String(repeating: "Über ", count: 60)
    let written = CalendarWriter.text([entry(.at(at(9), minutes: 15, ahead: 0), text)], name: "Leadline")
    for line in written.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
    let unfolded = written.replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:\(text)"))
  }

  @Test func `open actions and promises stand in the feed, under names that stay`() {
    let settings = BookSettings()
    let rules = Rules(hot: block(.hot), warm: block(.warm), recycle: block(.recycle))
    let version = Version(from: at(0), rules: rules, settings: settings, calendar: settings.calendar(in: .utc))
    let lead = LeadID("ana-00001")
    var capture = Capture()
    capture.name = "Ana"
    let action = EventID(random: 2)
    let facts = [
      Event(id: EventID(random: 1), time: at(9), lead: lead, by: "me", fact: .lead(capture)),
      Event(
        id: action, time: at(10), lead: lead, by: "me",
        fact: .action(Intention("call", due: .wall(Zone.utc.wall(at: at(34)))))),
      Event(
        id: EventID(random: 3), time: at(11), lead: lead, by: "me",
        fact: .promise("sign", due: .day(Zone.utc.day(at: at(72))))),
    ]
    let world = Simulation.simulate(lead, facts: facts, versions: [version], until: at(12))
    let entries = CalendarFeed.entries(of: [world], calendar: version.calendar, book: "b")
    #expect(entries.map(\.summary) == ["Ana: call", "Ana promised: sign"])
    #expect(entries.first?.uid == "\(action.text)@b.leadline")
    #expect(entries.first?.time == .at(at(34), minutes: 15, ahead: 0))
    #expect(CalendarFeed.entries(of: [world], calendar: version.calendar, book: "b", owner: "bo").isEmpty)
  }

  private func block(_ state: State) -> StateBlock {
    let day = Interval(amount: 1, unit: .workingDays)
    return StateBlock(state: state, means: "?", next: Template("?", .today), escalate: day, gap: day, halfLife: day)
  }
}

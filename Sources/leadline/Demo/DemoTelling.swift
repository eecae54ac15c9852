import LeadlineBook
import LeadlineCore
import LeadlineText

/// Turns the lines of the story into events.
struct DemoTelling {
  let zone: Zone

  /// All events in their order, the adoption first.
  func events(adopting book: String) -> [Event] {
    let adopted = zone.instant(of: WallTime(day: Day(number: 20_690), hour: 9, minute: 0))
    let adoption = Adoption(engine: Engine.number, rules: DefaultRules.text, book: book)
    var events = [Event(id: id(1), time: adopted, lead: nil, by: DemoBook.me, fact: .adopt(adoption))]
    var reader = LineReader()
    for (index, line) in DemoStory.lines.enumerated() {
      let bytes = Array(journalLine(line).utf8)
      if let event = reader.read(bytes.span).event { events.append(own(event, number: index + 2)) }
    }
    join(&events)
    return events
  }

  /// `#103` becomes the id of event 103, and the local time becomes the journal's.
  private func journalLine(_ line: Substring) -> String {
    let wall = WallTime("2026-" + line.prefix(11))
    let time = wall.map { zone.instant(of: $0).text.dropLast(5) + "Z" } ?? ""
    var text = time
    for (index, part) in line.dropFirst(11).split(separator: "=#", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        text += part
      } else {
        let digits = part.prefix { $0.isNumber }
        text += "=" + id(Int(digits) ?? 0).text + part.dropFirst(digits.count)
      }
    }
    return text
  }

  private func id(_ number: Int) -> EventID {
    let digits = String(number)
    return EventID("dem" + String(repeating: "0", count: 11 - digits.utf8.count) + digits) ?? EventID(random: 0)
  }

  private func own(_ read: Event, number: Int) -> Event {
    var event = read
    event.id = id(number)
    event.logical = event.time
    return event
  }

  /// Events of one lead in one minute are one act, in the order of the story.
  private func join(_ events: inout [Event]) {
    for index in events.indices.dropFirst() {
      let before = events[index - 1]
      guard events[index].lead == before.lead, events[index].time == before.time else { continue }
      let act = before.act ?? EventID("act" + before.id.text.dropFirst(3))
      events[index - 1].act = act
      events[index].act = act
      events[index].logical = before.logical.advanced(by: 1)
    }
  }
}

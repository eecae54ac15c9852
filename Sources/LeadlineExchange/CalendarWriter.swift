package import LeadlineCore

/// One entry of a calendar feed: something that is to be done, with an alarm.
package struct CalendarEntry: Hashable, Sendable {
  package enum Time: Hashable, Sendable {
    /// The whole of a day; `alarm`: minutes after its midnight at which people are reminded.
    case day(Day, alarm: Int)
    /// `minutes`: how long it takes; `ahead`: how long before it people are reminded.
    case at(Instant, minutes: Int, ahead: Int)
  }

  /// The same for the same thing, on every export.
  package var uid: String
  package var time: Time
  package var summary: String
  package var description: String
  /// When it was planned.
  package var planned: Instant

  package init(uid: String, time: Time, summary: String, description: String, planned: Instant) {
    self.uid = uid
    self.time = time
    self.summary = summary
    self.description = description
    self.planned = planned
  }
}

/// Writes iCalendar (RFC 5545): VEVENT with VALARM. Times are UTC, so that no reader needs our zones.
package enum CalendarWriter {
  /// A whole calendar, entries in the order given.
  package static func text(_ entries: [CalendarEntry], name: String) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leadline//Leadline//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(escaped(name))",
    ]
    for entry in entries { lines += event(entry) }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded).map { $0 + "\r\n" }.joined()
  }

  private static func event(_ entry: CalendarEntry) -> [String] {
    var lines = ["BEGIN:VEVENT", "UID:\(escaped(entry.uid))", "DTSTAMP:\(utc(entry.planned))"]
    let trigger: String
    switch entry.time {
    case .day(let day, let alarm):
      lines.append("DTSTART;VALUE=DATE:\(date(day))")
      lines.append("DTEND;VALUE=DATE:\(date(day.adding(1)))")
      lines.append("TRANSP:TRANSPARENT")
      // From the day's own beginning: absolute alarms are beyond many readers.
      trigger = "TRIGGER:PT\(max(0, alarm))M"
    case .at(let start, let minutes, let ahead):
      lines.append("DTSTART:\(utc(start))")
      lines.append("DTEND:\(utc(start.advanced(by: Int64(max(0, minutes)) * Instant.minute)))")
      trigger = ahead > 0 ? "TRIGGER:-PT\(ahead)M" : "TRIGGER:PT0S"
    }
    lines.append("SUMMARY:\(escaped(entry.summary))")
    if !entry.description.isEmpty { lines.append("DESCRIPTION:\(escaped(entry.description))") }
    return lines + [
      "BEGIN:VALARM", "ACTION:DISPLAY", trigger, "DESCRIPTION:\(escaped(entry.summary))", "END:VALARM", "END:VEVENT",
    ]
  }

  /// TEXT of RFC 5545, 3.3.11. Control characters have no place in it.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        out.append("\\")
        out.append(scalar)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      case _ where scalar.properties.generalCategory == .control: out.append(" ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Lines of at most 75 bytes, none cut within a character; the next begins with a blank.
  static func folded(_ line: String) -> [String] {
    if line.utf8.count <= 75 { return [line] }
    var lines: [String] = []
    var current = ""
    for character in line.unicodeScalars {
      if current.utf8.count + character.utf8.count > 75 {
        lines.append(current)
        current = " "
      }
      current.unicodeScalars.append(character)
    }
    return lines + [current]
  }

  private static func date(_ day: Day) -> String {
    let (year, month, date) = day.civil
    return digits(Int(year), 4) + digits(Int(month), 2) + digits(Int(date), 2)
  }

  /// `20261123T081200Z`
  static func utc(_ instant: Instant) -> String {
    let wall = Zone.utc.wall(at: instant)
    let second = Int(instant.milliseconds / 1000 % 60)
    return date(wall.day) + "T" + digits(wall.hour, 2) + digits(wall.minute, 2) + digits(second, 2) + "Z"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}

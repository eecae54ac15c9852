import LeadlineCore

/// `[calendar]` and `[calendar.leave]`.
extension BookSettingsReader {
  mutating func readCalendar(_ table: TOMLTable) {
    if let zone = table.string("zone", &findings) {
      if zone.isZoneName {
        settings.zone = zone
      } else {
        findings.append(.badZone(zone, table.place(of: "zone")))
      }
    }
    readHours(table)
    if let holidays = table.array("holidays", &findings) {
      settings.holidays = Set(holidays.compactMap { readDays($0)?.lowerBound })
    }
    if let leave = table.table("leave", &findings) {
      for entry in leave.entries {
        guard let days = leave.array(entry.key, &findings) else { continue }
        settings.leave[entry.key] = days.compactMap { readDays($0, isRange: true) }
      }
    }
    table.reportUnknown(besides: ["zone", "hours", "holidays", "leave"], &findings)
  }

  /// A week without hours is refused: nothing would ever be due.
  private mutating func readHours(_ table: TOMLTable) {
    guard let lines = table.strings("hours", &findings) else { return }
    var hours: [Weekday: [WorkPeriod]] = [:]
    var isSound = true
    for (text, place) in lines {
      switch HoursLine.read(text) {
      case .success(let line):
        for day in line.weekdays {
          if hours[day] != nil {
            findings.append(.hoursTwice(day, place))
            isSound = false
          }
          hours[day] = line.periods
        }
      case .failure(let fault):
        findings.append(Finding(at: place, fault.what, instead: fault.instead))
        isSound = false
      }
    }
    if hours.isEmpty, isSound { findings.append(.noHours(table.place(of: "hours"))) }
    if !hours.isEmpty, isSound { settings.hours = hours }
  }

  /// A date, or with `isRange` also `first/last`; as a string or as a date of TOML.
  private mutating func readDays(_ element: TOMLElement, isRange: Bool = false) -> ClosedRange<Day>? {
    var days: [Day?] = []
    if case .localDate(let day) = element.value { days = [day] }
    if case .string(let text) = element.value {
      days = text.split(separator: "/", omittingEmptySubsequences: false).map { Day($0) }
    }
    guard let first = days.first ?? nil, let last = days.last ?? nil, days.count <= (isRange ? 2 : 1) else {
      findings.append(isRange ? .badLeave(element.place) : .badHoliday(element.place))
      return nil
    }
    guard first <= last else {
      findings.append(.turnedLeave(element.place))
      return nil
    }
    guard (1970...2200).contains(first.civil.year), (1970...2200).contains(last.civil.year) else {
      findings.append(.farDay(element.place))
      return nil
    }
    return first...last
  }
}

extension String {
  /// Whether the zone exists is for the edge to find out; that it names no file outside the zone database is made sure here.
  fileprivate var isZoneName: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return utf8.count <= 64
      && parts.allSatisfy { part in
        part.first?.isLetter == true
          && part.allSatisfy {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
          }
      }
  }
}

extension Finding {
  fileprivate static func badZone(_ zone: String, _ place: Place) -> Finding {
    Finding(at: place, "\"\(zone)\" is no name of a zone", instead: "write one such as Europe/Berlin or UTC")
  }

  fileprivate static func hoursTwice(_ day: Weekday, _ place: Place) -> Finding {
    Finding(at: place, "\(day.shortName) already has hours", instead: "write all times of a day in one line")
  }

  fileprivate static func noHours(_ place: Place) -> Finding {
    Finding(at: place, "the week has no working hours", instead: "write hours = [\"mon-fri 09:00-17:00\"]")
  }

  fileprivate static func badHoliday(_ place: Place) -> Finding {
    Finding(at: place, "this is no date", instead: "write \"2026-12-25\"")
  }

  fileprivate static func badLeave(_ place: Place) -> Finding {
    Finding(at: place, "these are no days off", instead: "write \"2026-08-03/2026-08-21\", or one date")
  }

  fileprivate static func turnedLeave(_ place: Place) -> Finding {
    Finding(at: place, "the last day off comes before the first", instead: "write the first day, a slash, and the last")
  }

  fileprivate static func farDay(_ place: Place) -> Finding {
    Finding(at: place, "the year is out of range", instead: "write a year from 1970 to 2200")
  }
}

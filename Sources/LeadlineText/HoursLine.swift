package import LeadlineCore

/// Weekdays and the periods worked on them, as a line says it: `mon-thu 09:00-12:30 13:00-17:00`.
package struct HoursLine: Hashable, Sendable {
  package var weekdays: [Weekday]
  /// Ascending and apart.
  package var periods: [WorkPeriod]

  package init(weekdays: [Weekday], periods: [WorkPeriod]) {
    self.weekdays = weekdays
    self.periods = periods
  }

  /// The line, or what is wrong with it as (what, instead).
  package static func read(_ text: String) -> Result<HoursLine, HoursFault> {
    let words = text.split(separator: " ")
    guard let days = words.first, words.count > 1 else { return .failure(.noPeriod) }
    guard let weekdays = weekdays(days) else { return .failure(.weekday(String(days))) }
    var periods: [WorkPeriod] = []
    for word in words.dropFirst() {
      guard let period = period(word) else { return .failure(.period(String(word))) }
      if let last = periods.last, period.opens <= last.closes { return .failure(.order(String(word))) }
      periods.append(period)
    }
    return .success(HoursLine(weekdays: weekdays, periods: periods))
  }

  package var text: String {
    let times = periods.map { "\(HoursLine.clock($0.opens))-\(HoursLine.clock($0.closes))" }
    return ([days] + times).joined(separator: " ")
  }

  /// The week as few lines: days in a row that are worked alike share one.
  package static func lines(for hours: [Weekday: [WorkPeriod]]) -> [HoursLine] {
    Weekday.allCases.reduce(into: []) { lines, day in
      guard let periods = hours[day], !periods.isEmpty else { return }
      if let last = lines.last, last.periods == periods, last.weekdays.last?.rawValue == day.rawValue - 1 {
        lines[lines.count - 1].weekdays.append(day)
      } else {
        lines.append(HoursLine(weekdays: [day], periods: periods))
      }
    }
  }

  private var days: String {
    guard let first = weekdays.first, let last = weekdays.last, first != last else {
      return weekdays.first?.shortName ?? ""
    }
    return "\(first.shortName)-\(last.shortName)"
  }

  /// `mon`, `mon-thu`, `sat-mon` (over the week's end), `mon,wed`.
  private static func weekdays(_ text: Substring) -> [Weekday]? {
    var days: [Weekday] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Weekday(shortName: $0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
      let span = (last.rawValue - first.rawValue + 7) % 7
      days += (0...span).map { Weekday.allCases[(first.rawValue - 1 + $0) % 7] }
    }
    return days
  }

  private static func period(_ text: Substring) -> WorkPeriod? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
    guard ends.count == 2, let opens = ends[0], let closes = ends[1], opens < closes else { return nil }
    return WorkPeriod(opens: opens, closes: closes)
  }

  /// Minutes since midnight of `9:00`, `09:00` … `24:00`.
  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }), let hour = Int(parts[0]), let minute = Int(parts[1]),
      hour < 24 && minute < 60 || hour == 24 && minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  private static func clock(_ minutes: Int) -> String {
    let hour = minutes / 60
    let minute = minutes % 60
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}

extension Weekday {
  /// `mon` … `sun`.
  package var shortName: String {
    switch self {
    case .monday: "mon"
    case .tuesday: "tue"
    case .wednesday: "wed"
    case .thursday: "thu"
    case .friday: "fri"
    case .saturday: "sat"
    case .sunday: "sun"
    }
  }

  package init?(shortName: some StringProtocol) {
    guard let day = Weekday.allCases.first(where: { $0.shortName == shortName }) else { return nil }
    self = day
  }
}

/// Why a line of hours cannot be read.
package struct HoursFault: Error, Hashable, Sendable {
  package var what: String
  package var instead: String

  static let noPeriod = HoursFault(
    what: "a line of hours needs days and times", instead: "write \"mon-fri 09:00-17:00\"")

  static func weekday(_ text: String) -> HoursFault {
    let names = Weekday.allCases.map(\.shortName)
    return HoursFault(
      what: "\(text) names no weekdays",
      instead: proposal(for: text, among: names, otherwise: "write mon, mon-thu or sat,sun"))
  }

  static func period(_ text: String) -> HoursFault {
    HoursFault(what: "\(text) is no time of work", instead: "write opening and close, as in 09:00-17:00")
  }

  static func order(_ text: String) -> HoursFault {
    HoursFault(
      what: "\(text) begins before the time before it has ended", instead: "write the times in order and apart")
  }
}

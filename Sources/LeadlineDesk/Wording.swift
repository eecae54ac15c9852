package import LeadlineCore
import LeadlineText

/// How screens and tables say dates, counts and causes, seen from one moment in one zone by one person.
package struct Wording: Sendable {
  package let now: Instant
  package let zone: Zone
  package let me: String
  package let today: Day

  package init(now: Instant, zone: Zone, me: String) {
    self.now = now
    self.zone = zone
    self.me = me
    today = zone.day(at: now)
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  package func weekday(_ day: Day) -> String { Wording.weekdays[day.weekday.rawValue - 1] }

  /// `23 Nov`, and with its year where that is not near: `23 Nov 2028`.
  package func date(_ day: Day) -> String {
    let (year, month, date) = day.civil
    let plain = "\(date) \(Wording.months[month - 1])"
    return abs(Int(day.number) - Int(today.number)) > 300 ? "\(plain) \(year)" : plain
  }

  /// `Mon 23 Nov`
  package func fullDate(_ day: Day) -> String { "\(weekday(day)) \(date(day))" }

  /// `Mon 11 Jan 2027`: with the year where it is another.
  package func longDate(_ day: Day) -> String {
    let (year, month, date) = day.civil
    let plain = "\(weekday(day)) \(date) \(Wording.months[month - 1])"
    return year == today.civil.year ? plain : "\(plain) \(year)"
  }

  /// `today`, `Fri` within six days either way, else `6 Nov`.
  package func near(_ day: Day) -> String {
    let distance = Int(day.number) - Int(today.number)
    return distance == 0 ? "today" : abs(distance) <= 6 ? weekday(day) : date(day)
  }

  package func clock(_ wall: WallTime) -> String { "\(two(wall.hour)):\(two(wall.minute))" }

  package func clock(_ instant: Instant) -> String { clock(zone.wall(at: instant)) }

  /// `today 08:41`, `Thu 15:30`, `6 Nov`
  package func moment(_ instant: Instant) -> String {
    let wall = zone.wall(at: instant)
    let word = near(wall.day)
    return word == date(wall.day) ? word : "\(word) \(clock(wall))"
  }

  /// `Mon 23 Nov 09:12`
  package func stamp(_ instant: Instant) -> String {
    let wall = zone.wall(at: instant)
    return "\(fullDate(wall.day)) \(clock(wall))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// `today 10:00`, `Wed 25 Nov`, `Thu 26 Nov 14:00`
  package func due(_ due: Due) -> String {
    let day = due.day == today ? "today" : fullDate(due.day)
    if case .wall(let wall) = due { return "\(day) \(clock(wall))" }
    return day
  }

  /// `in 3 days`, `today`, `3 days ago`
  package func distance(to day: Day) -> String {
    switch Int(day.number) - Int(today.number) {
    case 0: "today"
    case 1: "in 1 day"
    case -1: "1 day ago"
    case let days where days < 0: "\(-days) days ago"
    case let days: "in \(days) days"
    }
  }

  /// `me`, or the name; nothing for nobody.
  package func person(_ name: String) -> String { name == me ? "me" : name }

  /// Two letters for somebody who is not me: of the first and last word, or the first and last letter of one.
  package func initials(_ name: String) -> String {
    if name == me || name.isEmpty { return "" }
    let words = name.split { $0 == " " || $0 == "." || $0 == "-" || $0 == "_" }
    guard let first = words.first?.first else { return "" }
    let last = words.count > 1 ? words.last?.first : words.first?.last
    return (String(first) + (last.map(String.init) ?? "")).uppercased()
  }

  package static func words(_ kind: SignalKind) -> String {
    String(kind.name.map { $0 == "." || $0 == "-" ? " " : $0 })
  }

  /// `viewed` of `proposal.viewed`
  package static func shortWord(_ kind: SignalKind) -> String {
    kind.name.split(separator: ".").last.map(String.init) ?? kind.name
  }

  /// `2nd`, `3rd`, `11th`
  package static func ordinal(_ number: Int) -> String {
    let teens = (11...13).contains(number % 100)
    let ending = teens ? "th" : number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th"
    return "\(number)\(ending)"
  }
}

/// What put a lead where it is, in words.
extension Wording {
  /// How often a kind came since our last touch: `proposal viewed 3×`.
  package func count(_ kind: SignalKind, in world: World) -> Int {
    let since = world.lastTouch?.at ?? .earliest
    return world.signals.count { $0.kind == kind && $0.at > since && $0.at <= now }
  }

  /// `proposal viewed 3×, today 08:41`, `replied Fri`, `proposal sent 6 Nov`, `their promise 13 Nov`
  package func cause(_ cause: Cause, in world: World) -> String {
    let day = near(zone.day(at: cause.at))
    switch cause.what {
    case .signal(let kind):
      let count = count(kind, in: world)
      return count > 1 ? "\(Wording.words(kind)) \(count)×, \(moment(cause.at))" : "\(Wording.words(kind)) \(day)"
    case .touch(let channel, let outcome): return "\(channel.rawValue) \(outcome.rawValue) \(day)"
    case .promise: return "their promise \(day)"
    }
  }

  /// `meeting-missed: meeting missed Fri`, `warm-silent 2: mail sent 6 Nov`, `warm default after meeting missed Fri`
  package func because(_ action: Action, in world: World) -> String {
    if case .firing(let key) = action.key, key.rung > 0 {
      return Wording.rung(key) + (action.cause.map { ": \(cause($0, in: world))" } ?? "")
    }
    if case .state(let state) = action.author {
      if state == .recycle, let until = world.until { return "recycle default: parked until \(date(until))" }
      let after = action.cause.map { " after \(plainCause($0))" } ?? ""
      return "\(state.rawValue) default\(after)"
    }
    if let cause = action.cause { return self.cause(cause, in: world) }
    return "set by \(person(action.author.name)) \(near(zone.day(at: action.opened)))"
  }

  /// A rule and its step, where that is not the first: `warm-silent 2`.
  package static func rung(_ key: FiringKey) -> String { key.rung > 1 ? "\(key.rule) \(key.rung)" : key.rule }

  private func plainCause(_ cause: Cause) -> String {
    let day = near(zone.day(at: cause.at))
    switch cause.what {
    case .signal(let kind): return "\(Wording.words(kind)) \(day)"
    case .touch(let channel, let outcome): return "\(channel.rawValue) \(outcome.rawValue) \(day)"
    case .promise: return "their promise \(day)"
    }
  }
}

extension Action.Author {
  package var name: String {
    switch self {
    case .person(let name): name
    case .meeting: ""
    case .rule(let name): name
    case .state(let state): state.rawValue
    }
  }

  package var isRule: Bool {
    switch self {
    case .person, .meeting: false
    case .rule, .state: true
    }
  }
}

import LeadlineCore

extension RulesLine {
  private static let exampleForm = "test KIND @mon 10:00 => fires @mon 10:00"
  private static let weekdays: [(name: String, day: Weekday)] = zip(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], Weekday.allCases
  ).map { ($0, $1) }

  /// Takes what stands behind `test`: what happens, `=>`, and what comes of it. `rung`: where a rung is named.
  mutating func example() -> (test: RuleTest, rung: Place)? {
    var events: [RuleTest.Event] = []
    var isSound = true
    while !isAtEnd, peek != "=>", !isFull {
      if let event = event() {
        events.append(event)
      } else {
        isSound = false
        skip(to: [",", "=>"])
      }
      if isAtEnd || peek == "=>" { break }
      if !take(",") {
        report(
          "\(shown) is one word too many", instead: "write , before what happens next, and => before what comes of it")
        isSound = false
        skip(to: [",", "=>"])
        if peek == "," { skip() }
      } else if peek == "=>" || isAtEnd {
        report("nothing happens behind the last ','", instead: "write \(RulesLine.exampleForm)")
        isSound = false
      }
    }
    guard need("=>", form: RulesLine.exampleForm) else { return nil }
    guard let (outcome, place) = outcome(), isSound else { return nil }
    return (RuleTest(events, outcome), place)
  }

  /// What comes of it, and where its rung is named.
  private mutating func outcome() -> (RuleTest.Outcome, Place)? {
    if take("quiet") { return (.quiet, placeOfTaken) }
    guard need("fires", form: "=> fires @fri 16:00 or => quiet") else { return nil }
    var rung = 1
    let place = self.place
    if let word = peek, !word.hasPrefix("@") {
      guard let number = count(1...RuleDraft.mostRungs, form: "=> fires 2 @fri 16:00") else { return nil }
      rung = number
    }
    return moment().map { (.fires(rung: rung, at: $0), place) }
  }

  private mutating func event() -> RuleTest.Event? {
    guard let step = step(), let moment = moment() else { return nil }
    return RuleTest.Event(step, at: moment)
  }

  private mutating func step() -> RuleTest.Step? {
    switch peek {
    case "move":
      skip()
      guard let state = state(form: "move warm @mon 10:00") else { return nil }
      guard state == .recycle, take("for") else { return .move(state, park: nil) }
      return interval(form: "move recycle for 2w @mon 10:00", least: 1).map { .move(state, park: $0) }
    case "decide":
      skip()
      return decision(form: "decide NAME @mon 10:00").map(RuleTest.Step.decide)
    case "promise":
      let form = "promise by fri @mon 10:00"
      guard need("promise by", form: form) else { return nil }
      guard let day = peek.flatMap(RulesLine.day) else {
        report(isAtEnd ? "a weekday is missing" : "\(shown) is no weekday", instead: "write \(form)")
        return nil
      }
      skip()
      return .promise(day.weekday, weeks: day.weeks)
    case .some, nil:
      return happening(form: RulesLine.exampleForm, or: ["move", "decide", "promise"]).map(RuleTest.Step.happening)
    }
  }

  /// `@tue+1w 09:00`
  private mutating func moment() -> RuleTest.Moment? {
    let form = "@mon 10:00 or @tue+1w 09:00"
    guard let word = peek, word.hasPrefix("@"), let day = RulesLine.day(String(word.dropFirst())) else {
      report(
        isAtEnd || isMark(0) ? "when it happens is missing" : "\(shown) is no day of an example",
        instead: "write \(form)")
      return nil
    }
    skip()
    return minute(form: form).map { RuleTest.Moment(day.weekday, weeks: day.weeks, minute: $0) }
  }

  /// `tue`, `tue+1w`: up to two years ahead.
  private static func day(_ text: String) -> (weekday: Weekday, weeks: Int)? {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    guard let weekday = weekdays.first(where: { parts[0] == $0.name })?.day else { return nil }
    guard parts.count > 1 else { return (weekday, 0) }
    guard parts.count == 2, let weeks = Interval(parts[1]), weeks.unit == .weeks, weeks.amount <= 104 else {
      return nil
    }
    return (weekday, weeks.amount)
  }

  static func day(_ weekday: Weekday, weeks: Int) -> String {
    let name = weekdays.first { $0.day == weekday }?.name ?? ""
    return weeks == 0 ? name : "\(name)+\(weeks)w"
  }
}

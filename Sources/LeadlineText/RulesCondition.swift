import LeadlineCore

/// The word between conditions: all behind `if` must hold, none behind `unless` may.
enum Joiner: String {
  case and, or

  var clause: String { self == .and ? "if" : "unless" }
}

extension RulesLine {
  /// Takes what stands behind `if` or `unless`: conditions with the joiner between them.
  mutating func conditions(_ joiner: Joiner) -> [Condition]? {
    var list: [Condition] = []
    var isSound = true
    while true {
      if let condition = condition(joiner) {
        list.append(condition)
      } else {
        isSound = false
        skipCondition(joiner)
      }
      if isAtEnd || isFull { return isSound ? list : nil }
      if take(joiner.rawValue) { continue }
      isSound = false
      guard let word = peek, ["and", "or", ",", ";"].contains(word) else {
        report("\(shown) is one word too many", instead: "join a further condition with \(joiner.rawValue)")
        return nil
      }
      report("'\(word)' joins no conditions behind \(joiner.clause)", instead: RulesLine.cure(joiner))
      skip()
    }
  }

  private static func cure(_ joiner: Joiner) -> String {
    switch joiner {
    case .and: "write and, or a second rule for the other case"
    case .or: "write or: the rule waits while one of them holds"
    }
  }

  /// Goes on to the joiner in front of the next condition.
  private mutating func skipCondition(_ joiner: Joiner) {
    while !isAtEnd, peek != joiner.rawValue || continuesList { skip() }
  }

  /// Takes one condition.
  private mutating func condition(_ joiner: Joiner) -> Condition? {
    switch peek {
    case "state":
      return oneOf("state is hot") { $0.state(form: "state is hot") }.map { .state($0.list, isNot: $0.isNot) }
    case "decision":
      let form = "decision is \(vocabulary.decisions.first ?? "NAME")"
      return oneOf(form) { $0.decision(form: form) }.map { .decision($0.list, isNot: $0.isNot) }
    case "value": return value()
    case "owner": return isName("owner is ana", joiner, Condition.owner)
    case "source": return isName("source is fair", joiner, Condition.source)
    case "tag": return isName("tag is vip", joiner, Condition.tag)
    case "currency": return currency(joiner)
    case "no": return seen(isNot: true)
    case "never": return need("never touched", form: "never touched") ? .neverTouched : nil
    case "recycled": return counted("recycled over", 1, Condition.recycledOver)
    case "touches": return counted("touches over", 3, Condition.touchesOver)
    case "momentum":
      let form = "momentum under 20%"
      return need("momentum under", form: form) ? percent(form: form).map(Condition.momentumUnder) : nil
    case "promise": return need("promise pending", form: "promise pending") ? .promisePending : nil
    case "has": return has()
    case "working": return need("working hours", form: "working hours") ? .workingHours : nil
    case .some, nil: return seen(isNot: false)
    }
  }

  /// `is hot or warm`, `is not recycle`: names with `or` between them.
  private mutating func oneOf<Name>(
    _ form: String, _ name: (inout RulesLine) -> Name?
  ) -> (list: [Name], isNot: Bool)? {
    skip()
    guard need("is", form: form) else { return nil }
    let isNot = take("not")
    guard let first = name(&self) else { return nil }
    var list = [first]
    var isSound = true
    while peek == "or" || peek == ",", continuesList, !isFull {
      if peek == "," {
        report("',' stands between names", instead: "write or")
        isSound = false
      }
      skip()
      if let next = name(&self) { list.append(next) } else { isSound = false }
    }
    return isSound ? (list, isNot) : nil
  }

  /// Whether behind the next word stands one word alone: every condition has two at least.
  private var continuesList: Bool {
    guard !isAtEnd(1), !isMark(1) else { return false }
    return isAtEnd(2) || isMark(2) || peek(2) == "or" || peek(2) == "and"
  }

  private mutating func value() -> Condition? {
    skip()
    let form = "value over 10000"
    let isOver = take("over")
    guard isOver || take("under") else {
      report(
        isAtEnd ? "'over' is missing" : "\(shown) stands where 'over' or 'under' belongs", instead: "write \(form)")
      return nil
    }
    return amount(form: form).map { isOver ? .valueOver($0) : .valueUnder($0) }
  }

  private mutating func isName(_ form: String, _ joiner: Joiner, _ condition: (String) -> Condition) -> Condition? {
    let word = peek ?? ""
    skip()
    guard need("is", form: form) else { return nil }
    if peek == "not", !isAtEnd(1), !isMark(1), peek(1) != "and", peek(1) != "or" {
      let other = joiner == .and ? "unless" : "if"
      report("\(word) knows no not", instead: "write \(other) \(word) is … on a line of its own")
      return nil
    }
    return name("a word", form: form).map(condition)
  }

  private mutating func currency(_ joiner: Joiner) -> Condition? {
    let known = isName("currency is EUR", joiner, Condition.currency)
    guard case .currency(let name) = known else { return nil }
    guard Currency.code(name) == name else {
      report(
        at: placeOfTaken, "'\(Display.visible(String(name.prefix(40))))' is no currency",
        instead: "write three capital letters, as in EUR")
      return nil
    }
    return known
  }

  private mutating func counted(_ words: String, _ usual: Int, _ condition: (Int) -> Condition) -> Condition? {
    let form = "\(words) \(usual)"
    return need(words, form: form) ? count(0...999, form: form).map(condition) : nil
  }

  private mutating func has() -> Condition? {
    skip()
    if take("email") { return .hasEmail }
    if take("phone") { return .hasPhone }
    report(
      isAtEnd ? "'email' is missing" : "\(shown) is nothing that a lead has",
      instead: proposal(for: peek ?? "", among: ["email", "phone"], otherwise: "write has email or has phone"))
    return nil
  }

  /// `KIND in D`, `no KIND in D`; `replied in D` is any answer, unless it stands in quotes.
  private mutating func seen(isNot: Bool) -> Condition? {
    if isNot { skip() }
    let form = (isNot ? "no " : "") + "proposal.viewed in 7d"
    let isAnswer = peek == SignalKind.replied.name
    guard let name = peekName else {
      report("a condition is missing", instead: "write one such as state is hot or proposal.viewed in 7d")
      return nil
    }
    guard let happening = vocabulary.happening(name) else {
      report(
        isNot ? "\(shown) is no kind of signal or touch" : "\(shown) begins no condition",
        instead: proposal(
          for: name, among: (isNot ? [] : RuleWords.conditions) + vocabulary.happenings,
          otherwise: "write one such as state is hot or proposal.viewed in 7d"))
      return nil
    }
    skip()
    guard need("in", form: form), let within = interval(form: form, least: 1) else { return nil }
    if isAnswer { return isNot ? .notAnswered(within: within) : .answered(within: within) }
    return isNot ? .notSeen(happening, within: within) : .seen(happening, within: within)
  }
}

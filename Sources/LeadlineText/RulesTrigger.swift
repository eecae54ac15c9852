import LeadlineCore

extension RulesLine {
  /// Takes a signal of the buyer or a touch of ours by its name; a name in quotes is never a word of the language.
  /// An unknown one is reported and passed over. `others`: words that could have stood here instead, and what it is then.
  mutating func happening(form: String, or others: [String] = [], _ role: String = "") -> Happening? {
    guard let name = peekName else {
      report("a kind of signal is missing", instead: "write \(form)")
      return nil
    }
    guard let happening = vocabulary.happening(name) else {
      report(
        "\(shown) is no kind of signal or touch\(role)",
        instead: proposal(for: name, among: vocabulary.happenings + others, otherwise: RulesLine.nameKind(name)))
      skip()
      return nil
    }
    skip()
    return happening
  }

  /// How a book gets a kind of its own.
  static func nameKind(_ name: String) -> String {
    let isSound =
      name.utf8.count <= 40 && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2e || $0 == 0x2d }
    return isSound ? "name it in book.toml: [signals.\"\(name)\"]" : "write a kind such as proposal.viewed"
  }

  /// Kinds with commas between them.
  mutating func happenings(form: String) -> [Happening]? {
    var list: [Happening] = []
    var isSound = true
    repeat {
      if let happening = happening(form: form) { list.append(happening) } else { isSound = false }
    } while take(",") && !isFull
    return isSound ? list : nil
  }

  /// Takes what stands behind `when`.
  mutating func trigger() -> Trigger? {
    switch peek {
    case "any": return need("any signal", form: "when any signal") ? .anySignal : nil
    case "captured": return captured()
    case "owed": return clock("owed for", "8wh", Trigger.owed)
    case "silent": return clock("silent for", "3wd", Trigger.silent)
    case "untouched": return clock("untouched for", "13d", Trigger.untouched)
    case "unplanned": return clock("unplanned for", "1wd", Trigger.unplanned)
    case "promise": return clock("promise passed by", "1wd", least: 0, Trigger.promisePassed)
    case "overdue": return clock("overdue by", "1wd", least: 0, Trigger.overdue)
    case "in": return inState()
    case "at": return atDecision()
    case "recycle": return need("recycle ends", form: "when recycle ends") ? .recycleEnds : nil
    case "moved":
      return need("moved to", form: "when moved to hot") ? state(form: "when moved to hot").map(Trigger.moved) : nil
    case "decided":
      skip()
      return decision(form: "when decided \(vocabulary.decisions.first ?? "NAME")").map(Trigger.decided)
    case "no": return absence()
    case .some(let word) where word.isNumber: return lull()
    case .some, nil: return signals()
    }
  }

  private mutating func clock(
    _ words: String, _ usual: String, least: Int = 1, _ trigger: (Interval) -> Trigger
  ) -> Trigger? {
    let form = "when \(words) \(usual)"
    return need(words, form: form) ? interval(form: form, least: least).map(trigger) : nil
  }

  private mutating func captured() -> Trigger? {
    skip()
    guard peek == "," else { return .captured }
    report("captured stands alone", instead: "end the line before it, and add if inbound in 1m below")
    return nil
  }

  private mutating func inState() -> Trigger? {
    skip()
    let form = "when in warm for 20wd"
    guard let state = state(form: form), need("for", form: form) else { return nil }
    return interval(form: form, least: 1).map { .inState(state, $0) }
  }

  private mutating func atDecision() -> Trigger? {
    skip()
    let form = "when at \(vocabulary.decisions.first ?? "NAME") for 20wd"
    guard let decision = decision(form: form), need("for", form: form) else { return nil }
    return interval(form: form, least: 1).map { .atDecision(decision, $0) }
  }

  private mutating func absence() -> Trigger? {
    skip()
    let form = "when no proposal.viewed in 2wd after proposal.sent"
    let list = happenings(form: form)
    guard need("in", form: form), let within = interval(form: form, least: 1), need("after", form: form) else {
      return nil
    }
    guard let after = happening(form: form), let list else { return nil }
    return .absence(of: list, within: within, after: after)
  }

  private mutating func lull() -> Trigger? {
    let form = "when 3 signals in 7d then none in 5wd"
    guard let signals = count(1...999, form: form), need("signals in", form: form),
      let within = interval(form: form, least: 1), need("then none in", form: form),
      let quiet = interval(form: form, least: 1)
    else { return nil }
    return .lull(signals: signals, within: within, quiet: quiet)
  }

  private mutating func signals() -> Trigger? {
    let place = self.place
    guard let first = happening(form: "when proposal.viewed", or: RuleWords.triggers, " and begins no trigger") else {
      if peek == "," { skip(); _ = happenings(form: "when KIND, KIND") } else { skip(to: []) }
      return nil
    }
    warnOfWeak(first, at: place)
    if let word = peek, word.isNumber {
      let form = "when \(first.name) 3 times in 7d"
      guard let times = count(1...999, form: form), need("times in", form: form),
        let within = interval(form: form, least: 1)
      else { return nil }
      return .repeated(first, times: times, within: within)
    }
    if take("again") {
      let form = "when \(first.name) again after 10wd"
      guard need("after", form: form), let after = interval(form: form, least: 1) else { return nil }
      return .again(first, after: after)
    }
    var list = [first]
    var isSound = true
    while take(","), !isFull {
      let place = self.place
      if let next = happening(form: "when KIND, KIND") {
        warnOfWeak(next, at: place)
        list.append(next)
      } else {
        isSound = false
      }
    }
    return isSound ? .happens(list) : nil
  }

  private mutating func warnOfWeak(_ happening: Happening, at place: Place) {
    guard vocabulary.neverFires(happening) else { return }
    warn(
      at: place, "\(happening.name) is weak: by itself it never makes a rule fire",
      instead: "watch for a stronger kind, and use it under if")
  }

  // MARK: states and decisions

  mutating func state(form: String) -> State? {
    guard let word = peek, let state = State(rawValue: word) else {
      let isMissing = isAtEnd || isMark(0)
      report(
        isMissing ? "a state is missing" : "\(shown) is no state",
        instead: proposal(
          for: peek ?? "", among: State.names, otherwise: "write one of \(State.names.joined(separator: ", "))"))
      if !isMissing { skip() }
      return nil
    }
    skip()
    return state
  }

  mutating func decision(form: String) -> String? {
    guard let name = peekName, vocabulary.decisions.contains(name) else {
      let isMissing = peekName == nil
      report(
        isMissing ? "a decision is missing" : "\(shown) is no decision of this book",
        instead: proposal(
          for: peekName ?? "", among: vocabulary.decisions,
          otherwise: "write one of \(vocabulary.decisions.joined(separator: ", "))"))
      if !isMissing { skip() }
      return nil
    }
    skip()
    return name
  }
}

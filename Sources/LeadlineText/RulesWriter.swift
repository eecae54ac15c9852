package import LeadlineCore

/// Writes rules as a file that reads as the same rules. What a text, a name or a kind cannot hold in a line of a file, an
/// end of line, becomes a space.
package struct RulesWriter {
  package static func text(_ rules: Rules) -> String {
    let blocks = State.allCases.map { block(rules[$0]) } + rules.list.map(block)
    return blocks.joined(separator: "\n")
  }

  private static func block(_ state: StateBlock) -> String {
    lines(
      "state \(state.state.rawValue)",
      [
        ("means", quoted(state.means)), ("default", "next \(template(state.next))"),
        ("escalate", "when overdue by \(state.escalate)"), ("gap", "\(state.gap)"), ("half-life", "\(state.halfLife)"),
      ])
  }

  /// One rule as a block, with a line end.
  package static func block(_ rule: Rule) -> String {
    var clauses: [(String, String)] = rule.isOff ? [("off", "")] : []
    clauses.append(("means", quoted(rule.means)))
    clauses.append(("when", trigger(rule.when)))
    if !rule.conditions.isEmpty { clauses.append(("if", rule.conditions.map(condition).joined(separator: " and "))) }
    if !rule.exceptions.isEmpty { clauses.append(("unless", rule.exceptions.map(condition).joined(separator: " or "))) }
    for rung in rule.rungs {
      if let after = rung.after { clauses.append(("after", "\(after)")) }
      clauses.append(("do", rung.actions.map(action).joined(separator: "; ")))
    }
    if let cooldown = rule.cooldown { clauses.append(("cooldown", "\(cooldown)")) }
    clauses += rule.tests.map { ("test", test($0)) }
    return lines("rule \(rule.name)", clauses)
  }

  private static func lines(_ head: String, _ clauses: [(word: String, rest: String)]) -> String {
    clauses.reduce(head + "\n") { text, clause in
      let gap = String(repeating: " ", count: max(1, 10 - clause.word.utf8.count))
      return text + "  " + clause.word + (clause.rest.isEmpty ? "" : gap + clause.rest) + "\n"
    }
  }

  // MARK: words

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar == "\n" ? " " : scalar)
    }
    return out + "\""
  }

  /// In quotes where it would be read as something else.
  static func name(_ name: String) -> String {
    let scalars = name.unicodeScalars
    let isBare =
      scalars.first.map { $0 != "#" && $0 != "@" && !("0"..."9").contains($0) } == true
      && scalars.allSatisfy { !" \t\r\n\",;>".unicodeScalars.contains($0) } && !RuleWords.reserved.contains(name)
    return isBare ? name : quoted(name)
  }

  private static func names(_ list: [String]) -> String { list.map(name).joined(separator: " or ") }

  private static func kinds(_ list: [Happening]) -> String { list.map { name($0.name) }.joined(separator: ", ") }

  private static func template(_ template: Template) -> String {
    let timing =
      switch template.timing {
      case .in(let interval): "in \(interval)"
      case .now: "now"
      case .today: "today"
      case .at(let minute): "at \(time(minute))"
      case .whenParkEnds: "when the park ends"
      }
    return quoted(template.text) + " " + timing + (template.means.map { " by \($0.rawValue)" } ?? "")
  }

  private static func time(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  // MARK: clauses

  package static func trigger(_ trigger: Trigger) -> String {
    switch trigger {
    case .happens(let list): kinds(list)
    case .anySignal: "any signal"
    case .repeated(let kind, let times, let within): "\(kinds([kind])) \(times) times in \(within)"
    case .absence(let list, let within, let after): "no \(kinds(list)) in \(within) after \(kinds([after]))"
    case .again(let kind, let after): "\(kinds([kind])) again after \(after)"
    case .lull(let signals, let within, let quiet): "\(signals) signals in \(within) then none in \(quiet)"
    case .owed(let time): "owed for \(time)"
    case .silent(let time): "silent for \(time)"
    case .untouched(let time): "untouched for \(time)"
    case .unplanned(let time): "unplanned for \(time)"
    case .promisePassed(let time): "promise passed by \(time)"
    case .overdue(let time): "overdue by \(time)"
    case .inState(let state, let time): "in \(state.rawValue) for \(time)"
    case .atDecision(let decision, let time): "at \(name(decision)) for \(time)"
    case .recycleEnds: "recycle ends"
    case .captured: "captured"
    case .moved(let state): "moved to \(state.rawValue)"
    case .decided(let decision): "decided \(name(decision))"
    }
  }

  package static func condition(_ condition: Condition) -> String {
    switch condition {
    case .state(let list, let isNot): "state is \(isNot ? "not " : "")\(list.map(\.rawValue).joined(separator: " or "))"
    case .decision(let list, let isNot): "decision is \(isNot ? "not " : "")\(names(list))"
    case .valueOver(let minor): "value over \(MoneyText.plain(minor))"
    case .valueUnder(let minor): "value under \(MoneyText.plain(minor))"
    case .owner(let owner): "owner is \(name(owner))"
    case .source(let source): "source is \(name(source))"
    case .tag(let tag): "tag is \(name(tag))"
    case .currency(let code): "currency is \(code)"
    case .seen(let kind, let within): "\(evidence(kind)) in \(within)"
    case .notSeen(let kind, let within): "no \(evidence(kind)) in \(within)"
    case .answered(let within): "replied in \(within)"
    case .notAnswered(let within): "no replied in \(within)"
    case .neverTouched: "never touched"
    case .recycledOver(let count): "recycled over \(count)"
    case .touchesOver(let count): "touches over \(count)"
    case .momentumUnder(let percent): "momentum under \(percent)%"
    case .promisePending: "promise pending"
    case .hasEmail: "has email"
    case .hasPhone: "has phone"
    case .workingHours: "working hours"
    }
  }

  /// `replied` in a condition is any answer; in quotes it is the kind.
  private static func evidence(_ kind: Happening) -> String {
    kind == .signal(.replied) ? quoted(kind.name) : name(kind.name)
  }

  package static func action(_ action: RuleAction) -> String {
    switch action {
    case .next(let next): "next \(template(next))"
    case .draft(let does, let message): "draft \(does.rawValue)" + (message.map { " " + name($0) } ?? "")
    case .send(let does, let message): "send \(does.rawValue) \(name(message))"
    case .move(let state, let park): "move \(move(state, park ?? usualPark))"
    case .escalate(let owner): "escalate" + (owner.map { " to " + name($0) } ?? "")
    case .decide(let decision): "decide \(name(decision))"
    case .tag(let tag): "tag \(name(tag))"
    case .untag(let tag): "untag \(name(tag))"
    case .notify(let text): "notify \(quoted(text))"
    case .run(let hook): "run \(name(hook))"
    case .close(let reason): "close dead because \(quoted(reason))"
    }
  }

  /// Engine letter, 18: a park of which nobody said how long.
  private static let usualPark = Interval(amount: 90, unit: .days)

  private static func move(_ state: State, _ park: Interval?) -> String {
    state.rawValue + (state == .recycle ? park.map { " for \($0)" } ?? "" : "")
  }

  package static func test(_ test: RuleTest) -> String {
    let outcome =
      switch test.outcome {
      case .quiet: "quiet"
      case .fires(let rung, let at): "fires " + (rung == 1 ? "" : "\(rung) ") + moment(at)
      }
    let events = test.events.map { "\(step($0.step)) \(moment($0.at))" }
    return (events.isEmpty ? "" : events.joined(separator: ", ") + " ") + "=> " + outcome
  }

  private static func step(_ step: RuleTest.Step) -> String {
    switch step {
    case .happening(let kind): name(kind.name)
    case .move(let state, let park): "move \(move(state, park))"
    case .decide(let decision): "decide \(name(decision))"
    case .promise(let day, let weeks): "promise by \(RulesLine.day(day, weeks: weeks))"
    }
  }

  private static func moment(_ at: RuleTest.Moment) -> String {
    "@\(RulesLine.day(at.weekday, weeks: at.weeks)) \(time(at.minute))"
  }
}

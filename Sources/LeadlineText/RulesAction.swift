import LeadlineCore

extension RulesLine {
  /// Takes what stands behind `do`: actions with `;` between them. Nil where one of them could not be read.
  mutating func actions() -> [RuleAction]? {
    var list: [RuleAction] = []
    var isSound = true
    var heads: [String: Place] = [:]
    var message: Place?
    while true {
      let place = self.place
      let head = peek ?? ""
      if let action = action() {
        list.append(action)
        isSound = mayStand(action, head, at: place, &heads) && isSound
        if action.isMessage { message = message ?? place }
      } else {
        isSound = false
        if head == "next" { heads["next"] = place }
        skip(to: [";"])
      }
      if isAtEnd || isFull { break }
      if take(";") { continue }
      isSound = false
      if peek == "," || peek == "and" || peek.map(RuleWords.actions.contains) == true {
        report("\(shown) stands where an action ends", instead: "write ; between two actions")
        if peek == "," || peek == "and" { skip() }
      } else {
        report("\(shown) is one word too many", instead: "write ; before a further action")
        skip(to: [";"])
        if !take(";") { break }
      }
    }
    if let message, heads["next"] == nil {
      report(
        at: message, "a message without an action: nobody would see when to send it",
        instead: "write next \"what is to be done\" today before it")
      isSound = false
    }
    return isSound ? list : nil
  }

  /// Of each kind of action one may stand in a `do`; tags, notices and hooks as many as wanted.
  private mutating func mayStand(_ action: RuleAction, _ head: String, at place: Place, _ heads: inout [String: Place])
    -> Bool
  {
    switch action {
    case .tag, .untag, .notify, .run: return true
    case .next, .draft, .send, .move, .escalate, .decide, .close: break
    }
    let key = action.isMessage ? "draft" : head
    guard heads[key] != nil else {
      heads[key] = place
      return true
    }
    report(
      at: place, action.isMessage ? "a second message in one do" : "a second \(head) in one do",
      instead: "leave one of them out, or write after D and do")
    return false
  }

  private mutating func action() -> RuleAction? {
    let word = peek ?? ""
    switch word {
    case "next":
      skip()
      return template(form: "next \"what is to be done\" today").map(RuleAction.next)
    case "draft", "send": return message(isSent: word == "send")
    case "move": return move()
    case "escalate":
      skip()
      guard take("to") else { return .escalate(to: nil) }
      return name("an owner", form: "escalate to ana").map { .escalate(to: $0) }
    case "decide":
      skip()
      return decision(form: "decide \(vocabulary.decisions.first ?? "NAME")").map(RuleAction.decide)
    case "tag":
      skip()
      return name("a tag", form: "tag vip").map(RuleAction.tag)
    case "untag":
      skip()
      return name("a tag", form: "untag vip").map(RuleAction.untag)
    case "notify":
      skip()
      let place = self.place
      guard let text = text(form: "notify \"what has happened\"", mayBeEmpty: false) else { return nil }
      checkFields(of: text, at: place)
      return .notify(text)
    case "run":
      skip()
      return name("a hook", form: "run NAME").map(RuleAction.run)
    case "close": return close()
    default:
      report(
        isAtEnd || isMark(0) ? "an action is missing" : "\(shown) is no action",
        instead: proposal(
          for: word, among: RuleWords.actions, otherwise: "write one of \(RuleWords.actions.joined(separator: ", "))"))
      return nil
    }
  }

  private mutating func move() -> RuleAction? {
    skip()
    guard let state = state(form: "move warm") else { return nil }
    guard state == .recycle else {
      if peek == "for" {
        report("only recycle has a park", instead: "end it before 'for', or write move recycle for 90d")
        return nil
      }
      return .move(state, park: nil)
    }
    let form = "move recycle for 90d"
    return need("for", form: form) ? interval(form: form, least: 1).map { .move(state, park: $0) } : nil
  }

  private mutating func close() -> RuleAction? {
    skip()
    let form = "close dead because \"the reason\""
    if peek == "won" || peek == "lost" {
      report("a rule closes a lead as dead only", instead: "write \(form), or leave it to a person")
      return nil
    }
    guard need("dead because", form: form), let reason = text(form: form, mayBeEmpty: false) else { return nil }
    return .close(reason: reason)
  }

  private mutating func message(isSent: Bool) -> RuleAction? {
    let verb = isSent ? "send" : "draft"
    skip()
    let form = isSent ? "send advance answer" : "draft advance"
    guard let word = peek, let does = Intent(rawValue: word) else {
      let known = peek.flatMap(InstalledMessages.intent)
      report(
        isAtEnd || isMark(0) ? "what the message does is missing" : "\(shown) is nothing that a message does",
        instead: known.map { "write \(verb) \($0.rawValue) \(peek ?? "")" }
          ?? proposal(
            for: peek ?? "", among: Intent.names, otherwise: "write one of \(Intent.names.joined(separator: ", "))"))
      return nil
    }
    skip()
    guard let name = peekName else {
      if !isSent { return .draft(does, name: nil) }
      report("what is sent has no name", instead: "write \(form), or draft \(does.rawValue)")
      return nil
    }
    guard let other = InstalledMessages.intent(of: name) else {
      report(
        "there is no message \(shown)",
        instead: proposal(
          for: name, among: InstalledMessages.all.map(\.name),
          otherwise:
            "write one of \(InstalledMessages.all.filter { $0.does == does }.map(\.name).joined(separator: ", "))"))
      return nil
    }
    guard other == does else {
      report(
        "the message \(name) does something else: \(other.rawValue)", instead: "write \(verb) \(other.rawValue) \(name)"
      )
      return nil
    }
    skip()
    return isSent ? .send(does, name: name) : .draft(does, name: name)
  }
}

extension RuleAction {
  fileprivate var isMessage: Bool {
    switch self {
    case .draft, .send: true
    case .next, .move, .escalate, .decide, .tag, .untag, .notify, .run, .close: false
    }
  }
}

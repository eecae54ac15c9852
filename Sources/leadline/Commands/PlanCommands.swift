import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct NoteCommand: LeadCommand {
  static let configuration = CommandConfiguration(commandName: "note", abstract: "Write a line into a lead's timeline.")

  @Argument(help: "The lead: id, mail, phone, or part of the name.") var lead: String
  @Argument(help: "The text; - reads it from standard input.") var words: [String]
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    var text = words.joined(separator: " ")
    if words == ["-"] {
      var lines: [String] = []
      while let line = readLine() { lines.append(line) }
      text = lines.joined(separator: "\n")
    }
    try record(.note, text, on: world, in: book, shell)
  }
}

struct NextCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Set what happens next, and when.",
    discussion: "leadline next ana call: walk through the page due:thu 10:00")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "What happens, and due:WHEN.") var words: [String]
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    try record(.next, words.joined(separator: " "), on: world, in: book, shell)
  }
}

struct PromiseCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "promise", abstract: "Record what the buyer said they would do.")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "What they promised, and due:WHEN.") var words: [String]
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    try record(.promise, words.joined(separator: " "), on: world, in: book, shell)
  }
}

struct SnoozeCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Put the next action off.",
    discussion: "leadline snooze ana due:thu // waits for the audit · leadline snooze ana until:replied")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "due:WHEN or until:SIGNAL; // why.") var words: [String]
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    guard let next = world.next else {
      throw Complaint(
        65, "\(Display.safe(world.lead.title)) has no next action", "leadline next \(world.lead.id.text) TEXT due:WHEN")
    }
    if let word = words.first(where: { $0.hasPrefix("until:") }) {
      let kind = SignalKind(String(word.dropFirst("until:".count)))
      try SignalCommand.require(kind, in: book)
      let because = remark(words).remark
      let due = Due.day(book.zone.day(at: book.now).adding(14))
      let fact = Fact.snooze(of: next.key, due: due, until: kind, hold: false, because: because)
      return try shell.record(
        [fact], on: world.lead.id, in: book, "snoozed until \(kind.name) or \(due.text) · \(next.text)")
    }
    let text = words.joined(separator: " ")
    try record(.snooze, text.hasPrefix("due:") ? String(text.dropFirst(4)) : text, on: world, in: book, shell)
  }
}

struct DoneCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Do the next action, and say what follows.",
    discussion: "leadline done ana · leadline done ana none · leadline done ana replied next:send scope due:fri")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "replied, none or voicemail; then next:TEXT due:WHEN.") var words: [String] = []
  @OptionGroup var common: CommonOptions

  enum Outcome: String, CaseIterable { case reached, replied, none, voicemail }

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    var rest = words[...]
    var outcome = Outcome.reached
    if let word = rest.first, !word.hasPrefix("next:") {
      outcome = try choice(word, "outcome")
      rest = rest.dropFirst()
    }
    var (facts, said) = try facts(outcome, world)
    if !rest.isEmpty {
      let text = rest.joined(separator: " ")
      guard text.hasPrefix("next:") else {
        throw Complaint(65, "\(Display.safe(text)) is not understood", "write next:TEXT due:WHEN")
      }
      let typed = TypedLine(
        .next, String(text.dropFirst(5)), on: world, book.facts, version: book.version, me: shell.me)
      guard let more = typed.facts else { throw Complaint(65, typed.problem) }
      facts += more
      said += " · \(typed.words)"
    }
    try shell.record(facts, on: world.lead.id, in: book, "\(said) · \(world.lead.title)")
  }

  private func facts(_ outcome: Outcome, _ world: World) throws -> ([Fact], String) {
    if outcome == .replied { return ([.signal(Signal(.replied))], "they replied") }
    guard let next = world.next else {
      throw Complaint(
        65, "\(Display.safe(world.lead.title)) has no next action",
        "leadline touch \(world.lead.id.text) call records what you did")
    }
    switch outcome {
    case .none: return ([.touch(Touch(next.means?.channel ?? .call, TouchOutcome.none))], "no answer; the action stays")
    case .voicemail: return ([.touch(Touch(.voicemail))], "voicemail left; the action stays")
    case .reached, .replied:
      guard let channel = next.means?.channel else { return ([.done(of: next.key, note: "")], "done: \(next.text)") }
      var touch = Touch(channel)
      touch.answers = next.key
      return ([.touch(touch)], "done: \(channel.rawValue) \(touch.outcome.rawValue), \(next.text)")
    }
  }
}

struct DismissCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Let the next action go without doing it.",
    discussion: "A default that is dismissed rests until the lead's next fact.")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "The action's key, as JSON has it; else the next action.") var key: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    let action = key.map { key in world.actions.first { $0.key.text == key } } ?? world.next
    guard let action else {
      throw Complaint(
        65,
        key.map { "\(Display.safe(world.lead.title)) has no open action \(Display.safe($0))" }
          ?? "\(Display.safe(world.lead.title)) has no next action", "leadline show \(world.lead.id.text) names them")
    }
    try shell.record(
      [.dismiss(of: action.key)], on: world.lead.id, in: book, "dismissed: \(action.text) · \(world.lead.title)")
  }
}

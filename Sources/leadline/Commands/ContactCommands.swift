import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct TouchCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "touch", abstract: "Record what we did: a mail, a call, a meeting.",
    discussion: "leadline touch ana call reached // wants SSO")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "mail, call, message, voicemail, meeting, proposal or visit.") var channel: String
  @Argument(help: "reached, none, held or sent; // a note.") var words: [String] = []
  @Option(help: "When it happened, if not now.") var at: String?
  @Option(help: "advance, clarify or close.") var does: String?
  @Option(help: "The decision it was about.") var decision: String?
  @Option(name: .customLong("for"), help: "The key of the action that it does.") var answers: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    var (text, note) = remark(words)
    var touch = Touch(try choice(channel, "channel"))
    if let word = text.first {
      touch.outcome = try choice(word, "outcome")
      text.removeFirst()
    }
    if let extra = text.first {
      throw Complaint(65, "\"\(Display.safe(extra))\" is not understood", "a note stands behind //")
    }
    touch.note = note
    touch.intent = try does.map { try choice($0, "intent") }
    if let decision { touch.decision = try DecideCommand.name(decision, in: book) }
    if let answers {
      guard let key = Reference(answers) else {
        throw Complaint(65, "\(Display.safe(answers)) is no key of an action", "leadline show --json names them")
      }
      touch.answers = key
    }
    try shell.record(
      [.touch(touch)], on: world.lead.id, in: book, at: try moment(at, in: book),
      "\(touch.channel.rawValue) \(touch.outcome.rawValue) · \(world.lead.title)")
  }
}

struct SignalCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "signal", abstract: "Record what the buyer did.",
    discussion: "leadline signal ana proposal.viewed --at 2026-11-23T08:41 --src pandadoc:123")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "replied, proposal.viewed, meeting.booked, ...") var kind: String
  @Argument(help: "// a note.") var words: [String] = []
  @Option(help: "When it happened, if not now.") var at: String?
  @Option(help: "The sender's id of it: the same one twice is one signal.") var src: String?
  @Option(help: "The address that it came from.") var who: String?
  @Option(help: "machine, weak, medium or strong, if not the kind's own.") var conf: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    var signal = Signal(SignalKind(kind))
    try SignalCommand.require(signal.kind, in: book)
    let (text, note) = remark(words)
    if let extra = text.first {
      throw Complaint(65, "\"\(Display.safe(extra))\" is not understood", "a note stands behind //")
    }
    signal.note = note
    signal.source = src ?? ""
    signal.who = who ?? ""
    signal.confidence = try conf.map { try choice($0, "confidence") }
    if let src, isKnown(src, on: world, in: book) {
      if !common.quiet {
        shell.out.line("\(Display.safe(src)) is recorded already · \(Display.safe(world.lead.title))")
      }
      return
    }
    try shell.record(
      [.signal(signal)], on: world.lead.id, in: book, at: try moment(at, in: book), "\(kind) · \(world.lead.title)")
  }

  private func isKnown(_ source: String, on world: World, in book: Book) -> Bool {
    book.facts.ledger.facts(of: world.lead.id).contains { event in
      if case .signal(let signal) = event.fact { signal.source == source } else { false }
    }
  }

  static func require(_ kind: SignalKind, in book: Book) throws {
    let kinds = book.version.settings.kinds
    if kinds.contains(kind) { return }
    throw Complaint(
      65, "\"\(Display.safe(kind.name))\" is no kind of signal of this book",
      proposal(
        for: kind.name, among: kinds.map(\.name),
        otherwise: "name it in book.toml: [signals.\"\(Display.safe(kind.name))\"]"))
  }
}

import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct MoveCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move a lead to hot, warm or recycle.")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "hot, warm or recycle.") var state: String
  @Argument(help: "For recycle as with park: a date, on:SIGNAL, // why.") var words: [String] = []
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    let target: State = try choice(state, "state")
    if target == .recycle { return try record(.park, words.joined(separator: " "), on: world, in: book, shell) }
    let (text, because) = remark(words)
    if let extra = text.first {
      throw Complaint(65, "\"\(Display.safe(extra))\" is not understood", "why stands behind //")
    }
    var move = Move(to: target)
    move.because = because
    let from = world.state?.rawValue ?? ""
    try shell.record([.move(move)], on: world.lead.id, in: book, "\(from) -> \(target.rawValue) · \(world.lead.title)")
  }
}

struct ParkCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "park", abstract: "Put a lead aside until a date; without one for 90 days.",
    discussion: "leadline park ana 11 jan on:replied // new budget")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "A date or 90d; on:SIGNAL wakes it early; // why.") var words: [String] = []
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    try record(.park, words.joined(separator: " "), on: world, in: book, shell)
  }
}

struct DecideCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Say at which decision the buyer stands.")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "The decision, by name or number.") var decision: String
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    let name = try DecideCommand.name(decision, in: book)
    if name == world.decision {
      if !common.quiet { shell.out.line("\(Display.safe(world.lead.title)) stands at \(name) already") }
      return
    }
    try shell.record([.decide(name)], on: world.lead.id, in: book, "now at \(name) · \(world.lead.title)")
  }

  static func name(_ text: String, in book: Book) throws -> String {
    let names = book.version.settings.decisions
    if let number = Int(text), names.indices.contains(number - 1) { return names[number - 1] }
    if names.contains(text) { return text }
    throw Complaint(
      65, "\"\(Display.safe(text))\" is no decision of this book",
      proposal(for: text, among: names, otherwise: "write one of \(names.joined(separator: ", "))"))
  }
}

struct CloseCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close the loop: won, lost or dead, with the reason.",
    discussion: "leadline close tom lost price --fit fit")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "won, lost or dead.") var ending: String
  @Argument(help: "The reason.") var reason: [String] = []
  @Option(help: "timing, fit or unknown.") var fit: String?
  @Option(help: "What it came to: 15k€.") var value: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    try requireOpen(world)
    var closing = Closing(try choice(ending, "ending"), reason: reason.joined(separator: " "))
    if closing.reason.isEmpty {
      let reasons = book.version.settings.closeReasons.joined(separator: ", ")
      throw Complaint(
        64, "a close has a reason", "leadline close \(lead) \(closing.ending.rawValue) REASON, such as \(reasons)")
    }
    closing.fit = try fit.map { try choice($0, "fit") }
    if let value {
      guard case .money(let money) = MoneyReader.read(value, currency: book.version.settings.currency) else {
        throw Complaint(65, "\(Display.safe(value)) is no amount", "write it like 15k€ or \"15000 EUR\"")
      }
      closing.value = money
    }
    try shell.record(
      [.close(closing)], on: world.lead.id, in: book,
      "closed \(closing.ending.rawValue): \(closing.reason) · \(world.lead.title)")
  }
}

struct ReopenCommand: LeadCommand {
  static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Open a closed lead again.")

  @Argument(help: "The lead.") var lead: String
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    if world.isOpen { throw Complaint(65, "\(Display.safe(world.lead.title)) is open") }
    try shell.record([.reopen], on: world.lead.id, in: book, "reopened · \(world.lead.title)")
  }
}

struct EditCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change fields of a lead.",
    discussion: """
      leadline edit ana company="Acme AG" phone=+49301234567 tag+=fair email-=old@acme.example role=
      Fields: name company email phone url role value source ref owner tag do-not-contact ext.NAME
      """)

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "field=value, field+=value, field-=value; an empty value clears the field.") var fields: [String]
  @OptionGroup var common: CommonOptions

  private static let plain: Set<String> = [
    "name", "company", "url", "role", "value", "source", "ref", "owner", "do-not-contact",
  ]
  private static let lists: Set<String> = ["email", "phone", "tag"]

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    let edits = try fields.map { try edit($0, in: book) }
    let words = edits.map { "\($0.field) \($0.value)" }.joined(separator: ", ")
    try shell.record([.set(edits)], on: world.lead.id, in: book, "\(words) · \(world.lead.title)")
  }

  private func edit(_ text: String, in book: Book) throws -> Edit {
    guard let equals = text.firstIndex(of: "=") else {
      throw Complaint(64, "\"\(Display.safe(text))\" changes nothing", "write field=value")
    }
    var field = String(text[..<equals])
    var value = String(text[text.index(after: equals)...])
    var change = Edit.Change.set
    if field.hasSuffix("+") { (field, change) = (String(field.dropLast()), .add) }
    if field.hasSuffix("-") { (field, change) = (String(field.dropLast()), .remove) }
    guard
      EditCommand.plain.contains(field) || EditCommand.lists.contains(field)
        || field.hasPrefix("ext.") && field.utf8.count > 4
    else {
      let known = EditCommand.plain.union(EditCommand.lists).sorted()
      throw Complaint(
        65, "\"\(Display.safe(field))\" is no field of a lead",
        proposal(for: field, among: known, otherwise: "write one of \(known.joined(separator: ", ")), or ext.NAME"))
    }
    if value.isEmpty && change == .set { change = .remove }
    if change != .set && !EditCommand.lists.contains(field) && !value.isEmpty {
      throw Complaint(65, "\(field) has one value", "write \(field)=\(Display.safe(value))")
    }
    if field == "value" && !value.isEmpty {
      guard case .money(let money) = MoneyReader.read(value, currency: book.version.settings.currency) else {
        throw Complaint(65, "\(Display.safe(value)) is no amount", "write it like 12k€ or \"12000 EUR\"")
      }
      value = money.written
    }
    if field == "email", change != .remove, !isEmail(value) {
      throw Complaint(65, "\(Display.safe(value)) is no mail address")
    }
    return Edit(field, change, value)
  }
}

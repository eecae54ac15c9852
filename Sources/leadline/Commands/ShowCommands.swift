import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct ShowCommand: LeadCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Everything about one lead.")

  @Argument(help: "The lead.") var lead: String
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    let timeline = book.facts.ledger.history(of: world.lead.id)
    if common.json {
      let json = LeadJSON(book.facts, me: shell.me)
      shell.print(
        json.document("show", [("lead", json.lead(world)), ("timeline", .array(timeline.map(json.event)))]))
      return
    }
    if common.format == .ids { return shell.out.line(Display.safe(world.lead.id.text)) }
    for line in Portrait(book, me: shell.me).lines(world) { shell.out.line(line) }
    shell.out.line()
    let log = EventLines(book, shell)
    for event in timeline.reversed() { shell.out.line(log.line(event)) }
  }
}

/// What `show` says of a lead above its timeline.
struct Portrait {
  private let book: Book
  private let wording: Wording

  init(_ book: Book, me: String) {
    self.book = book
    wording = Wording(now: book.facts.now, zone: book.zone, me: me)
  }

  func lines(_ world: World) -> [String] {
    let lead = world.lead
    var lines = [
      Display.visible("\(lead.title)\(lead.company.isEmpty || lead.name.isEmpty ? "" : ", \(lead.company)")")
        + "  (\(Display.visible(lead.id.text)))"
    ]
    for (label, text) in fields(world) where !text.isEmpty {
      lines.append("  \(fit(label, 10)) \(Display.visible(text))")
    }
    return lines
  }

  private func fields(_ world: World) -> [(String, String)] {
    let lead = world.lead
    var fields = [
      ("state", stage(world)), ("decision", world.isOpen ? world.decision : ""), ("value", lead.value?.spaced ?? ""),
      ("owner", lead.owner), ("mail", lead.emails.joined(separator: ", ")),
      ("phone", lead.phones.joined(separator: ", ")),
      ("url", lead.url), ("role", lead.role), ("via", lead.source + (lead.ref.isEmpty ? "" : ", \(lead.ref)")),
      ("tags", lead.tags.joined(separator: ", ")), ("contact", lead.objects ? "do not contact" : ""),
    ]
    for person in lead.persons {
      fields.append(
        (
          "person",
          [person.name, person.email, person.phone, person.role].filter { !$0.isEmpty }.joined(separator: ", ")
        ))
    }
    for field in lead.ext { fields.append(("ext.\(field.key)", field.value)) }
    fields += plans(world)
    return fields
  }

  private func stage(_ world: World) -> String {
    if let closing = world.closing {
      return "\(closing.ending.rawValue)\(closing.reason.isEmpty ? "" : ": \(closing.reason)")"
    }
    let until = world.until.map { " until \($0.text)" } ?? ""
    return (world.state?.rawValue ?? "") + until + (world.wake.map { " or \($0.name)" } ?? "")
  }

  private func plans(_ world: World) -> [(String, String)] {
    guard world.isOpen else { return [] }
    var plans: [(String, String)] = []
    for action in world.actions.sorted(by: { ($0.deadline, $0.opened) < ($1.deadline, $1.opened) }) {
      let late = action.isOverdue(at: wording.now) ? ", overdue" : ""
      plans.append(
        ("next", "\(action.text), \(wording.due(action.due))\(late); because \(wording.because(action, in: world))"))
    }
    if let promise = world.promise {
      plans.append(("promise", "\(promise.text), \(wording.due(promise.due))\(promise.isPassed ? ", passed" : "")"))
    }
    if world.isEscalated { plans.append(("escalated", "nobody did it in time")) }
    if let owed = world.clocks.owed { plans.append(("owed", "they wait for us since \(wording.moment(owed.since))")) }
    let silent = world.silentDays(wording.now, wording.zone).map { "silent \($0)d, " } ?? ""
    plans.append(("clocks", "\(silent)untouched \(world.untouchedDates(wording.now, wording.zone))d"))
    return plans
  }
}

struct LogCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "What was recorded, latest first: of a lead, or of the book.")

  @Argument(help: "The lead; without one, the book.") var lead: String?
  @Option(help: "At most so many; 50 for the book.") var max: Int?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let max, max < 0 { throw ValidationError("--max is a number from 0") }
  }

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let ledger = book.facts.ledger
    var events: [Event]
    if let lead {
      events = ledger.history(of: try LeadFinder(book).world(lead).lead.id)
    } else {
      events = ledger.leads.flatMap { ledger.history(of: $0) }
    }
    events.sort { Event.wasTakenBefore($1, $0) }
    let limit = max ?? (lead == nil ? 50 : events.count)
    if common.json {
      let json = LeadJSON(book.facts, me: shell.me)
      shell.print(json.document("log", [("items", .array(events.prefix(limit).map(json.event)))]))
      return
    }
    let lines = EventLines(book, shell, namesLead: lead == nil)
    for event in events.prefix(limit) { shell.out.line(common.format == .ids ? event.id.text : lines.line(event)) }
  }
}

/// Events as lines: when, who, what; undone ones say so.
struct EventLines {
  private let book: Book
  private let zone: Zone
  private let namesLead: Bool

  init(_ book: Book, _ shell: Shell, namesLead: Bool = false) {
    self.book = book
    self.namesLead = namesLead
    zone = book.zone
  }

  func line(_ event: Event) -> String {
    let wall = zone.wall(at: event.at).text
    let time = wall.prefix(10) + " " + wall.dropFirst(11).prefix(5)
    let parts = LineParts(event.fact)
    let fields = (parts.fields + event.extra).map { "\($0.key)=\($0.value)" }
    var words = [parts.kind]
    if namesLead { words.append(event.lead?.text ?? "-") }
    words += parts.words + fields
    if book.facts.ledger.isUndone(event.id) { words.append("(undone)") }
    return Display.visible("\(time)  \(fit(Display.safe(event.by), 8))  \(words.joined(separator: " "))")
  }
}

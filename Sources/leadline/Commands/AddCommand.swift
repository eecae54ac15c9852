import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct AddCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Capture a lead from one line.",
    discussion: """
      Name, @company, mail, phone, 12k€, +tag, :hot :warm :recycle, via: ref: role: decision: next: due: wake: tz: \
      ext.NAME:, and // a note. A lone - reads lines from standard input.
      """)

  @Argument(help: "ana müller @Acme ana@acme.example 12k€ next:send proposal due:thu") var words: [String]
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    guard words == ["-"] else { return try add(words.joined(separator: " "), to: book, shell) }
    while let line = readLine() {
      if line.contains(where: { !$0.isWhitespace }) { try add(line, to: book, shell) }
    }
  }

  private func add(_ text: String, to book: Book, _ shell: Shell) throws {
    let caught = CaptureFacts(text, now: book.now, version: book.version, me: shell.me)
    for finding in caught.findings where finding.severity == .warning && !common.quiet {
      Output.error("leadline: \(finding.what)\(finding.instead.isEmpty ? "" : "; \(finding.instead)")")
    }
    if let wrong = caught.findings.first(where: { $0.severity == .error }) {
      throw Complaint(65, wrong.what, wrong.instead)
    }
    let understood = Display.safe(caught.line.understood)
    if let known = known(caught.capture, in: book) {
      return try addTo(known, caught, book, understood, shell)
    }
    let lead = shell.newLead(caught.slug, in: book)
    if !common.quiet, common.dryRun { shell.out.line("understood: \(understood)") }
    let parked = caught.capture.until.map { " · parked until \($0.text)" } ?? ""
    try shell.record([.lead(caught.capture)] + caught.more, on: lead, in: book, "\(lead.text) · \(understood)\(parked)")
  }

  /// The lead that has one of these mails or phones already.
  private func known(_ capture: Capture, in book: Book) -> World? {
    let mails = Set(capture.emails.map { $0.lowercased() })
    let phones = Set(capture.phones.map(LeadFinder.digits).filter { !$0.isEmpty })
    if mails.isEmpty && phones.isEmpty { return nil }
    return book.pipeline.worlds.values.filter { world in
      world.lead.emails.contains { mails.contains($0.lowercased()) }
        || world.lead.phones.contains { phones.contains(LeadFinder.digits($0)) }
    }.min { $0.lead.id < $1.lead.id }
  }

  private func addTo(_ world: World, _ caught: CaptureFacts, _ book: Book, _ understood: String, _ shell: Shell) throws
  {
    let name = "\(Display.safe(world.lead.title)) (\(world.lead.id.text))"
    guard shell.isAgreed("\(name) has this mail or phone already. Add this to that lead?") else {
      throw Complaint(
        65, "\(name) has this mail or phone already", "--yes adds this to that lead; leadline edit changes it")
    }
    let edits = AddCommand.edits(caught.capture, on: world.lead)
    let facts = (edits.isEmpty ? [] : [Fact.set(edits)]) + caught.more
    if facts.isEmpty {
      if !common.quiet { shell.out.line("\(name) has all of this already") }
      return
    }
    try shell.record(facts, on: world.lead.id, in: book, "added to \(name) · \(understood)")
  }

  /// What a second capture adds to a lead: addresses and tags are added, an empty field is filled.
  private static func edits(_ capture: Capture, on lead: Lead) -> [Edit] {
    var edits: [Edit] = []
    for email in capture.emails where !lead.emails.contains(email) { edits.append(Edit("email", .add, email)) }
    for phone in capture.phones where !lead.phones.contains(phone) { edits.append(Edit("phone", .add, phone)) }
    for tag in capture.tags where !lead.tags.contains(tag) { edits.append(Edit("tag", .add, tag)) }
    let fields = [
      ("name", capture.name, lead.name), ("company", capture.company, lead.company), ("url", capture.url, lead.url),
      ("role", capture.role, lead.role), ("source", capture.source, lead.source), ("ref", capture.ref, lead.ref),
      ("value", capture.value?.written ?? "", lead.value?.written ?? ""),
    ]
    for (field, new, old) in fields where !new.isEmpty && old.isEmpty { edits.append(Edit(field, .set, new)) }
    return edits
  }
}

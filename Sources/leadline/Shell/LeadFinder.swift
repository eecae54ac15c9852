import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

/// Finds the lead that a person means: by id, mail, phone, or a part of its name that no other lead has.
struct LeadFinder {
  private let book: Book

  init(_ book: Book) { self.book = book }

  func world(_ text: String) throws -> World {
    if let world = byID(text) { return world }
    let found = candidates(text)
    if found.count == 1, let world = found.first { return world }
    guard found.isEmpty else { throw ambiguous(text, found) }
    if let failure = book.unread.first {
      throw Complaint(
        failure.exitCode, "no lead is called \"\(Display.safe(text))\" in what could be read; \(failure.sentence)")
    }
    let names = book.pipeline.worlds.values.lazy.map(\.lead.title).prefix(2000)
    throw Complaint(
      65, "no lead is called \"\(Display.safe(text))\"",
      proposal(for: text, among: names, otherwise: "leadline list shows them"))
  }

  private func byID(_ text: String) -> World? {
    let id = LeadID(text)
    return book.facts.world(id) ?? book.facts.ledger.survivor(of: id).flatMap { book.facts.world($0) }
  }

  /// The best kind of match that there is, all of its leads: mail or phone, the whole name, a word of it, a part of it,
  /// a part of the company.
  private func candidates(_ text: String) -> [World] {
    let key = LeadFinder.key(text)
    let digits = LeadFinder.digits(text)
    if key.isEmpty { return [] }
    var tiers: [[World]] = [[], [], [], [], []]
    for world in book.pipeline.worlds.values {
      if let tier = tier(world.lead, key, digits) { tiers[tier].append(world) }
    }
    return tiers.first { !$0.isEmpty } ?? []
  }

  private func tier(_ lead: Lead, _ key: String, _ digits: String) -> Int? {
    if lead.emails.contains(where: { $0.lowercased() == key }) { return 0 }
    if digits.utf8.count >= 5, lead.phones.contains(where: { LeadFinder.digits($0) == digits }) { return 0 }
    let name = LeadFinder.key(lead.name)
    if name == key { return 1 }
    if name.split(separator: " ").contains(where: { $0 == key }) { return 2 }
    if name.contains(key) { return 3 }
    return LeadFinder.key(lead.company).contains(key) ? 4 : nil
  }

  /// Without capitals and marks, as people type names.
  static func key(_ text: String) -> String { Display.ascii(text).lowercased() }

  static func digits(_ text: String) -> String {
    let isNumber = text.unicodeScalars.allSatisfy { $0.isASCII && !$0.properties.isAlphabetic && $0 != "@" }
    return isNumber ? String(text.filter { $0.isNumber }) : ""
  }

  private func ambiguous(_ text: String, _ found: [World]) -> Complaint {
    let sorted = found.sorted { ($0.lead.title, $0.lead.id) < ($1.lead.title, $1.lead.id) }
    let lines = sorted.prefix(10).map { world in
      "\n  \(world.lead.id.text)  \(Display.safe(world.lead.title))\(world.lead.company.isEmpty ? "" : ", " + Display.safe(world.lead.company))"
    }
    let more = sorted.count > 10 ? "\n  and \(sorted.count - 10) more" : ""
    return Complaint(
      65, "\"\(Display.safe(text))\" can be \(sorted.count) leads", "name one by its id:\(lines.joined())\(more)")
  }
}

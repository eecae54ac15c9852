import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

/// A command about one lead.
protocol LeadCommand: BookCommand {
  var lead: String { get }
  func run(_ shell: Shell, _ book: Book, _ world: World) throws
}

extension LeadCommand {
  func run(_ shell: Shell) throws {
    let book = try shell.open()
    try run(shell, book, try LeadFinder(book).world(lead))
  }

  func requireOpen(_ world: World) throws {
    if world.isOpen { return }
    throw Complaint(65, "\(Display.safe(world.lead.title)) is closed", "leadline reopen \(world.lead.id.text)")
  }

  /// Records what a typed line says, as the screen's form would.
  func record(_ kind: TypedLine.Kind, _ text: String, on world: World, in book: Book, _ shell: Shell) throws {
    let typed = TypedLine(kind, text, on: world, book.facts, version: book.version, me: shell.me)
    guard let facts = typed.facts else { throw Complaint(65, typed.problem) }
    try shell.record(facts, on: world.lead.id, in: book, "\(typed.words) · \(world.lead.title)")
  }

  /// `text // remark`
  func remark(_ words: [String]) -> (text: [String], remark: String) {
    guard let mark = words.firstIndex(of: "//") else { return (words, "") }
    return (Array(words[..<mark]), words[(mark + 1)...].joined(separator: " "))
  }

  /// `--at`, in the book's zone where it names none.
  func moment(_ text: String?, in book: Book) throws -> Instant? {
    guard let text else { return nil }
    guard let instant = Shell.instant(text, in: book.zone) else {
      throw Complaint(65, "\(Display.safe(text)) is no time", "write 2026-11-23T08:41 or 2026-11-23T08:41:00Z")
    }
    return instant
  }
}

/// Words from a closed list, with the nearest one for what is not in it.
func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String, _ noun: String) throws -> Choice {
  if let choice = Choice(rawValue: text.lowercased()) { return choice }
  let names = Choice.allCases.map(\.rawValue)
  throw Complaint(
    65, "\"\(Display.safe(text))\" is no \(noun)",
    proposal(for: text.lowercased(), among: names, otherwise: "write one of \(names.joined(separator: ", "))"))
}

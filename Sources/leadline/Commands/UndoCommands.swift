import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineText

struct UndoCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your latest act on this machine.",
    discussion: "Nothing is deleted: the act is marked as undone, and redo brings it again.")

  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    try TakenBack.requireWhole(book)
    guard let act = book.facts.ledger.latestAct(by: shell.me) else {
      throw Complaint(65, "nothing of \(Display.safe(shell.me)) on this machine to take back")
    }
    let words = "took back: \(TakenBack(act, in: book).words)"
    try shell.record([Entry(id: shell.newID(), lead: nil, by: shell.me, fact: .undo(of: act.id))], in: book, words)
  }
}

struct RedoCommand: BookCommand {
  static let configuration = CommandConfiguration(commandName: "redo", abstract: "Bring back what undo took.")

  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    try TakenBack.requireWhole(book)
    guard let undo = book.facts.ledger.latestUndo(by: shell.me), case .undo(let of) = undo.fact else {
      throw Complaint(65, "nothing to bring back", "redo follows an undo at once")
    }
    let act = book.facts.ledger.event(of) ?? undo
    let words = "brought back: \(TakenBack(act, in: book).words)"
    try shell.record([Entry(id: shell.newID(), lead: nil, by: shell.me, fact: .undo(of: undo.id))], in: book, words)
  }
}

/// An act as the line says it that tells of its undoing.
struct TakenBack {
  let words: String

  /// Which act is the latest is known only where every file was read.
  static func requireWhole(_ book: Book) throws {
    if let failure = book.unread.first { throw failure }
  }

  init(_ event: Event, in book: Book) {
    let parts = LineParts(event.fact)
    let count = book.facts.ledger.act(of: event.id).count
    let title = event.lead.map { book.facts.world($0)?.lead.title ?? $0.text } ?? ""
    let what = ([parts.kind] + parts.words.prefix(1)).joined(separator: " ")
    if count > 1 {
      words = "\(count) lines of one act, \(what)"
    } else {
      words = title.isEmpty ? what : "\(what) · \(title)"
    }
  }
}

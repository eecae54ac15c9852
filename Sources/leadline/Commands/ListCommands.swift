import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct ListCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List leads: open ones, or those that a filter names.",
    discussion: """
      leadline list 'state:hot value:>10k tag:fair untouched:>14d'
      Keys: state decision owner tag source value untouched silent owed momentum due next text; other words are text.
      """)

  @Argument(help: "The filter.") var filter: [String] = []
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let filter = try LeadSelection.filter(filter.joined(separator: " "), in: book, me: shell.me)
    let worlds = LeadSelection(book, me: shell.me).leads(filter)
    LeadTable(book, shell).print(
      worlds, as: "list", showing: [.id, .name, .company, .state, .value, .owner, .due, .next, .untouched])
  }
}

struct SearchCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find leads by name, company, mail, phone, tag, id, or a word of their history.")

  @Argument(help: "The text; small letters match capitals too.") var words: [String]
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let text = words.joined(separator: " ")
    if text.utf8.count > 4096 { throw Complaint(65, "the text is over 4 KiB") }
    var everyone = Filter()
    everyone.terms = [.state([.open, .closed])]
    let worlds = LeadSelection(book, me: shell.me).leads(everyone).filter { world in
      world.lead.matches(text) || book.pipeline.ledger.facts(of: world.lead.id).contains { says($0, text) }
    }
    LeadTable(book, shell).print(worlds, as: "search", showing: [.id, .name, .company, .state, .owner, .due, .next])
  }

  private func says(_ event: Event, _ text: String) -> Bool {
    let isExact = text != text.lowercased()
    let parts = LineParts(event.fact)
    return (parts.words + parts.fields.map(\.value)).contains {
      isExact ? $0.contains(text) : $0.lowercased().contains(text)
    }
  }
}

/// Leads in the order in which screens have them.
struct LeadSelection {
  private let source: PaneSource
  private let book: Book

  init(_ book: Book, me: String) {
    self.book = book
    source = PaneSource(book.pipeline, me: me)
  }

  static func filter(_ text: String, in book: Book, me: String) throws -> Filter {
    if text.utf8.count > 4096 { throw Complaint(65, "the filter is over 4 KiB") }
    let own = text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0 == "owner:me" ? "owner:\"\(me)\"" : String($0) }.joined(separator: " ")
    let (filter, findings) = FilterReader(now: book.now, version: book.version).read(own)
    if let wrong = findings.first { throw Complaint(65, wrong.what, wrong.instead) }
    return filter
  }

  /// Open leads column by column as on the board; then, where the filter wants them, the closed ones by name.
  func leads(_ filter: Filter) -> [World] {
    let open = Lists(source, filter: filter).columns.joined().compactMap { book.pipeline.worlds[$0] }
    guard filter.wantsClosed else { return Array(open) }
    let closed = book.pipeline.worlds.values.filter { !$0.isOpen && source.holds(filter, $0) }
    return open + closed.sorted { ($0.lead.title, $0.lead.id) < ($1.lead.title, $1.lead.id) }
  }
}

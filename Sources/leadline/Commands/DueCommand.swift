import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct DueCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "What happens next: overdue first, then today.")

  @Flag(help: "The seven days that follow too.") var week = false
  @Flag(help: "Only what I own.") var mine = false
  @Flag(help: "Exit with 1 if anything is due.") var check = false
  @Option(help: "At most so many.") var max: Int?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let max, max < 0 { throw ValidationError("--max is a number from 0") }
  }

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let all = due(book, shell)
    let shown = max.map { Array(all.prefix($0)) } ?? all
    if check && !all.isEmpty { shell.status = 1 }
    if common.format == .line && !common.json {
      if !common.quiet { shell.out.line(line(all.count, shown, book, shell)) }
    } else if shown.isEmpty && !common.json && (common.format ?? .table) == .table {
      if !common.quiet { shell.out.line("Nothing is due \(week ? "within seven days" : "today").") }
    } else {
      LeadTable(book, shell).print(
        shown, as: "due", counted: true, showing: [.mark, .due, .name, .company, .state, .next, .because, .owner])
    }
  }

  private func due(_ book: Book, _ shell: Shell) -> [World] {
    let leads = Lists.due(PaneSource(book.pipeline, me: shell.me)).flatMap { section -> [LeadID] in
      switch section.kind {
      case .overdue, .today: section.leads
      case .week: week ? section.leads : []
      case .triage: []
      }
    }
    return leads.compactMap { book.pipeline.worlds[$0] }.filter { !mine || $0.lead.owner == shell.me }
  }

  /// One line for a status bar: `5 due · !! Tom Reyes: Send two price options (Fri 20 Nov 12:00)`
  private func line(_ count: Int, _ shown: [World], _ book: Book, _ shell: Shell) -> String {
    let wording = Wording(now: book.facts.now, zone: book.zone, me: shell.me)
    let parts = shown.map { world in
      let mark = LeadColumn.mark.text(world, wording)
      let text =
        "\(mark) \(world.lead.title): \(world.next?.text ?? "") (\(world.next.map { wording.due($0.due) } ?? ""))"
      return Display.safe(text)
    }
    return (["\(count) due"] + parts).joined(separator: " · ")
  }
}

struct SilenceCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "silence", abstract: "Who went quiet; with --over, whom we have not touched for so long.",
    discussion: "leadline silence --state warm --over 14d --check")

  @Option(help: "hot, warm or recycle.") var state: String?
  @Option(help: "Not touched for more than this: 14d.") var over: String?
  @Flag(help: "Only what I own.") var mine = false
  @Flag(help: "Exit with 1 if there is anybody.") var check = false
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let worlds = try leads(book, shell).filter { !mine || $0.lead.owner == shell.me }
    if check && !worlds.isEmpty { shell.status = 1 }
    if worlds.isEmpty && !common.json && (common.format ?? .table) == .table {
      if !common.quiet { shell.out.line("Nobody.") }
      return
    }
    LeadTable(book, shell).print(
      worlds, as: "silence", counted: true,
      showing: [.name, .state, .silent, .untouched, .decision, .due, .next, .owner])
  }

  private func leads(_ book: Book, _ shell: Shell) throws -> [World] {
    let wanted: State? = try state.map { try choice($0, "state") }
    guard let over else {
      let silent = Lists(PaneSource(book.pipeline, me: shell.me), filter: Filter()).silentLeads
      return silent.compactMap { book.pipeline.worlds[$0] }.filter { wanted == nil || $0.state == wanted }
    }
    let filter = try LeadSelection.filter(
      "untouched:>\(over)\(wanted.map { " state:\($0.rawValue)" } ?? "")", in: book, me: shell.me)
    let (now, zone) = (book.pipeline.now, book.zone)
    return LeadSelection(book, me: shell.me).leads(filter).sorted { a, b in
      let (x, y) = (a.untouchedDates(now, zone), b.untouchedDates(now, zone))
      return x != y ? x > y : a.lead.id < b.lead.id
    }
  }
}

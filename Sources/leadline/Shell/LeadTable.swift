import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

/// Leads as the shell prints them, in the format that was asked for.
struct LeadTable {
  let book: Book
  let shell: Shell
  private let wording: Wording

  init(_ book: Book, _ shell: Shell) {
    self.book = book
    self.shell = shell
    wording = Wording(now: book.facts.now, zone: book.zone, me: shell.me)
  }

  /// `name`: of the JSON document. `columns`: what a table shows of each lead.
  func print(_ worlds: [World], as name: String, counted: Bool = false, showing columns: [LeadColumn]) {
    if shell.options.json {
      shell.print(LeadJSON(book.pipeline, me: shell.me).list(name, worlds, counted: counted))
      return
    }
    switch shell.options.format ?? .table {
    case .ids: for world in worlds { shell.out.line(Display.safe(world.lead.id.text)) }
    case .line: shell.out.line(worlds.map { Display.safe($0.lead.title) }.joined(separator: ", "))
    case .list: for world in worlds { printList(world, columns) }
    case .table: printTable(worlds, columns, separator: nil)
    case .csv: printTable(worlds, columns, separator: ",")
    case .tsv: printTable(worlds, columns, separator: "\t")
    }
  }

  private func printList(_ world: World, _ columns: [LeadColumn]) {
    for column in columns {
      let text = column.text(world, wording)
      if !text.isEmpty { shell.out.line("\(column.title.lowercased()): \(Display.safe(text))") }
    }
    shell.out.line()
  }

  private func printTable(_ worlds: [World], _ columns: [LeadColumn], separator: Character?) {
    var table = Table(columns.map { Table.Column($0.title, $0.alignment, mayShrink: $0.mayShrink) })
    for world in worlds { table.add(columns.map { $0.text(world, wording) }) }
    let lines =
      separator.map { table.separated(by: $0) } ?? table.lines(width: Output.isTerminal ? Output.columns : nil)
    for line in lines { shell.out.line(line) }
  }
}

/// What a table can say of a lead.
enum LeadColumn {
  case id, name, company, state, value, owner, due, next, because, silent, untouched, decision, mark

  var title: String {
    switch self {
    case .id: "ID"
    case .name: "LEAD"
    case .company: "COMPANY"
    case .state: "STATE"
    case .value: "VALUE"
    case .owner: "WHO"
    case .due: "DUE"
    case .next: "NEXT"
    case .because: "BECAUSE"
    case .silent: "SILENT"
    case .untouched: "UNTOUCHED"
    case .decision: "DECISION"
    case .mark: ""
    }
  }

  var alignment: Alignment {
    switch self {
    case .value, .silent, .untouched: .right
    case .id, .name, .company, .state, .owner, .due, .next, .because, .decision, .mark: .left
    }
  }

  var mayShrink: Bool {
    switch self {
    case .name, .company, .next, .because: true
    case .id, .state, .value, .owner, .due, .silent, .untouched, .decision, .mark: false
    }
  }

  func text(_ world: World, _ wording: Wording) -> String {
    switch self {
    case .id: world.lead.id.text
    case .name: world.lead.title
    case .company: world.lead.company
    case .state: world.state?.rawValue ?? world.closing?.ending.rawValue ?? ""
    case .value: world.lead.value?.spaced ?? ""
    case .owner: wording.person(world.lead.owner)
    case .due: world.next.map { wording.due($0.due) } ?? ""
    case .next: world.next?.text ?? (world.isAsleep ? "imported: touch, plan or close it" : "")
    case .because: world.next.map { wording.because($0, in: world) } ?? ""
    case .silent: world.silentDays(wording.now, wording.zone).map { "\($0)d" } ?? ""
    case .untouched: world.isOpen ? "\(world.untouchedDates(wording.now, wording.zone))d" : ""
    case .decision: world.decision
    case .mark:
      world.isEscalated || world.next?.isOverdue(at: wording.now) == true
        ? "!!" : world.isDue(wording.now, wording.zone) ? "!" : ""
    }
  }
}

import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineExchange
import LeadlineText

struct ImportCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take leads in from a table that another tool exported.",
    discussion: """
      leadline import deals.csv --key id --map "Deal - Value=value" --state-map "Won=won,Lost=lost" --dry-run
      Targets: name company email phone url role value source ref owner tag state until decision contacted closed reason \
      do-not-contact ext.NAME. Columns that nobody maps are kept as ext. The whole import is one act: undo takes it back.
      """)

  @Argument(help: "The file.", completion: .file(extensions: ["csv", "tsv", "txt"])) var file: String
  @Option(help: "COLUMN=TARGET.") var map: [String] = []
  @Option(help: "The column that tells rows apart; else mail, else phone, else the whole row.") var key: String?
  @Option(help: "WORD=STATE,WORD=STATE: what the words of the state column mean.") var stateMap: [String] = []
  @Option(help: "Until when rows in recycle are parked: 90d or a date.") var park = "90d"
  @Option(help: "Why closed rows were closed that give no reason.") var reason = "imported"
  @Option(help: "The order of day, month and year: dmy, mdy or ymd.") var dates: String?
  @OptionGroup var common: CommonOptions

  /// Rows above which a person on a terminal is shown the plan first.
  private static let manyRows = 100
  /// Here `--as` may name the tool that the file comes from, as it names a person elsewhere.
  private static let formats: Set<String> = [
    "csv", "hubspot", "pipedrive", "salesforce", "linkedin", "google", "vcf", "ics", "mbox",
  ]

  func run(_ shell: Shell) throws {
    try settleFormat(shell)
    let book = try shell.open()
    let table = try read()
    let request = try request(book)
    let mapping = ImportMapping(table, request, file: file)
    try complain(of: mapping.findings)
    var index = ImportIndex()
    for world in book.pipeline.worlds.values { index.add(world) }
    let plan = ImportPlan(table, mapping, request, file: file, into: index)
    let isTrial = common.dryRun || (table.rows.count > ImportCommand.manyRows && Output.isTerminal && !common.yes)
    let entries = isTrial ? [] : entries(plan, book, shell)
    if !entries.isEmpty { try book.append(entries) }
    report(table, mapping, plan, isTrial, book, shell)
    if !plan.refused.isEmpty { shell.status = 65 }
  }

  private func settleFormat(_ shell: Shell) throws {
    guard let format = common.person, ImportCommand.formats.contains(format) else { return }
    shell.forgetPerson()
    if format != "csv" {
      throw Complaint(64, "\(format) cannot be read yet", "export a CSV, and say with --map what its columns are")
    }
  }

  private func read() throws -> CSVTable {
    do throws(Failure) {
      return CSVReader.read(try SmallFile.read(file, limit: CSVReader.largestFile), file: file)
    } catch {
      throw Complaint(error.kind == .missing ? 65 : error.exitCode, error.sentence)
    }
  }

  private func request(_ book: Book) throws -> ImportRequest {
    let place = Place(file: "--park", line: 1, column: 1)
    let reading = ParkDateReader(now: book.now, calendar: book.version.calendar).read(park, at: place)
    guard let until = reading.day else {
      throw Complaint(65, reading.findings.first?.what ?? "--park is no date", reading.findings.first?.instead ?? "")
    }
    var request = ImportRequest(park: until, currency: book.version.settings.currency)
    request.key = key
    request.maps = try map.map { try pair($0, "--map COLUMN=TARGET") }.map { (column: $0.0, target: $0.1) }
    let states = stateMap.flatMap { $0.split(separator: ",").map(String.init) }
    request.states = try states.map { try pair($0, "--state-map WORD=STATE") }.map { (word: $0.0, state: $0.1) }
    request.reason = reason
    request.dates = try dates.map { try choice($0, "order of dates") }
    request.decisions = book.version.settings.decisions
    return request
  }

  private func pair(_ text: String, _ form: String) throws -> (String, String) {
    guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
      throw Complaint(64, "\"\(Display.safe(text))\" says nothing", "write \(form)")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  private func complain(of findings: [Finding]) throws {
    guard let first = findings.first(where: { $0.severity == .error }) else { return }
    throw Complaint(65, first.what, first.instead)
  }

  /// Everything as one act: one undo takes it back.
  private func entries(_ plan: ImportPlan, _ book: Book, _ shell: Shell) -> [Entry] {
    let act = shell.newID()
    var taken: Set<LeadID> = []
    var entries: [Entry] = []
    for row in plan.rows {
      let lead = shell.newLead(
        Slug.read(row.capture.name.isEmpty ? row.capture.company : row.capture.name), in: book, taken: taken)
      taken.insert(lead)
      entries.append(Entry(id: shell.newID(), lead: lead, by: shell.me, act: act, fact: .lead(row.capture)))
      if row.objects { entries.append(Entry(id: shell.newID(), lead: lead, by: shell.me, act: act, fact: .object)) }
    }
    for (_, lead, edits) in plan.merged {
      entries.append(Entry(id: shell.newID(), lead: lead, by: shell.me, act: act, fact: .set(edits)))
    }
    return entries
  }

  // MARK: what was done

  private func report(
    _ table: CSVTable, _ mapping: ImportMapping, _ plan: ImportPlan, _ isTrial: Bool, _ book: Book, _ shell: Shell
  ) {
    if common.json {
      let json = LeadJSON(book.pipeline, me: shell.me)
      return shell.print(json.document("import", members(table, mapping, plan, isTrial)))
    }
    for finding in plan.refused { Output.error("refused: \(finding.line)") }
    for finding in plan.warnings.prefix(20) { Output.error("note: \(finding.line)") }
    if plan.warnings.count > 20 { Output.error("and \(plan.warnings.count - 20) more; --json has them all") }
    if common.quiet { return }
    var columns = Table([Table.Column("COLUMN"), Table.Column("BECOMES"), Table.Column("FOR EXAMPLE")])
    for column in mapping.columns { columns.add([column.header, column.target.word, column.example]) }
    for line in columns.lines(width: nil) { shell.out.line(line) }
    shell.out.line()
    let stages = plan.stages.map { "\($0.word) \($0.count)" }.joined(separator: ", ")
    shell.out.line(
      "\(table.rows.count) rows: \(plan.rows.count) new leads\(stages.isEmpty ? "" : " (\(stages))"), \(plan.merged.count + plan.joined.count) merged, \(plan.known.count) known already, \(plan.refused.count) refused"
    )
    if isTrial { shell.out.line("Nothing was recorded; --yes records it.") }
  }

  private func members(
    _ table: CSVTable, _ mapping: ImportMapping, _ plan: ImportPlan, _ isTrial: Bool
  ) -> [(String, JSONValue)] {
    let columns = mapping.columns.map { column -> JSONValue in
      .members([("column", .string(column.header)), ("target", .string(column.target.word))])
    }
    return [
      ("dry_run", .boolean(isTrial)), ("columns", .array(columns)), ("rows", .integer(table.rows.count)),
      ("new", .integer(plan.rows.count)), ("merged", .integer(plan.merged.count + plan.joined.count)),
      ("known", .integer(plan.known.count)),
      ("states", .members(plan.stages.map { ($0.word, .integer($0.count)) })),
      ("refused", .array(plan.refused.map(finding))), ("notes", .array(plan.warnings.map(finding))),
    ]
  }

  private func finding(_ finding: Finding) -> JSONValue {
    .members([
      ("line", .integer(finding.place.line)), ("what", .string(finding.what)), ("instead", .text(finding.instead)),
    ])
  }
}

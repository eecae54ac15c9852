import Glibc
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

/// What a command has to do with: who asks, in which book, at what time, and where its words go.
final class Shell {
  let options: CommonOptions
  let environment: [String: String]
  let config: Config
  let configFindings: [Finding]
  let clock: Clock
  var out: Output
  /// What the command exits with once everything is printed.
  var status: Int32 = 0
  private var ids = IDSource(seed: Book.seed())

  init(_ options: CommonOptions, environment: [String: String] = Environment.current) throws {
    self.options = options
    self.environment = environment
    (config, configFindings) = Shell.config(environment)
    me = options.person ?? config.me ?? Environment.login
    clock = try Shell.clock(options, environment)
    out = Output(isPlain: Output.isTerminal && !Shell.isUTF8(environment))
  }

  /// `--as`, else `me` of config.toml, else the login name.
  private(set) var me: String

  /// Where `--as` named something else than a person.
  func forgetPerson() { me = config.me ?? Environment.login }

  static func isUTF8(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }

  // MARK: the book

  func bookPath() throws -> String {
    try Paths.book(option: options.book, configured: config.book, environment: environment)
  }

  /// `quietly`: without a word on lines that are not used, for commands that tell of them themselves.
  func open(quietly: Bool = false) throws -> Book {
    let book = try open(clock: clock)
    if !quietly { warn(book) }
    return book
  }

  /// The book with a clock that runs, also where its time is pretended.
  func openForScreen() throws -> Book { try open(clock: clock.running) }

  private func open(clock: Clock) throws -> Book {
    let path = try bookPath()
    do throws(Failure) {
      return try Book.open(at: path, clock: clock, environment: environment)
    } catch {
      guard error.kind == .missing else { throw error }
      throw Complaint(
        66, "there is no book at \(path)",
        "leadline init \(LineProblem.quoted(path)) makes one, --book DIR names another, leadline demo shows one")
    }
  }

  private func warn(_ book: Book) {
    if options.quiet { return }
    for finding in configFindings { Output.error("leadline: \(finding.line)") }
    for failure in book.unread { Output.error("leadline: \(failure.sentence); leadline check says more") }
    let unused = book.problems.count { $0.severity == .unused }
    if unused > 0 {
      Output.error("leadline: \(unused) \(unused == 1 ? "line is" : "lines are") not used; leadline check says which")
    }
  }

  private static func config(_ environment: [String: String]) -> (Config, [Finding]) {
    guard let folder = try? Paths.configuration(environment: environment) else { return (Config(), []) }
    let path = folder + "/config.toml"
    do throws(Failure) {
      let bytes = try SmallFile.read(path, limit: 1 << 20)
      return ConfigReader.read(String(decoding: bytes, as: UTF8.self), file: path)
    } catch {
      if error.kind == .missing { return (Config(), []) }
      return (Config(), [Finding(.warning, at: Place(file: path, line: 1, column: 1), error.sentence)])
    }
  }

  // MARK: the time

  private static func clock(_ options: CommonOptions, _ environment: [String: String]) throws -> Clock {
    guard let text = options.now ?? environment["LEADLINE_NOW"], !text.isEmpty else { return .wall }
    let zone = ZoneFiles.zone(named: ZoneFiles.machineZone(environment: environment)) ?? .utc
    guard let instant = instant(text, in: zone) else {
      throw Complaint(64, "\(text) is no time", "write --now 2026-11-23T09:12:00Z")
    }
    return .pretend(instant)
  }

  /// A time with a zone, or a local time or date in `zone`.
  static func instant(_ text: String, in zone: Zone) -> Instant? {
    let word = text.uppercased()
    return Instant(word) ?? WallTime(word).map { zone.instant(of: $0) } ?? Day(word).map { zone.midnight(of: $0) }
  }

  // MARK: recording

  func newID() -> EventID { ids.next() }

  func newLead(_ slug: String, in book: Book, taken: Set<LeadID> = []) -> LeadID {
    ids.lead(slug) { book.facts.ledger.contains($0) || taken.contains($0) }
  }

  /// Facts on a lead as one act.
  func entries(_ facts: [Fact], on lead: LeadID?, at: Instant? = nil) -> [Entry] {
    let act = facts.count > 1 ? newID() : nil
    return facts.map { Entry(id: newID(), lead: lead, by: me, act: act, fact: $0, at: at) }
  }

  /// Records, and says so; under `--dry-run` only says what it would record.
  func record(_ entries: [Entry], in book: Book, _ words: String) throws {
    if options.dryRun {
      for entry in entries { out.line("would record: \(Shell.words(entry))") }
      return
    }
    let events = try book.append(entries) { holder in
      if let holder { Output.error("leadline: waiting for process \(holder)") }
    }
    if let notice = book.notice { Output.error("leadline: \(notice)") }
    confirm(events, in: book, words)
  }

  func record(_ facts: [Fact], on lead: LeadID, in book: Book, at: Instant? = nil, _ words: String) throws {
    try record(entries(facts, on: lead, at: at), in: book, words)
  }

  private func confirm(_ events: [Event], in book: Book, _ words: String) {
    if options.json {
      let json = LeadJSON(book.facts, me: me)
      let lead = events.first?.lead.flatMap { book.facts.world($0) }
      print(
        json.document("saved", [("events", .array(events.map(json.event))), ("lead", lead.map(json.lead) ?? .null)]))
    } else if !options.quiet, let first = events.first {
      out.line("\(first.id.text)  \(Display.safe(words))")
    }
  }

  private static func words(_ entry: Entry) -> String {
    let parts = LineParts(entry.fact)
    let fields = parts.fields.map { "\($0.key)=\($0.value)" }
    return Display.safe(([parts.kind, entry.lead?.text ?? "-"] + parts.words + fields).joined(separator: " "))
  }

  func print(_ json: JSONValue) { out.raw(json.text + "\n") }

  // MARK: questions

  /// Asks on a terminal; `--yes` answers, and where nobody can answer it is a no.
  func isAgreed(_ question: String) -> Bool {
    if options.yes { return true }
    guard isatty(0) == 1, isatty(2) == 1 else { return false }
    let bytes = Array((question + " [y/N] ").utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    return readLine()?.lowercased().hasPrefix("y") == true
  }
}

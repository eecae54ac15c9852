import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct TickCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick", abstract: "Say what has come due since the last tick on this machine.",
    discussion: """
      For cron and timers: it prints only what is new, and may be run as often as you like. Writes the calendar feed of \
      config.toml anew. --notify runs a program with each line as its last argument.
      """)

  @Option(help: "A program that is told of each line: --notify 'notify-send Leadline'.") var notify: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let before = FiringMemory.read(book.paths)
    let now = FiringMemory(firings: book.pipeline.worlds.values.flatMap(\.firings))
    let fired = now.news(since: before)
    let retracted = before.gone(in: now)
    if !common.dryRun, fired.isEmpty == false || retracted.isEmpty == false { try now.keep(in: book.paths) }
    if common.json {
      shell.print(document(fired, retracted, book, shell))
    } else if !common.quiet {
      for firing in fired { shell.out.line(line(firing, book)) }
      for key in retracted { shell.out.line("taken back: \(Display.safe(key))") }
    }
    if common.dryRun { return }
    try remind(fired, book)
    if let feed = shell.config.feed {
      try Feed(book, owner: nil).write(to: Paths.resolved(feed, environment: shell.environment))
    }
  }

  /// Tells the program of what fired and still asks for something; what another rule stood above asks for nothing.
  private func remind(_ fired: [Firing], _ book: Book) throws {
    guard let notify else { return }
    guard let courier = Courier(notify) else { throw Complaint(64, "--notify names no program") }
    for firing in fired where firing.supersededBy == nil {
      if try !courier.send(line(firing, book)) {
        Output.error("leadline: \(Display.safe(notify)) failed for \(Display.safe(firing.key.text))")
      }
    }
  }

  private func line(_ firing: Firing, _ book: Book) -> String {
    let title = book.pipeline.worlds[LeadID(firing.key.lead)]?.lead.title ?? firing.key.lead
    let wall = book.zone.wall(at: firing.at).text.prefix(16)
    return Display.safe(
      "\(wall)  \(title): \(firing.actions.map(\.summary).joined(separator: ", ")) (\(firing.key.rule))")
  }

  private func document(_ fired: [Firing], _ retracted: [String], _ book: Book, _ shell: Shell) -> JSONValue {
    let items = fired.map { firing -> JSONValue in
      .members([
        ("lead", .string(firing.key.lead)), ("rule", .string(firing.key.rule)), ("rung", .integer(firing.key.rung)),
        ("key", .string(firing.key.text)), ("at", .string(firing.at.text(in: book.zone))),
        ("actions", .strings(firing.actions.map(\.summary))), ("superseded_by", .text(firing.supersededBy)),
      ])
    }
    return LeadJSON(book.pipeline, me: shell.me).document(
      "tick",
      [
        ("fired", .array(items)), ("retracted", .strings(retracted)), ("rules_edited", .boolean(book.areRulesEdited)),
        ("findings", .array(book.settingsFindings.map { .string($0.line) })),
      ])
  }
}

/// The firings that this replica has told of.
struct FiringMemory {
  private var instants: [String: Int64] = [:]
  private var firings: [Firing] = []

  init(firings: [Firing]) {
    self.firings = firings.sorted { ($0.at, $0.key) < ($1.at, $1.key) }
    for firing in firings { instants[firing.key.text] = firing.at.milliseconds }
  }

  /// Not told before, or told with another time.
  func news(since before: FiringMemory) -> [Firing] {
    firings.filter { before.instants[$0.key.text] != $0.at.milliseconds }
  }

  func gone(in now: FiringMemory) -> [String] { instants.keys.filter { now.instants[$0] == nil }.sorted() }

  private static func path(_ paths: Paths) -> String { paths.state + "/fired" }

  static func read(_ paths: Paths) -> FiringMemory {
    var memory = FiringMemory(firings: [])
    guard let bytes = try? SmallFile.read(path(paths), limit: 64 << 20, following: false) else { return memory }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      if parts.count == 2, let at = Int64(parts[0]) { memory.instants[String(parts[1])] = at }
    }
    return memory
  }

  func keep(in paths: Paths) throws(Failure) {
    let lines = instants.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)\n" }
    try SmallFile.replace(FiringMemory.path(paths), Array(lines.joined().utf8))
  }
}

import ArgumentParser

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: "The book's directory (else $LEADLINE_BOOK, config.toml, ~/leads).", completion: .directory)
  var book: String?
  @Option(name: .customLong("as"), help: "Who you are: the by= of what you record.")
  var person: String?
  @Option(help: "Pretend it is then: 2026-11-23T09:12:00Z.")
  var now: String?
  @Flag(help: "Print JSON.")
  var json = false
  @Option(help: "table, list, csv, tsv, ids or line.")
  var format: Format?
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false
  @Option(help: "auto, always or never.")
  var color: Colour = .auto
  @Flag(help: "Never start a pager.")
  var noPager = false
  @Flag(help: "Show what would be recorded, and record nothing.")
  var dryRun = false
  @Flag(name: .shortAndLong, help: "Take yes for the answer to every question.")
  var yes = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, list, csv, tsv, ids, line }
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// The options that take a value, for those that stand before the command.
  static let valued: Set<String> = ["--book", "--as", "--now", "--format", "--color"]
  static let flags: Set<String> = ["--json", "--quiet", "-q", "--no-pager", "--dry-run", "--yes", "-y"]
}

import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "The rules of the book: list, check, test, diff, adopt, backtest.",
    subcommands: [
      ListRules.self, CheckRules.self, TestRules.self, DiffRules.self, AdoptRules.self, BacktestRules.self,
    ],
    defaultSubcommand: ListRules.self)

  struct ListRules: BookCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The rules in force, in the order of their rank, and how often each fired.")
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let book = try shell.open()
      let since = book.zone.add(days: -90, to: book.facts.now)
      var fired: [String: Int] = [:]
      for firing in book.pipeline.worlds.values.lazy.flatMap(\.firings) where firing.at >= since {
        fired[firing.key.rule, default: 0] += 1
      }
      if common.json {
        let items = book.version.rules.list.map { rule in
          JSONValue.members([
            ("name", .string(rule.name)), ("on", .boolean(!rule.isOff)), ("means", .string(rule.means)),
            ("when", .string(RulesWriter.trigger(rule.when))), ("steps", .integer(rule.rungs.count)),
            ("fired_90d", .integer(fired[rule.name] ?? 0)),
          ])
        }
        return shell.print(LeadJSON(book.facts, me: shell.me).document("rules", [("items", .array(items))]))
      }
      var table = Table([
        Table.Column("ON"), Table.Column("RULE"), Table.Column("WHEN", mayShrink: true),
        Table.Column("MEANS", mayShrink: true), Table.Column("90d", .right),
      ])
      for rule in book.version.rules.list {
        table.add([
          rule.isOff ? "off" : "on", rule.name, RulesWriter.trigger(rule.when), rule.means,
          String(fired[rule.name] ?? 0),
        ])
      }
      for line in table.lines(width: Output.columns) { shell.out.line(line) }
      if table.rows.isEmpty { shell.out.line("no rules beside the three states") }
      if book.areRulesEdited { shell.out.line("the file rules was edited since: leadline rules diff, then adopt") }
    }
  }

  struct CheckRules: BookCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Read the file rules over, and run its examples.",
      discussion: "Says every finding with its place and its cure; exits with 1 where there is one.")
    @Argument(help: "Another file than the book's.", completion: .file()) var file: String?
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let copy = try WorkingCopy(shell.open(), file: file)
      for line in copy.complaints { shell.out.line(Display.visible(line)) }
      if !copy.complaints.isEmpty { shell.status = 1 }
      if copy.complaints.isEmpty, !common.quiet, let rules = copy.rules {
        let examples = rules.list.reduce(0) { $0 + $1.tests.count }
        shell.out.line("\(rules.list.count) rules, \(examples) examples: nothing to mend")
      }
    }
  }

  struct TestRules: BookCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Run the examples of the file rules.",
      discussion: "Each on a lead of its own, in a week without holidays; exits with 1 where one does not come true.")
    @Argument(help: "Another file than the book's.", completion: .file()) var file: String?
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let copy = try WorkingCopy(shell.open(), file: file)
      guard copy.rules != nil else {
        for line in copy.complaints { shell.out.line(Display.visible(line)) }
        shell.status = 1
        return
      }
      for line in copy.failedExamples { shell.out.line(Display.visible(line)) }
      if !copy.failedExamples.isEmpty { shell.status = 1 }
      if !common.quiet {
        shell.out.line("\(copy.examples - copy.failedExamples.count) of \(copy.examples) examples come true")
      }
    }
  }

  struct DiffRules: BookCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "What adopting the file rules would change today.")
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let book = try shell.open()
      let copy = try WorkingCopy(book, file: nil)
      let diff = try copy.diff(book)
      if common.json { return shell.print(RulesDiffJSON.document(diff, book, me: shell.me)) }
      for line in RulesDiffLines.lines(diff, book, me: shell.me) { shell.out.line(Display.visible(line)) }
    }
  }

  struct AdoptRules: BookCommand {
    static let configuration = CommandConfiguration(
      commandName: "adopt", abstract: "Put the file rules, and book.toml, in force from now on.",
      discussion: "Nothing that was decided before changes. A file with a finding is not adopted.")
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let book = try shell.open()
      let copy = try WorkingCopy(book, file: nil)
      let diff = try copy.diff(book)
      for line in RulesDiffLines.lines(diff, book, me: shell.me) where !common.quiet && !common.json {
        shell.out.line(Display.visible(line))
      }
      let entry = Entry(id: shell.newID(), lead: nil, by: shell.me, fact: .adopt(copy.adoption))
      try shell.record([entry], in: book, "adopted: \(copy.rules?.list.count ?? 0) rules in force")
    }
  }
}

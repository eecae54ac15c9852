import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct BacktestRules: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "What the rules would have done in the past, and what came of it.",
    discussion: """
      Under 20 cases it says counts, no percentages. ANSWERED: the buyer answered within 5 working days of a firing. \
      ELSE: of the same silence on other leads without one.
      """)

  @Option(help: "How far back: 90d, 12w, or a date.") var since = "90d"
  @Option(name: .customLong("with"), help: "Another rules file, side by side.", completion: .file()) var other: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let until = book.facts.now
    let start = try beginning(book, until)
    _ = book.pipeline
    var trials = [("in force", Backtest(book.facts, under: book.version, since: start, until: until))]
    if let other {
      let copy = try WorkingCopy(book, file: other)
      trials.append(
        (other, Backtest(book.facts, under: try copy.version(from: until, book), since: start, until: until)))
    }
    if common.json {
      let items = trials.map { name, trial in
        JSONValue.members([("rules", .string(name)), ("items", .array(trial.counts.map(json)))])
      }
      let writer = LeadJSON(book.facts, me: shell.me)
      return shell.print(
        writer.document("backtest", [("since", .string(start.text(in: book.zone))), ("sets", .array(items))]))
    }
    for (index, (name, trial)) in trials.enumerated() {
      if index > 0 { shell.out.line() }
      shell.out.line(
        "rules \(Display.safe(name)), \(book.zone.wall(at: start).day.text) to \(book.zone.wall(at: until).day.text)")
      for line in table(trial).lines(width: Output.columns) { shell.out.line(line) }
    }
  }

  private func beginning(_ book: Book, _ until: Instant) throws -> Instant {
    if let interval = Interval(since), interval.unit == .days || interval.unit == .weeks {
      let days = interval.unit == .weeks ? interval.amount * 7 : interval.amount
      return book.zone.add(days: -days, to: until)
    }
    guard let instant = Shell.instant(since, in: book.zone), instant < until else {
      throw Complaint(65, "\(Display.safe(since)) is no time to begin", "write --since 90d, 12w or 2026-08-01")
    }
    return instant
  }

  private func table(_ trial: Backtest) -> Table {
    var table = Table([
      Table.Column("RULE"), Table.Column("FIRED", .right), Table.Column("LEADS", .right),
      Table.Column("MOST A DAY", .right),
      Table.Column("A WEEK"), Table.Column("ANSWERED", .right), Table.Column("ELSE", .right),
      Table.Column("SUPERSEDED", .right),
    ])
    for count in trial.counts {
      table.add([
        count.rule, String(count.firings), String(count.leads), String(count.mostOnADay),
        count.weeks.map(String.init).joined(separator: " "), share(count.answered, count.judged),
        share(count.comparableAnswered, count.comparable), share(count.superseded, count.firings),
      ])
    }
    return table
  }

  /// A percentage from 20 cases on; before that, the cases.
  private func share(_ part: Int, _ whole: Int) -> String {
    if whole == 0 { return "-" }
    return whole < 20 ? "\(part)/\(whole)" : "\((part * 200 + whole) / (2 * whole))%"
  }

  private func json(_ count: Backtest.Count) -> JSONValue {
    .members([
      ("rule", .string(count.rule)), ("firings", .integer(count.firings)), ("leads", .integer(count.leads)),
      ("most_on_a_day", .integer(count.mostOnADay)), ("weeks", .array(count.weeks.map { .integer($0) })),
      ("judged", .integer(count.judged)), ("answered", .integer(count.answered)),
      ("comparable", .integer(count.comparable)), ("comparable_answered", .integer(count.comparableAnswered)),
      ("superseded", .integer(count.superseded)),
    ])
  }
}

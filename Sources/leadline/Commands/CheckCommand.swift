import ArgumentParser
import LeadlineBook
import LeadlineDesk
import LeadlineText

struct CheckCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read the whole book over, and say what is not as it should be.",
    discussion: "Exits with 0 clean, 1 warnings, 2 something is not used, 3 something cannot be read.")

  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open(quietly: true)
    let worst = book.problems.map(\.severity).max() ?? .note
    shell.status = Int32(worst.rawValue)
    if common.json {
      let json = LeadJSON(book.pipeline, me: shell.me)
      let counts = LineClass.allCases.map { ($0.rawValue, JSONValue.integer(book.counts[$0] ?? 0)) }
      shell.print(
        json.document("check", [("items", .array(book.problems.map(item))), ("lines", .members(counts))]))
      return
    }
    if common.quiet { return }
    for problem in book.problems { show(problem, shell) }
    shell.out.line(summary(book))
  }

  private func item(_ problem: LineProblem) -> JSONValue {
    .members([
      ("file", .string(problem.file)), ("line", .integer(problem.line)), ("class", .string(problem.kind)),
      ("text", .string(problem.text)), ("what", .string(problem.what)), ("fix", .string(problem.fix)),
    ])
  }

  private func show(_ problem: LineProblem, _ shell: Shell) {
    let place = problem.line > 0 ? "\(problem.file):\(problem.line)" : problem.file
    shell.out.line("\(Display.visible(place)): \(problem.kind): \(Display.visible(problem.what))")
    if !problem.text.isEmpty { shell.out.line("  | \(Display.visible(problem.text))") }
    if !problem.fix.isEmpty { shell.out.line("  mend: \(Display.visible(problem.fix))") }
  }

  private func summary(_ book: Book) -> String {
    let others: [(LineClass, String)] = [(.handWritten, "hand-written"), (.vouched, "vouched"), (.void, "void")]
    let counted = others.compactMap { kind, word in book.counts[kind].map { "\($0) \(word)" } }
    let found = book.problems.isEmpty ? "clean" : "\(book.problems.count) to look at"
    return (["\(book.storeLine)"] + counted + [found]).joined(separator: ", ")
  }
}

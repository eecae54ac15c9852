import ArgumentParser
import LeadlineBook
import LeadlineCore

struct InitCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a book.",
    discussion:
      "The zone is TZ's, else the machine's. With --now the book's clock is a pretended one: a book for trials.")

  @Argument(help: "The directory of the new book.", completion: .directory) var directory: String?
  @Option(help: "The zone that the book lives in: Europe/Berlin.") var zone: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let path = try directory ?? shell.bookPath()
    let zone = zone ?? ZoneFiles.machineZone(environment: shell.environment)
    guard ZoneFiles.zone(named: zone) != nil else {
      throw Complaint(65, "this machine knows no zone \(zone)", "write one as Europe/Berlin")
    }
    if common.dryRun {
      shell.out.line("would make a book at \(path), zone \(zone)")
      return
    }
    let plan = BookPlan(zone: zone, isClockPretended: shell.clock.isPretended, person: shell.me)
    let book = try Book.create(at: path, plan, clock: shell.clock, environment: shell.environment)
    if common.quiet { return }
    shell.out.line(
      "a book at \(book.paths.book), zone \(zone)\(shell.clock.isPretended ? ", with a pretended clock" : "")")
    shell.out.line(
      "next: leadline\(directory == nil ? "" : " --book \(LineProblem.quoted(path))") add Ana Müller @Acme ana@acme.example"
    )
  }
}

import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineExchange
import LeadlineText

struct ExportCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the book for other programs: ics, for calendars.",
    discussion: """
      The feed of config.toml (feed = "~/leads.ics") is written anew by every leadline tick: calendars that read the file \
      remind you while Leadline is closed.
      """)

  @Argument(help: "ics") var format: ExportFormat
  @Option(help: "The file to write; standard output where it is left out.", completion: .file()) var to: String?
  @Flag(help: "Only leads that are yours.") var mine = false
  @OptionGroup var common: CommonOptions

  enum ExportFormat: String, ExpressibleByArgument, CaseIterable { case ics }

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    let feed = Feed(book, owner: mine ? shell.me : nil)
    guard let to else { return shell.out.raw(feed.text) }
    if try feed.write(to: to), !common.quiet {
      shell.out.line("\(Display.safe(to)): \(feed.count) \(feed.count == 1 ? "entry" : "entries")")
    }
  }
}

/// The book as a calendar.
struct Feed {
  let text: String
  let count: Int

  init(_ book: Book, owner: String?) {
    let entries = CalendarFeed.entries(
      of: book.pipeline.worlds.values, calendar: book.version.calendar, book: book.settings.id, owner: owner)
    count = entries.count
    text = CalendarWriter.text(entries, name: "Leadline")
  }

  /// Replaces the file whole, and leaves it alone where it says the same. Says whether it wrote.
  @discardableResult
  func write(to path: String) throws -> Bool {
    let bytes = Array(text.utf8)
    do throws(Failure) {
      if (try? SmallFile.read(path, limit: 64 << 20)) == bytes { return false }
      try SmallFile.replace(path, bytes)
      return true
    } catch {
      throw Complaint(error.exitCode, error.sentence)
    }
  }
}

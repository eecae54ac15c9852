import ArgumentParser
import Glibc
import LeadlineBook
import LeadlineText

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "A book to look around in; nothing is saved.",
    discussion: "leadline demo opens the screen; leadline demo VERB runs a command on the same book.")

  @Argument(parsing: .captureForPassthrough, help: "A command and its words.") var words: [String] = []

  mutating func run() throws {
    let environment = Environment.current
    if words.contains("--help") || words.contains("-h") { throw CleanExit.helpRequest(self) }
    let demo = try DemoBook(environment)
    defer { demo.remove() }
    if words.isEmpty && Output.isTerminal {
      var options = try CommonOptions.parse([])
      options.person = DemoBook.me
      let shell = try Shell(options, environment: demo.environment)
      let status = try Session.run(book: try demo.open(running: true), shell: shell, isDemo: true)
      if status != 0 { throw ExitCode(status) }
      return
    }
    if words.first == "demo" { throw Complaint(64, "this is the demo already") }
    // The command finds the demo as it would find any book.
    setenv("LEADLINE_BOOK", demo.path, 1)
    setenv("LEADLINE_NOW", DemoBook.now.text, 1)
    for (name, value) in demo.environment where name.hasPrefix("XDG_") { setenv(name, value, 1) }
    let status = Leadline.run(["--as", DemoBook.me] + (words.isEmpty ? ["due"] : words))
    if status != 0 { throw ExitCode(status) }
  }
}

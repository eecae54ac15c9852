import ArgumentParser
import Glibc
import LeadlineBook

@main struct Leadline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadline", abstract: "Follow-up that does not depend on memory.",
    discussion: "Without a command: the screen, or what is due where the output is no terminal.",
    subcommands: [
      InitCommand.self, AddCommand.self, ImportCommand.self, ListCommand.self, ShowCommand.self,
      SearchCommand.self, LogCommand.self, NoteCommand.self, NextCommand.self, DoneCommand.self,
      SnoozeCommand.self, DismissCommand.self, PromiseCommand.self, TouchCommand.self, SignalCommand.self,
      MoveCommand.self, DecideCommand.self, ParkCommand.self, CloseCommand.self, ReopenCommand.self,
      EditCommand.self, DueCommand.self, SilenceCommand.self, UndoCommand.self, RedoCommand.self,
      CheckCommand.self, BackupCommand.self, RestoreCommand.self, TickCommand.self, KeysCommand.self,
      ThemesCommand.self, ConfigCommand.self, DoctorCommand.self, DemoCommand.self, WhyCommand.self,
      WhyNotCommand.self, RulesCommand.self, ExportCommand.self,
    ])

  @OptionGroup var common: CommonOptions

  static func main() {
    Output.secureDescriptors()
    // A file that may not grow any more is a failure to tell of (EFBIG), not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line and returns its exit code.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(try Arguments.ordered(arguments))
      try command.run()
      return 0
    } catch let complaint as Complaint {
      Output.error("leadline: \(complaint.sentence)")
      return complaint.code
    } catch let failure as Failure {
      Output.error("leadline: \(failure.sentence)")
      return failure.exitCode
    } catch {
      return explained(error)
    }
  }

  /// Help is what was asked for, and goes to standard output; everything else that the parser says is an error.
  private static func explained(_ error: any Error) -> Int32 {
    let code = exitCode(for: error).rawValue
    let message = fullMessage(for: error)
    if message.isEmpty { return code }
    guard code == 0 else {
      Output.error(message)
      return code
    }
    var out = Output()
    out.raw(message + "\n")
    do {
      try out.flush()
      return 0
    } catch {
      return 74
    }
  }

  mutating func run() throws {
    if !Output.isTerminal {
      var due = try DueCommand.parse([])
      due.common = common
      try due.run()
      return
    }
    let shell = try Shell(common)
    let status = try Session.run(book: try shell.openForScreen(), shell: shell, isDemo: false)
    if status != 0 { throw ExitCode(status) }
  }
}

import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct BackupCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write the book into one file, read it back, and verify it.",
    discussion: "Without a file it goes to the state directory, where the last 14 are kept.")

  @Argument(help: "A file that is not there yet.", completion: .file()) var file: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let book = try shell.open()
    if common.dryRun {
      shell.out.line("would back up \(book.paths.book)")
      return
    }
    let backup = try Backup.make(of: book.paths, to: file, patience: Book.patience)
    for failure in backup.skipped { Output.error("leadline: left out: \(failure.sentence)") }
    if common.json {
      let json = LeadJSON(book.pipeline, me: shell.me)
      shell.print(
        json.document(
          "backup",
          [("file", .string(backup.path)), ("files", .integer(backup.files)), ("bytes", .integer(Int(backup.bytes)))]))
    } else if !common.quiet {
      shell.out.line("\(Display.safe(backup.path))  \(backup.files) files, \(backup.bytes) bytes, verified")
    }
  }
}

struct RestoreCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Unpack a backup into a directory that is empty or not there.")

  @Argument(help: "The backup.", completion: .file()) var file: String
  @Argument(help: "The directory; else the book's.", completion: .directory) var directory: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let target = try directory ?? shell.bookPath()
    let (files, bytes) = try verified()
    if common.dryRun {
      shell.out.line("would restore \(files) files, \(bytes) bytes, into \(Display.safe(target))")
      return
    }
    try Backup.restore(file, into: target)
    if !common.quiet { shell.out.line("\(files) files, \(bytes) bytes, in \(Display.safe(target))") }
  }

  private func verified() throws -> (files: Int, bytes: Int64) {
    do throws(Failure) {
      return try Backup.verify(file)
    } catch {
      guard error.kind == .missing else { throw error }
      throw Complaint(65, "there is no file \(Display.safe(file))", "leadline doctor says where backups are")
    }
  }
}

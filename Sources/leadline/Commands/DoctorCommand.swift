import ArgumentParser
import CSys
import Glibc
import LeadlineBook
import LeadlineText

struct DoctorCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look over terminal, locale, book, permissions and file system.")

  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    var report = Report()
    terminal(&report, shell)
    configuration(&report, shell)
    try book(&report, shell)
    for line in report.lines { shell.out.line(Display.safe(line)) }
    if report.hasProblem { shell.status = 78 }
  }

  private struct Report {
    var lines: [String] = []
    var hasProblem = false

    mutating func fine(_ what: String, _ text: String) { lines.append("ok    \(fit(what, 12))\(text)") }
    mutating func doubt(_ what: String, _ text: String) { lines.append("look  \(fit(what, 12))\(text)") }
    mutating func problem(_ what: String, _ text: String) {
      lines.append("WRONG \(fit(what, 12))\(text)")
      hasProblem = true
    }
  }

  private func terminal(_ report: inout Report, _ shell: Shell) {
    let name = shell.environment["TERM"] ?? ""
    if name.isEmpty || name == "dumb" {
      report.doubt("terminal", "TERM is \(name.isEmpty ? "not set" : name): commands work, the screen does not")
    } else {
      report.fine("terminal", name + (Output.columns.map { ", \($0) columns" } ?? ""))
    }
    if shell.environment["TMUX"] != nil { report.fine("tmux", "inside; set -g escape-time 20 keeps Esc quick") }
    if Shell.isUTF8(shell.environment) {
      report.fine("locale", "UTF-8")
    } else {
      report.doubt("locale", "not UTF-8: letters without their marks, signs of ASCII; export LANG=C.UTF-8")
    }
    if shell.environment["NO_COLOR"].map({ !$0.isEmpty }) == true { report.fine("colour", "off by NO_COLOR") }
  }

  private func configuration(_ report: inout Report, _ shell: Shell) {
    guard let folder = try? Paths.configuration(environment: shell.environment) else {
      return report.problem("config", "$HOME is not set")
    }
    let errors = shell.configFindings.filter { $0.severity == .error }
    if errors.isEmpty { report.fine("config", folder + "/config.toml") }
    for finding in errors { report.problem("config", finding.line) }
    do throws(Failure) {
      try Paths.requireTrust(in: folder)
    } catch {
      if error.kind != .missing { report.problem("config", error.sentence) }
    }
  }

  private func book(_ report: inout Report, _ shell: Shell) throws {
    let path = try shell.bookPath()
    guard let book = try? shell.open(quietly: true) else {
      return report.doubt("book", "none at \(path); leadline init makes one")
    }
    report.fine("book", "\(book.paths.book): \(book.storeLine)")
    report.fine("state", book.paths.state)
    if let reason = book.isReadOnly { report.problem("writing", reason) }
    for place in [book.paths.book, book.paths.journal, book.paths.state] { permissions(&report, place) }
    for finding in book.settingsFindings where finding.severity == .error { report.problem("book.toml", finding.line) }
    if book.problems.contains(where: { $0.severity > .note }) {
      report.doubt("journal", "leadline check has something to say")
    }
    fileSystem(&report, book.paths.book)
    let backups = (try? Backup.all(in: book.paths)) ?? []
    report.fine("backups", "\(backups.count) in \(book.paths.backups)")
    report.fine("cron", "*/5 * * * * leadline tick --quiet    keeps what is due in view")
  }

  private func permissions(_ report: inout Report, _ place: String) {
    guard let status = try? Descriptor(directory: place).status() else { return }
    if status.isOpenToOthers {
      report.doubt("permissions", "others may look into \(place); chmod 700 \(LineProblem.quoted(place))")
    }
  }

  private func fileSystem(_ report: inout Report, _ place: String) {
    let kind = csys_filesystem(place)
    let remote = [
      csys_filesystem_nfs: "NFS", csys_filesystem_smb: "SMB", csys_filesystem_cifs: "CIFS",
      csys_filesystem_fuse: "FUSE",
    ]
    if let name = remote[kind] {
      report.doubt("file system", "\(name): locks hold on this machine only; let each machine write its own segments")
    } else {
      report.fine("file system", "local")
    }
  }
}

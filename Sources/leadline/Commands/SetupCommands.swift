import ArgumentParser
import Glibc
import LeadlineBook
import LeadlineDesk
import LeadlineScreen
import LeadlineText

struct KeysCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Every key of the screen, and what it does.")

  @Flag(help: "Exit with 78 if a key of config.toml cannot be used.") var check = false
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    if check {
      let wrong = problems(shell.config.keys)
      for line in wrong { shell.out.line(line) }
      if !wrong.isEmpty {
        shell.status = 78
      } else if !common.quiet {
        shell.out.line("\(CommandTable.rows.count) commands, all keys can be used")
      }
      return
    }
    if common.json {
      let rows = CommandTable.rows.map { row in
        JSONValue.members([
          ("command", .string(row.command.rawValue)), ("keys", .strings(row.spelled)),
          ("group", .string(row.group.rawValue)),
          ("means", .string(row.means)),
        ])
      }
      shell.print(.members([("schema", .string("leadline.keys/1")), ("items", .array(rows))]))
      return
    }
    for group in CommandRow.Group.allCases {
      var table = Table([Table.Column(group.rawValue), Table.Column("COMMAND"), Table.Column("")])
      for row in CommandTable.rows where row.group == group {
        table.add([row.spelled.joined(separator: "  "), row.command.rawValue, row.means])
      }
      for line in table.lines(width: nil) { shell.out.line(line) }
      shell.out.line()
    }
  }

  private func problems(_ bindings: [KeyBinding]) -> [String] {
    let commands = CommandTable.rows.map(\.command.rawValue)
    return bindings.compactMap { binding in
      let place = "\(binding.place.file):\(binding.place.line):\(binding.place.column): "
      if binding.key.split(separator: " ").contains(where: { Key(name: String($0)) == nil }) {
        return Display.safe("\(place)\"\(binding.key)\" is no key; write j, C-n, S-Tab, Esc or g b")
      }
      if binding.command.isEmpty || commands.contains(binding.command) { return nil }
      let cure = proposal(for: binding.command, among: commands, otherwise: "leadline keys names them")
      return Display.safe("\(place)\"\(binding.command)\" is no command; \(cure)")
    }
  }
}

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "The themes of the screen: list, show, check.",
    subcommands: [ListThemes.self, ShowTheme.self, CheckTheme.self], defaultSubcommand: ListThemes.self)

  struct ListThemes: BookCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The themes that can be named.")
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let shelf = ThemeShelf(shell)
      for name in shelf.names { shell.out.line("\(name == shelf.chosen ? "*" : " ") \(Display.safe(name))") }
    }
  }

  struct ShowTheme: BookCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "A theme's text.")
    @Argument(help: "Its name.") var name: String?
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let shelf = ThemeShelf(shell)
      let name = name ?? shelf.chosen
      for line in try shelf.text(of: name).split(separator: "\n", omittingEmptySubsequences: false) {
        shell.out.line(Display.visible(String(line)))
      }
    }
  }

  struct CheckTheme: BookCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Read a theme over: roles, colours, contrast.",
      discussion: "Exits with 78 where something is wrong.")
    @Argument(help: "Names or files; else all.", completion: .file(extensions: ["toml"])) var themes: [String] = []
    @OptionGroup var common: CommonOptions

    func run(_ shell: Shell) throws {
      let shelf = ThemeShelf(shell)
      for name in themes.isEmpty ? shelf.names : themes {
        let file = name.hasSuffix(".toml") ? name : "\(name).toml"
        let (theme, findings) = ThemeReader.read(
          try shelf.text(of: name), file: file, parents: { try? shelf.text(of: $0) }, known: shelf.names)
        let all = findings + ContrastCheck.findings(for: theme)
        for finding in all { shell.out.line(Display.visible(finding.line)) }
        if all.contains(where: { $0.severity == .error }) { shell.status = 78 }
        if all.isEmpty && !common.quiet {
          shell.out.line("\(Display.safe(name)): every role has a style that can be read")
        }
      }
    }
  }
}

/// Where themes are found: the person's own before the built-in ones.
struct ThemeShelf {
  private let folder: String?
  let chosen: String

  init(_ shell: Shell) {
    folder = (try? Paths.configuration(environment: shell.environment)).map { $0 + "/themes" }
    chosen = shell.config.theme ?? "terminal"
  }

  var names: [String] {
    let own = folder.flatMap { try? Descriptor(directory: $0).names() } ?? []
    let named = own.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    return BuiltInThemes.names + named.filter { !BuiltInThemes.names.contains($0) }
  }

  func text(of name: String) throws -> String {
    if name.hasSuffix(".toml") { return try read(name) }
    if !name.contains("/"), let folder, let text = try? read("\(folder)/\(name).toml") { return text }
    if let text = BuiltInThemes.text(of: name) { return text }
    throw Complaint(
      65, "there is no theme \(Display.safe(name))",
      proposal(for: name, among: names, otherwise: "leadline themes list names them"))
  }

  /// The chosen theme, and what is wrong with it; the built-in one where it cannot be read.
  var theme: (Theme, [Finding]) {
    guard let text = try? text(of: chosen) else {
      let place = Place(file: "config.toml", line: 1, column: 1)
      let what = "theme \(chosen) cannot be used"
      return (ThemeReader.terminal, [Finding(at: place, what, instead: "leadline themes list names them")])
    }
    return ThemeReader.read(text, file: "\(chosen).toml", parents: parent, known: names)
  }

  private func parent(_ name: String) -> String? { try? text(of: name) }

  private func read(_ path: String) throws -> String {
    do throws(Failure) {
      return String(decoding: try SmallFile.read(path, limit: 1 << 20), as: UTF8.self)
    } catch {
      throw Complaint(65, error.sentence)
    }
  }
}

struct ConfigCommand: BookCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Where everything is, and what config.toml says.")

  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {
    let folder = try Paths.configuration(environment: shell.environment)
    let config = shell.config
    let lines: [(String, String)] = [
      ("file", folder + "/config.toml"), ("book", try shell.bookPath()), ("me", shell.me),
      ("theme", config.theme ?? "terminal"), ("glyphs", config.glyphs.rawValue), ("color", config.color.rawValue),
      ("mouse", config.mouse ? "yes" : "no"), ("keys", "\(config.keys.count) of your own"),
    ]
    if common.json {
      shell.print(.members([("schema", .string("leadline.config/1"))] + lines.map { ($0.0, .string($0.1)) }))
    } else {
      for (name, value) in lines { shell.out.line("\(fit(name, 8))\(Display.safe(value))") }
    }
    for finding in shell.configFindings { Output.error(finding.line) }
    if shell.configFindings.contains(where: { $0.severity == .error }) { shell.status = 78 }
  }
}

import LeadlineCore

/// The help: searchable by word and by key, and it runs what it finds.
struct Help: Sendable {
  var editor = LineEditor()
  var chosen = 0
  var scroll = 0
  /// `? again`: the keys of all contexts.
  var showsAll = false
}

extension Desk {
  mutating func openHelp(query: String) {
    var help = Help()
    help.editor = LineEditor(query)
    mode = .help(help)
  }

  mutating func pressHelp(_ key: Key) {
    guard case .help(var help) = mode else { return }
    switch key {
    case .escape, .control("g"), .control("c"), .function(1):
      mode = .plain
      return
    case .enter:
      mode = .plain
      let matches = Desk.matches(help.editor.text)
      if matches.indices.contains(help.chosen) { run(matches[help.chosen].command) }
      return
    case .down, .control("n"):
      if help.editor.text.isEmpty { help.scroll += 1 } else { help.chosen += 1 }
    case .up, .control("p"):
      if help.editor.text.isEmpty {
        help.scroll = max(0, help.scroll - 1)
      } else {
        help.chosen = max(0, help.chosen - 1)
      }
    case .character("?") where help.editor.text.isEmpty: help.showsAll.toggle()
    case .character("q") where help.editor.text.isEmpty:
      mode = .plain
      return
    default:
      if help.editor.press(key) { help.chosen = 0 }
    }
    help.chosen = min(help.chosen, max(0, Desk.matches(help.editor.text).count - 1))
    mode = .help(help)
  }

  /// Rows whose keys begin with the query, then those whose words hold it.
  static func matches(_ query: String) -> [CommandRow] {
    let query = query.trimmed
    if query.isEmpty { return [] }
    let byKey = CommandTable.rows.filter { $0.spelled.contains { $0.hasPrefix(query) } }
    let words = query.lowercased()
    let byWord = CommandTable.rows.filter { row in
      !byKey.contains(row) && (row.means.lowercased().contains(words) || row.command.rawValue.contains(words))
    }
    return byKey + byWord
  }

  func helpModel(_ help: Help) -> HelpModel {
    let matches = Desk.matches(help.editor.text).map { row in
      HintModel(row.spelled.joined(separator: "  "), "\(row.means)   \(row.command.rawValue)")
    }
    return HelpModel(
      context: help.showsAll ? "everywhere" : placeName, query: help.editor.text, groups: Desk.helpGroups,
      matches: matches,
      chosen: help.chosen, scroll: help.scroll)
  }

  private var placeName: String {
    switch place {
    case .board: "Board"
    case .due: "Due"
    case .silence: "Silence"
    case .detail: "Lead"
    }
  }

  /// The groups of the page. Commands behind a prefix stand as one row; motions that belong together share one.
  static let helpGroups: [HelpModel.Group] = CommandRow.Group.allCases.map { group in
    var rows: [HintModel] = []
    var prefixes: Set<Key> = []
    for row in CommandTable.rows where row.group == group {
      if let first = row.keys.first, first.count == 2, let prefix = first.first, prefix != .character("g") {
        guard prefixes.insert(prefix).inserted, let entry = CommandTable.prefixes.first(where: { $0.key == prefix })
        else { continue }
        rows.append(HintModel("\(prefix.name)…", String(entry.title.dropLast())))
      } else {
        rows.append(HintModel(row.spelled.joined(separator: "  "), row.means))
      }
    }
    return HelpModel.Group(group.rawValue, rows)
  }
}

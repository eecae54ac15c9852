/// Who may import whom (Sources/README.md). A room that is not here may not be.
enum RoomMap {
  static let table: [String: Set<String>] = [
    "LeadlineCore": ["HeapModule"],
    "LeadlineText": ["LeadlineCore"],
    "LeadlineDesk": ["LeadlineCore", "LeadlineText"],
    "LeadlineScreen": ["LeadlineDesk", "LeadlineText"],
    "LeadlineBook": ["LeadlineCore", "LeadlineText", "CSys", "Glibc"],
    "LeadlineExchange": ["LeadlineCore", "LeadlineText", "Glibc", "FoundationEssentials"],
    "LeadlineTerminal": ["LeadlineScreen", "LeadlineDesk", "CTerm", "CSys", "Glibc"],
    "leadline": [
      "LeadlineCore", "LeadlineText", "LeadlineDesk", "LeadlineScreen", "LeadlineBook", "LeadlineExchange",
      "LeadlineTerminal", "CSys", "Glibc", "ArgumentParser",
    ],
  ]

  /// The rooms that never touch the world.
  static let pure = ["LeadlineCore", "LeadlineText", "LeadlineDesk", "LeadlineScreen"]

  /// Modules that a file imports, whatever stands before or after the word: `@preconcurrency package import Glibc`,
  /// `import struct Glibc.stat`, and also inside of `#if`.
  static func imports(in source: String) -> [(module: String, line: Int)] {
    let tokens = SwiftTokens(source).tokens
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
    return tokens.indices.compactMap { index in
      guard tokens[index].text == "import", index == 0 || tokens[index - 1].text != "." else { return nil }
      let rest = tokens[(index + 1)...].prefix(2).map(\.text)
      guard let first = rest.first, let module = kinds.contains(first) ? rest.last : first else { return nil }
      let name = module.filter { $0 != "`" }
      guard name.first?.isLetter == true || name.first == "_" else { return nil }
      return (name, tokens[index].line)
    }
  }

  /// Imports that the table does not have.
  static func strangers(in files: Files) -> [String] {
    files.swift(in: "Sources/").flatMap { path, text in
      let room = String(path.split(separator: "/")[1])
      guard let allowed = table[room] else { return ["\(path): the room \(room) is not in the map"] }
      return imports(in: text).filter { !allowed.contains($0.module) }.map {
        "\(path):\($0.line): \(room) may not import \($0.module)"
      }
    }
  }

  /// Only CTerm knows the header of curses.
  static func cursesElsewhere(in files: Files) -> [String] {
    let headers = ["curses.h", "ncurses.h", "term.h"]
    return files.sorted { $0.key < $1.key }.filter { path, text in
      path.hasPrefix("Sources/") && !path.hasPrefix("Sources/CTerm/") && (path.hasSuffix(".c") || path.hasSuffix(".h"))
        && headers.contains { text.contains("<\($0)>") || text.contains("\"\($0)\"") || text.contains("/\($0)>") }
    }.map { "\($0.key): curses is met in CTerm only" }
  }
}

import LeadlineDesk
import LeadlineScreen

/// The tables of the code that pages repeat.
enum CodeTables {
  static let keys = CommandTable.rows.flatMap(\.spelled)
  static let scopes = Role.allCases.map(\.scope)

  /// The kinds of line that the reader of facts knows, from its source.
  static func kindsOfEvent(in files: Files) -> [String] {
    let tokens = body(of: "read", in: files["Sources/LeadlineText/FactReader.swift"] ?? "")
    return zip(tokens, tokens.dropFirst()).compactMap { $0 == "case" ? word($1) : nil }
  }

  /// The cases of `Fact`, from its source.
  static func cases(ofFactIn files: Files) -> [String] {
    let tokens = body(of: "Fact", in: files["Sources/LeadlineCore/Fact.swift"] ?? "")
    return zip(tokens, tokens.dropFirst()).compactMap { $0 == "case" ? $1 : nil }
  }

  /// The verbs of the shell: what `Leadline.swift` lists as `Add.self`, by the name each declares, else by its type's.
  static func verbs(in files: Files) -> [String] {
    let sources = files.swift(in: "Sources/leadline/").map { SwiftTokens($0.text).tokens.map(\.text) }
    let root = SwiftTokens(files["Sources/leadline/Leadline.swift"] ?? "").tokens.map(\.text)
    let listed = root.indices.dropFirst(2).filter { root[$0] == "self" && root[$0 - 1] == "." }.map { root[$0 - 2] }
    return listed.map { type in
      for tokens in sources {
        guard let start = zip(tokens, tokens.dropFirst()).enumerated().first(where: { $1 == ("struct", type) })?.offset
        else { continue }
        let declaration = tokens[start...].dropFirst().prefix { $0 != "struct" }
        guard let label = declaration.firstIndex(of: "commandName"), label + 2 < tokens.count else { break }
        return word(tokens[label + 2]) ?? type
      }
      return kebab(type)
    }
  }

  /// What stands in the braces of a function or type.
  private static func body(of name: String, in source: String) -> [String] {
    let tokens = SwiftTokens(source).tokens.map(\.text)
    let starts = zip(tokens, tokens.dropFirst()).enumerated().first { ["func", "enum"].contains($1.0) && $1.1 == name }
    guard let start = starts?.offset, let open = tokens[start...].firstIndex(of: "{") else { return [] }
    var depth = 0
    return Array(
      tokens[open...].prefix {
        depth += $0 == "{" ? 1 : $0 == "}" ? -1 : 0
        return depth > 0
      })
  }

  /// A string's words without its quotes; nil for what is no string.
  private static func word(_ token: String) -> String? {
    token.hasPrefix("\"") ? String(token.dropFirst().dropLast()) : nil
  }

  /// `ShowAll` → `show-all`, as the argument parser has it.
  private static func kebab(_ type: String) -> String {
    type.reduce(into: "") { name, letter in
      if letter.isUppercase && !name.isEmpty { name += "-" }
      name += letter.lowercased()
    }
  }
}

/// What Swift may not say in this house, and how long it may speak.
enum WordCheck {
  /// Written in Swift, with what to write instead.
  static let banned: [(pattern: String, instead: String)] = [
    ("try!", "catch it, or let it be thrown"),
    ("as!", "as? and an answer for nil"),
    ("fatalError(", "no trap is reachable from data"),
    ("@unchecked", "make it Sendable in truth"),
    ("nonisolated(unsafe)", "make it a value"),
    ("String(format:", "it is not in this house's library"),
    ("public", "access is package"),
    ("async", "one thread, one poll"),
    ("await", "one thread, one poll"),
    ("actor", "one thread, one poll"),
    ("Task", "one thread, one poll"),
    ("Mutex", "one thread, one poll"),
  ]

  /// In rooms that never touch the world.
  static let bannedInPure: [(pattern: String, instead: String)] = [
    ("print(", "return it"),
    ("debugPrint(", "return it"),
    ("CommandLine", "take it as an argument"),
    ("ContinuousClock", "now is an argument"),
    ("SuspendingClock", "now is an argument"),
    ("SystemRandomNumberGenerator", "take the generator as an argument"),
  ]

  static let unfinished = ["TODO", "FIXME", "XXX", "HACK"]
  static let emptyEndings = ["Manager", "Helper", "Util", "Utils", "Service", "Handler", "Data", "Info", "Base"]

  static func bannedCode(in files: Files) -> [String] {
    files.swift(in: "Sources/").flatMap { path, text in
      let isPure = RoomMap.pure.contains { path.hasPrefix("Sources/\($0)/") }
      let tokens = SwiftTokens(text)
      return (banned + (isPure ? bannedInPure : [])).flatMap { pattern, instead in
        tokens.lines(of: pattern).map { "\(path):\($0): \(pattern): \(instead)" }
      }
    }
  }

  static func unfinishedWork(in files: Files) -> [String] {
    files.sorted { $0.key < $1.key }.filter { $0.key.hasPrefix("Sources/") }.flatMap { path, text in
      lines(text).filter { words(of: $0.text).contains { unfinished.contains($0) } }
        .map { "\(path):\($0.line): finish it, or open an issue" }
    }
  }

  /// Types named by what they are not: `LeadManager`.
  static func emptyNames(in files: Files) -> [String] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "actor"]
    return files.swift(in: "Sources/").flatMap { path, text in
      let tokens = SwiftTokens(text).tokens
      return zip(tokens, tokens.dropFirst()).filter { kind, name in
        kinds.contains(kind.text) && emptyEndings.contains { name.text.hasSuffix($0) }
      }.map { "\(path):\($1.line): \($1.text): say what it is" }
    }
  }

  /// Longest first.
  static func tooLong(_ files: Files, over limit: Int) -> [String] {
    (files.swift(in: "Sources/") + files.swift(in: "Tests/")).map { (path: $0.path, count: lines($0.text).count) }
      .filter { $0.count > limit }.sorted { $0.count > $1.count }.map { "\($0.path): \($0.count) lines" }
  }

  static func lines(_ text: String) -> [(line: Int, text: Substring)] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return zip(1..., lines).map { (line: $0, text: $1) }
  }

  private static func words(of line: Substring) -> [String] {
    line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map { String($0) }
  }
}

/// `torture [ID …] [--full] [--root] [--seed N] [--program PATH]`
struct Options {
  let setting: Setting
  let isRoot: Bool
  private let ids: [String]

  init(_ arguments: [String]) {
    var words = Array(arguments.dropFirst())
    let isFull = Options.take("--full", from: &words)
    isRoot = Options.take("--root", from: &words)
    let seed = Options.take(valueOf: "--seed", from: &words).flatMap { UInt64($0) }
    let folder = (arguments.first ?? "").split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let program = Options.take(valueOf: "--program", from: &words) ?? (folder + ["leadline"]).joined(separator: "/")
    setting = Setting(program: program, isFull: isFull, seed: seed ?? UInt64.random(in: 0 ... .max))
    ids = words
  }

  func isWanted(_ id: String) -> Bool { ids.isEmpty || ids.contains(id) }

  /// What to type to see a trial again.
  func again(_ id: String) -> String {
    "torture \(id) --seed \(setting.seed)\(setting.isFull ? " --full" : "")\(isRoot ? " --root" : "")"
  }

  private static func take(_ name: String, from words: inout [String]) -> Bool {
    guard let index = words.firstIndex(of: name) else { return false }
    words.remove(at: index)
    return true
  }

  private static func take(valueOf name: String, from words: inout [String]) -> String? {
    guard let index = words.firstIndex(of: name), index + 1 < words.count else { return nil }
    words.remove(at: index)
    return words.remove(at: index)
  }
}

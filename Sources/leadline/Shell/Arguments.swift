import ArgumentParser
import LeadlineText

/// The words of a command line in the order in which the parser takes them.
enum Arguments {
  /// Options that stand before the command belong to it: `leadline --book B list` is `leadline list --book B`.
  static func ordered(_ arguments: [String]) throws -> [String] {
    var before: [String] = []
    var rest = arguments[...]
    while let word = rest.first, word.hasPrefix("-") {
      let name = word.split(separator: "=", maxSplits: 1).first.map(String.init) ?? word
      if CommonOptions.flags.contains(word) {
        before.append(word)
        rest = rest.dropFirst()
      } else if CommonOptions.valued.contains(name) {
        let isWhole = word.contains("=")
        before += rest.prefix(isWhole ? 1 : 2)
        rest = rest.dropFirst(isWhole ? 1 : 2)
      } else {
        return arguments
      }
    }
    guard let verb = rest.first else { return before }
    try requireVerb(verb)
    if verb == "demo" { return [verb] + before + rest.dropFirst() }
    // A command that has commands of its own takes them first.
    let isNested = verb == "themes" && rest.dropFirst().first.map { !$0.hasPrefix("-") } == true
    let head = rest.prefix(isNested ? 2 : 1)
    return head + before + rest.dropFirst(head.count)
  }

  private static func requireVerb(_ verb: String) throws {
    let verbs = Leadline.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if verbs.contains(verb) || verb == "__complete" { return }
    throw Complaint(
      64, "\"\(Display.safe(verb))\" is no command",
      proposal(for: verb, among: verbs, otherwise: "leadline --help names them"))
  }
}

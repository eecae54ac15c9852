package import LeadlineCore

/// Reads a rules file: three `state` blocks, each with its five clauses (3-rules.md, 2). All findings at once.
package struct RulesReader {
  private enum Block {
    case none, skipped
    case state(State)
  }

  private let file: String
  private var block = Block.none
  private var drafts: [State: StateDraft] = [:]
  private var findings: [Finding] = []

  private init(file: String) { self.file = file }

  /// The rules, or nil where a state block is missing or not whole. Rules may come with findings, for instance of a
  /// block that this version does not know: what has an error among its findings cannot be adopted.
  package static func read(_ text: String, file: String = "rules") -> (rules: Rules?, findings: [Finding]) {
    var reader = RulesReader(file: file)
    var number = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      var words = RulesLine(line, number: number, file: file)
      if !words.isBlank { reader.read(&words) }
      reader.findings += words.findings
    }
    return (reader.rules(end: Place(file: file, line: number, column: 1)), reader.findings)
  }

  private mutating func read(_ line: inout RulesLine) {
    if line.peek == "state" {
      openState(&line)
    } else if line.peek == "rule" {
      line.report("a rule block is unknown in this version", instead: "leave it out, or use a newer Leadline")
      block = .skipped
    } else if case .state(let state) = block {
      drafts[state]?.read(&line)
    } else if case .none = block {
      line.report(
        "\(line.shown) is no block",
        instead: proposal(
          for: line.peek ?? "", among: ["state"], otherwise: "begin with state hot, state warm or state recycle"))
    }
  }

  private mutating func openState(_ line: inout RulesLine) {
    block = .skipped
    let place = line.place
    line.skip()
    guard let name = line.peek, let state = State(rawValue: name) else {
      line.report(
        "\(line.shown) is no state",
        instead: proposal(
          for: line.peek ?? "", among: State.names, otherwise: "write one of \(State.names.joined(separator: ", "))"))
      return
    }
    if let first = drafts[state] {
      line.report("state \(name) stands twice, first in line \(first.place.line)", instead: "leave one of them out")
      return
    }
    line.skip()
    line.finish()
    drafts[state] = StateDraft(state, at: place)
    block = .state(state)
  }

  private mutating func rules(end: Place) -> Rules? {
    var blocks: [State: StateBlock] = [:]
    for state in State.allCases {
      if let draft = drafts[state] {
        blocks[state] = draft.block(&findings)
      } else {
        findings.append(
          Finding(
            at: end, "the block state \(state.rawValue) is missing",
            instead: "add it: every open lead is in one of three states"))
      }
    }
    guard let hot = blocks[.hot], let warm = blocks[.warm], let recycle = blocks[.recycle] else { return nil }
    return Rules(hot: hot, warm: warm, recycle: recycle)
  }
}

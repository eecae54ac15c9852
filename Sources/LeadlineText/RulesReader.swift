package import LeadlineCore

/// Reads a rules file: three `state` blocks and any number of `rule` blocks (3-rules.md, 2). All findings at once, in the
/// order of the text. Time is linear in the text, and sizes have limits.
package struct RulesReader {
  /// In UTF-8.
  package static let mostBytes = 262_144
  package static let mostRules = 500
  /// After so many findings the rest is left unread.
  package static let mostFindings = 1000

  private enum Block {
    case none
    case state(State)
    /// A state block that is read for its findings only.
    case spare(StateDraft)
    case rule(RuleDraft)
  }

  private let file: String
  private let vocabulary: RuleWords
  private var block = Block.none
  private var blockName = ""
  private var drafts: [State: StateDraft] = [:]
  private var ruleLines: [String: Int] = [:]
  private var rules: [(rule: Rule, rungs: [Place])] = []
  private var findings: [Finding] = []
  private var clauses: [RulesDocument.Clause] = []

  private init(file: String, settings: BookSettings) {
    self.file = file
    vocabulary = RuleWords(settings)
  }

  /// The rules, or nil where a state block is missing or not whole. Rules may come with findings: a rule with an error is
  /// left out. What has an error among its findings cannot be adopted. `settings`: the book's kinds and decisions.
  package static func read(
    _ text: String, file: String = "rules", settings: BookSettings = BookSettings()
  ) -> (rules: Rules?, findings: [Finding]) {
    let (rules, findings, _) = readWhole(text, file: file, settings: settings)
    return (rules, findings)
  }

  /// As `read`, and where each clause stands.
  static func readWhole(
    _ text: String, file: String, settings: BookSettings
  ) -> (rules: Rules?, findings: [Finding], clauses: [RulesDocument.Clause]) {
    guard text.utf8.count <= mostBytes else {
      let start = Place(file: file, line: 1, column: 1)
      return (nil, [Finding(at: start, "the file is over 256 KiB", instead: "keep the rules that are used")], [])
    }
    var reader = RulesReader(file: file, settings: settings)
    var number = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      var words = RulesLine(line, number: number, file: file, vocabulary: reader.vocabulary)
      if !words.isBlank { reader.read(&words) }
      reader.findings += words.findings
      if reader.findings.count >= mostFindings { return reader.given(up: Place(file: file, line: number, column: 1)) }
    }
    let rules = reader.rules(end: Place(file: file, line: number, column: 1))
    return (rules, reader.sorted, reader.clauses)
  }

  private func given(up place: Place) -> (rules: Rules?, findings: [Finding], clauses: [RulesDocument.Clause]) {
    let last = Finding(at: place, "the rest is not read", instead: "mend what is named above first")
    return (nil, sorted.prefix(RulesReader.mostFindings) + [last], [])
  }

  private var sorted: [Finding] {
    findings.enumerated().sorted {
      ($0.element.place.line, $0.element.place.column, $0.offset)
        < ($1.element.place.line, $1.element.place.column, $1.offset)
    }.map(\.element)
  }

  private mutating func read(_ line: inout RulesLine) {
    switch line.peek {
    case "state" where line.peek(1) != "is":
      closeBlock()
      openState(&line)
    case "rule":
      closeBlock()
      openRule(&line)
    default: readClause(&line)
    }
  }

  private mutating func readClause(_ line: inout RulesLine) {
    let clause = RulesDocument.Clause(block: blockName, word: line.peek ?? "", place: line.place)
    switch block {
    case .none:
      line.report(
        "\(line.shown) is no block",
        instead: proposal(
          for: line.peek ?? "", among: ["state", "rule"], otherwise: "begin with state hot, state warm or state recycle"
        ))
    case .state(let state): drafts[state]?.read(&line)
    case .spare(var draft):
      draft.read(&line)
      block = .spare(draft)
    case .rule(var draft):
      // Held in one place only, or each line would copy the whole block.
      block = .none
      draft.read(&line)
      block = .rule(draft)
    }
    clauses.append(clause.with(line.numbers))
  }

  private mutating func closeBlock() {
    if case .rule(let draft) = block, let rule = draft.rule(&findings) { rules.append((rule, draft.rungPlaces)) }
    block = .none
    blockName = ""
  }

  private mutating func openState(_ line: inout RulesLine) {
    let place = line.place
    line.skip()
    guard let name = line.peek, let state = State(rawValue: name) else {
      line.report(
        line.isAtEnd ? "a state is missing" : "\(line.shown) is no state",
        instead: proposal(
          for: line.peek ?? "", among: State.names, otherwise: "write one of \(State.names.joined(separator: ", "))"))
      block = .spare(StateDraft(.recycle, at: place))
      return
    }
    if let first = drafts[state] {
      line.report("state \(name) stands twice, first in line \(first.place.line)", instead: "leave one of them out")
      block = .spare(StateDraft(state, at: place))
      return
    }
    line.skip()
    line.finish()
    drafts[state] = StateDraft(state, at: place)
    block = .state(state)
    blockName = "state \(name)"
    clauses.append(RulesDocument.Clause(block: blockName, word: "state", place: place))
  }

  private mutating func openRule(_ line: inout RulesLine) {
    let place = line.place
    line.skip()
    let name = line.ruleName()
    if let name, let first = ruleLines[name] {
      line.report(
        at: line.placeOfTaken, "rule \(name) stands twice, first in line \(first)", instead: "name this one otherwise")
    } else if let name {
      ruleLines[name] = place.line
      blockName = name
      line.finish()
    }
    if rules.count >= RulesReader.mostRules {
      line.report(at: place, "more than \(RulesReader.mostRules) rules", instead: "leave out those that never fire")
    }
    block = .rule(RuleDraft(name ?? "", at: place, isSpare: line.hasErrors))
    clauses.append(RulesDocument.Clause(block: blockName, word: "rule", place: place))
  }

  private mutating func rules(end: Place) -> Rules? {
    closeBlock()
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
    findings += RulesCycles.findings(in: rules)
    guard let hot = blocks[.hot], let warm = blocks[.warm], let recycle = blocks[.recycle] else { return nil }
    return Rules(hot: hot, warm: warm, recycle: recycle, list: rules.map(\.rule))
  }
}

extension RulesLine {
  /// Takes the name of a rule: lower case, digits and `-`. It becomes part of the keys of firings.
  fileprivate mutating func ruleName() -> String? {
    guard let name = peekName else {
      report("the name of the rule is missing", instead: "write rule NAME, such as rule proposal-revisited")
      return nil
    }
    let isSound = name.utf8.allSatisfy { (0x61...0x7a).contains($0) || $0.isDigit || $0 == UInt8(ascii: "-") }
    guard isSound, name.utf8.count <= 64 else {
      report("\(shown) cannot name a rule", instead: "write up to 64 small letters, digits and -")
      return nil
    }
    guard name != "default", name != "person" else {
      report("the name \(name) is taken by the program", instead: "name the rule by what the buyer does")
      return nil
    }
    skip()
    return name
  }
}

import LeadlineCore

/// A `rule` block while it is read.
struct RuleDraft {
  enum Clause: String, CaseIterable {
    case means, when, `if`, unless, `do`, after, cooldown, test, off

    var form: String {
      switch self {
      case .means: "means \"what it says about the buyer\""
      case .when: "when proposal.viewed 3 times in 7d"
      case .if: "if state is hot"
      case .unless: "unless replied in 1d"
      case .do: "do next \"what is to be done\" today"
      case .after: "after 1wd"
      case .cooldown: "cooldown 5wd"
      case .test: "test KIND @mon 10:00 => fires @mon 10:00"
      case .off: "off"
      }
    }

    /// Others may stand as often as they are wanted.
    var isOnce: Bool {
      switch self {
      case .means, .when, .cooldown, .off: true
      case .if, .unless, .do, .after, .test: false
      }
    }
  }

  static let mostRungs = 99

  let place: Place
  /// False once a clause of the block could not be read: the rule is left out.
  private var isSound: Bool
  private var rule: Rule
  private var lines: [Clause: Int] = [:]
  /// An `after` whose `do` has not come yet.
  private var waiting: (after: Interval?, place: Place)?
  /// Where each `do` stands; also of those that could not be read.
  private(set) var rungPlaces: [Place] = []
  /// The rungs that tests name.
  private var named: [(rung: Int, place: Place)] = []

  /// `isSpare`: the block is read for its findings only.
  init(_ name: String, at place: Place, isSpare: Bool) {
    self.place = place
    isSound = !isSpare
    rule = Rule(name, means: "", when: .captured, rungs: [])
  }

  mutating func read(_ line: inout RulesLine) {
    guard let word = line.peek, let clause = Clause(rawValue: word) else {
      refuse(&line)
      return
    }
    if clause.isOnce, let first = lines[clause] {
      line.report("\(word) stands twice in this rule, first in line \(first)", instead: "leave one of them out")
      isSound = false
      return
    }
    let place = line.place
    line.skip()
    if read(clause, &line, at: place) { line.finish() }
    if lines[clause] == nil { lines[clause] = place.line }
    if line.hasErrors { isSound = false }
  }

  private mutating func refuse(_ line: inout RulesLine) {
    isSound = false
    let word = line.peek ?? ""
    let instead =
      if RuleWords.actions.contains(word) {
        "write do before it, or ; behind the action above"
      } else if RuleWords.conditions.contains(word) {
        "write if or unless before it"
      } else if StateDraft.Clause(rawValue: word) != nil {
        "leave it out: it belongs to a state block"
      } else {
        proposal(for: word, among: Clause.names, otherwise: "write one of \(Clause.names.joined(separator: ", "))")
      }
    line.report("\(line.shown) is no clause of a rule", instead: instead)
  }

  /// Whether the clause could be read to its end.
  private mutating func read(_ clause: Clause, _ line: inout RulesLine, at place: Place) -> Bool {
    switch clause {
    case .means:
      let means = line.text(form: clause.form, mayBeEmpty: false)
      rule.means = means ?? ""
      return means != nil
    case .when:
      guard let when = line.trigger() else { return false }
      rule.when = when
      return true
    case .if:
      let list = line.conditions(.and)
      rule.conditions += list ?? []
      return list != nil
    case .unless:
      let list = line.conditions(.or)
      rule.exceptions += list ?? []
      return list != nil
    case .do: return readRung(&line, at: place)
    case .after: return readAfter(&line, at: place)
    case .cooldown:
      rule.cooldown = line.interval(form: clause.form)
      return rule.cooldown != nil
    case .test:
      guard let (test, rung) = line.example() else { return false }
      rule.tests.append(test)
      if case .fires(let number, _) = test.outcome { named.append((number, rung)) }
      return true
    case .off:
      rule.isOff = true
      return true
    }
  }

  private mutating func readRung(_ line: inout RulesLine, at place: Place) -> Bool {
    if lines[.when] == nil {
      line.report(at: place, "do stands before when", instead: "write when above it")
    } else if lines[.do] != nil, waiting == nil {
      line.report(
        at: place, "a second do without a time between", instead: "write after 1wd above it, or ; in the first")
    }
    if rungPlaces.count == RuleDraft.mostRungs {
      line.report(at: place, "more than \(RuleDraft.mostRungs) rungs", instead: "end the ladder here")
    }
    let actions = line.actions()
    rule.rungs.append(Rung(after: waiting?.after, actions ?? []))
    rungPlaces.append(place)
    waiting = nil
    return actions != nil
  }

  private mutating func readAfter(_ line: inout RulesLine, at place: Place) -> Bool {
    if lines[.do] == nil {
      line.report(
        at: place, "after stands before the first do", instead: "write do above it: it fires with the trigger")
    } else if let waiting {
      line.report(
        at: place, "after stands twice, first in line \(waiting.place.line)",
        instead: "write do between, or leave one out")
    }
    let after = line.interval(form: Clause.after.form, least: 1)
    waiting = (after, place)
    return after != nil
  }

  /// The rule, or nil where something in the block is wrong; findings for what the block lacks.
  func rule(_ findings: inout [Finding]) -> Rule? {
    let before = findings.count
    for clause in [Clause.means, .when, .do] where lines[clause] == nil {
      let what = "rule \(rule.name) has no \(clause.rawValue)"
      findings.append(Finding(at: place, what, instead: "add \(clause.form)"))
    }
    if let waiting {
      findings.append(Finding(at: waiting.place, "after has no do", instead: "write do below it, or leave it out"))
    }
    for (rung, place) in named where rung > rungPlaces.count && !rungPlaces.isEmpty {
      let count = rungPlaces.count
      findings.append(
        Finding(
          at: place, "the rule has \(count) rung\(count == 1 ? "" : "s"), not \(rung)",
          instead: "write fires \(count == 1 ? "" : "\(count) ")@…"))
    }
    return isSound && findings.count == before ? rule : nil
  }
}

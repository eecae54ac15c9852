import LeadlineCore

/// A `state` block while it is read.
struct StateDraft {
  enum Clause: String, CaseIterable {
    case means, `default`, escalate, gap
    case halfLife = "half-life"

    var form: String {
      switch self {
      case .means: "means \"what it says about the buyer\""
      case .default: "default next \"what is to be done\" in 8wh"
      case .escalate: "escalate when overdue by 1wd"
      case .gap: "gap 2wd"
      case .halfLife: "half-life 7wd"
      }
    }
  }

  let state: State
  let place: Place
  private var lines: [Clause: Int] = [:]
  private var means: String?
  private var next: Template?
  private var escalate: Interval?
  private var gap: Interval?
  private var halfLife: Interval?

  init(_ state: State, at place: Place) {
    self.state = state
    self.place = place
  }

  mutating func read(_ line: inout RulesLine) {
    guard let word = line.peek, let clause = Clause(rawValue: word) else {
      let words = Clause.names
      let isOfRule = line.peek.flatMap(RuleDraft.Clause.init) != nil
      line.report(
        "\(line.shown) is no clause of a state block",
        instead: isOfRule
          ? "begin a rule above it: rule NAME"
          : proposal(for: line.peek ?? "", among: words, otherwise: "write one of \(words.joined(separator: ", "))"))
      return
    }
    if let first = lines[clause] {
      line.report("\(word) stands twice in this block, first in line \(first)", instead: "leave one of them out")
      return
    }
    lines[clause] = line.place.line
    line.skip()
    if read(clause, &line) { line.finish() }
  }

  /// Whether the clause could be read to its end.
  private mutating func read(_ clause: Clause, _ line: inout RulesLine) -> Bool {
    switch clause {
    case .means:
      means = line.text(form: clause.form)
      return means != nil
    case .default:
      let isNext = line.need("next", form: clause.form)
      next =
        isNext ? line.template(form: clause.form, mayWaitForPark: state == .recycle, mayBeEmpty: true) : nil
      return next != nil
    case .escalate:
      escalate = line.need("when overdue by", form: clause.form) ? line.interval(form: clause.form) : nil
      return escalate != nil
    case .gap:
      gap = line.interval(form: clause.form)
      return gap != nil
    case .halfLife:
      let place = line.place
      halfLife = line.interval(form: clause.form)
      if halfLife?.amount == 0 { line.report(at: place, "a half-life of nothing", instead: "write \(clause.form)") }
      return halfLife != nil
    }
  }

  /// The block, or nil and a finding for each clause that it lacks. A clause that stands there and could not be read
  /// has its own finding.
  func block(_ findings: inout [Finding]) -> StateBlock? {
    for clause in Clause.allCases where lines[clause] == nil {
      findings.append(
        Finding(at: place, "state \(state.rawValue) has no \(clause.rawValue)", instead: "add \(clause.form)"))
    }
    guard let means, let next, let escalate, let gap, let halfLife, halfLife.amount > 0 else { return nil }
    return StateBlock(state: state, means: means, next: next, escalate: escalate, gap: gap, halfLife: halfLife)
  }
}

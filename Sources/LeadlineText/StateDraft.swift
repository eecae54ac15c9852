import LeadlineCore

/// A `state` block while it is read.
struct StateDraft {
  private enum Clause: String, CaseIterable {
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
      line.report(
        "\(line.shown) is no clause of a state block",
        instead: proposal(
          for: line.peek ?? "", among: words, otherwise: "write one of \(words.joined(separator: ", "))"))
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
      next = line.need("next", form: clause.form) ? line.template(in: state, form: clause.form) : nil
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

extension RulesLine {
  /// `"TEXT" in 8wh by call`: what stands behind `next`.
  fileprivate mutating func template(in state: State, form: String) -> Template? {
    let place = self.place
    guard let text = text(form: form) else { return nil }
    checkFields(of: text, at: place)
    guard let timing = timing(in: state, form: form) else { return nil }
    guard take("by") else { return Template(text, timing) }
    let means: [Means] = [.call, .mail, .message, .meeting]
    guard let word = peek, let by = means.first(where: { $0.rawValue == word }) else {
      let words = means.map(\.rawValue)
      report(
        "\(shown) is no way to get in touch",
        instead: proposal(for: peek ?? "", among: words, otherwise: "write one of \(words.joined(separator: ", "))"))
      return nil
    }
    skip()
    return Template(text, timing, by: by)
  }

  private mutating func timing(in state: State, form: String) -> Template.Timing? {
    if take("now") { return .now }
    if take("today") { return .today }
    if take("in") { return interval(form: form).map(Template.Timing.in) }
    if take("at") {
      let bytes = Array((peek ?? "").utf8)
      var end = 0
      guard let minute = bytes.span.minute(&end), end == bytes.count else {
        report("\(shown) is no time of day", instead: "write at 09:00")
        return nil
      }
      skip()
      return .at(minute)
    }
    let place = self.place
    if take("when the park ends") {
      if state == .recycle { return .whenParkEnds }
      report(at: place, "only recycle has a park that ends", instead: "write in 8wh, now, today or at 09:00")
      return nil
    }
    report(
      peek == nil ? "when it is due is missing" : "\(shown) is no timing",
      instead: "write in 8wh, now, today, at 09:00" + (state == .recycle ? " or when the park ends" : ""))
    return nil
  }

  private mutating func checkFields(of text: String, at place: Place) {
    for field in Template.fields(of: text) where !Template.fieldNames.contains(field) {
      let names = Template.fieldNames.map { "{\($0)}" }
      report(
        at: place, "{\(field)} is no field of a lead",
        instead: proposal(for: "{\(field)}", among: names, otherwise: "write one of \(names.joined(separator: ", "))"))
    }
  }
}

/// One line of the table of goals.
struct Row {
  let goal: String
  let measured: String
  let reference: String
  let ratio: String
  /// Nil where it was not measured.
  let holds: Bool?

  init(_ goal: String, _ measured: String, reference: String = "-", ratio: String = "-", holds: Bool?) {
    self.goal = goal
    self.measured = measured
    self.reference = reference
    self.ratio = ratio
    self.holds = holds
  }

  /// A goal for which something is missing on this machine.
  static func skipped(_ goal: String, _ why: String) -> Row { Row(goal, "not measured: \(why)", holds: nil) }

  func print() {
    let verdict = holds.map { $0 ? "holds" : "falls short" } ?? "skipped"
    Swift.print("\(goal) | \(measured) | \(reference) | \(ratio) | \(verdict)")
  }
}

extension Double {
  /// Three figures are enough, and more than the machine can say.
  var short: String {
    if isNaN { return "failed" }
    let scale = self < 10 ? 100.0 : self < 100 ? 10 : 1
    let rounded = (self * scale).rounded() / scale
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  var milliseconds: String { short + " ms" }
}

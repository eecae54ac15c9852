import LeadlineCore
import LeadlineTestKit
import LeadlineText
import Testing

/// Texts that nobody would write: the reader ends, with findings that lie in the text.
@Suite struct `Any text as rules` {
  @Test(arguments: [UInt64(1), UInt64.random(in: 2 ... .max)])
  func `mutated rules are read to the end, and edited`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let rules = DefaultRules.text.split(separator: "\nrule ").dropFirst().map { "rule " + $0 }
    for _ in 0..<300 {
      var text = Array((stateBlocks + dice.pick(rules) + dice.pick(rules)).unicodeScalars)
      for _ in 0..<1 + dice.next() % 8 { mutate(&text, &dice) }
      check(String(String.UnicodeScalarView(text)), seed)
    }
  }

  private func mutate(_ text: inout [Unicode.Scalar], _ dice: inout Dice) {
    let at = Int(dice.next() % UInt64(text.count))
    switch dice.next() % 4 {
    case 0: text[at] = dice.pick(Array("\u{0}\"\\,;=>#@é\r\n 0z".unicodeScalars))
    case 1: text.remove(at: at)
    case 2: text.insert(dice.pick(text), at: at)
    default: text.removeSubrange(at..<min(text.count, at + 7))
    }
  }

  private func check(_ text: String, _ seed: UInt64) {
    let document = RulesDocument(text)
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(\.count)
    for place in document.findings.map(\.place) {
      #expect(
        lines.indices.contains(place.line - 1) && place.column <= lines[place.line - 1] + 1, "seed \(seed): \(text)")
    }
    if let block = document.clauses.last?.block, let off = document.switching(block, off: true) {
      #expect(off.switching(block, off: false)?.text == text || off.text == text, "seed \(seed): \(text)")
    }
  }

  @Test func `long lines and many words are read in one go`() {
    for unit in ["a ", ",", ";", "\"", "\\\"", "{a}", "=>", "@", "when ", "test a @mon, ", "do x;", "if a or "] {
      let long = String(repeating: unit, count: 60_000 / unit.utf8.count)
      for head in ["", "  when ", "  if ", "  unless state is ", "  do ", "  do next \"", "  test ", "  after "] {
        let (rules, findings) = RulesReader.read("rule x\n\(head)\(long)\n\(stateBlocks)")
        #expect(findings.count <= RulesReader.mostFindings + 1)
        #expect(rules?.list.isEmpty != false)
      }
    }
  }
}

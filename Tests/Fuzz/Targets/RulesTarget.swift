import LeadlineCore
import LeadlineText

/// The text as the rules of a book.
func takeRules(_ bytes: [UInt8]) {
  let text = text(bytes)
  let lines = text.unicodeScalars.count { $0 == "\n" } + 1
  let (rules, findings) = RulesReader.read(text)
  for finding in findings {
    claim((1...lines).contains(finding.place.line) && finding.place.column > 0, "\(finding) lies in the text")
  }
  claim(rules != nil || !findings.isEmpty, "there are rules, or a finding says why not")
  guard let rules else { return }
  let adoption = Adoption(engine: 1, rules: text, book: "")
  takeFact(.adopt(adoption), "the rules")
  for state in State.allCases { claim(rules[state].state == state, "the block of \(state) is its own") }
}

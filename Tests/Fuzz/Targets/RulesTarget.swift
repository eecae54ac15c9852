import LeadlineCore
import LeadlineText

/// The text as the rules of a book: read, written, read again, and edited.
func takeRules(_ bytes: [UInt8]) {
  let text = text(bytes)
  let document = RulesDocument(text)
  claim(Array(document.text.utf8) == Array(text.utf8), "the document gives back its text")
  claimPlaces(of: document.findings, in: text)
  let isSound = document.findings.allSatisfy { $0.severity == .warning }
  claim(document.rules != nil || !isSound, "there are rules, or a finding says why not")
  edit(document, isSound: isSound)
  guard let rules = document.rules else { return }
  takeFact(.adopt(Adoption(engine: 1, rules: text, book: "")), "the rules")
  for state in State.allCases { claim(rules[state].state == state, "the block of \(state) is its own") }
  guard isSound else { return }
  let written = RulesWriter.text(rules)
  let again = RulesReader.read(written)
  claim(again.rules == rules, "what was written is read as the same:\n\(written)")
  claim(again.findings.allSatisfy { $0.severity == .warning }, "what was written has no error: \(again.findings)")
}

/// Findings lie in the text, in its order, and hold nothing that a terminal obeys.
private func claimPlaces(of findings: [Finding], in text: String) {
  let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(\.count)
  var last = (0, 0)
  for finding in findings {
    let place = (finding.place.line, finding.place.column)
    claim(lines.indices.contains(place.0 - 1), "\(finding) lies in the text")
    claim((1...lines[place.0 - 1] + 1).contains(place.1), "\(finding) lies in its line")
    claim(last <= place, "\(finding) comes in its order")
    claim(finding.line == Display.visible(finding.line), "\(finding) can be shown")
    last = place
  }
}

/// A switch back and forth leaves every byte; so does a number that is written over itself. One rule and one number of
/// the text are tried, whichever its length says.
private func edit(_ document: RulesDocument, isSound: Bool) {
  let choice = document.text.utf8.count
  let heads = document.clauses.filter { $0.word == "rule" && !$0.block.isEmpty }
  if !heads.isEmpty { edit(heads[choice % heads.count].block, of: document, isSound: isSound) }
  let numbers = document.clauses.flatMap(\.numbers)
  guard !numbers.isEmpty else { return }
  let number = numbers[choice % numbers.count]
  if let same = document.changing(number, to: number.text) {
    claim(same.text == document.text, "\(number) is written over itself")
  }
  if let changed = document.changing(number, to: number.kind == .duration ? "31wd" : "31") {
    claim(changed.text.utf8.count <= document.text.utf8.count + 4, "\(number) alone is changed")
  }
}

private func edit(_ rule: String, of document: RulesDocument, isSound: Bool) {
  guard let off = document.switching(rule, off: true) else { return }
  guard !document.clauses(of: rule).contains(where: { $0.word == "off" }) else {
    claim(off.text == document.text, "what is off stays as it is")
    _ = document.switching(rule, off: false)
    return
  }
  claim(off.switching(rule, off: false)?.text == document.text, "\(rule) goes off and on again")
  if isSound { claim(off.rules?.rule(named: rule)?.isOff == true, "\(rule) is off") }
}

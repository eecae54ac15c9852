import LeadlineCore
import LeadlineText
import Testing

@Suite struct RulesDocumentTests {
  private let standard = RulesDocument(DefaultRules.text)

  private func changed(_ text: String, _ block: String, _ clause: String, to number: String, at index: Int = 0)
    -> String?
  {
    let document = RulesDocument(text)
    let numbers = document.clauses(of: block).filter { $0.word == clause }.flatMap(\.numbers)
    return numbers.indices.contains(index) ? document.changing(numbers[index], to: number)?.text : nil
  }

  @Test func `a document gives back what was read`() {
    let text = "\t# head\r\n" + stateBlocks.replacing("\n", with: " # why é\r\n") + "rule\u{0}"
    #expect(Array(RulesDocument(text).text.utf8) == Array(text.utf8))
  }

  @Test func `switching a rule off adds one line below its head`() throws {
    let off = try #require(standard.switching("hot-silent", off: true))
    #expect(off.text == DefaultRules.text.replacing("rule hot-silent\n", with: "rule hot-silent\n  off\n"))
    #expect(off.findings == [])
    #expect(off.rules?.list.filter(\.isOff).map(\.name) == ["hot-silent"])
  }

  @Test func `switching a rule off and on again leaves every byte as it was`() throws {
    for text in [
      DefaultRules.text, DefaultRules.text.replacing("\n", with: "\r\n"),
      DefaultRules.text.replacing("  ", with: "\t"),
    ] {
      let document = RulesDocument(text)
      for rule in try #require(document.rules?.list) {
        let off = try #require(document.switching(rule.name, off: true))
        #expect(off.rules?.rule(named: rule.name)?.isOff == true)
        #expect(off.switching(rule.name, off: false)?.text == text)
      }
    }
  }

  @Test func `what is off stays off, and what is on stays on`() {
    #expect(standard.switching("hot-silent", off: false)?.text == DefaultRules.text)
    let off = standard.switching("hot-silent", off: true)
    #expect(off?.switching("hot-silent", off: true)?.text == off?.text)
    #expect(standard.switching("no-such-rule", off: true) == nil)
    #expect(standard.switching("state warm", off: true) == nil)
  }

  @Test func `a comment behind off stays where it is`() {
    let text = stateBlocks + "rule x\n  off # until may\n  means \"?\"\n  when captured\n  do escalate\n"
    #expect(RulesDocument(text).switching("x", off: false)?.text == text.replacing("off #", with: " #"))
  }

  @Test func `a head at the end of the file gets its line too`() {
    let off = RulesDocument("rule x").switching("x", off: true)
    #expect(off?.text == "rule x\n  off")
    #expect(off?.switching("x", off: false)?.text == "rule x")
  }

  @Test func `a number is changed and nothing else`() {
    let text = DefaultRules.text
    #expect(
      changed(text, "proposal-revisited", "when", to: "4")
        == text.replacing("proposal.viewed 3 times", with: "proposal.viewed 4 times"))
    #expect(
      changed(text, "proposal-revisited", "when", to: "9d", at: 1) == text.replacing("times in 7d", with: "times in 9d")
    )
    #expect(
      changed(text, "proposal-revisited", "cooldown", to: "10wd")
        == text.replacing("cooldown  5wd", with: "cooldown  10wd"))
    #expect(changed(text, "state warm", "half-life", to: "2w") == text.replacing("half-life 7wd", with: "half-life 2w"))
    #expect(
      changed(text, "recycled-twice", "if", to: "2") == text.replacing("recycled over 1", with: "recycled over 2"))
  }

  @Test func `every rung's time is found by its place`() {
    let numbers = standard.clauses(of: "warm-silent").filter { $0.word == "after" }.flatMap(\.numbers)
    #expect(numbers.map(\.text) == ["4wd", "5wd", "7wd", "9wd", "5wd"])
    #expect(
      standard.changing(numbers[4], to: "6wd")?.rules?.rule(named: "warm-silent")?.rungs.map(\.after?.amount) == [
        nil, 4, 5, 7, 9, 6,
      ])
  }

  @Test func `amounts and shares are numbers too`() {
    let text =
      stateBlocks
      + "rule x\n  means \"ü\"\n  when captured\n  if value over 10000 and momentum under 20%\n  do escalate\n"
    #expect(changed(text, "x", "if", to: "99.50") == text.replacing("10000", with: "99.50"))
    #expect(changed(text, "x", "if", to: "5%", at: 1) == text.replacing("20%", with: "5%"))
  }

  @Test(arguments: ["", "4", "4 wd", "4wd # x", "-1d", "4WD", "４d", "1000000d"])
  func `what is no number of its kind is not written`(text: String) {
    #expect(changed(DefaultRules.text, "warm-silent", "after", to: text) == nil)
  }

  @Test func `a number of another text is not found`() throws {
    let number = try #require(standard.clauses(of: "warm-silent").first { !$0.numbers.isEmpty }?.numbers.first)
    #expect(RulesDocument(stateBlocks).changing(number, to: "4wd") == nil)
  }
}

import LeadlineCore
import LeadlineText
import Testing

@Suite struct RulesWriterTests {
  @Test func `the default rules are read again as they were written`() throws {
    let rules = try #require(RulesReader.read(DefaultRules.text).rules)
    let again = RulesReader.read(RulesWriter.text(rules))
    #expect(again.findings.map(\.line) == [])
    #expect(again.rules == rules)
  }

  @Test func `a rule is written as the page shows it`() throws {
    let page = """
      rule proposal-revisited
        means     "They are selling it inside, or stuck on one page."
        when      proposal.viewed 3 times in 7d
        if        state is not recycle
        unless    replied in 1d
        do        move hot; next "Offer two times to walk through it" in 4wh; draft advance walkthrough
        after     1wd
        do        escalate
        cooldown  5wd
        test      proposal.viewed @mon 10:00, proposal.viewed @wed 09:00, proposal.viewed @fri 16:00 => fires @fri 16:00

      """
    let rule = try #require(RulesReader.read(stateBlocks + page).rules?.list.first)
    #expect(RulesWriter.block(rule) == page)
  }

  @Test(arguments: [UInt64(1), UInt64.random(in: 2 ... .max)])
  func `any rules are read again as they were written`(seed: UInt64) {
    var random = RandomRules(seed: seed)
    for trial in 0..<1000 {
      let rules = random.rules()
      let text = RulesWriter.text(rules)
      let (again, findings) = RulesReader.read(text, settings: RandomRules.settings)
      let wrong = findings.filter { !$0.what.contains("cycle") && !$0.what.contains("without end") }
      #expect(wrong.map(\.line) == [], "seed \(seed), trial \(trial)\n\(text)")
      #expect(again == rules, "seed \(seed), trial \(trial)\n\(text)")
      if again != rules || !wrong.isEmpty { return }
    }
  }

  @Test func `an end of line in a text becomes a space`() {
    let rule = Rule("x", means: "a\nb", when: .captured, rungs: [Rung([.tag("\n")])])
    #expect(
      readRule(RulesWriter.block(rule).split(separator: "\n").dropFirst(2).joined(separator: "\n")).rule?.rungs == [
        Rung([.tag(" ")])
      ])
  }
}

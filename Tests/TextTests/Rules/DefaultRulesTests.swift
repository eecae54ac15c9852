import LeadlineCore
import LeadlineText
import Testing

@Suite struct DefaultRulesTests {
  private let read = RulesReader.read(DefaultRules.text)

  @Test func `the default rules are read without a finding`() {
    #expect(read.findings.map(\.line) == [])
    #expect(DefaultRules.text.utf8.count < 30_000)
  }

  @Test func `the fifteen rules stand in the order of their rank`() {
    #expect(
      read.rules?.list.map(\.name) == [
        "reply-owed-hot", "reply-owed-warm", "first-answer", "promise-passed", "meeting-missed", "proposal-revisited",
        "proposal-unopened", "price-then-silence", "recycle-signal", "hot-silent", "warm-silent", "recycle-wakes",
        "recycled-twice", "two-week-alarm", "captured-untouched",
      ])
  }

  @Test func `every rule says what it means and shows when it fires`() throws {
    for rule in try #require(read.rules?.list) {
      #expect(!rule.means.isEmpty)
      #expect(rule.tests.contains { if case .fires = $0.outcome { true } else { false } }, "\(rule.name)")
      #expect(!rule.isOff)
    }
  }

  @Test func `every message stands beside an action and is one of a new book's`() throws {
    let rungs = try #require(read.rules).list.flatMap(\.rungs)
    var named: Set<String> = []
    for action in rungs.flatMap(\.actions) {
      if case .draft(let does, let name?) = action {
        #expect(InstalledMessages.intent(of: name) == does)
        named.insert(name)
      }
    }
    #expect(named == ["answer", "reschedule", "walkthrough", "options", "what-changed"])
  }

  @Test func `the silence ladder asks five times and then parks`() throws {
    let rule = try #require(read.rules?.rule(named: "warm-silent"))
    #expect(rule.when == .silent(wd(3)))
    #expect(rule.rungs.map(\.after) == [nil, wd(4), wd(5), wd(7), wd(9), wd(5)])
    #expect(rule.rungs.last?.actions == [.move(.recycle, park: days(90))])
  }

  @Test func `the states are those of the rules that a new book has today`() {
    let today = RulesReader.read(StateRules.text).rules
    #expect(read.rules.map { Rules(hot: $0.hot, warm: $0.warm, recycle: $0.recycle) } == today)
  }
}

extension DefaultRulesTests {
  @Test func `every example of the default rules comes true`() throws {
    let rules = try #require(read.rules)
    for rule in rules.list {
      for result in RuleTrial.run(rule, in: rules, settings: BookSettings(), zone: .utc) where !result.passes {
        let fired = result.fired.map { "\($0.rung) \(Zone.utc.wall(at: $0.at))" }
        Issue.record("\(rule.name): \(result.test.events.map(\.step)) => \(result.test.outcome), but \(fired)")
      }
    }
  }
}

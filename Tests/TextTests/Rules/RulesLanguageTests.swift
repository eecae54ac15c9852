import LeadlineCore
import LeadlineText
import Testing

/// Every form of the language is read as its value, and that is written in the same words.
@Suite struct RulesLanguageTests {
  private static let viewed = Happening.signal(.proposalViewed)
  private static let sent = Happening.touch(.proposal, .sent)

  @Test(arguments: [
    ("proposal.viewed", Trigger.happens([viewed])),
    ("proposal.viewed, pricing.viewed", .happens([viewed, .signal(.pricingViewed)])),
    ("proposal.sent", .happens([sent])), ("call.none", .happens([.touch(.call, .none)])),
    ("meeting.missed", .happens([.signal(.meetingMissed)])), ("meeting.held", .happens([.touch(.meeting, .held)])),
    ("any signal", .anySignal),
    ("proposal.viewed 3 times in 7d", .repeated(viewed, times: 3, within: days(7))),
    (
      "no replied, commit in 2wd after proposal.sent",
      .absence(of: [.signal(.replied), .signal(.commit)], within: wd(2), after: sent)
    ),
    ("proposal.viewed again after 10wd", .again(viewed, after: wd(10))),
    ("3 signals in 7d then none in 5wd", .lull(signals: 3, within: days(7), quiet: wd(5))),
    ("owed for 8wh", .owed(wh(8))), ("silent for 3wd", .silent(wd(3))), ("untouched for 13d", .untouched(days(13))),
    ("unplanned for 1wd", .unplanned(wd(1))), ("promise passed by 0d", .promisePassed(days(0))),
    ("overdue by 1wd", .overdue(wd(1))), ("in warm for 20wd", .inState(.warm, wd(20))),
    ("at safety for 20wd", .atDecision("safety", wd(20))), ("recycle ends", .recycleEnds), ("captured", .captured),
    ("moved to recycle", .moved(.recycle)), ("decided approval", .decided("approval")),
  ])
  func `a trigger`(text: String, trigger: Trigger) {
    let (rule, findings) = readRule("when \(text)\ndo escalate")
    #expect(findings.map(\.line) == [])
    #expect(rule?.when == trigger)
    #expect(RulesWriter.trigger(trigger) == text)
  }

  @Test(arguments: [
    ("state is warm", Condition.state([.warm], isNot: false)),
    ("state is hot or warm", .state([.hot, .warm], isNot: false)),
    ("state is not recycle", .state([.recycle], isNot: true)),
    ("decision is safety or urgency", .decision(["safety", "urgency"], isNot: false)),
    ("decision is not commit", .decision(["commit"], isNot: true)),
    ("value over 10000", .valueOver(1_000_000)), ("value under 99.50", .valueUnder(9950)),
    ("owner is ana", .owner("ana")), ("source is \"fair 2026\"", .source("fair 2026")), ("tag is vip", .tag("vip")),
    ("currency is CHF", .currency("CHF")), ("proposal.viewed in 7d", .seen(viewed, within: days(7))),
    ("no proposal.sent in 2wd", .notSeen(sent, within: wd(2))), ("replied in 1d", .answered(within: days(1))),
    ("no replied in 1d", .notAnswered(within: days(1))),
    ("\"replied\" in 1d", .seen(.signal(.replied), within: days(1))),
    ("never touched", .neverTouched), ("recycled over 1", .recycledOver(1)), ("touches over 3", .touchesOver(3)),
    ("momentum under 20%", .momentumUnder(20)), ("promise pending", .promisePending), ("has email", .hasEmail),
    ("has phone", .hasPhone), ("working hours", .workingHours),
  ])
  func `a condition, under if and under unless`(text: String, condition: Condition) {
    let (rule, findings) = readRule("when captured\nif \(text)\nunless \(text)\ndo escalate")
    #expect(findings.map(\.line) == [])
    #expect(rule?.conditions == [condition])
    #expect(rule?.exceptions == [condition])
    #expect(RulesWriter.condition(condition) == text)
  }

  @Test(arguments: [
    ("next \"Call {first}\" in 4wh", RuleAction.next(Template("Call {first}", .in(wh(4))))),
    ("next \"Call\" now", .next(Template("Call", .now))),
    ("next \"Call\" today by call", .next(Template("Call", .today, by: .call))),
    ("next \"Call\" at 09:30 by meeting", .next(Template("Call", .at(570), by: .meeting))),
    ("move hot", .move(.hot, park: nil)), ("move recycle for 90d", .move(.recycle, park: days(90))),
    ("escalate", .escalate(to: nil)), ("escalate to bo", .escalate(to: "bo")), ("decide safety", .decide("safety")),
    ("tag vip", .tag("vip")), ("untag \"key account\"", .untag("key account")),
    ("notify \"{name} is back\"", .notify("{name} is back")), ("run ring-bell", .run("ring-bell")),
    ("close dead because \"no answer\"", .close(reason: "no answer")),
  ])
  func `an action`(text: String, action: RuleAction) {
    let (rule, findings) = readRule("when captured\ndo \(text)")
    #expect(findings.map(\.line) == [])
    #expect(rule?.rungs == [Rung([action])])
    #expect(RulesWriter.action(action) == text)
  }

  @Test(arguments: [
    ("draft advance walkthrough", RuleAction.draft(.advance, name: "walkthrough")),
    ("draft clarify", .draft(.clarify, name: nil)),
    ("send close close-the-loop", .send(.close, name: "close-the-loop")),
  ])
  func `a message stands beside an action`(text: String, action: RuleAction) {
    let (rule, findings) = readRule("when captured\ndo \(text); next \"Send it\" now")
    #expect(findings.map(\.line) == [])
    #expect(rule?.rungs == [Rung([action, .next(Template("Send it", .now))])])
    #expect(RulesWriter.action(action) == text)
  }

  @Test func `an example has steps and an outcome`() {
    let text =
      "replied @mon 10:00, move recycle for 2w @tue+1w 09:00, decide safety @wed 08:30, promise by fri+2w @thu 17:00 => fires 2 @sun+10w 00:00"
    let (rule, findings) = readRule("when captured\ndo escalate\nafter 1d\ndo escalate\ntest \(text)")
    #expect(findings.map(\.line) == [])
    let test = RuleTest(
      [
        .init(.happening(.signal(.replied)), at: .init(.monday, minute: 600)),
        .init(.move(.recycle, park: Interval(amount: 2, unit: .weeks)), at: .init(.tuesday, weeks: 1, minute: 540)),
        .init(.decide("safety"), at: .init(.wednesday, minute: 510)),
        .init(.promise(.friday, weeks: 2), at: .init(.thursday, minute: 1020)),
      ], .fires(rung: 2, at: .init(.sunday, weeks: 10, minute: 0)))
    #expect(rule?.tests == [test])
    #expect(RulesWriter.test(test) == text)
  }

  @Test func `an example may be that nothing happens, and that nothing comes of it`() {
    let (rule, findings) = readRule("when captured\ndo escalate\ntest => quiet\ntest=>fires @tue 00:00")
    #expect(findings.map(\.line) == [])
    #expect(rule?.tests == [RuleTest([], .quiet), RuleTest([], .fires(rung: 1, at: .init(.tuesday, minute: 0)))])
  }

  @Test func `clauses of a rule may be repeated, and stand in any order but that of its rungs`() {
    let (rule, findings) = readRule(
      """
      cooldown 5wd # a rest
      unless replied in 1d or promise pending
      off
      if state is hot or warm and has email
      when captured
      do tag a;escalate
      if never touched
      after 1wd
      unless has phone
      do escalate
      """)
    #expect(findings.map(\.line) == [])
    let expected = Rule(
      "x", means: "?", when: .captured, conditions: [.state([.hot, .warm], isNot: false), .hasEmail, .neverTouched],
      exceptions: [.answered(within: days(1)), .promisePending, .hasPhone],
      rungs: [Rung([.tag("a"), .escalate(to: nil)]), Rung(after: wd(1), [.escalate(to: nil)])], cooldown: wd(5),
      isOff: true)
    #expect(rule == expected)
  }

  @Test func `or joins names of a list and, under unless, conditions`() {
    let (rule, _) = readRule(
      "when captured\nunless state is hot or warm or decision is commit or commit in 2d\ndo escalate")
    #expect(
      rule?.exceptions == [
        .state([.hot, .warm], isNot: false), .decision(["commit"], isNot: false),
        .seen(.signal(.commit), within: days(2)),
      ])
  }

  @Test func `the book's kinds and decisions are words, and others are not`() {
    var settings = BookSettings()
    settings.decisions = ["interest", "größe"]
    settings.confidences = [SignalKind("demo.started"): .strong, SignalKind("proposal.sent"): .medium]
    let (rule, findings) = readRule("when demo.started, proposal.sent\ndo decide größe", settings: settings)
    #expect(findings.map(\.line) == [])
    #expect(rule?.when == .happens([.signal(SignalKind("demo.started")), .signal(SignalKind("proposal.sent"))]))
    #expect(
      readRule("when decided safety\ndo escalate", settings: settings).findings.map(\.instead) == [
        "write one of interest, größe"
      ])
  }

  @Test func `a name that is a word of the language stands in quotes`() {
    var settings = BookSettings()
    settings.decisions = ["not", "over"]
    settings.confidences = [SignalKind("captured"): .strong]
    let (rule, findings) = readRule(
      "when \"captured\"\nif decision is \"not\" or \"over\"\ndo decide \"not\"", settings: settings)
    #expect(findings.map(\.line) == [])
    #expect(rule?.when == .happens([.signal(SignalKind("captured"))]))
    #expect(rule?.conditions == [.decision(["not", "over"], isNot: false)])
  }

  @Test func `a weak kind that would fire alone is a warning`() {
    let (rule, findings) = readRule("when email.opened 3 times in 7d\nif email.opened in 1d\ndo escalate")
    #expect(rule != nil)
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.what == "email.opened is weak: by itself it never makes a rule fire")
  }

  @Test func `the nine messages are those of a new book, three kinds of them`() {
    #expect(InstalledMessages.all.count == 9)
    #expect(InstalledMessages.all.filter { $0.does == .advance }.count == 6)
    #expect(InstalledMessages.intent(of: "risk") == .clarify)
    #expect(InstalledMessages.intent(of: "risks") == nil)
  }
}

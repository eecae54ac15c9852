import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    ["list"], ["due"], ["silence"], ["search", "a"], ["log"], ["show", "ana"], ["check"], ["tick"], ["keys"],
    ["config"],
    ["note", "ana", "x"],
  ])
  func `what claims to be JSON is JSON`(words: [String]) throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana \"quoted\" \\ \u{1}", "next:call", "due:today")
    let node = try shell.run(words: words + ["--json"]).json()
    #expect(node["schema"]?.text?.hasPrefix("leadline.") == true)
  }

  @Test func `a lead has every key that the page names`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana", "@Acme", "ana@acme.example", "12k€", "+fair", "via:web", "next:call", "due:17:00")
    let lead = try #require(try shell.run("list", "--json").json().items.first)
    guard case .object(let members) = lead else { return }
    let keys = """
      id name company emails phones owner source tags value state state_since object until decision decision_since \
      momentum silent_days untouched_days owed_since next agreed_next actions drafts promise escalated closed captured \
      imported ext
      """
    #expect(Set(members.keys) == Set(keys.split(separator: " ").map(String.init)))
    #expect(lead["value"]?["amount"]?.int == 12000)
    #expect(lead["next"]?["due"]?.text == "2026-11-23T17:00:00+01:00")
    #expect(lead["until"] == .null)
    #expect(lead["silent_days"] == .null)
  }

  @Test func `an event shows its words, keys and whether it is undone`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    try shell.run("signal", "ana", "replied", "--src", "m:1")
    try shell.run("undo")
    guard case .array(let events)? = try shell.run("show", "ana", "--json").json()["timeline"] else { return }
    let event = try #require(events.last)
    #expect(event["kind"]?.text == "signal")
    #expect(event["words"]?[0]?.text == "replied")
    #expect(event["keys"]?["src"]?.text == "m:1")
    #expect(event["undone"] == .boolean(true))
  }
}

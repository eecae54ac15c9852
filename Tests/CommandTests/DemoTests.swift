import Glibc
import Testing

/// The figures of Tests/Mockups/demo-story.md.
@Suite struct DemoTests {
  private func json(_ words: String...) throws -> JSONNode {
    try TrialShell(withBook: false).run(words: ["demo"] + words + ["--json"]).json()
  }

  @Test func `the demo counts what its story says`() throws {
    let counts = try #require(try json("due")["counts"])
    let numbers = ["due", "escalated", "warm_untouched_over_14d", "without_next", "captured_late", "new_untouched"]
    #expect(numbers.map { counts[$0]?.int } == [5, 2, 2, 1, 1, 0])
    let columns = ["hot", "warm", "recycle"].map { counts["columns"]?[$0] }
    #expect(columns.map { $0?["count"]?.int } == [4, 5, 4])
    #expect(columns.map { $0?["value"]?["amount"]?.int } == [46500, 27000, 14000])
  }

  @Test(arguments: [
    ("due", ["Farid Haddad", "Tom Reyes", "Bo Lindqvist", "Ana Müller", "Eve Okafor"]),
    (
      "silence",
      [
        "Farid Haddad", "Dmitri Kask", "Bo Lindqvist", "Priya Nair", "Tom Reyes", "Hugo Marsh", "Kira Novak",
        "Inês Duarte", "Jon Bell",
      ]
    ),
  ])
  func `its lists stand in the story's order`(verb: String, names: [String]) throws {
    #expect(try json(verb).items.map { $0["name"]?.text } == names)
  }

  /// Name, silent and untouched days, momentum, owner, decision.
  @Test(
    arguments: [
      ("Tom Reyes", 3, 3, 74, "mia", "commit"), ("Ana Müller", nil, 4, 97, "sam", "approval"),
      ("Priya Nair", 3, 3, 89, "sam", "urgency"), ("Bo Lindqvist", 3, 4, 76, "sam", "safety"),
      ("Eve Okafor", nil, 11, 74, "sam", "urgency"), ("Dmitri Kask", 16, 17, 45, "sam", "safety"),
      ("Farid Haddad", 21, 21, 42, "mia", "attention"), ("Grace Lim", nil, 10, 81, "sam", "approval"),
      ("Chloé Petit", nil, 4, 75, "sam", "attention"), ("Hugo Marsh", 52, 53, 86, "sam", "safety"),
      ("Inês Duarte", 23, 32, 50, "mia", "attention"), ("Jon Bell", 11, 20, 58, "sam", "attention"),
      ("Kira Novak", 47, 48, 85, "sam", "safety"),
    ] as [(String, Int?, Int, Int, String, String)])
  func `each lead stands where the story has it`(
    name: String, silent: Int?, untouched: Int, momentum: Int, owner: String, decision: String
  ) throws {
    let lead = try #require(try json("show", name)["lead"])
    #expect(lead["silent_days"]?.int == silent)
    #expect(lead["untouched_days"]?.int == untouched)
    #expect(lead["momentum"]?.int == momentum)
    #expect(lead["owner"]?.text == owner)
    #expect(lead["decision"]?.text == decision)
  }

  @Test func `four leads are closed`() throws {
    let closed = try json("list", "state:closed").items
    #expect(closed.map { $0["state"]?.text } == ["won", "lost", "lost", "dead"])
  }

  @Test func `the demo is clean, and leaves nothing behind`() throws {
    let shell = try TrialShell(withBook: false)
    #expect(try shell.run("demo", "check").lines == ["17 leads, 172 events, clean"])
    #expect(try shell.run("demo", "note", "ana", "hello").code == 0)
    #expect(system("test -z \"$(ls '\(shell.root)/.local/state/leadline')\"") == 0)
  }
}

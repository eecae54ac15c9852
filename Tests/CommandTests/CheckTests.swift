import Glibc
import Testing

@Suite struct CheckTests {
  /// What a line is replaced with, its class, and what `check` exits with.
  @Test(arguments: [
    ("<<<<<<< HEAD", "conflict marker", Int32(1)), ("2026-11-23T08:12:00.000Z note an", "cut", 2),
    ("2026-11-23T08:12Z touch ana cal", "bad", 2), ("2026-11-23T08:12Z note ana \"\u{0}\"", "bad", 2),
  ])
  func `a line that is wrong is named with its file, and what mends it`(line: String, kind: String, code: Int32) throws
  {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    let segment = try shell.segment
    let count = shell.text(segment).split(separator: "\n").count
    try shell.write(shell.text(segment) + line + "\n", to: segment)
    let answer = try shell.run("check", "--json")
    #expect(answer.code == code)
    let item = try #require(try answer.json().items.first)
    #expect(item["class"]?.text == kind)
    #expect(item["file"]?.text == segment)
    #expect(item["line"]?.int == count + 1)
    let fix = try #require(item["fix"]?.text)
    #expect(system(fix) == 0)
    #expect(try shell.run("check").code == 0)
    #expect(try shell.run("list", "--format", "ids").lines.count == 1)
  }

  @Test func `a changed line is used, told of, and can be vouched for`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    let segment = try shell.segment
    _ = system("sed -i 's/name=Ana/name=Anna/' '\(segment)'")
    let answer = try shell.run("check", "--json")
    #expect(answer.code == 1)
    let fix = try #require(try answer.json().items.first?["fix"]?.text)
    #expect(system(fix) == 0)
    #expect(try shell.run("check").out.contains("1 vouched"))
    #expect(try shell.run("list", "--json").json().items[0]["name"]?.text == "Anna")
  }

  @Test func `a backup comes back as it was`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    #expect(try shell.run("backup", shell.root + "/b.tar").code == 0)
    #expect(try shell.run("restore", shell.root + "/b.tar", shell.root + "/again").code == 0)
    #expect(try shell.run("list", "--json", "--book", shell.root + "/again").out == shell.run("list", "--json").out)
  }

  @Test func `a tick tells of each firing once`() throws {
    let shell = try TrialShell(withBook: false)
    #expect(try shell.run("demo", "tick").out.contains("Tom Reyes: escalate"))
    let own = try TrialShell()
    _ = try own.lead("Ana", "next:call", "due:09:30")
    let later = "2026-11-26T12:00:00Z"
    let fired = try own.run("tick", "--json", "--now", later).json()["fired"]
    #expect([0, 1, 2].map { fired?[$0]?["rule"]?.text } == ["captured-untouched", "state warm", nil])
    #expect(try own.run("tick", "--now", later).out.isEmpty)
  }
}

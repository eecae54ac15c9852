import Testing

@Suite struct ExitTests {
  @Test(
    arguments: ["/dev/full", ""],
    [
      ["list"], ["due"], ["silence"], ["show", "ana"], ["log"], ["check"], ["keys"], ["themes"], ["config"], ["doctor"],
      ["tick", "--json"], ["note", "ana", "x"], ["--help"], [],
    ])
  func `output that cannot be written is never a success`(out: String, words: [String]) throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    #expect(try shell.run(words: words, out: out).code == 74)
  }

  @Test func `a closed standard output never reaches the journal`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    try shell.run("note", "ana", "x", out: "")
    #expect(try shell.run("check").code == 0)
    #expect(shell.text(try shell.segment).split(separator: "\n").count == 4)
  }

  @Test func `a pretended time writes only to a book for trials`() throws {
    let shell = try TrialShell()
    let toml = shell.text(shell.book + "/book.toml")
    let real = toml.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("clock") }
    try shell.write(real.joined(separator: "\n"), to: shell.book + "/book.toml")
    let answer = try shell.run("add", "Ana")
    #expect(answer.code == 77)
    #expect(answer.error.contains("--now"))
    #expect(try shell.run("list").code == 0)
  }

  @Test func `check claims are exit codes`() throws {
    let shell = try TrialShell()
    #expect(try shell.run("due", "--check").code == 0)
    _ = try shell.lead("Ana", "next:call", "due:today")
    #expect(try shell.run("due", "--check").code == 1)
    #expect(try shell.run("silence", "--check", "--over", "14d").code == 0)
    #expect(try shell.run("due", "--format=line", "--max", "1").lines == ["1 due · ! Ana: call (today)"])
  }

  @Test func `without a verb a pipe gets what is due`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana", "next:call", "due:today")
    #expect(try shell.run().out == shell.run("due").out)
  }

  @Test func `nothing that a lead is called reaches the output as a command`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("E\u{1b}]52;c;x\u{7}vil \u{202e}Name \u{9b}31m", "// \u{1b}[2J")
    for words in [
      ["list"], ["show", "evil"], ["log"], ["due", "--week"], ["list", "--json"], ["show", "vil", "--json"],
    ] {
      let answer = try shell.run(words: words)
      let bad = (answer.out + answer.error).unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || (0x7f...0x9f).contains($0.value) || $0.value == 0x202e
      }
      #expect(!bad, "\(words)")
    }
  }
}

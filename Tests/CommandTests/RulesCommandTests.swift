import Glibc
import Testing

/// Rules from the shell: look, check, try, compare, adopt; and what they ask of a lead.
@Suite struct RulesCommandTests {
  private func shell() throws -> TrialShell {
    let shell = try TrialShell()
    _ = try shell.lead("Ana", "@Acme")
    return shell
  }

  private static let later = "2026-11-27T12:00:00Z"

  @Test func `a new book's rules have nothing to mend`() throws {
    let shell = try shell()
    #expect(try shell.run("rules", "check").out == "15 rules, 53 examples: nothing to mend\n")
    #expect(try shell.run("rules", "list", "--json").json().items.count == 15)
    #expect(try shell.run("rules", "diff").out == "the file says what is in force: nothing would change\n")
  }

  @Test func `an example that does not come true is said, and keeps the file from being adopted`() throws {
    let shell = try shell()
    #expect(system("sed -i 's/silent for 3wd/silent for 4wd/' \(shell.root)/book/rules") == 0)
    let test = try shell.run("rules", "test")
    #expect(test.code == 1)
    #expect(test.out.contains("rule warm-silent: test mail.sent @mon 10:00 => fires @thu 10:00: does not come true"))
    #expect(test.out.contains("it fires 1 @fri 10:00"))
    #expect(try shell.run("rules", "adopt").code == 65)
  }

  @Test func `an edit is compared before it is adopted, and holds from then on`() throws {
    let shell = try shell()
    _ = try shell.run("touch", "ana", "mail", "sent")
    let rule = "\\nrule quick\\n  means \"?\"\\n  when silent for 1h\\n  do next \"Ask\" today\\n"
    #expect(system("printf '\(rule)' >> \(shell.root)/book/rules") == 0)
    #expect(try shell.run("rules", "diff", "--now", Self.later).out.hasPrefix("new: quick\n"))
    #expect(try shell.run("rules", "adopt").code == 0)
    #expect(try shell.run("rules", "list", "--json").json().items.count == 16)
    #expect(try shell.run("why", "ana", "--now", Self.later).out.contains("Settle one hesitation"))
    #expect(try shell.run("whynot", "ana", "quick", "--now", Self.later).out.contains("it did fire"))
  }

  @Test func `why says rule, clock and what ends it`() throws {
    let shell = try shell()
    _ = try shell.run("touch", "ana", "mail", "sent")
    let why = try shell.run("why", "ana", "--now", Self.later).out
    #expect(why.contains("warm-silent, step 1 of 6"))
    #expect(why.contains("+ 3wd ="))
    #expect(why.contains("ENDS     any answer of theirs"))
    #expect(
      try shell.run("why", "ana", "--json", "--now", Self.later).json().items.first?["rule"]?.text == "warm-silent")
  }

  @Test func `a backtest sets two rule sets side by side, with counts where cases are few`() throws {
    let shell = try shell()
    let trial = try shell.run("demo", "rules", "backtest", "--with", shell.root + "/book/rules")
    #expect(trial.code == 0)
    let line = try #require(trial.lines.first { $0.hasPrefix("meeting-missed") })
    #expect(line.contains("0/1"))
    #expect(trial.lines.count { $0.hasPrefix("rules ") } == 2)
  }

  @Test func `an unknown rule is told the nearest one`() throws {
    let answer = try shell().run("whynot", "ana", "warm-silnt")
    #expect(answer.code == 65)
    #expect(answer.error.contains("warm-silent"))
  }

  @Test func `a tick tells a program once, and writes the calendar`() throws {
    let shell = try shell()
    let feed = shell.root + "/leads.ics"
    let folder = shell.root + "/.config/leadline"
    #expect(system("mkdir -p \(folder); echo 'feed = \"\(feed)\"' > \(folder)/config.toml") == 0)
    let teller = shell.root + "/teller"
    #expect(system("printf '#!/bin/sh\\necho \"$@\" >> \(shell.root)/told\\n' > \(teller); chmod +x \(teller)") == 0)
    for _ in 1...2 { #expect(try shell.run("tick", "--now", Self.later, "--notify", teller + " hello").code == 0) }
    #expect(shell.text(shell.root + "/told").split(separator: "\n").allSatisfy { $0.hasPrefix("hello ") })
    #expect(shell.text(shell.root + "/told").split(separator: "\n").count == 2)
    #expect(shell.text(feed).contains("BEGIN:VEVENT"))
    #expect(try shell.run("export", "ics", "--now", Self.later).out == shell.text(feed))
  }
}

import Testing

@Suite struct VerbTests {
  /// Each verb as a person would type it on a book with Ana in it, and a word that its answer holds.
  @Test(arguments: [
    (["note", "ana", "wants", "SSO"], "noted"), (["next", "ana", "call:", "page", "due:thu", "10:00"], "next: page"),
    (["promise", "ana", "sign", "it", "due:fri"], "promised"), (["done", "ana"], "done"),
    (["done", "ana", "none"], "no answer"),
    (["done", "ana", "replied", "next:send", "scope", "due:fri"], "send scope"),
    (["snooze", "ana", "due:wed", "//", "busy"], "snoozed to Wed 25 Nov"),
    (["snooze", "ana", "until:replied"], "until replied"), (["dismiss", "ana"], "dismissed"),
    (["touch", "ana", "call", "reached", "//", "wants SSO"], "call reached"),
    (["signal", "ana", "proposal.viewed", "--at", "2026-11-23T08:41", "--src", "p:1"], "proposal.viewed"),
    (["move", "ana", "hot"], "warm -> hot"), (["move", "ana", "recycle"], "parked until"),
    (["park", "ana", "11", "jan", "on:replied", "//", "budget"], "parked until 11 Jan"),
    (["decide", "ana", "safety"], "safety"), (["decide", "ana", "2"], "safety"),
    (["close", "ana", "lost", "price", "--fit", "fit"], "closed lost: price"),
    (["edit", "ana", "company=Acme AG", "tag+=x", "value=15k€"], "Acme AG"), (["show", "ana"], "Ana Müller, Acme"),
    (["search", "Müller"], "LEAD"), (["log", "ana"], "lead"), (["list"], "Ana Müller"),
    (["list", "state:warm"], "Ana"),
    (["due", "--week"], "Settle one hesitation"), (["silence"], "Nobody"), (["check"], "clean"), (["tick"], ""),
    (["keys"], "next action and date"), (["keys", "--check"], "can be used"), (["themes", "list"], "terminal"),
    (["themes", "check"], "every role"), (["config"], "me"), (["doctor"], "book"), (["backup"], "verified"),
    (["undo"], "took back"), (["--book", "/nowhere", "--help"], "OVERVIEW"),
  ])
  func `a verb does what it says`(words: [String], said: String) throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana", "Müller", "@Acme", "ana@acme.example", "12k€")
    let answer = try shell.run(words: words)
    #expect(answer.code == 0, "\(answer.error)")
    #expect(answer.out.contains(said), "\(answer.out)")
  }

  @Test(arguments: [
    (["nte", "ana", "x"], Int32(64), "did you mean note"), (["note", "ana"], 64, "Usage"),
    (["list", "--bogus"], 64, "Unknown option"), (["note", "nobody", "x"], 65, "no lead is called"),
    (["note", "bob", "x"], 65, "bob"), (["next", "ana", "call them"], 65, "due:thu"),
    (["next", "ana", "call", "due:soon"], 65, "is no date"), (["list", "state:wram"], 65, "did you mean warm"),
    (["list", "owned:me"], 65, "did you mean"), (["signal", "ana", "propsal.viewed"], 65, "proposal.viewed"),
    (["touch", "ana", "cal"], 65, "did you mean call"), (["close", "ana", "lost"], 64, "a close has a reason"),
    (["reopen", "ana"], 65, "is open"), (["decide", "ana", "saftey"], 65, "did you mean safety"),
    (["edit", "ana", "foo=1"], 65, "no field"), (["edit", "ana", "company"], 64, "field=value"),
    (["park", "ana", "yesterday"], 65, "no date"), (["snooze", "ana", "soon"], 65, "no date"),
    (["import", "nothing.csv"], 65, "no such file"), (["add", "+tag"], 65, ""),
    (["list", "--now", "soon"], 64, "is no time"), (["themes", "check", "nothing"], 65, "no theme"),
    (["redo"], 65, "nothing to bring back"), (["restore", "nothing.tar"], 65, "no file"),
    (["list", "--book", "/nowhere"], 66, "leadline init"), (["init"], 73, "exists already"),
  ])
  func `what cannot be done says why, and what to type instead`(words: [String], code: Int32, said: String) throws {
    let shell = try TrialShell()
    try shell.run("add", "-", input: "Ana Müller\nBob Smith\nBob Stone\n")
    let answer = try shell.run(words: words)
    #expect(answer.code == code, "\(answer.out)\(answer.error)")
    #expect(answer.error.contains(said), "\(answer.error)")
    #expect(answer.out.isEmpty)
  }

  @Test(arguments: ["ana-id", "ana@acme.example", "+49 30 23125017", "Ana Müller", "ana", "MULLER", "üll", "acme"])
  func `a lead is found by id, mail, phone and part of its name`(word: String) throws {
    let shell = try TrialShell()
    let id = try shell.lead("Ana", "Müller", "@Acme", "ana@acme.example", "+493023125017")
    _ = try shell.lead("Hans", "Meier")
    #expect(try shell.run("show", word == "ana-id" ? id : word, "--format", "ids").lines == [id])
  }

  @Test func `an ambiguous name lists its leads`() throws {
    let shell = try TrialShell()
    let ids = try [shell.lead("Bob Smith"), shell.lead("Bob Stone")]
    let answer = try shell.run("note", "bob", "x")
    for id in ids { #expect(answer.error.contains(id)) }
  }

  @Test func `a known mail is added to its lead only on a yes`() throws {
    let shell = try TrialShell()
    let id = try shell.lead("Ana", "ana@acme.example")
    #expect(try shell.run("add", "Anna", "ana@acme.example", "+vip").code == 65)
    #expect(try shell.run("add", "Anna", "ana@acme.example", "+vip", "--yes").code == 0)
    #expect(try shell.run("list", "tag:vip", "--format", "ids").lines == [id])
  }

  @Test func `the same src is recorded once`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    for _ in 1...2 { try shell.run("signal", "ana", "replied", "--src", "m:1") }
    #expect(shell.text(try shell.segment).split(separator: "\n").count { $0.contains("src=m:1") } == 1)
  }

  @Test func `a dry run records nothing`() throws {
    let shell = try TrialShell()
    _ = try shell.lead("Ana")
    let before = shell.text(try shell.segment)
    #expect(try shell.run("note", "ana", "x", "--dry-run").out.contains("would record"))
    #expect(shell.text(try shell.segment) == before)
  }

  @Test func `options may stand before the verb`() throws {
    let shell = try TrialShell()
    #expect(try shell.run("--as", "mia", "--quiet", "add", "Ana").code == 0)
    #expect(try shell.run("--json", "list").json().items[0]["owner"]?.text == "mia")
  }
}

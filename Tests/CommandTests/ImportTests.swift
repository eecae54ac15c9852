import Testing

@Suite struct ImportTests {
  private static let table = """
    id,agent,product,account,stage,engaged,closed,value,quarter
    A1,Mo,GTX,Cancity,Won,20-10-16,01-03-17,1054,Q4
    A2,Mo,GTX,,Lost,21-10-16,02-03-17,0,Q4
    A3,Da,MG,Isdom,Engaging,25-10-16,,,Q4
    A4,Da,MG,,Prospecting,,,,

    """

  private func imported(_ shell: TrialShell, _ more: String...) throws -> TrialShell.Answer {
    try shell.write(ImportTests.table, to: shell.root + "/deals.csv")
    return try shell.run(
      words: [
        "import", shell.root + "/deals.csv", "--key", "id", "--map", "account=company", "--map", "agent=owner", "--map",
        "value=value", "--map", "engaged=contacted", "--map", "closed=closed", "--map", "product=tag", "--state-map",
        "Won=won,Lost=lost,Engaging=warm,Prospecting=recycle", "--dates", "dmy", "--yes",
      ] + more)
  }

  @Test func `rows come in where the state map says`() throws {
    let shell = try TrialShell()
    #expect(try imported(shell).out.contains("4 rows: 4 new leads (warm 1, recycle 1, won 1, lost 1)"))
    let all = try shell.run("list", "state:open,closed", "--json").json().items
    #expect(all.map { $0["state"]?.text } == ["warm", "recycle", "lost", "won"])
    #expect(all.map { $0["name"]?.text } == [nil, "(no name) A4", "(no name) A2", nil])
    #expect(all[1]["until"]?.text == "2027-02-21")
    #expect(all[3]["closed"]?["reason"]?.text == "imported")
    #expect(all[3]["value"]?["amount"]?.int == 1054)
    #expect(all[3]["ext"]?["quarter"]?.text == "Q4")
    #expect(all[0]["untouched_days"]?.int == 3681)
  }

  @Test func `a second import changes nothing`() throws {
    let shell = try TrialShell()
    _ = try imported(shell)
    let before = shell.text(try shell.segment)
    #expect(try imported(shell).out.contains("0 new leads, 0 merged, 4 known already, 0 refused"))
    #expect(shell.text(try shell.segment) == before)
  }

  @Test func `one undo takes the whole import back, one redo brings it again`() throws {
    let shell = try TrialShell()
    _ = try imported(shell)
    let before = try shell.run("list", "state:open,closed", "--json").out
    try shell.run("undo")
    #expect(try shell.run("list", "state:open,closed", "--format", "ids").lines == [])
    try shell.run("redo")
    #expect(try shell.run("list", "state:open,closed", "--json").out == before)
    #expect(try shell.run("check").code == 0)
  }

  @Test func `a dry run says what it would do`() throws {
    let shell = try TrialShell()
    let answer = try imported(shell, "--dry-run")
    #expect(answer.out.contains("4 new leads") && answer.out.contains("Nothing was recorded"))
    #expect(try shell.run("list", "state:open,closed", "--format", "ids").lines == [])
  }

  @Test(arguments: [
    (["--map", "acount=company"], "did you mean account"), (["--map", "id=nmae"], "did you mean name"),
    (["--key", "idd"], "did you mean id"), (["--state-map", "Zap=won"], "no column holds"),
    (["--park", "soon"], "is no date"), (["--dates", "dym"], "order of dates"),
  ])
  func `what an import cannot mean is said before it begins`(words: [String], said: String) throws {
    let shell = try TrialShell()
    try shell.write(ImportTests.table, to: shell.root + "/deals.csv")
    let answer = try shell.run(words: ["import", shell.root + "/deals.csv"] + words)
    #expect(answer.code == 65)
    #expect(answer.error.contains(said), "\(answer.error)")
  }

  @Test func `a row that is refused says its line and why, and the others come in`() throws {
    let shell = try TrialShell()
    try shell.write("name,state\nAna,warm\nBob,maybe\n", to: shell.root + "/a.csv")
    let answer = try shell.run("import", shell.root + "/a.csv")
    #expect(answer.code == 65)
    #expect(answer.error.contains("a.csv:3:1: maybe is no state"))
    #expect(try shell.run("list", "--json").json().items.map { $0["name"]?.text } == ["Ana"])
  }
}

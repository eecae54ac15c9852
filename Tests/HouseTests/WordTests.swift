import Testing

@Suite struct `What Swift may not say` {
  @Test func `no banned code`() { #expect(WordCheck.bannedCode(in: Tree.files) == []) }
  @Test func `no unfinished work`() { #expect(WordCheck.unfinishedWork(in: Tree.files) == []) }
  @Test func `no type is named by what it is not`() { #expect(WordCheck.emptyNames(in: Tree.files) == []) }

  /// Over 150 is not wrong, but the first to be cut when it grows.
  @Test func `no file is longer than 350 lines`() {
    let long = WordCheck.tooLong(Tree.files, over: 150)
    print("\(long.count) files are longer than 150 lines, first of them \(long.first ?? "none")")
    #expect(WordCheck.tooLong(Tree.files, over: 350) == [])
  }

  @Test(arguments: WordCheck.banned.map(\.pattern) + WordCheck.bannedInPure.map(\.pattern))
  func `banned code that is planted is caught`(pattern: String) {
    let files = ["Sources/LeadlineCore/Day.swift": "let a = 1\nlet b = \(pattern) c", "Tests/a.swift": pattern]
    let complaints = WordCheck.bannedCode(in: files)
    #expect(complaints.count == 1)
    #expect(complaints.first?.hasPrefix("Sources/LeadlineCore/Day.swift:2: \(pattern): ") == true)
  }

  @Test(arguments: [
    "try !isOpen()", "// try! this", "let a = \"as!\"", "let asynchronous = 1", "x as ?? y",
    "\"\"\"\n  public\n  \"\"\"",
  ])
  func `what only looks banned is let through`(source: String) {
    #expect(WordCheck.bannedCode(in: ["Sources/LeadlineCore/Day.swift": source]) == [])
  }

  @Test func `banned code inside a string's interpolation is caught`() {
    #expect(WordCheck.bannedCode(in: ["Sources/leadline/A.swift": "let a = \"x \\(try! b(\")\")) y\""]).count == 1)
  }

  @Test func `an edge may print, a pure room may not`() {
    #expect(WordCheck.bannedCode(in: ["Sources/leadline/A.swift": "print(1)"]) == [])
    #expect(WordCheck.bannedCode(in: ["Sources/LeadlineDesk/A.swift": "print(1)"]).count == 1)
  }

  @Test(arguments: WordCheck.unfinished)
  func `a note of unfinished work is caught`(word: String) {
    #expect(WordCheck.unfinishedWork(in: ["Sources/CSys/csys.c": "int a;\n// \(word): more"]).count == 1)
    #expect(WordCheck.unfinishedWork(in: ["Sources/CSys/csys.c": "int a\(word)b;"]) == [])
  }

  @Test(arguments: WordCheck.emptyEndings)
  func `an empty name is caught`(ending: String) {
    let complaints = WordCheck.emptyNames(in: [
      "Sources/LeadlineCore/Lead.swift": "\nfinal class Lead\(ending)<T>: P {}"
    ])
    #expect(complaints == ["Sources/LeadlineCore/Lead.swift:2: Lead\(ending): say what it is"])
  }

  @Test func `a name that is something is let through`() {
    #expect(WordCheck.emptyNames(in: ["Sources/LeadlineCore/A.swift": "struct Base32 {}\nstruct Database {}"]) == [])
  }

  @Test(arguments: [(350, 0), (351, 1)])
  func `a line too many is caught`(count: Int, complaints: Int) {
    let text = String(repeating: "let a = 1\n", count: count)
    #expect(WordCheck.tooLong(["Tests/a.swift": text, "themes/a.toml": text], over: 350).count == complaints)
  }
}

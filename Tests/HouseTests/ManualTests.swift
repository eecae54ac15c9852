import LeadlineTestKit
import Testing

private let files = Tree.files

@Suite struct `Pages say what the code says` {
  @Test func `themes/README.md has every role and no other`() throws {
    let page = try #require(Manual("themes/README.md", in: files))
    #expect(page.differences(under: "Roles", from: CodeTables.scopes) == [])
  }

  @Test func `Sources/README.md has every kind of event and no other`() throws {
    let page = try #require(Manual("Sources/README.md", in: files))
    #expect(page.differences(under: "Events", from: CodeTables.kindsOfEvent(in: files)) == [])
  }

  @Test func `Sources/README.md has every room and no other`() throws {
    let page = try #require(Manual("Sources/README.md", in: files))
    #expect(page.differences(under: "Rooms", from: RoomMap.table.keys.sorted() + ["CSys", "CTerm"]) == [])
  }

  @Test func `every file the contributor pages name is there`() {
    #expect(FileNames.missing(from: ["Sources/README.md", "Tests/README.md"], in: files) == [])
  }

  @Test func `each kind of event is one case of Fact`() {
    let kinds = Set(CodeTables.kindsOfEvent(in: files)).subtracting(["unset"])
    #expect(kinds == Set(CodeTables.cases(ofFactIn: files)).subtracting(["unknown"]))
    #expect(kinds.isSuperset(of: ["lead", "signal", "note", "close", "undo"]))
  }

  @Test func `README.md has every key and no other`() throws {
    let page = try #require(Manual("README.md", in: files))
    #expect(page.differences(under: "Keys", from: CodeTables.keys) == [])
  }

  @Test func `README.md has the test command that .ci/run ends with`() throws {
    let last = try #require(WordCheck.lines(files[".ci/run"] ?? "").last?.text)
    let command = last.dropFirst("exec ".count).dropLast(" </dev/null".count)
    #expect(command.hasPrefix("swift test "))
    #expect(WordCheck.lines(files["README.md"] ?? "").contains { $0.text.hasSuffix("; " + command) })
  }

  @Test func `README.md shows the board as it is`() throws {
    let board = try #require(TextFile.read("\(TextFile.top)/Tests/Mockups/board-80x24.txt"))
    let rows = board.split(separator: "\n").map { String($0.reversed().drop { $0 == " " }.reversed()) }
    #expect(rows.count == 24)
    #expect(files["README.md"]?.contains("```\n" + rows.joined(separator: "\n") + "\n```") == true)
  }

  @Test(.enabled(if: !CodeTables.verbs(in: files).isEmpty, "the program has no verbs yet"))
  func `README.md has every verb and no other`() throws {
    let page = try #require(Manual("README.md", in: files))
    #expect(page.differences(fromVerbs: CodeTables.verbs(in: files)) == [])
  }
}

@Suite struct `Pages that are wrong are caught` {
  private let page = """
    # Keys of another kind
    | `z` | |
    ## Keys
    | keys | what |
    |---|---|
    | `j` `↓` | down, not `k` |
    ### Found with
    | `\\` | filter |
    # Use
    run `leadline add NAME`, then leadline --book B list 'x'; leadline demo
    """

  private func differences(from code: [String], page: String? = nil, under heading: String = "Keys") -> [String]? {
    Manual("a.md", in: ["a.md": page ?? self.page])?.differences(under: heading, from: code)
  }

  @Test func `a page that agrees has no differences`() {
    #expect(differences(from: ["j", "↓", "\\"]) == [])
  }

  @Test func `a key that the page lacks is caught`() {
    #expect(differences(from: ["j", "↓", "\\", "k"]) == ["a.md, Keys: `k` is missing"])
  }

  @Test func `a key that the code lacks is caught`() {
    #expect(differences(from: ["j", "\\"]) == ["a.md, Keys: `↓` is not in the code"])
  }

  @Test func `a key that stands there twice is caught`() {
    #expect(
      differences(from: ["j"], page: "## Keys\n| `j` | a |\n| `j` | b |") == ["a.md, Keys: `j` stands there twice"])
  }

  @Test func `a heading that went away is caught`() {
    #expect(differences(from: [], under: "Themes") == ["a.md has no heading \"Themes\""])
  }

  @Test func `a page that went away is no page`() { #expect(Manual("b.md", in: ["a.md": page]) == nil) }

  @Test func `verbs are named by their types or by themselves`() {
    let files = [
      "Sources/leadline/Leadline.swift": "let a = C(commandName: \"leadline\", subcommands: [Add.self, ShowAll.self])",
      "Sources/leadline/Add.swift": "struct Add {}\nstruct Other { let c = C(commandName: \"other\") }",
      "Sources/leadline/Show.swift": "struct ShowAll { let c = C(commandName: \"show\") }",
    ]
    #expect(CodeTables.verbs(in: files) == ["add", "show"])
  }

  @Test func `verbs that a page lacks or invents are caught`() throws {
    let page = try #require(Manual("a.md", in: ["a.md": self.page + "\n# Commands\n| `list` `show` | |"]))
    #expect(page.differences(fromVerbs: ["add", "list", "show", "demo"]) == [])
    #expect(
      page.differences(fromVerbs: ["add", "list", "demo", "undo"])
        == ["a.md: `undo` is missing", "a.md: `show` is not in the code"])
  }

  @Test func `a kind of event that is planted is caught`() throws {
    let name = "Sources/LeadlineText/FactReader.swift"
    let reader = try #require(files[name])
    let planted = reader.replacing("case \"note\":", with: "case \"sneeze\": .object\n    case \"note\":")
    #expect(CodeTables.kindsOfEvent(in: [name: planted]).contains("sneeze"))
    #expect(!CodeTables.kindsOfEvent(in: files).contains("sneeze"))
  }

  @Test func `a file that a page names and nobody has is caught`() {
    let files = [
      "Sources/README.md": "`LeadlineCore/Fact.swift`, `LeadlineCore/`, `Fact`", "Sources/LeadlineCore/Day.swift": "",
    ]
    #expect(
      FileNames.missing(from: ["Sources/README.md"], in: files)
        == ["Sources/README.md: there is no LeadlineCore/Fact.swift"])
  }
}

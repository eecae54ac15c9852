import Testing

@Suite struct `Who may import whom` {
  @Test func `the tree is found`() {
    #expect(Tree.files["Package.swift"] != nil)
    #expect(Tree.files.swift(in: "Sources/").count > 100)
  }

  @Test func `every import is in the map`() { #expect(RoomMap.strangers(in: Tree.files) == []) }

  @Test func `curses is met in CTerm only`() {
    #expect(RoomMap.cursesElsewhere(in: Tree.files) == [])
    #expect(RoomMap.cursesElsewhere(in: ["Sources/CSys/a.c": "#include <curses.h>"]).count == 1)
    #expect(RoomMap.cursesElsewhere(in: ["Sources/CTerm/a.c": "#include <curses.h>"]) == [])
  }

  @Test(arguments: [
    ("Sources/LeadlineCore/Day.swift", "Glibc"), ("Sources/LeadlineCore/Zone.swift", "Foundation"),
    ("Sources/LeadlineText/Finding.swift", "Glibc"), ("Sources/LeadlineDesk/Desk.swift", "LeadlineBook"),
    ("Sources/LeadlineScreen/Canvas.swift", "LeadlineCore"), ("Sources/LeadlineBook/Lock.swift", "LeadlineDesk"),
    ("Sources/LeadlineTerminal/Terminal.swift", "LeadlineCore"), ("Sources/leadline/Leadline.swift", "CTerm"),
  ])
  func `an import planted in a real file is caught`(path: String, module: String) throws {
    let sound = try #require(Tree.files[path])
    let files = [path: sound + "\nimport \(module)\n"]
    let line = sound.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    let room = path.split(separator: "/")[1]
    #expect(RoomMap.strangers(in: files) == ["\(path):\(line): \(room) may not import \(module)"])
  }

  @Test(arguments: [
    "import Glibc", "package import Glibc", "internal import Glibc", "@preconcurrency import Glibc",
    "@_exported public import Glibc", "@testable import Glibc", "@_spi(Errno) import Glibc", "import struct Glibc.stat",
    "import func Glibc.open", "import Glibc.POSIX", "import `Glibc`", "#if os(Linux)\nimport Glibc\n#endif",
    "#if canImport(Glibc)\n  internal import Glibc\n#endif", "import LeadlineText; import Glibc",
    "/* */ import /* */ Glibc",
    "import\n  Glibc", "let a = \"\\(1 + 2)\"; import Glibc", "let a = \"/*\"\nimport Glibc",
    "func `a \" b`() {}\nimport Glibc",
    "let a = #\"\"\" \"# \"\"\"#\nimport Glibc", "let a = #\"\\\"#\nimport Glibc",
  ])
  func `an import is seen however it is written`(source: String) {
    #expect(RoomMap.imports(in: source).map(\.module).contains("Glibc"))
  }

  @Test(arguments: [
    "// import Glibc", "/* a /* b */ import Glibc */", "let a = \"import Glibc\"",
    "let a = \"\"\"\n  import Glibc\n  \"\"\"",
    "let a = #\"\"\"\n  \"\"\" import Glibc\n  \"\"\"#", "#if canImport(Glibc)\n#endif", "let a = Fact.import",
    "func read(import: String) {}", "let importGlibc = 1",
  ])
  func `what only looks like an import is none`(source: String) {
    #expect(RoomMap.imports(in: source).map(\.module) == [])
  }

  @Test func `a room without a row is caught`() {
    #expect(RoomMap.strangers(in: ["Sources/LeadlineMail/Mail.swift": ""]).count == 1)
  }
}

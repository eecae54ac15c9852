import LeadlineText
import Testing

@Suite struct `The config of a person` {
  @Test func `everything a person says is read`() {
    let (config, findings) = ConfigReader.read(
      """
      book = "~/leads"
      me = "ana"
      theme = "paper"
      glyphs = "ascii"
      mouse = false
      color = "never"
      """)
    #expect(findings == [])
    #expect(config.book == "~/leads" && config.me == "ana" && config.theme == "paper")
    #expect(config.glyphs == .ascii && !config.mouse && config.color == .never)
  }

  @Test func `a person who says nothing has the usual config`() {
    #expect(ConfigReader.read("").config == Config())
    #expect(Config().mouse && Config().glyphs == .auto && Config().book == nil)
  }

  @Test func `keys are kept raw, in order, with their context and place`() {
    let (config, findings) = ConfigReader.read(
      "[keys]\n'C-r' = 'refresh'\nx = ''\n[keys.list]\n'g g' = 'top'", file: "c")
    #expect(findings == [])
    #expect(config.keys.map(\.context) == ["", "", "list"])
    #expect(config.keys.map(\.key) == ["C-r", "x", "g g"])
    #expect(config.keys.map(\.command) == ["refresh", "", "top"])
    #expect(config.keys.last?.place == Place(file: "c", line: 5, column: 1))
  }

  @Test(arguments: [
    ("glyps = 'ascii'", "c:1:1: unknown key glyps; did you mean glyphs"),
    (
      "[signal]\nx = 1",
      "c:1:2: unknown key signal; known here: book, me, theme, glyphs, mouse, color, keys, feed"
    ),
  ])
  func `what nobody knows is a warning with the nearest name`(text: String, line: String) {
    let findings = ConfigReader.read(text, file: "c").findings
    #expect(findings.map(\.line) == [line])
    #expect(findings.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    ("glyphs = 'asci'", "c:1:1: glyphs cannot be \"asci\"; did you mean ascii"),
    ("mouse = 'no'", "c:1:1: mouse must be true or false, not a string; write mouse = true or mouse = false"),
    ("[keys]\nx = 1", "c:2:1: x must be a string, not a whole number; write x = \"…\""),
    ("keys = 1", "c:1:1: keys must be a table, not a whole number; write [keys] on a line of its own"),
    ("[keys", "c:1:6: the header of the table is not closed here; write [name]"),
  ])
  func `what is wrong takes its usual value`(text: String, line: String) {
    let (config, findings) = ConfigReader.read(text, file: "c")
    #expect(findings.map(\.line) == [line])
    #expect(config == Config())
  }
}

@Suite struct `The nearest name` {
  @Test(arguments: [
    ("zoen", "zone"), ("hour", "hours"), ("holidyas", "holidays"), ("leav", "leave"), ("zone", "zone"), ("z", nil),
    ("calendar", nil), ("", nil), ("nothing-like-it", nil),
  ])
  func `is one few letters away`(word: String, name: String?) {
    #expect(nearest(word, among: ["zone", "hours", "holidays", "leave"]) == name)
  }

  @Test func `is the one named first where two are as near`() {
    #expect(nearest("bat", among: ["cat", "hat"]) == "cat")
  }

  @Test func `is not looked for where the word is long`() {
    let word = String(repeating: "a", count: 100_000)
    #expect(nearest(word, among: [word]) == nil)
  }
}

import LeadlineScreen
import LeadlineTestKit
import LeadlineText
import Testing

private func shipped(_ name: String) -> String { TextFile.read("\(TextFile.top)/themes/\(name).toml") ?? "" }

private func theme(_ text: String, parents: [String: String] = [:]) -> Theme {
  ThemeReader.read(text, file: "test.toml") { parents[$0] }.theme
}

private let harbor = ThemeReader.read(shipped("harbor"), file: "harbor.toml") { _ in nil }.theme

struct ShippedThemeTests {
  @Test(arguments: ["terminal", "harbor", "mono"])
  func `a theme of ours has no fault and can be read`(_ name: String) {
    let (theme, findings) = ThemeReader.read(shipped(name), file: "\(name).toml") { _ in nil }
    #expect(findings.map(\.line) == [])
    #expect(ContrastCheck.findings(for: theme).map(\.line) == [])
  }

  @Test(arguments: ["terminal", "harbor", "mono"])
  func `a theme of ours says something of every role`(_ name: String) {
    let (theme, _) = ThemeReader.read(shipped(name), file: "\(name).toml") { _ in nil }
    for role in Role.allCases { #expect(shipped(name).contains("\n\"\(role.scope)\" "), "\(role.scope)") }
    #expect(Role.allCases.allSatisfy { theme[$0].place.file == "\(name).toml" })
  }

  @Test(arguments: BuiltInThemes.names)
  func `a built-in theme is the file`(_ name: String) {
    #expect(BuiltInThemes.text(of: name) == shipped(name))
  }

  @Test func `the terminal theme asks for no colour but the terminal's own`() {
    let styles = ThemeReader.terminal.styles(for: .direct)
    for role in Role.allCases {
      let style = styles[role, .plain]
      #expect((-1...7).contains(style.foreground) && (-1...7).contains(style.background), "\(role.scope)")
    }
  }

  @Test func `the mono theme has no colours at any depth`() {
    let mono = ThemeReader.read(shipped("mono"), file: "mono.toml") { _ in nil }.theme
    for depth in ColourDepth.allCases {
      let styles = mono.styles(for: depth)
      #expect(Role.allCases.allSatisfy { styles[$0, .plain].foreground == -1 && styles[$0, .plain].background == -1 })
    }
  }

  @Test func `the page on themes names every role`() {
    let page = TextFile.read("\(TextFile.top)/themes/README.md") ?? ""
    for role in Role.allCases { #expect(page.contains("| `\(role.scope)` |"), "\(role.scope)") }
  }
}

struct ThemeDepthTests {
  @Test(
    arguments: [
      (ColourDepth.none, -1, []), (.eight, 3, .bold), (.sixteen, 11, .bold), (.many, 209, .bold),
      (.direct, 0xff9a5c, .bold),
    ] as [(ColourDepth, Int32, Attributes)])
  func `a role is resolved for every depth`(_ depth: ColourDepth, _ foreground: Int32, _ attributes: Attributes) {
    let style = harbor.styles(for: depth)[.stateHot, .plain]
    #expect(style.foreground == foreground)
    #expect(style.attributes == (depth == .none ? .bold : attributes))
  }

  @Test func `every role of every theme stays visible on the selected row`() {
    for theme in [harbor, ThemeReader.terminal] {
      for depth in ColourDepth.allCases {
        let styles = theme.styles(for: depth)
        for role in Role.allCases {
          let style = styles[role, .cursor]
          #expect(style.foreground != style.background || style.foreground == -1, "\(role.scope) \(depth)")
          #expect(
            style != styles[role, .plain] || role == .cursor || style.background != -1
              || style.attributes.contains(.reverse))
        }
      }
    }
  }

  @Test(arguments: ColourDepth.allCases)
  func `no words are dim on a reversed row`(depth: ColourDepth) {
    for theme in [harbor, ThemeReader.terminal] {
      let styles = theme.styles(for: depth)
      #expect(!Role.allCases.contains { styles[$0, .cursor].attributes.isSuperset(of: [.reverse, .dim]) })
    }
  }

  @Test func `without colour the selected row is reversed`() {
    #expect(harbor.styles(for: .none)[.dueOverdue, .cursor].attributes == [.bold, .underline, .reverse])
  }

  @Test func `a role keeps its own ground on the selected row`() {
    let styles = harbor.styles(for: .direct)
    #expect(styles[.searchMatch, .cursor].background == 0xf0b95a)
    #expect(styles[.stateHot, .cursor].background == 0x2a3846)
    #expect(styles[.stateHot, .cursorUnfocused].background == -1)
  }

  @Test func `bright black does not vanish on eight colours`() {
    let style = theme("[style]\ntext = \"bright-black\"").styles(for: .eight)[.text, .plain]
    #expect(style == Style(foreground: -1, background: -1, attributes: .dim))
  }

  @Test(arguments: [
    ("#000000", 16), ("#ffffff", 231), ("#c3a6ff", 183), ("#808080", 244), ("#ff0000", 196), ("#5f87af", 67),
  ])
  func `the nearest of 256 is found by eye, not by number`(_ hex: String, _ index: UInt8) throws {
    #expect(try #require(RGB(hex: hex)).nearest(in: 16...255) == index)
  }

  @Test func `contrast is that of WCAG`() throws {
    let black = RGB(0, 0, 0)
    #expect(abs(RGB(255, 255, 255).contrast(with: black) - 21) < 0.0001)
    #expect(abs(RGB(0x77, 0x77, 0x77).contrast(with: RGB(255, 255, 255)) - 4.4781) < 0.0001)
    #expect(abs(RGB(255, 0, 0).luminance - 0.2126) < 0.0001)
  }

  @Test(arguments: ["ff0000", "#fff", "#ggggggg", "#12345é", "#+12345", ""])
  func `what is no colour is none`(_ hex: String) {
    #expect(RGB(hex: hex) == nil)
  }
}

struct ThemeInheritanceTests {
  @Test func `a scope not named falls back to the ones around it`() {
    let own = theme("[style]\ntext = 1\ndue = 2\n\"pane.border\" = 3")
    #expect(own[.dueOverdue].foreground == .index(2))
    #expect(own[.paneBorderFocus].foreground == .index(3))
    #expect(own[.paneTitle].foreground == .index(1))
  }

  @Test func `where a theme says nothing at all the built-in one speaks`() {
    #expect(theme("")[.dueOverdue] == ThemeReader.terminal[.dueOverdue])
  }

  @Test func `a parent is asked before the scopes around`() {
    let parents = ["quay": "[style]\n\"due.today\" = 4\ntext = 9"]
    let own = theme("[theme]\ninherits = \"quay\"\n[style]\ndue = 2", parents: parents)
    #expect(own[.dueToday].foreground == .index(4))
    #expect(own[.dueLater].foreground == .index(2))
    #expect(own[.status].foreground == .index(9))
  }

  @Test func `a child's palette colours what it inherits`() {
    let child =
      "[theme]\nname = \"Paper\"\ninherits = \"harbor\"\n[palette]\norange = { rgb = \"#a0440a\", x256 = 130, x16 = \"red\" }"
    let (paper, findings) = ThemeReader.read(child, file: "paper.toml") { $0 == "harbor" ? shipped("harbor") : nil }
    #expect(findings == [])
    #expect(paper.name == "Paper")
    #expect(paper.styles(for: .sixteen)[.stateHot, .plain].foreground == 1)
    #expect(paper.styles(for: .many)[.stateHot, .plain].foreground == 130)
  }

  @Test func `a style without a foreground writes in that of text`() {
    let own = theme("[style]\ntext = 7\n\"key\" = { attr = [\"bold\", \"italic\"] }")
    #expect(own[.key].foreground == .index(7))
    #expect(own[.key].attributes == [.bold, .italic])
  }
}

/// Themes with a fault at the mark, and what is said of it.
private let faulty: [(text: String, what: String, instead: String)] = [
  ("[style]\n1️⃣\"due.overdeu\" = 1", "unknown scope due.overdeu", "did you mean due.overdue"),
  ("[style]\n1️⃣\"xyzzy\" = 1", "unknown scope xyzzy", "the scopes stand in themes/README.md"),
  ("[palette]\namber = 3\n[style]\n1️⃣text = \"ambre\"", "unknown colour ambre", "did you mean amber"),
  ("[palette]\n1️⃣a = \"bright-bleu\"", "unknown colour bright-bleu", "did you mean bright-blue"),
  ("[palette]\n1️⃣a = 256", "there is no colour 256", "write an index from 0 to 255"),
  ("[palette]\n1️⃣a = \"#12345\"", "#12345 is not a colour", "write six hexadecimal digits: #rrggbb"),
  ("[palette]\n1️⃣a = { x256 = 3 }", "a has no rgb", "write a = { rgb = \"#rrggbb\", x256 = …, x16 = … }"),
  (
    "[palette]\na = { rgb = \"#123456\", 1️⃣x16 = 16 }", "x16 is one of the sixteen colours",
    "write a name such as \"bright-blue\", or 0 to 15"
  ),
  ("[style]\n1️⃣text = true", "text must be a colour, not true or false", "write \"#rrggbb\", a name or an index"),
  ("[style]\ntext = { attr = [1️⃣\"blod\"] }", "unknown attribute blod", "did you mean bold"),
  ("[style]\ntext = { 1️⃣fgg = 1 }", "unknown key fgg", "did you mean fg"),
  ("[style]\ndue.1️⃣today = 1", "the scope due.today is not in quotes", "write \"due.today\" = …"),
  ("[theme]\n1️⃣inherits = \"harbro\"", "unknown theme harbro", "did you mean harbor"),
  (
    "[theme]\n1️⃣inherits = \"test\"", "themes inherit each other in a circle: test → test",
    "let one of them inherit terminal"
  ),
  (
    "[theme]\nmin_contrast = { 1️⃣text = 0.5 }", "a contrast of text is a ratio from 1 to 21",
    "WCAG asks 4.5 of text, 3 of shapes"
  ),
  ("[1️⃣colours]\n", "unknown key colours", "known here: theme, palette, style"),
]

struct ThemeFindingTests {
  @Test(arguments: faulty.indices) func `a fault is named with its place and cure`(_ index: Int) throws {
    let marked = MarkedText(faulty[index].text)
    let (_, findings) = ThemeReader.read(marked.text, file: "test.toml", parents: { _ in nil }, known: ["harbor"])
    let finding = try #require(findings.first, "\(faulty[index].text)")
    #expect(findings.count == 1)
    #expect(finding.place == marked.place(file: "test.toml"))
    #expect(finding.what == faulty[index].what)
    #expect(finding.instead == faulty[index].instead)
  }

  @Test func `a circle over three files ends`() {
    let files = ["a": "[theme]\ninherits = \"b\"", "b": "[theme]\ninherits = \"test\""]
    let (_, findings) = ThemeReader.read("[theme]\ninherits = \"a\"", file: "themes/test.toml") { files[$0] }
    #expect(
      findings.map(\.line) == [
        "b.toml:2:1: themes inherit each other in a circle: test → a → b → test; let one of them inherit terminal"
      ])
  }

  @Test func `a theme that is no TOML still colours every role`() {
    let (theme, findings) = ThemeReader.read("[[[", file: "test.toml") { _ in nil }
    #expect(!findings.isEmpty)
    #expect(theme[.key] == ThemeReader.terminal[.key])
  }

  @Test func `letters too faint on the background or the selected row are found`() {
    let text = """
      [theme]
      background = "#14181d"
      [style]
      "text" = "#d7dde5"
      "text.dim" = "#8d99a8"
      "mark" = "#555555"
      "plot.axis" = "#616e7e"
      "cursor" = { fg = "#d7dde5", bg = "#2a3846" }
      """
    #expect(
      ContrastCheck.findings(for: theme(text)).map(\.line) == [
        "test.toml:5:1: text.dim #8d99a8 on the selected row #2a3846 has a contrast of 4.13, less than 4.50; #96a1af would do",
        "test.toml:6:1: mark #555555 on the background #14181d has a contrast of 2.39, less than 4.50; #818181 would do",
        "test.toml:6:1: mark #555555 on the selected row #2a3846 has a contrast of 1.60, less than 4.50; #a0a0a0 would do",
      ])
  }
}

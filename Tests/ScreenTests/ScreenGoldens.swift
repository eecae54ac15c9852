import LeadlineDesk
import LeadlineScreen
import LeadlineTestKit
import Testing

/// Glyphs and roles of every screen of the demo book.
@Suite struct ScreenGoldens {
  static let sizes = [MockupTests.wide, MockupTests.compact, MockupTests.phone]
  static let small = Size(columns: 24, rows: 8)

  static let screens: [String: @Sendable (Demo) -> ScreenModel] = [
    "board": { $0.boardScreen() }, "detail": { $0.detailScreen() }, "due": { $0.dueScreen() },
    "silence": { $0.silenceScreen() }, "call": { $0.callScreen() }, "help": { $0.helpScreen() },
    "explain": { $0.explainScreen() },
  ]

  @Test(arguments: screens.keys.sorted(), sizes + [small])
  func `a screen keeps its glyphs and roles`(name: String, size: Size) throws {
    let make = try #require(Self.screens[name])
    let model = make(Demo(size))
    let canvas = ScreenView.draw(model, size: size)
    #expect(Golden.complaint(canvas, "\(name)-\(size.columns)x\(size.rows)") == nil)
  }

  @Test(arguments: screens.keys.sorted())
  func `a screen in ASCII sends nothing else`(name: String) throws {
    let make = try #require(Self.screens[name])
    let model = make(Demo(MockupTests.compact))
    let canvas = ScreenView.draw(model, size: MockupTests.compact, glyphs: .ascii)
    #expect(canvas.cells.allSatisfy { $0.glyph.isASCII })
    #expect(Golden.complaint(canvas, "\(name)-80x24-ascii") == nil)
  }

  @Test func `a form keeps its glyphs and roles`() throws {
    let form = try #require(Demo(MockupTests.compact).forms.first { $0.name == "add" })
    #expect(Golden.complaint(ScreenView.draw(form.screen, size: MockupTests.compact), "form-add-80x24") == nil)
  }

  @Test func `a popup keeps its glyphs and roles`() {
    let canvas = ScreenView.draw(Demo(MockupTests.wide).popup("s"), size: MockupTests.wide)
    #expect(Golden.complaint(canvas, "prefix-signal-120x40") == nil)
  }

  @Test func `a screen too small says what it needs`() {
    let canvas = ScreenView.draw(
      Demo(Size(columns: 19, rows: 4)).boardScreen(), size: Size(columns: 19, rows: 4))
    #expect(Golden.glyphs(of: canvas.row(0)) == "Leadline needs 20×5")
  }
}

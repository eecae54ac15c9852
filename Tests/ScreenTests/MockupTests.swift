import LeadlineDesk
import LeadlineScreen
import LeadlineTestKit
import Testing

/// Every screen of the demo book against its mock-up.
@Suite struct MockupTests {
  static let wide = Size(columns: 120, rows: 40)
  static let compact = Size(columns: 80, rows: 24)
  static let phone = Size(columns: 40, rows: 20)

  @Test(arguments: [wide, compact, phone])
  func `the board agrees with its mock-up`(size: Size) {
    expectAgreement("board", Demo(size).boardScreen(), size)
  }

  @Test func `the board agrees with its mock-up in ASCII`() {
    expectAgreement("board", Demo(Self.compact).boardScreen(), Self.compact, glyphs: .ascii)
  }

  @Test(arguments: [wide, compact, phone])
  func `a lead agrees with its mock-up`(size: Size) {
    expectAgreement("detail", Demo(size).detailScreen(), size)
  }

  @Test(arguments: [wide, compact, phone])
  func `the due list agrees with its mock-up`(size: Size) {
    expectAgreement("due", Demo(size).dueScreen(), size)
  }

  @Test(arguments: [wide, compact, phone])
  func `the silent agree with their mock-up`(size: Size) {
    expectAgreement("silence", Demo(size).silenceScreen(), size)
  }

  @Test(arguments: [wide, compact, phone])
  func `a call agrees with its mock-up`(size: Size) {
    expectAgreement("call", Demo(size).callScreen(), size)
  }

  @Test(arguments: [wide, compact, phone])
  func `help agrees with its mock-up`(size: Size) {
    expectAgreement("help", Demo(size).helpScreen(), size)
  }

  @Test(arguments: [wide, compact, phone])
  func `an explanation agrees with its mock-up`(size: Size) {
    expectAgreement("explain", Demo(size).explainScreen(), size)
  }

  @Test(arguments: Demo(compact).forms.map(\.name))
  func `a form agrees with its mock-up`(name: String) throws {
    let form = try #require(Demo(Self.compact).forms.first { $0.name == name })
    expectAgreement("form-\(name)", form.screen, Self.compact)
  }

  @Test(arguments: Demo.prefixes.map(\.key))
  func `what follows a prefix agrees with its mock-up`(key: Character) throws {
    let prefix = try #require(Demo.prefixes.first { $0.key == key })
    expectAgreement("prefix-\(prefix.name)", Demo(Self.compact).popup(key), Self.compact)
  }

  private func expectAgreement(_ name: String, _ model: ScreenModel, _ size: Size, glyphs: Glyphs = .unicode) {
    let file = "\(name)-\(size.columns)x\(size.rows)" + (glyphs == .ascii ? "-ascii" : "")
    let text = TextFile.read("\(TextFile.top)/Tests/Mockups/\(file).txt")
    // Where the terminal's cursor stands the mock-up has a thin bar; the cell is blank.
    let target = text.map { String($0.map { $0 == "▏" ? " " : $0 }) } ?? ""
    let mockup = Mockup(text: target, against: ScreenView.draw(model, size: size, glyphs: glyphs))
    print(mockup.report(file))
    #expect(text != nil && mockup.rows.isEmpty)
  }
}

import LeadlineCore
import LeadlineText
import Testing

@Suite struct ExcerptsTests {
  private func excerpt(_ text: String, line: Int = 1, column: Int) -> [String] {
    let excerpt = Excerpts(text).excerpt(at: Place(file: "rules", line: line, column: column))
    return excerpt.map { [$0.line, $0.caret] } ?? []
  }

  @Test func `the caret stands below the place`() throws {
    let text = "state hot\n\tgap 5\r\n"
    let finding = try #require(RulesReader.read(text).findings.first { $0.place.line == 2 })
    #expect(excerpt(text, line: 2, column: finding.place.column) == [" gap 5", "     ^"])
  }

  @Test func `wide and written-out characters move the caret`() {
    #expect(excerpt("日\u{1b}x", column: 3) == ["日^[x", "    ^"])
  }

  @Test func `a place behind the end of its line is its end, and a line that is not there is none`() {
    #expect(excerpt("gap", column: 99) == ["gap", "   ^"])
    #expect(excerpt("", column: 1) == ["", "^"])
    #expect(excerpt("gap", line: 2, column: 1) == [])
  }

  @Test func `of a long line what stands around the place is shown`() {
    let shown = excerpt(String(repeating: "a", count: 99) + "X" + String(repeating: "b", count: 99), column: 100)
    #expect(shown.map(\.count) == [122, 62])
    #expect(shown.first?.contains("aX") == true)
  }
}

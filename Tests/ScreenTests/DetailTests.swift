import LeadlineDesk
import LeadlineScreen
import LeadlineTestKit
import Testing

@Suite struct DetailTests {
  /// The board with another lead under the cursor, as rows.
  private func board(_ size: Size, lead: String) -> [String] {
    var screen = Demo(size).boardScreen()
    if case .board(var board) = screen.view {
      board.detail = Demo(size).detail(lead, .board)
      screen.view = .board(board)
    }
    return (0..<size.rows).map { Golden.glyphs(of: ScreenView.draw(screen, size: size).row($0)) }
  }

  @Test func `momentum gives up its sparkline before its number`() {
    let rows = board(MockupTests.wide, lead: "Farid Haddad")
    #expect(rows.contains { $0.contains("│ silent 21d  untouched 21d  momentum 42       │") })
  }

  @Test func `no clock gives way to a sparkline`() {
    let rows = board(MockupTests.compact, lead: "Farid Haddad")
    #expect(rows.contains { $0.contains("1/5 ATTENTION   silent 21d   untouched 21d        momentum 42 │") })
  }
}

extension DetailTests {
  @Test func `large numbers take the room of words, not each other's`() {
    var screen = Demo(MockupTests.wide).boardScreen()
    if case .board(var board) = screen.view {
      (board.due.warmUntouched, board.due.withoutNext) = (1582, 1589)
      screen.view = .board(board)
    }
    let drawn = ScreenView.draw(screen, size: MockupTests.wide)
    let rows = (0..<MockupTests.wide.rows).map { Golden.glyphs(of: drawn.row($0)) }
    let counts = "untouched over 14d: 1582   no agreed next: 1589   late: 1   escalated: 2   new untouched: 0"
    #expect(rows.contains { $0.contains(counts) })
  }
}

import LeadlineDesk
import LeadlineScreen
import LeadlineTestKit
import Testing

@Suite struct DetailTests {
  @Test func `momentum gives up its sparkline before its number`() {
    let size = MockupTests.wide
    var screen = Demo(size).boardScreen()
    guard case .board(var board) = screen.view else { return #expect(Bool(false), "no board") }
    board.detail?.silent = ClockModel("21d", isOver: true)
    board.detail?.untouched = ClockModel("21d", isOver: true)
    screen.view = .board(board)
    let rows = (0..<size.rows).map { Golden.glyphs(of: ScreenView.draw(screen, size: size).row($0)) }
    #expect(rows.contains { $0.contains("│ silent 21d  untouched 21d  momentum 97       │") })
  }
}

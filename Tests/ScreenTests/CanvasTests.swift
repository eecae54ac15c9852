import LeadlineScreen
import LeadlineTestKit
import LeadlineText
import Testing

private func lines(_ canvas: Canvas) -> [String] {
  (0..<canvas.size.rows).map { Golden.glyphs(of: canvas.row($0)) }
}

private func canvas(_ columns: Int, _ rows: Int, _ draw: (inout Canvas) -> Void) -> Canvas {
  var canvas = Canvas(Size(columns: columns, rows: rows))
  draw(&canvas)
  return canvas
}

struct CanvasTests {
  @Test(arguments: [
    (0, 0, ["Ana   "]), (4, 0, ["    An"]), (-1, 0, ["na    "]), (6, 0, ["      "]), (0, 1, ["      "]),
    (0, -1, ["      "]),
    (.max, 0, ["      "]), (.min, 0, ["      "]),
  ])
  func `text is clipped at every edge`(_ x: Int, _ y: Int, _ shown: [String]) {
    #expect(lines(canvas(6, 1) { $0.put("Ana", x: x, y: y) }) == shown)
  }

  @Test func `text stops at the width it was given and says where`() {
    var canvas = Canvas(Size(columns: 8, rows: 1))
    #expect(canvas.put("overdue", x: 1, y: 0, width: 4) == 5)
    #expect(canvas.put("!", x: 5, y: 0) == 6)
    #expect(canvas.put("none", x: 0, y: 0, width: 0) == 0)
    #expect(lines(canvas) == [" over!  "])
  }

  @Test func `half of a wide glyph is a space`() {
    #expect(lines(canvas(3, 1) { $0.put("山田", x: 0, y: 0) }) == ["山 "])
    #expect(lines(canvas(3, 1) { $0.put("山田", x: -1, y: 0) }) == [" 田"])
    #expect(lines(canvas(4, 1) { $0.put("山田", x: 0, y: 0, width: 3) }) == ["山  "])
  }

  @Test(arguments: [(0, "x 田"), (1, " x田"), (2, "山x "), (3, "山 x")])
  func `writing on half of a wide glyph frees the other`(_ x: Int, _ shown: String) {
    let canvas = canvas(4, 1) {
      $0.put("山田", x: 0, y: 0)
      $0.put("x", x: x, y: 0)
    }
    #expect(lines(canvas) == [shown])
    #expect(canvas.cells.map(\.width).reduce(0, +) == 4)
  }

  @Test func `a mark stays on its glyph, also on a wide one`() {
    let canvas = canvas(4, 1) { $0.put("e\u{301}山\u{301}x", x: 0, y: 0) }
    #expect(canvas.cells.map(\.glyph) == ["e\u{301}", "山\u{301}", " ", "x"])
  }

  @Test func `a mark at the left edge of nothing is dropped`() {
    #expect(lines(canvas(2, 1) { $0.put("e\u{301}a", x: -1, y: 0) }) == ["a "])
  }

  @Test func `no command passes a canvas`() {
    #expect(lines(canvas(8, 1) { $0.put("a\u{1b}[2J\nb", x: 0, y: 0) }) == ["a[2J b  "])
  }

  @Test func `a canvas in ASCII holds ASCII`() {
    var canvas = Canvas(Size(columns: 12, rows: 3), glyphs: .ascii)
    canvas.box(canvas.bounds, left: Title("Größe"))
    canvas.put("▌◉ 3× …", x: 1, y: 1)
    #expect(lines(canvas) == ["+- Grosse -+", "|>* 3x ~   |", "+----------+"])
  }

  @Test func `a ground goes under a row and roles stay`() {
    let canvas = canvas(3, 2) {
      $0.put("abc", x: 0, y: 1, role: .dueOverdue)
      $0.lay(.cursor, under: Rectangle(x: 1, y: 1, width: 9, height: 9))
      $0.paint(.searchMatch, over: Rectangle(x: 2, y: 0, width: 1, height: 2))
    }
    #expect(canvas.row(1).map(\.ground) == [.plain, .cursor, .cursor])
    #expect(canvas.row(1).map(\.role) == [.dueOverdue, .dueOverdue, .searchMatch])
  }

  @Test func `a canvas is copied into another, cut at its edges`() {
    var inner = Canvas(Size(columns: 4, rows: 2))
    inner.put("山田", x: 0, y: 0)
    inner.cursor = Point(x: 1, y: 1)
    let outer = canvas(4, 3) {
      $0.fill($0.bounds, ".")
      $0.blit(inner, at: Point(x: 1, y: 1))
    }
    #expect(lines(outer) == ["....", ".山 ", ".   "])
    #expect(outer.cursor == Point(x: 2, y: 2))
  }

  @Test func `what is drawn over the halves of wide glyphs leaves no half behind`() {
    let outer = canvas(6, 1) {
      $0.put("山田太", x: 0, y: 0)
      $0.blit(Canvas(Size(columns: 2, rows: 1)), at: Point(x: 1, y: 0))
    }
    #expect(lines(outer) == ["    太"])
  }
}

struct BorderTests {
  @Test func `a box has its titles above and below`() {
    let canvas = canvas(24, 3) {
      $0.box($0.bounds, left: Title("WARM 6", .stateWarm), right: Title("€31k"), bottom: Title("1 more ↓"))
    }
    #expect(lines(canvas) == ["┌─ WARM 6 ────── €31k ─┐", "│                      │", "└── 1 more ↓ ──────────┘"])
    #expect(canvas[3, 0].role == .stateWarm)
    #expect(canvas[1, 0].role == .paneBorder)
  }

  @Test func `a double box and a line with a title`() {
    let canvas = canvas(22, 4) {
      $0.box($0.bounds, .double, left: Title("CALL"), right: Title("00:07:42"))
      $0.hline(x: 1, y: 2, width: 20, title: Title("Next"))
    }
    #expect(
      lines(canvas) == [
        "╔═ CALL ══ 00:07:42 ═╗", "║                    ║", "║── Next ────────────║",
        "╚════════════════════╝",
      ])
  }

  @Test(arguments: [
    (20, "┌─ Ana ── ana-7k2 ─┐"), (14, "┌─ Ana ──────┐"), (8, "┌─ A… ─┐"), (6, "┌────┐"), (2, "┌┐"),
    (1, " "),
  ])
  func `titles give way in a narrow box`(_ width: Int, _ top: String) {
    let title = width == 8 ? "Ana Müller" : "Ana"
    let canvas = canvas(width, 2) { $0.box($0.bounds, left: Title(title), right: Title("ana-7k2")) }
    #expect(lines(canvas)[0] == top)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (5, 1)])
  func `drawing into a rectangle too small or outside does no harm`(_ columns: Int, _ rows: Int) {
    let drawn = canvas(columns, rows) {
      $0.box(Rectangle(x: -3, y: -3, width: 40, height: 20), left: Title("left"), right: Title("right"))
      $0.box(Rectangle(x: 2, y: 0, width: 1, height: 9))
      $0.hline(x: 0, y: 0, width: -4, title: Title("x"))
      $0.fill(Rectangle(x: 90, y: 90, width: 5, height: 5), "#")
      $0.blit(Canvas(Size(columns: 9, rows: 9)), at: Point(x: -4, y: -4))
    }
    #expect(drawn.cells.count == columns * rows)
  }
}

struct GeometryTests {
  private let whole = Rectangle(x: 2, y: 1, width: 10, height: 6)

  @Test func `a rectangle is split and nothing is lost`() {
    #expect(whole.split(rows: 2).bottom == Rectangle(x: 2, y: 3, width: 10, height: 4))
    #expect(whole.split(rows: -2).bottom == Rectangle(x: 2, y: 5, width: 10, height: 2))
    #expect(whole.split(columns: 99).right.isEmpty)
    #expect(whole.columns(3).map(\.width) == [4, 3, 3])
    #expect(whole.columns(0) == [])
    #expect(whole.inset(columns: 1) == Rectangle(x: 4, y: 2, width: 6, height: 4))
    #expect(whole.centred(Size(columns: 4, rows: 99)) == Rectangle(x: 5, y: 1, width: 4, height: 6))
  }

  @Test func `rectangles that do not meet have nothing in common`() {
    #expect(whole.intersection(Rectangle(x: 50, y: 0, width: 3, height: 3)).isEmpty)
  }
}

struct GlyphsTests {
  @Test func `bars and sparklines`() {
    #expect(Glyphs.unicode.bar(eighths: 67) == "████████▍")
    #expect(Glyphs.ascii.bar(eighths: 68) == "#########")
    #expect(Glyphs.unicode.bar(eighths: -1) == "")
    #expect(Glyphs.sparkline([0, 1, 3, 6, 7]) == "▁▁▃▇▇")
    #expect(Glyphs.sparkline([0, 0]) == "▁▁")
  }

  @Test func `every sign but the arrow takes as many columns in ASCII`() {
    for sign in Sign.allCases {
      let columns = sign == .sent ? 2 : displayWidth(sign.rawValue)
      #expect(Glyphs.ascii.shown(sign.rawValue).count == columns, "\(sign)")
    }
  }
}

struct TestKitTests {
  @Test func `a golden shows glyphs, roles and the cursor`() {
    var drawn = canvas(5, 2) {
      $0.put("山田", x: 0, y: 0, role: .stateHot)
      $0.put("a", x: 4, y: 1, role: .stateHot, ground: .cursor)
    }
    drawn.cursor = Point(x: 4, y: 1)
    #expect(
      Golden.text(of: drawn) == "5×2\n山田\n    a\n\naaaa\n    b\n\na state.hot\nb state.hot on cursor\ncursor 4,1\n")
    #expect(Golden.complaint(drawn, "golden") == nil)
  }

  @Test func `a golden that differs or is missing is a complaint`() {
    let other = canvas(5, 2) { _ in }
    #expect(Golden.complaint(other, "golden", recording: false)?.contains("looks different") == true)
    #expect(Golden.complaint(other, "no such golden", recording: false)?.contains("LEADLINE_RECORD=1") == true)
  }

  @Test func `a mock-up counts the cells that agree`() {
    let mockup = Mockup(text: "abc\n山", against: canvas(4, 2) { $0.put("abd", x: 0, y: 0) })
    #expect((mockup.agreeing, mockup.total) == (5, 8))
    #expect(mockup.rows.map(\.row) == [0, 1])
    #expect(mockup.report("x").hasPrefix("x: 5 of 8 cells agree\n1- abc \n1+ abd \n"))
  }

  @Test func `the board in ASCII is the board sign by sign`() throws {
    let board = try #require(TextFile.read("\(TextFile.top)/Tests/Mockups/board-80x24.txt"))
    var drawn = Canvas(Size(columns: 80, rows: 24), glyphs: .ascii)
    for (y, line) in board.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      drawn.put(String(line), x: 0, y: y)
    }
    let mockup = try #require(Mockup("board-80x24-ascii", against: drawn))
    #expect(mockup.agreeing == mockup.total, "\(mockup.report("board"))")
  }
}

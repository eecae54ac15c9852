import LeadlineDesk
import LeadlineScreen
import LeadlineTestKit
import Testing

/// No model and no size can break a screen.
@Suite struct EverySizeTests {
  @Test(arguments: 1...45)
  func `every width of a row holds any model`(rows: Int) {
    for columns in 1...130 {
      var random = RandomModels(seed: rows * 1000 + columns)
      let size = Size(columns: columns, rows: rows)
      let canvas = ScreenView.draw(random.screen(), size: size, glyphs: columns % 4 == 0 ? .ascii : .unicode)
      #expect(isWhole(canvas, size), "\(columns)×\(rows)")
    }
  }

  @Test(arguments: ScreenGoldens.screens.keys.sorted())
  func `a screen holds at every width and height`(name: String) throws {
    let make = try #require(ScreenGoldens.screens[name])
    let sizes =
      (1...130).map { Size(columns: $0, rows: 45 - $0 % 45) } + (1...60).map { Size(columns: 20 + $0 * 2, rows: $0) }
    for size in sizes {
      let canvas = ScreenView.draw(make(Demo(size)), size: size)
      #expect(isWhole(canvas, size), "\(size)")
    }
  }

  /// Rows as wide as the screen, wide glyphs with both halves, nothing that a terminal would take for a command.
  private func isWhole(_ canvas: Canvas, _ size: Size) -> Bool {
    guard canvas.size == size, canvas.cells.count == size.columns * size.rows else { return false }
    if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) { return false }
    return (0..<size.rows).allSatisfy { y in
      let row = Array(canvas.row(y))
      return row.indices.allSatisfy { x in
        switch row[x].width {
        case 0: x > 0 && row[x - 1].width == 2
        case 2: x + 1 < row.count && row[x + 1].width == 0
        case _: !row[x].glyph.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f }
        }
      }
    }
  }
}

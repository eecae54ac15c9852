package import LeadlineScreen

/// The target of a screen, drawn by hand in `Tests/Mockups/NAME.txt`, and how near a canvas comes to it.
package struct Mockup {
  /// Cells that show the same glyph, of all cells of the canvas.
  package let agreeing: Int
  package let total: Int
  /// The rows that differ, from 0.
  package let rows: [(row: Int, expected: String, actual: String)]

  /// Nil where there is no such mock-up. Rows and columns missing in it count as blank.
  package init?(_ name: String, against canvas: Canvas) {
    guard let text = TextFile.read("\(TextFile.top)/Tests/Mockups/\(name).txt") else { return nil }
    self.init(text: text, against: canvas)
  }

  package init(text: String, against canvas: Canvas) {
    var target = Canvas(canvas.size)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (y, line) in lines.enumerated() { target.put(String(line), x: 0, y: y) }
    let differing = (0..<canvas.size.rows).filter {
      Mockup.agreement(target.row($0), canvas.row($0)) < canvas.size.columns
    }
    agreeing = (0..<canvas.size.rows).reduce(0) { $0 + Mockup.agreement(target.row($1), canvas.row($1)) }
    total = canvas.size.columns * canvas.size.rows
    rows = differing.map { ($0, Golden.glyphs(of: target.row($0)), Golden.glyphs(of: canvas.row($0))) }
  }

  private static func agreement(_ one: ArraySlice<Cell>, _ other: ArraySlice<Cell>) -> Int {
    zip(one, other).count { $0.glyph == $1.glyph && $0.width == $1.width }
  }

  /// `board: 2,790 of 2,880 cells agree`, then the rows that do not, target above, canvas below.
  package func report(_ name: String) -> String {
    let rows = rows.map { "\($0.row + 1)- \($0.expected)\n\($0.row + 1)+ \($0.actual)" }
    return (["\(name): \(agreeing) of \(total) cells agree"] + rows).joined(separator: "\n")
  }
}

import LeadlineText

/// A screen, or a part of one, as cells. Whatever is drawn outside is clipped; nothing that is drawn can fail. All text
/// passes the display gate here, so no control or bidi scalar can reach a terminal through a canvas.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  package let glyphs: Glyphs
  /// Row by row, `size.columns` cells each.
  package private(set) var cells: [Cell]
  /// Where the hardware cursor stands: on the selected row or in the field being typed into; nil hides it.
  package var cursor: Point?

  package init(_ size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  package var bounds: Rectangle { Rectangle(size) }

  /// A blank cell for a place outside.
  package subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.columns + x] : .blank
  }

  package func row(_ y: Int) -> ArraySlice<Cell> {
    y >= 0 && y < size.rows ? cells[y * size.columns..<(y + 1) * size.columns] : []
  }

  /// Further out than any text is long: places beyond are taken for it, so that no sum overflows.
  private static let far = 1 << 24

  /// Writes `text` from column `x` on, at most `width` columns, and returns the column after it.
  @discardableResult
  package mutating func put(
    _ text: String, x: Int, y: Int, role: Role = .text, ground: Ground = .plain, width: Int = .max
  ) -> Int {
    let start = min(max(x, -Canvas.far), size.columns)
    let limit = width < size.columns - start ? start + max(0, width) : size.columns
    var pen = start
    for scalar in glyphs.shown(text).unicodeScalars {
      let columns = displayWidth(scalar)
      if columns == 0 {
        join(scalar, before: pen, y: y, from: start)
        continue
      }
      if pen >= limit { break }
      set(Character(scalar), columns, Point(x: pen, y: y), limit, role, ground)
      pen += columns
    }
    return min(pen, limit)
  }

  /// One glyph of one or two columns. Where only half of it would be inside, a space stands instead.
  private mutating func set(
    _ glyph: Character, _ columns: Int, _ place: Point, _ limit: Int, _ role: Role, _ ground: Ground
  ) {
    guard place.y >= 0, place.y < size.rows else { return }
    let start = place.y * size.columns + place.x
    if columns == 2, place.x >= 0, place.x + 1 < limit {
      free(start, place.x)
      free(start + 1, place.x + 1)
      cells[start] = Cell(glyph: glyph, width: 2, role: role, ground: ground)
      cells[start + 1] = Cell(glyph: " ", width: 0, role: role, ground: ground)
      return
    }
    for offset in 0..<columns where place.x + offset >= 0 && place.x + offset < limit {
      free(start + offset, place.x + offset)
      cells[start + offset] = Cell(glyph: columns == 1 ? glyph : " ", role: role, ground: ground)
    }
  }

  /// A cell about to be overwritten may be half of a wide glyph: its other half becomes a space.
  private mutating func free(_ index: Int, _ x: Int) {
    if cells[index].width == 2, x + 1 < size.columns {
      cells[index + 1].width = 1
    } else if cells[index].width == 0, x > 0 {
      cells[index - 1].glyph = " "
      cells[index - 1].width = 1
    }
  }

  /// A combining mark goes to the glyph just written.
  private mutating func join(_ mark: Unicode.Scalar, before pen: Int, y: Int, from start: Int) {
    guard pen > max(start, 0), pen <= size.columns, y >= 0, y < size.rows else { return }
    var index = y * size.columns + pen - 1
    if cells[index].width == 0 { index -= 1 }
    var joined = String(cells[index].glyph)
    joined.unicodeScalars.append(mark)
    if let glyph = joined.first, joined.count == 1 { cells[index].glyph = glyph }
  }

  /// Fills with one glyph of one column, a space to clear.
  package mutating func fill(
    _ rectangle: Rectangle, _ glyph: String = " ", role: Role = .text, ground: Ground = .plain
  ) {
    let part = rectangle.intersection(bounds)
    let line = String(repeating: glyph, count: part.width)
    for y in part.y..<max(part.y, part.bottom) {
      put(line, x: part.x, y: y, role: role, ground: ground, width: part.width)
    }
  }

  /// Puts a ground under what stands there.
  package mutating func lay(_ ground: Ground, under rectangle: Rectangle) {
    change(rectangle) { $0.ground = ground }
  }

  /// Gives what stands there another meaning, as a search hit has.
  package mutating func paint(_ role: Role, over rectangle: Rectangle) {
    change(rectangle) { $0.role = role }
  }

  private mutating func change(_ rectangle: Rectangle, _ body: (inout Cell) -> Void) {
    let part = rectangle.intersection(bounds)
    guard !part.isEmpty else { return }
    for y in part.y..<part.bottom {
      for x in part.x..<part.right { body(&cells[y * size.columns + x]) }
    }
  }

  /// Copies another canvas here, its upper left cell to `point`. A cursor in it comes along.
  package mutating func blit(_ other: Canvas, at point: Point) {
    let part = Rectangle(x: point.x, y: point.y, width: other.size.columns, height: other.size.rows)
      .intersection(bounds)
    guard !part.isEmpty else { return }
    for y in part.y..<part.bottom {
      for x in part.x..<part.right {
        let cell = other[x - point.x, y - point.y]
        let isCut = cell.width == 0 && x == part.x || cell.width == 2 && x == part.right - 1
        free(y * size.columns + x, x)
        cells[y * size.columns + x] = isCut ? Cell(role: cell.role, ground: cell.ground) : cell
      }
    }
    if let inner = other.cursor, part.contains(Point(x: inner.x + point.x, y: inner.y + point.y)) {
      cursor = Point(x: inner.x + point.x, y: inner.y + point.y)
    }
  }
}

import CSys
import CTerm
import Glibc
import LeadlineScreen

/// The canvas the terminal shows now, and how the next one becomes it.
struct Frame {
  private let isASCII: Bool
  private var shown: Canvas?
  private var run = Run()

  init(isASCII: Bool) { self.isASCII = isASCII }

  /// Nothing is known of what the terminal shows.
  mutating func forget() { shown = nil }

  /// Hands the rows that differ to ncurses, which finds the cells that do.
  mutating func draw(_ canvas: Canvas, _ styles: StyleTable) {
    let known = shown.flatMap { $0.size == canvas.size ? $0 : nil }
    for y in 0..<canvas.size.rows {
      let row = canvas.row(y)
      if let known, known.row(y) == row { continue }
      draw(row, y, styles)
    }
    shown = canvas
    let cursor = canvas.cursor.flatMap { canvas.bounds.contains($0) ? $0 : nil }
    cterm_render(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? 0))
  }

  private mutating func draw(_ row: ArraySlice<Cell>, _ y: Int, _ styles: StyleTable) {
    run.begin(0, Style())
    for (x, cell) in row.enumerated() where cell.width > 0 {
      let style = styles[cell.role, cell.ground]
      if style != run.style {
        run.put(y)
        run.begin(x, style)
      }
      append(cell)
    }
    run.put(y)
  }

  /// The last gate: a glyph that would not take the cell's own columns, or that would be a command, is not sent.
  private mutating func append(_ cell: Cell) {
    let scalars = cell.glyph.unicodeScalars
    if let only = scalars.first, scalars.count == 1, (0x20...0x7E).contains(only.value) {
      run.text.append(wchar_t(only.value))
    } else if !isASCII, columns(of: scalars) == Int32(cell.width) {
      for scalar in scalars { run.text.append(wchar_t(scalar.value)) }
    } else {
      run.text.append(isASCII ? 0x3F : 0xFFFD)
      if cell.width == 2 { run.text.append(0x20) }
    }
  }

  /// -1 where one of them is not printable.
  private func columns(of scalars: String.UnicodeScalarView) -> Int32 {
    var sum: Int32 = 0
    for scalar in scalars {
      let width = csys_wcwidth(scalar.value)
      if width < 0 { return -1 }
      sum += width
    }
    return sum
  }

  /// Characters side by side in one style.
  private struct Run {
    var start = 0
    var style = Style()
    var text: [wchar_t] = []

    mutating func begin(_ x: Int, _ style: Style) {
      start = x
      self.style = style
      text.removeAll(keepingCapacity: true)
    }

    func put(_ y: Int) {
      guard !text.isEmpty else { return }
      var attributes: UInt32 = 0
      if style.attributes.contains(.bold) { attributes |= CTERM_BOLD }
      if style.attributes.contains(.dim) { attributes |= CTERM_DIM }
      if style.attributes.contains(.italic) { attributes |= CTERM_ITALIC }
      if style.attributes.contains(.underline) { attributes |= CTERM_UNDERLINE }
      if style.attributes.contains(.reverse) { attributes |= CTERM_REVERSE }
      cterm_put(
        Int32(start), Int32(y), attributes, style.foreground, style.background, text, Int32(text.count))
    }
  }
}

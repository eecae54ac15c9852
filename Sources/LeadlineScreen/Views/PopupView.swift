import LeadlineDesk

/// A prefix was pressed: what may follow, above the status line.
struct PopupView {
  let popup: PopupModel

  func draw(on canvas: inout Canvas, above bottom: Int) {
    let width = canvas.size.columns
    let cells = popup.items.map { Span("\($0.key) \($0.word)") }
    let widest = cells.map { canvas.columns(of: $0.text) }.max() ?? 0
    let columns = max(1, min(max(1, cells.count), (width - 4) / (widest + 1)))
    let rows = (cells.count + columns - 1) / columns
    let spans = popup.notes.map { Span(canvas.glyphs.shown($0), .textDim) }
    let notes = folded(spans, width: width - 4, rows: bottom - 3 - rows)
    let height = min(rows + notes.count + 2, max(0, bottom - 1))
    let place = Rectangle(x: 0, y: bottom - height, width: width, height: height)
    canvas.fill(place, role: .popup)
    let action = popup.action.isEmpty ? "" : " · \(popup.action)"
    canvas.box(
      place, left: Title("\(popup.key)  \(popup.title)\(action)", .paneTitleFocus),
      right: Title(popup.subject.isEmpty ? "Esc" : "\(popup.subject) · Esc", .textDim), role: .popupBorder)
    let inner = place.inset(columns: 1)
    let share = inner.width / columns
    for (index, item) in popup.items.enumerated() where index / columns < inner.height {
      canvas.put(
        [Span(item.key, .key), Span(" \(item.word)", .popup)], x: inner.x + index % columns * share,
        y: inner.y + index / columns, width: share - 1)
    }
    for (index, note) in notes.enumerated() where rows + index < inner.height {
      canvas.put([note], x: inner.x, y: inner.y + rows + index, width: inner.width)
    }
    canvas.cursor = Point(x: inner.x, y: inner.y)
  }
}

import LeadlineDesk

/// Why a lead stands where it does, over the lower part of the screen; on a phone over all of it.
struct ExplainView {
  let explain: ExplainModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) {
    if layout.shape == .phone { return drawPhone(on: &canvas, in: body) }
    let height = min(explain.rows.count + 2, body.height)
    let place = Rectangle(
      x: body.right - layout.explainWidth, y: body.bottom - height, width: layout.explainWidth, height: height)
    canvas.fill(place, role: .popup)
    let key = CommandTable.row(.why)?.spelled.first ?? ""
    canvas.box(
      place, left: Title("Explain — \(explain.title)", .paneTitleFocus), right: Title("\(key) · Esc", .textDim),
      bottom: more, role: .popupBorder)
    drawRows(on: &canvas, in: place.inset(columns: 1))
  }

  private var more: Title? { moreTitle(above: explain.hiddenAbove, below: explain.hiddenBelow) }

  private func drawPhone(on canvas: inout Canvas, in body: Rectangle) {
    canvas.fill(body, role: .popup)
    canvas.put([Span(explain.title, .paneTitleFocus)], x: body.x, y: body.y, width: body.width)
    canvas.hline(x: body.x, y: body.y + 1, width: body.width, title: more, role: .popupBorder)
    let rest = body.split(rows: 2).bottom
    drawRows(on: &canvas, in: Rectangle(x: rest.x, y: rest.y, width: rest.width - 1, height: rest.height))
  }

  private func drawRows(on canvas: inout Canvas, in place: Rectangle) {
    for (index, row) in explain.rows.prefix(place.height).enumerated() {
      let (y, indent) = (place.y + index, layout.explainIndent(row.kind))
      let role: Role =
        switch row.kind {
        case .head: .textStrong
        case .title: .paneTitle
        case .fact, .rule, .blank: .text
        }
      let label = row.kind == .rule ? " \(row.label)" : row.label
      let isAlone = row.text.isEmpty
      canvas.put(
        [Span(row.label.isEmpty ? "" : label, row.kind == .rule ? .text : .textDim)], x: place.x, y: y,
        width: isAlone ? place.width : max(0, indent - 1))
      canvas.put(
        [Span(row.text, row.kind == .rule ? .textDim : role)], x: place.x + indent, y: y, width: place.width - indent)
    }
    canvas.cursor = Point(x: max(0, place.x), y: max(0, place.y))
  }
}

import LeadlineDesk

/// Hot, warm, recycle, with the lead under the cursor and what is due beside them.
struct BoardView {
  let board: BoardModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String {
    switch layout.shape {
    case .wide: drawWide(on: &canvas, in: body)
    case .compact: drawCompact(on: &canvas, in: body)
    case .phone: return drawPhone(on: &canvas, in: body)
    case .tiny: break
    }
    return ""
  }

  private func drawWide(on canvas: inout Canvas, in body: Rectangle) {
    let (top, bottom) = body.split(rows: layout.boardHeight)
    let (columns, beside) = top.split(columns: -layout.besideWidth)
    drawColumns(on: &canvas, in: columns)
    DetailPane(detail: board.detail, style: .narrow, isFocused: board.focus == .detail).draw(on: &canvas, in: beside)
    DuePane(due: board.due, isFocused: board.focus == .due).drawWide(on: &canvas, in: bottom)
  }

  private func drawCompact(on canvas: inout Canvas, in body: Rectangle) {
    let (top, bottom) = body.split(rows: layout.boardHeight)
    let (columns, beside) = top.split(columns: -layout.besideWidth)
    drawColumns(on: &canvas, in: columns)
    DuePane(due: board.due, isFocused: board.focus == .due).drawStrip(on: &canvas, in: beside)
    DetailPane(detail: board.detail, style: .broad, isFocused: board.focus == .detail).draw(on: &canvas, in: bottom)
  }

  private func drawColumns(on canvas: inout Canvas, in place: Rectangle) {
    guard board.welcome.isEmpty else { return drawWelcome(on: &canvas, in: place) }
    for (column, part) in zip(board.columns, place.columns(board.columns.count)) {
      ColumnView(column: column, isFocused: board.focus == .columns && column.isFocused, layout: layout)
        .draw(on: &canvas, in: part)
    }
  }

  private func drawWelcome(on canvas: inout Canvas, in place: Rectangle) {
    canvas.box(place, left: Title("Leadline", .paneTitleFocus), role: .paneBorderFocus)
    canvas.put(board.welcome.map { Line([Span($0)]) }, in: place.inset(columns: 1))
  }

  /// One pane at a time.
  private func drawPhone(on canvas: inout Canvas, in body: Rectangle) -> String {
    switch board.focus {
    case .due: return DuePane(due: board.due, isFocused: true).drawPhone(on: &canvas, in: body, layout)
    case .detail:
      guard let detail = board.detail else { return "" }
      return DetailView(detail: detail, layout: layout).draw(on: &canvas, in: body)
    case .columns:
      guard board.welcome.isEmpty else {
        canvas.put(board.welcome.map { Line([Span($0)]) }, in: body)
        return ""
      }
      return drawPhoneColumn(on: &canvas, in: body)
    }
  }

  /// The names of all columns above, the cards of the one with the cursor below.
  private func drawPhoneColumn(on canvas: inout Canvas, in body: Rectangle) -> String {
    guard let column = board.columns.first(where: \.isFocused) ?? board.columns.first else { return "" }
    let names = board.columns.map { other in
      other == column
        ? Span("[\(other.state.rawValue) \(other.count)]", .tabActive)
        : Span("\(other.state.rawValue) \(other.count)", other.state.role)
    }
    canvas.put(
      Line(canvas.joined(names, gap: 1, width: body.width), right: [Span(column.value)]), x: 0, y: body.y,
      width: body.width)
    let cards = Rectangle(x: 0, y: body.y + 1, width: body.width, height: body.height - 1)
    ColumnView(column: column, isFocused: true, layout: layout).drawCards(on: &canvas, in: cards)
    return more(above: column.hiddenAbove, below: column.hiddenBelow)
  }
}

/// What a list hides: `1 more ↓`.
func more(above: Int, below: Int) -> String {
  switch (above > 0, below > 0) {
  case (false, false): ""
  case (false, true): "\(below) more \(Sign.more.rawValue)"
  case (true, false): "\(above) more \(Sign.less.rawValue)"
  case (true, true): "\(above) \(Sign.less.rawValue) \(below) more \(Sign.more.rawValue)"
  }
}

func moreTitle(above: Int, below: Int) -> Title? {
  let text = more(above: above, below: below)
  return text.isEmpty ? nil : Title(text, .textDim)
}

import LeadlineDesk

/// One state's cards in their frame.
struct ColumnView {
  let column: ColumnModel
  let isFocused: Bool
  let layout: Layout

  func draw(on canvas: inout Canvas, in place: Rectangle) {
    let (left, right) = titles(on: canvas, width: place.width)
    canvas.box(
      place, left: left, right: right, bottom: moreTitle(above: column.hiddenAbove, below: column.hiddenBelow),
      role: isFocused ? .paneBorderFocus : .paneBorder)
    drawCards(on: &canvas, in: place.inset())
  }

  func drawCards(on canvas: inout Canvas, in place: Rectangle) {
    for (index, card) in column.cards.enumerated() {
      let top = place.y + index * layout.cardHeight
      let part = Rectangle(x: place.x, y: top, width: place.width, height: layout.cardHeight).intersection(place)
      guard !part.isEmpty else { return }
      let view = CardView(card: card)
      if layout.shape == .wide { view.drawWide(on: &canvas, in: part) } else { view.drawCompact(on: &canvas, in: part) }
      if card.isCursor { canvas.select(part, isFocused: isFocused) }
    }
  }

  /// Name and value at both ends; where that is too much, behind one another; where that is too much, without what
  /// stands in brackets.
  private func titles(on canvas: Canvas, width: Int) -> (left: Title, right: Title?) {
    let role = column.state.role
    let name = "\(column.state.rawValue) \(column.count)"
    guard !column.value.isEmpty else { return (Title(name, role), nil) }
    let room = width - 3
    for value in [column.value, shortValue] {
      let both = canvas.columns(of: name) + canvas.columns(of: value)
      if both + 6 <= room { return (Title(name, role), Title(value, .text)) }
      if both + 3 <= room { return (Title("\(name) \(value)", role), nil) }
    }
    return (Title(name, role), nil)
  }

  private var shortValue: String {
    guard let bracket = column.value.firstIndex(of: "(") else { return column.value }
    return column.value[..<bracket] + "…"
  }
}

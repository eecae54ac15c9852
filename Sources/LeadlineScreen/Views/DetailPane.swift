import LeadlineDesk

/// The lead under the cursor, beside or below a list: who, the clocks, what next and why, and the timeline's newest.
struct DetailPane {
  enum Style {
    /// The board's right pane: every fact on a line of its own.
    case narrow
    /// Below a board: facts side by side.
    case broad
    /// Below a list: as broad, with blank lines between its parts.
    case airy
    /// As broad, without a frame.
    case bare
  }

  let detail: DetailModel?
  let style: Style
  let isFocused: Bool

  func draw(on canvas: inout Canvas, in place: Rectangle) {
    let title = Title(detail?.title ?? "no lead", isFocused ? .paneTitleFocus : .paneTitle)
    let id = Title(detail?.id ?? "", .textDim)
    var inner = place.inset(columns: 1)
    if style == .bare {
      inner = Rectangle(x: place.x + 1, y: place.y, width: place.width - 2, height: place.height)
      canvas.put(
        Line([Span(title.text, title.role)], right: [Span(id.text, id.role)]), x: inner.x, y: inner.y,
        width: inner.width)
      inner = inner.split(rows: 1).bottom
    } else {
      let bottom = style == .airy ? detail.flatMap { moreTitle(above: $0.hiddenAbove, below: $0.hiddenBelow) } : nil
      canvas.box(
        place, left: title, right: id.text.isEmpty ? nil : id, bottom: bottom,
        role: isFocused ? .paneBorderFocus : .paneBorder)
    }
    guard let detail else { return }
    let facts = DetailFacts(detail: detail, width: inner.width)
    let head = style == .narrow ? narrow(facts, on: canvas) : broad(facts, on: canvas)
    canvas.put(head + facts.timeline(on: canvas, shows: .dateAndTime), in: inner)
    if isFocused { canvas.cursor = Point(x: inner.x, y: inner.y) }
  }

  private func narrow(_ facts: DetailFacts, on canvas: Canvas) -> [Line] {
    var lines = [
      Line(canvas.joined(facts.standing, width: facts.width - 6), right: [Span(facts.detail.value)], keepsRight: true),
      Line(canvas.joined(facts.contacts, width: facts.width)),
      .blank, facts.path(right: facts.step), facts.dots(on: canvas), .blank,
      facts.next(on: canvas), facts.because(indent: 2),
    ]
    lines += facts.meaning(indent: 2, rows: 2)
    if let promise = facts.promise { lines.append(promise) }
    lines += [.blank, Line(facts.clocks(on: canvas, gap: 2)), .blank, facts.timelineTitle]
    return lines
  }

  private func broad(_ facts: DetailFacts, on canvas: Canvas) -> [Line] {
    var lines: [Line] = []
    if style != .bare {
      let first = facts.standingWithValue + facts.contacts + (style == .airy ? facts.source : [])
      lines.append(Line(canvas.joined(first, width: facts.width)))
    }
    lines.append(facts.summary(on: canvas))
    if style == .airy { lines.append(.blank) }
    lines += [facts.next(on: canvas), facts.because(indent: 9)] + facts.meaning(indent: 9)
    if let promise = facts.promise { lines.append(promise) }
    if style == .airy { lines.append(.blank) }
    return lines
  }
}

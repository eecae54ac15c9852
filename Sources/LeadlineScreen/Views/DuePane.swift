import LeadlineDesk

/// What is due now, beside or below the board.
struct DuePane {
  let due: DueModel
  let isFocused: Bool

  private var rows: [DueRowModel] {
    due.sections.filter { $0.kind == .overdue || $0.kind == .today }.flatMap(\.rows)
  }

  private var count: String { due.shown.map { "\($0)/\(due.due)" } ?? "\(due.due)" }

  private func box(_ title: String, right: Title? = nil, on canvas: inout Canvas, in place: Rectangle) {
    canvas.box(
      place, left: Title(title, isFocused ? .paneTitleFocus : .paneTitle), right: right,
      bottom: moreTitle(above: due.hiddenAbove, below: due.hiddenBelow),
      role: isFocused ? .paneBorderFocus : .paneBorder)
  }

  // Wide

  /// One line for each: who, when, what, why.
  func drawWide(on canvas: inout Canvas, in place: Rectangle) {
    let key = CommandTable.row(.viewDue)?.spelled.first ?? ""
    box("Due today \(count)", right: Title(key, .textDim), on: &canvas, in: place)
    let inner = place.inset()
    let columns = DueColumns(width: inner.width, hasState: false)
    for (index, row) in rows.prefix(max(0, inner.height - 2)).enumerated() {
      columns.draw(row, saysMe: false, because: "because ", on: &canvas, x: inner.x, y: inner.y + index, isFocused)
    }
    if rows.isEmpty {
      canvas.put([Span(due.empty, .textDim)], x: inner.x + 1, y: inner.y, width: inner.width - 2)
    }
    guard inner.height > 1 else { return }
    let width = inner.width - 2
    let counts = [
      number("Warm, untouched over 14 days:", due.warmUntouched), number("without an agreed next:", due.withoutNext),
      number("captured late:", due.late), number("escalated:", due.escalated),
      number("new untouched:", due.newUntouched),
    ]
    // Large numbers take the room of words, never each other's.
    let brief = [
      number("untouched over 14d:", due.warmUntouched), number("no agreed next:", due.withoutNext),
      number("late:", due.late), number("escalated:", due.escalated), number("new untouched:", due.newUntouched),
    ]
    let whole = canvas.joined(counts, width: width)
    let isWhole = whole.contains { $0.text.hasPrefix("new untouched") }
    canvas.put(isWhole ? whole : canvas.joined(brief, width: width), x: inner.x + 1, y: inner.bottom - 1, width: width)
  }

  private func number(_ words: String, _ number: Int) -> Span {
    Span("\(words) \(number)", number > 0 ? .text : .textDim)
  }

  // Compact

  /// Sign, time and name; two counts below.
  func drawStrip(on canvas: inout Canvas, in place: Rectangle) {
    box("Due \(count)", on: &canvas, in: place)
    let inner = place.inset()
    for (index, row) in rows.prefix(max(0, inner.height - 2)).enumerated() {
      drawStrip(row, on: &canvas, in: Rectangle(x: inner.x, y: inner.y + index, width: inner.width, height: 1))
    }
    // The title's count says it too: words without room are left out, not cut.
    if rows.isEmpty, canvas.columns(of: due.empty) < inner.width {
      canvas.put([Span(due.empty, .textDim)], x: inner.x + 1, y: inner.y, width: inner.width - 1)
    }
    guard inner.height > 1 else { return }
    for (index, count) in [("escalated", due.escalated), ("new untouched", due.newUntouched)].enumerated() {
      let role: Role = count.1 > 0 ? .statusWarn : .textDim
      canvas.put(
        Line([Span(count.0, .textDim)], right: [Span("\(count.1) ", role)]), x: inner.x, y: inner.bottom - 2 + index,
        width: inner.width)
    }
  }

  private func drawStrip(_ row: DueRowModel, on canvas: inout Canvas, in place: Rectangle) {
    let time = row.when.short
    let gutter = row.isCursor ? 1 : 0
    let sign = row.isCursor ? row.when.sign : row.when.signField(2)
    let used = gutter + canvas.columns(of: sign)
    let pad = max(0, 7 - used - canvas.columns(of: time))
    canvas.put(
      [
        Span(String(repeating: " ", count: gutter) + sign, row.when.role),
        Span(String(repeating: " ", count: pad) + time + " ", row.when.role),
        Span(row.name, row.isMarked ? .mark : .text),
      ], x: place.x, y: place.y, width: place.width)
    if row.isCursor { canvas.select(place, isFocused: isFocused) }
  }

  // Phone

  /// Two lines for each, three for the selected one; the rest of the counts below.
  func drawPhone(on canvas: inout Canvas, in body: Rectangle, _ layout: Layout) -> String {
    let lines = layout.boardDueLines
    var y = body.y + (lines == body.height ? 0 : 1)
    let limit = lines == body.height ? body.bottom : body.y + lines + 1
    for row in rows where y < limit {
      y += drawPhone(row, on: &canvas, in: Rectangle(x: 0, y: y, width: body.width, height: limit - y))
    }
    if rows.isEmpty { canvas.put([Span(due.empty, .textDim)], x: 1, y: y, width: body.width - 1) }
    guard lines < body.height else { return "" }
    canvas.hline(x: 0, y: limit, width: body.width)
    let counts = "escalated \(due.escalated) · new untouched \(due.newUntouched) · late \(due.late)"
    canvas.put([Span(canvas.brief(counts, width: body.width), .textDim)], x: 0, y: limit + 1, width: body.width)
    return more(above: due.hiddenAbove, below: due.hiddenBelow)
  }

  private func drawPhone(_ row: DueRowModel, on canvas: inout Canvas, in place: Rectangle) -> Int {
    let name = row.company.isEmpty ? row.name : "\(row.name) · \(row.company)"
    let what = row.means.isEmpty ? row.text : "\(row.means): \(row.text)"
    let time = String(repeating: " ", count: max(0, 5 - canvas.columns(of: row.when.short))) + row.when.short
    let state = String(row.state.rawValue.prefix(4))
    let stateField = state + String(repeating: " ", count: 4 - state.count)
    let owner = who(row.who, isMine: row.isMine, isByRule: row.isByRule, saysMe: false)
    var lines = [
      Line(
        [Span(row.when.signField(3), row.when.role), Span(name, row.isMarked ? .mark : .textStrong)],
        right: [Span(stateField, row.state.role), Span(" \(time)", row.when.role)], keepsRight: true),
      Line([Span("   " + what)], right: [Span(owner, .textDim)], keepsRight: true),
    ]
    if row.isCursor {
      let because = canvas.brief("because \(row.because)", width: place.width - 5)
      lines.append(Line([Span("   " + because, .textDim)]))
    }
    let part = Rectangle(x: 0, y: place.y, width: place.width, height: min(lines.count, place.height))
    canvas.put(lines, in: Rectangle(x: 1, y: part.y, width: part.width - 2, height: part.height))
    if row.isCursor { canvas.select(part, isFocused: isFocused) }
    return part.height
  }
}

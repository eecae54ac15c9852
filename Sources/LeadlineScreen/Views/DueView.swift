import LeadlineDesk

/// What happens next, when, and why: the whole list, and the lead under the cursor below it.
struct DueView {
  let due: DueModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String {
    switch layout.shape {
    case .wide: drawWide(on: &canvas, in: body)
    case .compact: drawCompact(on: &canvas, in: body)
    case .phone, .tiny: return drawPhone(on: &canvas, in: body)
    }
    return ""
  }

  private func drawWide(on canvas: inout Canvas, in body: Rectangle) {
    let (top, bottom) = body.split(rows: layout.dueListHeight)
    canvas.box(
      top, left: Title("Due — what happens next, when, and why", .paneTitleFocus),
      right: Title(Hints.filter, .textDim), bottom: moreTitle(above: due.hiddenAbove, below: due.hiddenBelow),
      role: .paneBorderFocus)
    let inner = top.inset()
    let columns = DueColumns(width: inner.width, hasState: true)
    columns.drawTitles(on: &canvas, x: inner.x, y: inner.y)
    canvas.list(due.sections, empty: due.empty, in: inner.split(rows: 1).bottom, lead: 1) { canvas, row, place in
      columns.draw(row, saysMe: true, because: "", on: &canvas, x: place.x, y: place.y, true)
      return 1
    }
    DetailPane(detail: due.detail, style: .airy, isFocused: false).draw(on: &canvas, in: bottom)
  }

  private func drawCompact(on canvas: inout Canvas, in body: Rectangle) {
    let (top, bottom) = body.split(rows: layout.dueListHeight)
    canvas.list(due.sections, empty: due.empty, in: top, lead: 2) { canvas, row, place in
      drawCompact(row, on: &canvas, in: place.split(rows: 1).top)
      return 1
    }
    canvas.hline(
      x: 0, y: bottom.y, width: bottom.width, title: moreTitle(above: due.hiddenAbove, below: due.hiddenBelow))
    DetailPane(detail: due.detail, style: .bare, isFocused: false).draw(on: &canvas, in: bottom.split(rows: 1).bottom)
  }

  private func drawCompact(_ row: DueRowModel, on canvas: inout Canvas, in place: Rectangle) {
    let text = max(8, place.width - 50)
    let owner = who(row.who, isMine: row.isMine, isByRule: row.isByRule, saysMe: false)
    var pen = place.x + 1
    for (span, width) in [
      (Span(row.when.sign, row.when.role), 3), (Span(row.name, row.isMarked ? .mark : .textStrong), 14),
      (Span(row.state.letter, row.state.role), 2), (Span(row.when.text, row.when.role), 10), (Span(row.text), text),
    ] {
      canvas.put([span], x: pen, y: place.y, width: width - 1)
      pen += width
    }
    if let sign = row.sign {
      canvas.put([Span("\(sign.sign) \(sign.short)", sign.role)], x: pen, y: place.y, width: place.right - pen - 5)
    }
    canvas.put(Line(right: [Span(owner, .textDim)]), x: place.right - 6, y: place.y, width: 5)
    if row.isCursor { canvas.select(place) }
  }

  private func drawPhone(on canvas: inout Canvas, in body: Rectangle) -> String {
    canvas.list(due.sections, empty: due.empty, in: body, lead: 2) { canvas, row, place in
      let owner = who(row.who, isMine: row.isMine, isByRule: row.isByRule, saysMe: true)
      let what = row.means.isEmpty ? row.text : "\(row.means): \(row.text)"
      let part = place.split(rows: layout.dueRowHeight).top
      let lines = [
        phoneFirst(row, owner: owner, on: canvas, width: place.width - 2), Line([Span("   " + what)]),
        Line([Span("   " + row.because, .textDim)]),
      ]
      canvas.put(lines, in: Rectangle(x: 1, y: part.y, width: part.width - 2, height: part.height))
      if row.isCursor { canvas.select(part) }
      return part.height
    }
    if let hidden = due.sections.last, hidden.rows.isEmpty, due.hiddenAbove == 0, due.hiddenBelow == hidden.count {
      return "\(hidden.kind.rawValue.lowercased()): \(hidden.count) \(Sign.more.rawValue)"
    }
    return more(above: due.hiddenAbove, below: due.hiddenBelow)
  }

  /// `!! Tom Reyes      HOT    Fri        MA`
  private func phoneFirst(_ row: DueRowModel, owner: String, on canvas: Canvas, width: Int) -> Line {
    let state = String(row.state.rawValue.prefix(4))
    let time = String(repeating: " ", count: max(0, 5 - canvas.columns(of: row.when.short))) + row.when.short
    let pad = String(repeating: " ", count: width < 34 ? 1 : max(1, 10 - canvas.columns(of: owner)))
    return Line(
      [Span(row.when.signField(3), row.when.role), Span(row.name, row.isMarked ? .mark : .textStrong)],
      right: [
        Span(state, row.state.role), Span(String(repeating: " ", count: 5 - state.count) + time, row.when.role),
        Span(pad + owner, .textDim),
      ], keepsRight: true)
  }
}

extension DueModel.Kind: SectionHead {
  var title: String { rawValue }

  var role: Role {
    switch self {
    case .overdue: .dueOverdue
    case .today: .dueToday
    case .week: .dueLater
    case .triage: .statusWarn
    }
  }
}

/// Keys that a frame names, as the table of commands spells them.
enum Hints {
  /// `F filter  \`
  static var filter: String {
    let key = CommandTable.row(.filter)?.spelled.first ?? ""
    let prefix = CommandTable.prefixes.first { $0.title.hasPrefix("filter") }?.key.name ?? ""
    return "\(prefix) filter  \(key)"
  }
}

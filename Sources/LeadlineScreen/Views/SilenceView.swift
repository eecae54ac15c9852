import LeadlineDesk

/// Who went quiet, after what, and what happens about it.
struct SilenceView {
  let silence: SilenceModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String {
    switch layout.shape {
    case .wide: drawWide(on: &canvas, in: body)
    case .compact: drawCompact(on: &canvas, in: body)
    case .phone, .tiny: return drawPhone(on: &canvas, in: body)
    }
    return ""
  }

  private var moreBelow: Title? { moreTitle(above: silence.hiddenAbove, below: silence.hiddenBelow) }

  // Wide

  private func drawWide(on canvas: inout Canvas, in body: Rectangle) {
    let (top, bottom) = body.split(rows: layout.silenceListHeight)
    canvas.box(
      top, left: Title("Silence — who went quiet, after what, and what happens next", .paneTitleFocus),
      right: Title(Hints.filter, .textDim), bottom: moreBelow, role: .paneBorderFocus)
    let inner = top.inset()
    drawCounts(on: &canvas, in: inner)
    let columns = SilenceColumns(width: inner.width, isWide: true)
    columns.drawTitles(on: &canvas, x: inner.x, y: inner.y + 3)
    canvas.list(silence.sections, empty: silence.empty, in: inner.split(rows: 4).bottom, lead: 1) {
      canvas, row, place in
      columns.draw(row, on: &canvas, in: place.split(rows: 1).top)
      return 1
    }
    SilencePane(silence: silence).draw(on: &canvas, in: bottom)
  }

  /// Six numbers in three columns, with names where they fit.
  private func drawCounts(on canvas: inout Canvas, in place: Rectangle) {
    for named in [true, false] {
      let cells = counts(named: named)
      let widths = (0..<3).map { column in
        max(canvas.columns(of: cells[column].text), canvas.columns(of: cells[column + 3].text)) + 3
      }
      guard !named || widths.reduce(0, +) <= place.width + 1 else { continue }
      for (index, cell) in cells.enumerated() {
        let x = place.x + 1 + widths[..<(index % 3)].reduce(0, +)
        canvas.put([cell], x: x, y: place.y + index / 3, width: place.right - x - 1)
      }
      return
    }
  }

  private func counts(named: Bool) -> [Span] {
    func count(_ words: String, _ number: Int, _ names: String) -> Span {
      Span("\(words): \(number)" + (named && !names.isEmpty ? " (\(names))" : ""), number > 0 ? .text : .textDim)
    }
    return [
      count("Warm, untouched over 14 days", silence.warmUntouched, silence.warmUntouchedNames),
      count("captured late", silence.late, silence.lateNames), count("new untouched", silence.newUntouched, ""),
      count("Without an agreed next", silence.withoutNext, silence.withoutNextNames),
      count("escalated", silence.escalated, silence.escalatedNames), count("beyond their window", silence.beyond, ""),
    ]
  }

  // Compact

  private func drawCompact(on canvas: inout Canvas, in body: Rectangle) {
    let (top, bottom) = body.split(rows: layout.silenceListHeight)
    let counts = [
      ("Warm, untouched > 14 days", silence.warmUntouched), ("no agreed next", silence.withoutNext),
      ("escalated", silence.escalated), ("late", silence.late),
    ].map { Span("\($0): \($1)", $1 > 0 ? .text : .textDim) }
    canvas.put(canvas.joined(counts, width: top.width - 2), x: 1, y: top.y, width: top.width - 2)
    let columns = SilenceColumns(width: top.width, isWide: false)
    columns.drawTitles(on: &canvas, x: 0, y: top.y + 1)
    canvas.list(silence.sections, empty: silence.empty, in: top.split(rows: 2).bottom, lead: 2) { canvas, row, place in
      columns.draw(row, on: &canvas, in: place.split(rows: 1).top)
      return 1
    }
    canvas.hline(x: 0, y: bottom.y, width: bottom.width, title: moreBelow)
    SilencePane(silence: silence).drawBare(on: &canvas, in: bottom.split(rows: 1).bottom)
  }

  // Phone

  private func drawPhone(on canvas: inout Canvas, in body: Rectangle) -> String {
    let list = body.split(rows: layout.silenceLines).top
    canvas.list(silence.sections, empty: silence.empty, in: list, lead: 2) { canvas, row, place in
      let lines = phoneLines(row, on: canvas, width: place.width - 2)
      let part = place.split(rows: lines.count).top
      canvas.put(lines, in: Rectangle(x: 1, y: part.y, width: part.width - 2, height: part.height))
      if row.isCursor { canvas.select(part) }
      return part.height
    }
    let counts = silence.sections.map { "\($0.count) \($0.kind.word)" }.joined(separator: " · ")
    let arrow = silence.hiddenBelow > 0 ? " \(Sign.more.rawValue)" : ""
    return (silence.hiddenAbove > 0 ? "\(Sign.less.rawValue) " : "") + counts + arrow
  }

  private func phoneLines(_ row: SilenceRowModel, on canvas: Canvas, width: Int) -> [Line] {
    let isParked = row.when.urgency == .parked
    let state = String(row.state.rawValue.prefix(4))
    let silent = String(repeating: " ", count: max(1, 9 - state.count - canvas.columns(of: row.silent))) + row.silent
    let name = fitted(canvas.glyphs.shown(row.name), 14, ellipsis: canvas.glyphs.shown("…"))
    let owner = isParked ? "" : who(row.who, isMine: row.isMine, isByRule: row.isByRule, saysMe: true)
    let first = [
      Span(name, .textStrong), Span(String(repeating: " ", count: 15 - canvas.columns(of: name))),
      Span(state, row.state.role), Span(silent, row.silenceRole),
      Span(isParked ? " until \(row.when.text)" : " silent"),
    ]
    var lines = [Line(first, right: [Span(owner, .textDim)], keepsRight: true)]
    if !isParked || row.isCursor { lines.append(Line([Span("   after \(row.after)", .textDim)])) }
    if row.isCursor {
      let untouched = Span("   untouched \(row.untouched)", row.isUntouchedTooLong ? .silenceOver : .text)
      lines.append(Line([untouched, Span(isParked ? "" : " · \(row.nextWords)")]))
    }
    return lines
  }
}

extension SilenceModel.Kind: SectionHead {
  var title: String { rawValue }

  /// `beyond`
  var word: String {
    switch self {
    case .beyond: "beyond"
    case .within: "within"
    case .parked: "parked"
    }
  }

  var role: Role {
    switch self {
    case .beyond: .silenceOver
    case .within: .silenceAging
    case .parked: .stateRecycle
    }
  }
}

extension SilenceRowModel {
  var silenceRole: Role { when.urgency == .parked ? .textDim : .silenceAging }

  /// `Wed Send the two-page case`, `until 11 Jan, new budget`
  var nextWords: String {
    guard when.urgency == .parked else { return when.text.isEmpty ? next : "\(when.text) \(next)" }
    return "until \(when.text)" + (when.tail.isEmpty ? "" : ", \(when.tail)")
  }
}

import LeadlineDesk
import LeadlineText

/// The columns of the silence list: nine on a wide screen, eight shorter ones on a narrow one.
struct SilenceColumns {
  let width: Int
  let isWide: Bool

  private struct Column {
    var title: String
    /// With the blanks behind it.
    var width: Int
  }

  private var columns: [Column] {
    isWide
      ? [
        Column(title: "LEAD", width: 15 + spare / 4), Column(title: "STATE", width: 8),
        Column(title: "SILENT", width: 8), Column(title: "AFTER", width: 20 + spare / 4),
        Column(title: "UNTOUCHED", width: 11), Column(title: "DECISION", width: 14),
        Column(title: "MOMENTUM", width: 12), Column(title: "NEXT", width: 24 + spare - spare / 4 * 2),
      ]
      : [
        Column(title: "LEAD", width: 14 + spare / 2), Column(title: "ST", width: 3),
        Column(title: "SILENT", width: 8), Column(title: "AFTER", width: 22 + spare - spare / 2),
        Column(title: "OURS", width: 6), Column(title: "DECISION", width: 13), Column(title: "NEXT", width: 9),
      ]
  }

  /// What is gained over (or lost under) 120 or 80 columns.
  private var spare: Int { width - (isWide ? 118 : 80) }

  func drawTitles(on canvas: inout Canvas, x: Int, y: Int) {
    var pen = x + 1
    for column in columns {
      canvas.put([Span(column.title, .textDim)], x: pen, y: y, width: column.width)
      pen += column.width
    }
    canvas.put(Line(right: [Span("WHO", .textDim)]), x: x + width - 6, y: y, width: 5)
  }

  func draw(_ row: SilenceRowModel, on canvas: inout Canvas, in place: Rectangle) {
    let owner = who(row.who, isMine: row.isMine, isByRule: row.isByRule, saysMe: isWide)
    var pen = place.x + 1
    for (column, spans) in zip(columns, isWide ? wide(row, on: canvas) : compact(row, on: canvas)) {
      canvas.put(spans, x: pen, y: place.y, width: column.title == "NEXT" ? column.width : column.width - 1)
      pen += column.width
    }
    canvas.put(Line(right: [Span(owner, .textDim)]), x: place.right - 6, y: place.y, width: 5)
    if row.isCursor { canvas.select(place) }
  }

  private func wide(_ row: SilenceRowModel, on canvas: Canvas) -> [[Span]] {
    let step = row.decision.current.map { "\($0 + 1)/\(row.decision.names.count) \(row.decision.names[safe: $0])" }
    return [
      [Span(row.name, .textStrong)], [Span(row.state.rawValue, row.state.role)],
      [Span(right(row.silent, 5, on: canvas), row.silenceRole)], [Span(row.after)],
      [
        Span(right(row.untouched, 7, on: canvas), row.untouchedRole),
        Span(row.isUntouchedTooLong ? " !" : "", .silenceOver),
      ],
      [Span(step ?? row.decision.text, .decisionNow)],
      [Span(right("\(row.momentum.percent)", 2, on: canvas) + " "), Span(row.momentum.spark, .plotBar)],
      [Span(row.nextWords, row.when.urgency == .overdue ? .dueOverdue : .text)],
    ]
  }

  private func compact(_ row: SilenceRowModel, on canvas: Canvas) -> [[Span]] {
    let step = row.decision.current.map { "\($0 + 1) \(row.decision.names[safe: $0])" }
    return [
      [Span(row.name, .textStrong)], [Span(row.state.letter, row.state.role)],
      [Span(right(row.silent, 6, on: canvas), row.silenceRole)], [Span(row.after)],
      [
        Span(right(row.untouched, 4, on: canvas), row.untouchedRole),
        Span(row.isUntouchedTooLong ? "!" : "", .silenceOver),
      ],
      [Span(step ?? row.decision.text, .decisionNow)], [Span(row.when.text, row.when.role)],
    ]
  }

  private func right(_ text: String, _ width: Int, on canvas: Canvas) -> String {
    String(repeating: " ", count: max(0, width - canvas.columns(of: text))) + text
  }
}

extension SilenceRowModel {
  fileprivate var untouchedRole: Role { isUntouchedTooLong ? .silenceOver : .text }
}

extension [String] {
  /// Nothing where there is no such name.
  fileprivate subscript(safe index: Int) -> String { indices.contains(index) ? self[index] : "" }
}

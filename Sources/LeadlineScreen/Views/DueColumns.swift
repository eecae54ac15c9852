import LeadlineDesk
import LeadlineText

/// The columns of a due list on a wide screen. What is gained over 120 columns goes to all of them.
struct DueColumns {
  let width: Int
  let hasState: Bool
  private let name: Int
  private let company: Int
  private let text: Int
  private let because: Int

  init(width: Int, hasState: Bool) {
    self.width = width
    self.hasState = hasState
    let spare = max(0, width - 118)
    name = 14 + spare / 8
    company = 12 + spare / 8
    let rest = max(0, width - name - company - (hasState ? 23 : 18))
    text = hasState ? rest * 4 / 9 : rest * 2 / 5
    because = rest - text
  }

  func draw(
    _ row: DueRowModel, saysMe: Bool, because word: String, on canvas: inout Canvas, x: Int, y: Int, _ isFocused: Bool
  ) {
    let owner = who(row.who, isMine: row.isMine, isByRule: row.isByRule, saysMe: saysMe)
    var pen = x + 1
    func field(_ span: Span, _ width: Int) {
      canvas.put([span], x: pen, y: y, width: width - 1)
      pen += width
    }
    field(Span(row.when.sign, row.when.role), 3)
    field(Span(row.name, row.isMarked ? .mark : .textStrong), name)
    field(Span(row.company), company)
    if hasState { field(Span(String(row.state.rawValue.prefix(4)), row.state.role), 5) }
    field(Span(row.when.text, row.when.role), 10)
    field(Span(row.text), text)
    let words = canvas.brief(row.because, width: because - 1 - canvas.columns(of: word))
    canvas.put([Span(word, .textDim), Span(words)], x: pen, y: y, width: because)
    canvas.put(Line(right: [Span(owner, .textDim)]), x: x + width - 6, y: y, width: 5)
    if row.isCursor { canvas.select(Rectangle(x: x, y: y, width: width, height: 1), isFocused: isFocused) }
  }

  func drawTitles(on canvas: inout Canvas, x: Int, y: Int) {
    var pen = x + 4
    for (title, width) in [
      ("LEAD", name), ("COMPANY", company), ("ST", 5), ("WHEN", 10), ("NEXT", text), ("BECAUSE", because),
    ]
    where hasState || title != "ST" {
      canvas.put([Span(title, .textDim)], x: pen, y: y, width: width - 1)
      pen += width
    }
    canvas.put(Line(right: [Span("WHO", .textDim)]), x: x + width - 6, y: y, width: 5)
  }
}

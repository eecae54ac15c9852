import LeadlineDesk
import LeadlineText

/// A line that is being typed and what it will become: a form above the status line, or a bar in its place.
struct PromptView {
  let prompt: PromptModel
  let layout: Layout

  func draw(on canvas: inout Canvas, above bottom: Int) {
    switch prompt.shape {
    case .form: drawForm(on: &canvas, above: bottom)
    case .bar: drawBar(on: &canvas)
    }
  }

  private func drawForm(on canvas: inout Canvas, above bottom: Int) {
    let spans = prompt.preview.map { Span(canvas.glyphs.shown($0.text), $0.role) }
    let lines = folded(spans, width: canvas.size.columns - 4, rows: bottom - 4)
    let height = min(lines.count + 3, max(0, bottom - 1))
    let place = Rectangle(x: 0, y: bottom - height, width: canvas.size.columns, height: height)
    canvas.fill(place, role: .popup)
    canvas.box(
      place, left: Title("\(prompt.key)  \(prompt.title)", .paneTitleFocus),
      right: prompt.subject.isEmpty ? nil : Title(prompt.subject, .textDim), role: .popupBorder)
    let inner = place.inset(columns: 1)
    guard inner.height > 0 else { return }
    drawField(on: &canvas, x: inner.x, y: inner.y, width: inner.width)
    canvas.put(lines.map { Line([$0]) }, in: inner.split(rows: 1).bottom)
  }

  private func drawBar(on canvas: inout Canvas) {
    let x = layout.shape == .phone ? 0 : 1
    let y = canvas.size.rows - 2
    let width = canvas.size.columns - x - 1
    canvas.fill(Rectangle(x: 0, y: y, width: canvas.size.columns, height: 1))
    let said = canvas.columns(of: prompt.subject)
    let shows = said > 0 && said + 12 <= width
    if shows { canvas.put([Span(prompt.subject, .textDim)], x: x + width - said, y: y, width: said) }
    let start = canvas.put([Span(prompt.key, .key)], x: x, y: y, width: width)
    drawField(on: &canvas, x: start, y: y, width: width - (start - x) - (shows ? said + 1 : 0))
    if let fault = prompt.preview.first(where: { $0.mood == .error }), y > 1 {
      canvas.fill(Rectangle(x: 0, y: y - 1, width: canvas.size.columns, height: 1))
      canvas.put([Span(fault.text, .promptError)], x: x, y: y - 1, width: width)
    }
  }

  /// A text longer than its field scrolls so that the cursor is seen.
  private func drawField(on canvas: inout Canvas, x: Int, y: Int, width: Int) {
    guard width > 0 else { return }
    let before = canvas.glyphs.shown(String(prompt.text.prefix(max(0, prompt.cursor))))
    let after = canvas.glyphs.shown(String(prompt.text.dropFirst(max(0, prompt.cursor))))
    let shown = ending(of: before, width: width - 1)
    let pen = canvas.put(shown, x: x, y: y, role: .prompt, width: width - 1)
    canvas.put(after, x: pen, y: y, role: .prompt, width: x + width - pen)
    if prompt.text.isEmpty { canvas.put([Span(prompt.ghost, .promptGhost)], x: x, y: y, width: width) }
    canvas.cursor = Point(x: pen, y: y)
  }

  private func ending(of text: String, width: Int) -> String {
    var kept = Substring(text)
    while displayWidth(String(kept)) > width, !kept.isEmpty { kept = kept.dropFirst() }
    return String(kept)
  }
}

extension PromptModel.Line {
  var role: Role {
    switch mood {
    case .plain: .textDim
    case .result: .statusOk
    case .warning: .statusWarn
    case .error: .promptError
    }
  }
}

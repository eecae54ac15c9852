package import LeadlineDesk
import LeadlineText

/// A screen model as cells.
package enum ScreenView {
  /// Draws everything: the first line, the view, a form or popup over it, the status line and the footer. Every size
  /// gives a canvas of that size; under 20×5 it holds one line that says so.
  package static func draw(_ model: ScreenModel, size: Size, glyphs: Glyphs = .unicode) -> Canvas {
    var canvas = Canvas(size, glyphs: glyphs)
    let layout = Layout(columns: size.columns, rows: size.rows)
    guard layout.shape != .tiny else {
      drawTooSmall(on: &canvas)
      return canvas
    }
    let body = Rectangle(x: 0, y: 1, width: size.columns, height: layout.bodyHeight)
    HeadView(head: model.head, layout: layout).draw(on: &canvas)
    let foot = draw(model.view, on: &canvas, in: body, layout)
    StatusView(model: model, layout: layout).draw(on: &canvas, foot: foot)
    if let explain = model.explain { ExplainView(explain: explain, layout: layout).draw(on: &canvas, in: body) }
    if let popup = model.popup { PopupView(popup: popup).draw(on: &canvas, above: body.bottom) }
    if let prompt = model.prompt { PromptView(prompt: prompt, layout: layout).draw(on: &canvas, above: body.bottom) }
    FooterView(hints: model.footer, layout: layout).draw(on: &canvas)
    return canvas
  }

  /// Returns what a phone says in the status line's place when nothing else is to be said there.
  private static func draw(
    _ view: ViewModel, on canvas: inout Canvas, in body: Rectangle, _ layout: Layout
  ) -> String {
    switch view {
    case .board(let board): return BoardView(board: board, layout: layout).draw(on: &canvas, in: body)
    case .detail(let detail): return DetailView(detail: detail, layout: layout).draw(on: &canvas, in: body)
    case .due(let due): return DueView(due: due, layout: layout).draw(on: &canvas, in: body)
    case .silence(let silence): return SilenceView(silence: silence, layout: layout).draw(on: &canvas, in: body)
    case .call(let call): return CallView(call: call, layout: layout).draw(on: &canvas, in: body)
    case .help(let help): return HelpView(help: help, layout: layout).draw(on: &canvas, in: body)
    }
  }

  private static func drawTooSmall(on canvas: inout Canvas) {
    let words = ["Leadline needs 20×5", "needs 20×5", "20×5"]
    let text = words.first { canvas.columns(of: $0) <= canvas.size.columns } ?? ""
    canvas.put(text, x: 0, y: 0)
  }
}

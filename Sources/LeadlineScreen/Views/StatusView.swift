import LeadlineDesk

/// The line above the footer: what the last command did, else how the store stands.
struct StatusView {
  let status: StatusModel
  let isCovered: Bool
  let layout: Layout

  init(model: ScreenModel, layout: Layout) {
    status = model.status
    isCovered = model.popup != nil || model.prompt != nil || model.explain != nil
    self.layout = layout
  }

  /// On a phone a view may have something of its own to say there, `foot`; it gives way to what a command did. Under a
  /// form only what went wrong is said.
  func draw(on canvas: inout Canvas, foot: String) {
    let y = canvas.size.rows - 2
    let x = layout.shape == .phone ? 0 : 1
    let width = canvas.size.columns - x
    if status.text.isEmpty || isCovered || (status.mood == .plain && !foot.isEmpty) {
      if status.mood == .plain || status.text.isEmpty {
        if !isCovered { canvas.put([Span(foot, .textDim)], x: x, y: y, width: width) }
        return
      }
    }
    let sign = Span("\(isTrouble ? Sign.due.rawValue : Sign.result.rawValue) ", role)
    let text = canvas.brief(status.text, at: ["·"], width: width - 2)
    canvas.put([sign, Span(text, role)], x: x, y: y, width: width)
  }

  private var isTrouble: Bool { status.mood == .warning || status.mood == .error }

  private var role: Role {
    switch status.mood {
    case .plain: .status
    case .done: .statusOk
    case .warning: .statusWarn
    case .error: .statusError
    }
  }
}

import LeadlineDesk

/// A call going on: what is typed, what was understood of it, and what must be settled before hanging up.
struct CallView {
  let call: CallModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String {
    switch layout.shape {
    case .wide: drawWide(on: &canvas, in: body)
    case .compact, .phone, .tiny: drawNarrow(on: &canvas, in: body)
    }
    if let question = call.question {
      PromptView(prompt: question, layout: layout).draw(on: &canvas, above: body.bottom)
    }
    return ""
  }

  private var clock: String { "● \(call.running)" }
  private var kept: String { call.kept.isEmpty ? "" : "   kept \(call.kept)" }

  // Wide

  private func drawWide(on canvas: inout Canvas, in body: Rectangle) {
    let (left, right) = body.split(columns: body.width * 2 / 3)
    let who = call.company.isEmpty ? call.name : "\(call.name), \(call.company)"
    canvas.box(
      left, .double, left: Title("CALL — \(who)", .paneTitleFocus), right: Title(clock + kept, .statusOk),
      role: .paneBorderFocus)
    let inner = left.inset()
    canvas.put(
      [Span("Type freely; tagged lines become events. Nothing is lost if the line drops.", .textDim)],
      x: inner.x + 2, y: inner.y, width: inner.width - 3)
    let lines = layout.callLinesInView(understood: call.understood.count)
    CallText(lines: call.lines, gap: 2).draw(
      on: &canvas, in: Rectangle(x: inner.x + 2, y: inner.y + 2, width: inner.width - 3, height: lines),
      isFocused: !call.isReviewing)
    let foot = Rectangle(x: inner.x, y: inner.y + 2 + lines, width: inner.width, height: inner.height - 2 - lines)
    drawUnderstood(on: &canvas, in: foot)
    CallBeside(call: call).draw(on: &canvas, in: right)
  }

  private func drawUnderstood(on canvas: inout Canvas, in place: Rectangle) {
    canvas.hline(x: place.x, y: place.y, width: place.width, title: Title("What I understood (Tab, Space)"))
    let count = layout.understoodLines(call.understood.count)
    let items = CallUnderstood(items: call.understood, isReviewing: call.isReviewing)
    items.drawList(on: &canvas, in: Rectangle(x: place.x, y: place.y + 2, width: place.width, height: count))
    let y = place.y + 3 + count
    canvas.hline(x: place.x, y: y, width: place.width, title: Title("Before you hang up"))
    var lines = call.checks.prefix(4).map { check in
      let words = check.text + String(repeating: " ", count: max(1, 26 - canvas.columns(of: check.text)))
      return Line([Span(check.box + "  ", check.role), Span(words), Span(check.answer, .textStrong)])
    }
    lines += [
      .blank, Line([Span("A call ends with a next action, their promise, a park or a close.", .textDim)]),
      Line([Span("Without one it asks why, and the journal keeps the answer.", .textDim)]),
    ]
    canvas.put(
      lines, in: Rectangle(x: place.x + 2, y: y + 2, width: place.width - 3, height: place.bottom - y - 2))
  }

  // Narrow

  private func drawNarrow(on canvas: inout Canvas, in body: Rectangle) {
    let isPhone = layout.shape != .compact
    let margin = isPhone ? 0 : 1
    let who = call.company.isEmpty || isPhone ? call.name : "\(call.name) · \(call.company)"
    canvas.put(
      Line(
        [Span("CALL ", .textStrong), Span(who, .paneTitleFocus)],
        right: [Span(isPhone ? clock : clock + kept, .statusOk)], keepsRight: true),
      x: margin, y: body.y, width: body.width - margin - 1)
    canvas.hline(x: 0, y: body.y + 1, width: body.width)
    let lines = layout.callLinesInView(understood: call.understood.count)
    CallText(lines: call.lines, gap: 1).draw(
      on: &canvas, in: Rectangle(x: margin, y: body.y + 2, width: body.width - margin - 1, height: lines),
      isFocused: !call.isReviewing)
    let foot = body.split(rows: lines + 2).bottom
    guard foot.height >= 5 else { return }
    let items = CallUnderstood(items: call.understood, isReviewing: call.isReviewing)
    let title = isPhone ? "understood \(call.understood.count) (Tab)" : "understood (Tab, Space)"
    canvas.hline(x: 0, y: foot.y, width: foot.width, title: Title(title))
    let middle = Rectangle(x: margin, y: foot.y + 1, width: foot.width - margin - 1, height: 3)
    if isPhone { items.drawBrief(on: &canvas, in: middle) } else { items.drawGrid(on: &canvas, in: middle) }
    canvas.hline(x: 0, y: foot.y + 4, width: foot.width, title: Title("before you hang up"))
    let checks = call.checks.map { Span("\($0.box) \(isPhone ? $0.short : $0.text)", $0.role) }
    canvas.put(
      canvas.joined(checks, gap: isPhone ? 1 : 3, width: foot.width - margin), x: margin, y: foot.y + 5,
      width: foot.width - margin)
    if !isPhone { drawSince(on: &canvas, in: foot.split(rows: 6).bottom) }
  }

  private func drawSince(on canvas: inout Canvas, in place: Rectangle) {
    let last = call.lastWords.isEmpty ? call.lastTime : "\(call.lastTime): \(call.lastWords)"
    let never = CallBeside.never
    var lines = [
      Line([Span("last time  ", .textDim), Span(last.isEmpty ? never : last, last.isEmpty ? .textDim : .text)])
    ]
    if let first = call.since.first {
      lines.append(Line([Span("since      ", .textDim), Span(first.signField, first.role), Span(first.text)]))
    }
    if let promise = call.detail.promise { lines.append(Line([Span("they       ", .textDim)] + promise.spans)) }
    canvas.put(lines, in: Rectangle(x: 1, y: place.y, width: place.width - 2, height: place.height))
  }
}

extension CallModel.Check {
  var box: String { isMet ? "[x]" : "[ ]" }
  var role: Role { isMet ? .statusOk : .statusWarn }
}

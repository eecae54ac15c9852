import LeadlineDesk

/// What Leadline understood of a call so far, each switched on or off.
struct CallUnderstood {
  let items: [CallModel.Understood]
  let isReviewing: Bool

  private var chosen: Int? { isReviewing ? items.firstIndex(where: \.isCursor) : nil }

  /// The items from which `height` rows are shown, so that the chosen one is among them.
  private func window(_ height: Int) -> ArraySlice<CallModel.Understood> {
    let first = max(0, (chosen ?? 0) - height + 1)
    return items.dropFirst(first).prefix(max(0, height))
  }

  /// One a line: box, what it is, the words.
  func drawList(on canvas: inout Canvas, in place: Rectangle) {
    for (index, item) in window(place.height).enumerated() {
      let y = place.y + index
      let noun = item.noun + String(repeating: " ", count: max(1, 11 - item.noun.count))
      canvas.put(
        [Span(item.box + "  ", item.role), Span(noun, .textDim), Span(item.text, item.isOn ? .text : .textDim)],
        x: place.x + 2, y: y, width: place.width - 3)
      if isReviewing && item.isCursor { canvas.select(Rectangle(x: place.x, y: y, width: place.width, height: 1)) }
    }
  }

  /// Three side by side in short, what comes next on lines of its own.
  func drawGrid(on canvas: inout Canvas, in place: Rectangle) {
    if isReviewing { return drawList(on: &canvas, in: Rectangle(x: 0, y: place.y, width: place.right, height: 3)) }
    let share = max(1, place.width / 3 / 2 * 2 - 4)
    let step = max(share, 22)
    var (x, y) = (0, place.y)
    for item in items where item.noun != "next" {
      let text = "\(item.box) \(item.noun) \(item.short)"
      let needed = (canvas.columns(of: text) + 3 + step - 1) / step * step
      if x > 0, x + canvas.columns(of: text) > place.width { (x, y) = (0, y + 1) }
      guard y < place.bottom else { return }
      put(item, text, on: &canvas, x: place.x + x, y: y, width: place.width - x)
      x += needed
    }
    if x > 0 { y += 1 }
    for item in items where item.noun == "next" && y < place.bottom {
      put(item, "\(item.box) \(item.noun)  \(item.text)", on: &canvas, x: place.x, y: y, width: place.width)
      y += 1
    }
  }

  private func put(
    _ item: CallModel.Understood, _ text: String, on canvas: inout Canvas, x: Int, y: Int, width: Int
  ) {
    canvas.put([Span(text, item.isOn ? .text : .textDim)], x: x, y: y, width: width)
    canvas.paint(item.role, over: Rectangle(x: x, y: y, width: 3, height: 1))
  }

  /// What comes next, then the rest in short, without what is switched off.
  func drawBrief(on canvas: inout Canvas, in place: Rectangle) {
    if isReviewing { return drawList(on: &canvas, in: Rectangle(x: 0, y: place.y, width: place.right, height: 3)) }
    var lines: [Line] = []
    for item in items where item.noun == "next" && item.isOn {
      lines += canvas.brokenInTwo("next  ", item.text, width: place.width)
    }
    let rest = items.filter { $0.noun != "next" && $0.isOn }.map { "\($0.noun) \($0.short)" }
    lines.append(Line([Span(canvas.brief(rest.joined(separator: " · "), at: ["·"], width: place.width))]))
    canvas.put(lines, in: place)
  }
}

extension CallModel.Understood {
  var box: String { isOn ? "[x]" : "[ ]" }
  var role: Role { isOn ? .statusOk : .textDim }
}

extension Canvas {
  /// One line, or two that break where the text has three blanks: `send the page   today 17:00   me`.
  func brokenInTwo(_ label: String, _ text: String, width: Int) -> [Line] {
    let head = columns(of: label)
    guard columns(of: label + text) > width else { return [Line([Span(label, .textDim), Span(text, .textStrong)])] }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let gap = parts.indices.first(where: { $0 + 1 < parts.count && parts[$0].isEmpty && parts[$0 + 1].isEmpty })
    else { return [Line([Span(label, .textDim), Span(text, .textStrong)])] }
    let first = parts[..<gap].joined(separator: " ")
    let second = parts[gap...].drop { $0.isEmpty }.joined(separator: " ")
    return [
      Line([Span(label, .textDim), Span(first, .textStrong)]),
      Line([Span(String(repeating: " ", count: head) + second)]),
    ]
  }
}

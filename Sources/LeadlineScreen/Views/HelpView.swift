import LeadlineDesk

/// The manual of the keys: groups side by side, the signs and words of the screens below; with a query what it finds.
struct HelpView {
  let help: HelpModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String {
    var place = body
    switch layout.shape {
    case .wide:
      canvas.box(
        body, .double, left: Title("Help — \(help.context)", .paneTitleFocus),
        right: Title("Enter runs it · Esc", .textDim), role: .paneBorderFocus)
      place = body.inset()
      drawQuery("  / ", on: &canvas, in: place)
    case .compact, .phone, .tiny:
      let margin = layout.shape == .compact ? " " : ""
      drawQuery("\(margin)Help — \(help.context)   / ", on: &canvas, in: place)
    }
    canvas.hline(x: place.x, y: place.y + 1, width: place.width)
    let page = place.split(rows: 2).bottom
    guard help.query.isEmpty else {
      drawMatches(on: &canvas, in: page)
      return ""
    }
    let lines = HelpPage(groups: help.groups, layout: layout)
    return lines.draw(on: &canvas, in: page, scroll: help.scroll)
  }

  private func drawQuery(_ label: String, on canvas: inout Canvas, in place: Rectangle) {
    let start = canvas.put([Span(label, .paneTitleFocus)], x: place.x, y: place.y, width: place.width - 1)
    let pen = canvas.put([Span(help.query, .prompt)], x: start, y: place.y, width: place.right - start - 1)
    canvas.cursor = Point(x: min(pen, canvas.size.columns - 1), y: place.y)
  }

  private func drawMatches(on canvas: inout Canvas, in place: Rectangle) {
    let margin = layout.shape == .wide ? 2 : 1
    if help.matches.isEmpty {
      canvas.put([Span("nothing is called that", .textDim)], x: place.x + margin, y: place.y, width: place.width)
    }
    let first = max(0, help.chosen - place.height + 1)
    for (index, match) in help.matches.enumerated().dropFirst(first).prefix(place.height) {
      let y = place.y + index - first
      let key = match.key + String(repeating: " ", count: max(1, 16 - canvas.columns(of: match.key)))
      canvas.put(
        [Span(key, .key), Span(match.word, .text)], x: place.x + margin, y: y, width: place.width - margin - 1)
      guard index == help.chosen else { continue }
      let cursor = canvas.cursor
      canvas.select(Rectangle(x: place.x, y: y, width: place.width, height: 1))
      canvas.cursor = cursor
    }
  }
}

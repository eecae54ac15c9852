import LeadlineDesk

/// The last line: keys and what they do. Where it is narrow the hints move together, then they are left out from the
/// end, but for the last one.
struct FooterView {
  let hints: [HintModel]
  let layout: Layout

  func draw(on canvas: inout Canvas) {
    let x = layout.shape == .phone ? 0 : 1
    let width = canvas.size.columns - x
    canvas.put(spans(on: canvas, width: width), x: x, y: canvas.size.rows - 1, width: width)
  }

  private func spans(on canvas: Canvas, width: Int) -> [Span] {
    let loose = spans(hints, gap: "  ", joinsEnter: false)
    if canvas.columns(of: loose) <= width { return loose }
    let joinsEnter = layout.shape == .phone && canvas.glyphs == .unicode
    var kept = hints
    while true {
      let tight = spans(kept, gap: " ", joinsEnter: joinsEnter)
      if canvas.columns(of: tight) <= width || kept.count <= 1 { return tight }
      if let last = kept.last, !last.key.isEmpty, !last.word.isEmpty {
        kept[kept.count - 1].word = ""
      } else {
        kept.remove(at: kept.count - 2)
      }
    }
  }

  private func spans(_ hints: [HintModel], gap: String, joinsEnter: Bool) -> [Span] {
    var spans: [Span] = []
    for hint in hints {
      if !spans.isEmpty { spans.append(Span(gap, .keyDesc)) }
      let isJoined = joinsEnter && hint.key == "Enter"
      spans.append(Span(isJoined ? "⏎" : hint.key, .key))
      let blank = isJoined || hint.key.isEmpty || hint.word.isEmpty ? "" : " "
      spans.append(Span(blank + hint.word, .keyDesc))
    }
    return spans
  }
}

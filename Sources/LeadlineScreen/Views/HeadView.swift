import LeadlineDesk

/// The first line: the tabs, the three counts that are always in view, and the time.
struct HeadView {
  let head: HeadModel
  let layout: Layout

  func draw(on canvas: inout Canvas) {
    if layout.shape == .phone { drawPhone(on: &canvas) } else { drawTabs(on: &canvas) }
  }

  private func drawTabs(on canvas: inout Canvas) {
    let isWide = layout.shape == .wide
    var left = [Span(" Leadline  ", .textStrong)]
    for tab in head.tabs {
      let title = tab.badge.map { "\(tab.title)(\($0))" } ?? tab.title
      left.append(tab.isActive ? Span("[\(title)]", .tabActive) : Span(" \(title) ", .tab))
      if isWide { left.append(Span(" ")) }
    }
    if head.unsaved > 0 { left.append(Span(" \(Sign.unsaved.rawValue)\(head.unsaved)", .statusWarn)) }
    let counts = [
      count("14d:", head.warmUntouched), Span(" "), count("next:", head.withoutNext), Span(" "),
      count("late:", head.late),
    ]
    let time = isWide && !head.date.isEmpty ? "   \(head.date) \(head.time) " : "  \(head.time) "
    canvas.put(
      Line(left, right: counts + [Span(time, .textDim)], keepsRight: true), x: 0, y: 0, width: canvas.size.columns)
  }

  private func count(_ word: String, _ number: Int) -> Span {
    Span("\(word)\(number)", number > 0 ? .tabBadge : .textDim)
  }

  /// The counts stay; the time, then the name, then the late captures go where there is no room.
  private func drawPhone(on canvas: inout Canvas) {
    let width = canvas.size.columns
    let counts = "Due \(head.due) · 14d \(head.warmUntouched) · next \(head.withoutNext)"
    let unsaved = head.unsaved > 0 ? " · \(Sign.unsaved.rawValue)\(head.unsaved)" : ""
    let long = "Leadline \(counts) · late \(head.late)\(unsaved)"
    let room = width - canvas.columns(of: head.time) - 2
    let texts = [long, "Leadline \(counts)\(unsaved)", counts + unsaved]
    let text = texts.first { canvas.columns(of: $0) <= room } ?? counts + unsaved
    canvas.put(
      Line([Span(text, .textStrong)], right: [Span(head.time + " ", .textDim)]), x: 0, y: 0, width: width)
  }
}

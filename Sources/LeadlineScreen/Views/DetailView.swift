import LeadlineDesk

/// One lead over the whole screen.
struct DetailView {
  let detail: DetailModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String {
    switch layout.shape {
    case .wide: drawWide(on: &canvas, in: body)
    case .compact: drawCompact(on: &canvas, in: body)
    case .phone, .tiny: return drawPhone(on: &canvas, in: body)
    }
    return ""
  }

  private var id: Title { Title(detail.id, .textDim) }
  private var moreBelow: Title? { moreTitle(above: detail.hiddenAbove, below: detail.hiddenBelow) }

  // Facts left, the timeline right

  private func drawWide(on canvas: inout Canvas, in body: Rectangle) {
    let (left, right) = body.split(columns: body.width * 13 / 30)
    canvas.box(left, left: Title(detail.title, .paneTitleFocus), right: id, role: .paneBorderFocus)
    let inner = left.inset(columns: 1)
    let facts = DetailFacts(detail: detail, width: inner.width)
    let lines =
      people(facts, on: canvas) + decision(facts, on: canvas) + next(facts, on: canvas) + promised + clocks
      + momentum(facts)
    canvas.put(lines, in: inner)
    canvas.cursor = Point(x: inner.x, y: inner.y)
    canvas.box(
      right, left: Title("Timeline"), right: Title(DetailFacts.searchHint, .textDim), bottom: moreBelow)
    let place = right.inset(columns: 1)
    canvas.put(DetailFacts(detail: detail, width: place.width).timeline(on: canvas, shows: .dateAndTime), in: place)
  }

  private func people(_ facts: DetailFacts, on canvas: Canvas) -> [Line] {
    let job = [detail.role, detail.company].filter { !$0.isEmpty }.joined(separator: ", ")
    var lines = [
      Line(canvas.joined(facts.standing, width: facts.width - 6), right: [Span(detail.value)], keepsRight: true),
      .blank, Line([Span(job)]), Line(canvas.joined(facts.contacts, width: facts.width)),
    ]
    if !detail.url.isEmpty { lines.append(Line([Span(detail.url, .textDim)])) }
    lines.append(Line(canvas.joined(facts.source + facts.tags, width: facts.width)))
    lines += detail.persons.map { Line([Span($0)]) }
    if !detail.closed.isEmpty { lines.append(Line([Span(detail.closed, .stateLost)])) }
    return lines
  }

  private func part(_ title: String, _ lines: [Line]) -> [Line] {
    [.blank, Line([Span(title, .paneTitle)])] + lines
  }

  private func decision(_ facts: DetailFacts, on canvas: Canvas) -> [Line] {
    let path = detail.decisions
    let name = path.current.flatMap { path.names.indices.contains($0) ? path.names[$0] : nil } ?? path.text
    let since = path.since.isEmpty ? "" : "at \(name) since \(path.since)"
    return part("DECISION", [facts.path(right: facts.step), facts.dots(on: canvas), Line([Span(since, .textDim)])])
  }

  private func next(_ facts: DetailFacts, on canvas: Canvas) -> [Line] {
    var lines = [facts.next(on: canvas, label: ""), facts.because(indent: 3)] + facts.meaning(indent: 3)
    if detail.next?.isEscalated == true { lines.append(Line([Span("   escalated", .dueOverdue)])) }
    return part("NEXT", lines)
  }

  private var promised: [Line] {
    detail.promise.map { part("THEY PROMISED", [Line($0.spans)]) } ?? []
  }

  private var clocks: [Line] {
    let rows = [
      ("silent", detail.silent), ("untouched", detail.untouched), ("owed", detail.owed),
      ("unplanned", detail.unplanned),
    ]
    return part("CLOCKS", rows.map { name, clock in DetailView.line(name, clock, label: 11) })
  }

  /// `silent     –    their promise stands`
  static func line(_ name: String, _ clock: ClockModel, label: Int) -> Line {
    let padded = name + String(repeating: " ", count: max(0, label - name.count))
    let time = clock.text + String(repeating: " ", count: max(1, 5 - clock.text.count))
    return Line([Span(padded, .textDim), Span(time, clock.isOver ? .silenceOver : .text), Span(clock.because)])
  }

  private func momentum(_ facts: DetailFacts) -> [Line] {
    let momentum = detail.momentum
    let halfLife = momentum.halfLife.isEmpty ? "" : "  half-life \(momentum.halfLife)"
    let first = [Span("\(momentum.percent)  ", .textStrong), Span(facts.spark, .plotBar), Span(halfLife, .textDim)]
    let terms = momentum.terms.map { Line([Span("\($0.key)  ", .textStrong), Span($0.word)]) }
    return part("MOMENTUM", [Line(first), Line([Span(momentum.trend)])] + terms)
  }

  // The timeline below the facts

  private func drawCompact(on canvas: inout Canvas, in body: Rectangle) {
    canvas.box(
      body, left: Title(detail.title, .paneTitleFocus), right: id, bottom: moreBelow, role: .paneBorderFocus)
    let inner = body.inset(columns: 1)
    let facts = DetailFacts(detail: detail, width: inner.width)
    let since = detail.decisions.sinceShort.isEmpty ? "" : " since \(detail.decisions.sinceShort)"
    let people = facts.contacts + detail.persons.map { Span($0) }
    var lines = [
      Line(canvas.joined(facts.standingWithValue + facts.source + facts.tags, width: inner.width)),
      Line(canvas.joined([Span(detail.role)] + people, width: inner.width)),
      .blank, facts.path(right: facts.step + since), facts.dots(on: canvas), facts.next(on: canvas),
      facts.because(indent: 9),
    ]
    lines += facts.meaning(indent: 9)
    if let promise = facts.promise { lines.append(promise) }
    lines.append(clocksAndMomentum(facts, on: canvas))
    canvas.put(lines, in: inner)
    canvas.cursor = Point(x: inner.x, y: inner.y)
    let (_, rest) = inner.split(rows: lines.count)
    drawRule("Timeline", right: DetailFacts.searchHint, on: &canvas, x: body.x, y: rest.y, width: body.width)
    canvas.put(facts.timeline(on: canvas, shows: .dateAndTime), in: rest.split(rows: 1).bottom)
  }

  private func clocksAndMomentum(_ facts: DetailFacts, on canvas: Canvas) -> Line {
    let clocks = [
      facts.clock("silent", detail.silent), facts.clock("untouched", detail.untouched),
      facts.clock("owed", detail.owed), facts.clock("unplanned", detail.unplanned),
    ]
    return Line(canvas.joined(clocks, width: facts.width), right: [Span(facts.momentum, .textDim)])
  }

  /// `├─ Timeline ──── / search ─┤`
  private func drawRule(_ title: String, right: String, on canvas: inout Canvas, x: Int, y: Int, width: Int) {
    guard y < canvas.size.rows - 3 else { return }
    canvas.hline(x: x, y: y, width: width, title: Title(title), role: .paneBorderFocus)
    canvas.put("├", x: x, y: y, role: .paneBorderFocus)
    canvas.put("┤", x: x + width - 1, y: y, role: .paneBorderFocus)
    let text = " \(right) "
    canvas.put(text, x: x + width - 2 - canvas.columns(of: text), y: y, role: .textDim)
  }

  // A phone

  private func drawPhone(on canvas: inout Canvas, in body: Rectangle) -> String {
    let facts = DetailFacts(detail: detail, width: body.width - 1)
    let title = detail.company.isEmpty ? detail.name : "\(detail.name) · \(detail.company)"
    let contacts = detail.phones.map { Span($0) } + detail.emails.map { Span($0) }
    var lines = [
      Line([Span(title, .paneTitleFocus)], right: [Span(detail.id, .textDim)]),
      Line(canvas.joined(facts.standingWithValue, gap: 2, width: facts.width)),
      Line(
        facts.shortPath + [Span("  \(detail.decisions.text)", .decisionNow)], right: [Span(facts.spark, .plotBar)]),
      Line(canvas.joined(phoneClocks(facts), gap: 2, width: facts.width)),
      Line(canvas.joined(contacts, gap: 2, width: facts.width)),
      facts.next(on: canvas, label: ""), phoneBecause(on: canvas, width: facts.width),
    ]
    if let promise = detail.promise { lines.append(Line(promise.spans)) }
    canvas.put(lines, in: Rectangle(x: 0, y: body.y, width: body.width - 1, height: body.height))
    canvas.cursor = Point(x: 0, y: body.y)
    let (_, rest) = body.split(rows: lines.count)
    guard !rest.isEmpty else { return "" }
    canvas.hline(x: 0, y: rest.y, width: rest.width)
    canvas.put(facts.timeline(on: canvas, shows: .date), in: rest.split(rows: 1).bottom)
    return more(above: detail.hiddenAbove, below: detail.hiddenBelow)
  }

  private func phoneClocks(_ facts: DetailFacts) -> [Span] {
    [
      facts.clock("silent", detail.silent), facts.clock("untouched", detail.untouched),
      Span("momentum \(detail.momentum.percent)", .textDim),
    ]
  }

  private func phoneBecause(on canvas: Canvas, width: Int) -> Line {
    guard let next = detail.next else { return .blank }
    return Line([Span("   " + canvas.brief(next.because, width: width - 3), .textDim)])
  }
}

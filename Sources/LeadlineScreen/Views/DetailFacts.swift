import LeadlineDesk

/// The lines that a lead's pane, its view and the lists have in common.
struct DetailFacts {
  let detail: DetailModel
  let width: Int

  // Who

  /// `HOT since 12 Nov`, `RECYCLE until 11 Jan`, `owner me`; a lead that objected or was closed says so.
  var standing: [Span] { state + [Span(detail.owner.isEmpty ? "" : "owner \(detail.owner)")] + warnings }
  var standingWithValue: [Span] {
    state + [Span(detail.value), Span(detail.owner.isEmpty ? "" : "owner \(detail.owner)")] + warnings
  }

  private var state: [Span] {
    let since = detail.since.isEmpty ? "" : " since \(detail.since)"
    let span = detail.until.isEmpty ? since : " until \(detail.until)"
    return [Span(detail.state.rawValue + span, detail.state.role)]
  }
  private var warnings: [Span] {
    [Span(detail.isObjecting ? "never contact again" : "", .statusError)]
  }

  var contacts: [Span] { detail.emails.map { Span($0) } + detail.phones.map { Span($0) } }
  var source: [Span] { [Span(detail.via.isEmpty ? "" : "via \(detail.via)", .textDim)] }
  var tags: [Span] { detail.tags.map { Span($0.hasPrefix("+") ? $0 : "+\($0)", .mark) } }

  // The decision

  /// `4/5`
  var step: String {
    guard let current = detail.decisions.current else { return detail.decisions.text }
    return "\(current + 1)/\(detail.decisions.names.count)"
  }

  /// `attention─safety─urgency─APPROVAL─commit`
  func path(right: String) -> Line {
    var spans: [Span] = []
    for (index, name) in detail.decisions.names.enumerated() {
      if index > 0 { spans.append(Span("─", .plotAxis)) }
      let isNow = index == detail.decisions.current && !detail.decisions.isDone
      spans.append(Span(isNow ? name.uppercased() : name, role(of: index)))
    }
    return Line(spans, right: [Span(right, .textDim)], keepsRight: true)
  }

  /// A dot below the middle of each name.
  func dots(on canvas: Canvas) -> Line {
    var spans: [Span] = []
    var reached = 0
    var start = 0
    for (index, name) in detail.decisions.names.enumerated() {
      let middle = start + canvas.columns(of: name) / 2
      let stroke = max(0, middle - reached)
      spans.append(Span(String(repeating: index == 0 ? " " : "─", count: stroke), .plotAxis))
      spans.append(Span(dot(index), role(of: index)))
      reached = middle + 1
      start += canvas.columns(of: name) + 1
    }
    return Line(spans)
  }

  /// `●──●──●──◐──○`
  var shortPath: [Span] {
    var spans: [Span] = []
    for index in detail.decisions.names.indices {
      if index > 0 { spans.append(Span("──", .plotAxis)) }
      spans.append(Span(dot(index), role(of: index)))
    }
    return spans
  }

  /// `4/5 APPROVAL`
  var stepName: String {
    guard let current = detail.decisions.current, detail.decisions.names.indices.contains(current) else {
      return detail.decisions.text
    }
    return "\(step) \(detail.decisions.names[current].uppercased())"
  }

  private func dot(_ index: Int) -> String {
    switch role(of: index) {
    case .decisionDone: Sign.stepDone.rawValue
    case .decisionNow: Sign.stepNow.rawValue
    case _: Sign.stepTodo.rawValue
    }
  }

  private func role(of index: Int) -> Role {
    guard let current = detail.decisions.current else { return .decisionTodo }
    if index < current || detail.decisions.isDone { return .decisionDone }
    return index == current ? .decisionNow : .decisionTodo
  }

  // What next

  /// `Next  !  today 10:00  call: Agree who signs`
  func next(on canvas: Canvas, label: String = "Next  ") -> Line {
    guard let next = detail.next else {
      return Line([Span(label, .textDim), Span(detail.closed.isEmpty ? "–" : detail.closed, .textDim)])
    }
    let owner = next.who + (next.isByRule ? Sign.byRule.rawValue : "")
    return Line(
      [Span(label, .textDim), Span(next.when.signField(3), next.when.role), Span("\(next.date)  ", next.when.role)]
        + [Span(next.text, .textStrong)],
      right: [Span(owner, .textDim)])
  }

  func because(indent: Int) -> Line {
    guard let next = detail.next, !next.because.isEmpty else { return .blank }
    return Line([Span(String(repeating: " ", count: indent) + "because ", .textDim), Span(next.because)])
  }

  /// `means  The day got in the way; they still owe us a conversation.`, for what a rule set.
  func meaning(indent: Int, rows: Int = 1) -> [Line] {
    guard let next = detail.next, !next.meaning.isEmpty else { return [] }
    let blanks = String(repeating: " ", count: indent)
    let pieces = rows > 1 ? LeadlineScreen.rows(of: next.meaning, width: max(8, width - indent - 8)) : [next.meaning]
    let isWhole = pieces.count <= rows
    return (0..<rows).map { row in
      let text = isWhole ? (pieces.indices.contains(row) ? pieces[row] : "") : row == 0 ? next.meaning : ""
      return Line([Span(blanks + (row == 0 ? "means   " : "        "), .textDim), Span(text)])
    }
  }

  /// `They  ⏲  Wed 25 Nov  take scope to the CFO`
  var promise: Line? {
    guard let promise = detail.promise else { return nil }
    return Line([Span("They  ", .textDim)] + promise.spans)
  }

  // Clocks

  private var bothClocks: [Span] { [clock("silent", detail.silent), clock("untouched", detail.untouched)] }

  /// Both clocks and momentum, whose sparkline gives way to its number.
  func clocks(on canvas: Canvas, gap: Int) -> [Span] {
    let room = width - canvas.columns(of: bothClocks) - 2 * gap
    return canvas.joined(bothClocks + momentum(on: canvas, within: room), gap: gap, width: width)
  }

  private func momentum(on canvas: Canvas, within room: Int) -> [Span] {
    [Span(canvas.columns(of: momentum) <= room ? momentum : "momentum \(detail.momentum.percent)", .textDim)]
  }

  func clock(_ name: String, _ clock: ClockModel) -> Span {
    Span("\(name) \(clock.text)", clock.isOver ? .silenceOver : clock.text == "–" ? .textDim : .silenceFresh)
  }

  var momentum: String { "momentum \(detail.momentum.percent)  \(spark)" }
  var spark: String { detail.momentum.spark }

  /// The decision, the clocks, momentum.
  func summary(on canvas: Canvas) -> Line {
    let first = shortPath + [Span("  "), Span(stepName, .decisionNow)]
    let used = canvas.columns(of: first) + 3
    let right = momentum(on: canvas, within: width - used - canvas.columns(of: bothClocks) - 3 - 1)
    let clocks = canvas.joined(bothClocks, width: width - canvas.columns(of: right) - 1 - used)
    return Line(first + [Span("   ")] + clocks, right: right)
  }
}

extension DetailModel {
  /// `Ana Müller — Acme GmbH`
  var title: String { company.isEmpty ? name : "\(name) — \(company)" }
}

extension MomentumModel {
  /// A week of nothing is a low line, the others stand by quarters of the greatest.
  var spark: String { String(weeks.map { MomentumModel.levels[max(0, min($0, 4))] }) }

  private static let levels: [Character] = ["▁", "▂", "▃", "▅", "▇"]
}

extension PromiseModel {
  var spans: [Span] {
    let role: Role = isPassed ? .dueOverdue : .dueLater
    return [Span("\(Sign.trigger.rawValue)  ", role), Span("\(date)  ", role), Span(text)]
  }
}

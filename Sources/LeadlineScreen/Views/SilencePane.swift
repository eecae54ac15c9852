import LeadlineDesk

/// The lead under the cursor of the silence list: both clocks with their reasons, what next, and the newest events.
struct SilencePane {
  let silence: SilenceModel

  func draw(on canvas: inout Canvas, in place: Rectangle) {
    let detail = silence.detail
    canvas.box(
      place, left: Title(detail?.title ?? "no lead"), right: detail.map { Title($0.id, .textDim) },
      bottom: detail.flatMap { moreTitle(above: $0.hiddenAbove, below: $0.hiddenBelow) })
    guard let detail else { return }
    let (inner, foot) = place.inset(columns: 1).split(rows: -1)
    let facts = DetailFacts(detail: detail, width: inner.width)
    var lines = [
      Line(canvas.joined(facts.standingWithValue + facts.contacts + facts.source, width: inner.width)), .blank,
      silentLine(detail), clockLine("Untouched", detail.untouched, detail.untouched.because), nextLine(detail),
      because(detail, indent: 11),
    ]
    lines += facts.meaning(indent: 11) + [.blank]
    canvas.put(lines + facts.timeline(on: canvas, shows: .dateAndTime), in: inner)
    let hints = [
      hint(.call, " now"), hint(.next, means: true), prefix("d"), hint(.park, means: true),
      prefix("X", words: "close the loop, with a reason"),
    ]
    canvas.put(apart(hints, "    "), x: foot.x, y: foot.y, width: foot.width)
  }

  /// Without a frame or a timeline.
  func drawBare(on canvas: inout Canvas, in place: Rectangle) {
    guard let detail = silence.detail else { return }
    let width = place.width - 2
    let title =
      [Span(detail.title, .paneTitle)]
      + [Span(detail.owner.isEmpty ? "" : "   owner \(detail.owner)"), Span("   \(detail.value)")]
    var lines = [
      Line(title, right: [Span(detail.id, .textDim)]),
      Line([Span("Silent   ", .textDim), Span(detail.silent.because)]),
    ]
    if !silence.window.isEmpty { lines.append(Line([Span("         window \(silence.window)")])) }
    lines.append(nextLine(detail, label: 9, saysOwner: false))
    lines.append(because(detail, indent: 9))
    let hints = [hint(.call), hint(.next), prefix("d"), hint(.park), prefix("X", words: "close the loop")]
    lines.append(Line([Span("         ")] + apart(hints, "   ")))
    canvas.put(lines, in: Rectangle(x: place.x + 1, y: place.y, width: width, height: place.height))
  }

  private func silentLine(_ detail: DetailModel) -> Line {
    let window = silence.window.isEmpty ? "" : ". Window \(silence.window)"
    return clockLine("Silent", detail.silent, detail.silent.because + window)
  }

  private func clockLine(_ name: String, _ clock: ClockModel, _ because: String) -> Line {
    let words = because.isEmpty || because.hasSuffix(".") ? because : because + "."
    return DetailView.line(name, ClockModel(clock.text, because: words, isOver: clock.isOver), label: 11)
  }

  private func nextLine(_ detail: DetailModel, label: Int = 11, saysOwner: Bool = true) -> Line {
    let name = "Next" + String(repeating: " ", count: label - 4)
    guard let next = detail.next else { return Line([Span(name + "–", .textDim)]) }
    let owner = next.who + (next.isByRule ? Sign.byRule.rawValue : "")
    return Line([
      Span(name, .textDim), Span("\(next.date)  ", next.when.role), Span(next.text, .textStrong),
      Span(saysOwner && !owner.isEmpty ? "   owner \(owner)" : "", .textDim),
    ])
  }

  private func because(_ detail: DetailModel, indent: Int) -> Line {
    guard let next = detail.next else { return .blank }
    return Line([Span(String(repeating: " ", count: indent) + "because ", .textDim), Span(next.because)])
  }

  private func apart(_ hints: [[Span]], _ gap: String) -> [Span] {
    Array(hints.joined(separator: [Span(gap)]))
  }

  private func hint(_ command: Command, _ more: String = "", means: Bool = false) -> [Span] {
    guard let row = CommandTable.row(command) else { return [] }
    return [Span(row.spelled.first ?? "", .key), Span(" \(means ? row.means : row.word)\(more)", .keyDesc)]
  }

  private func prefix(_ name: String, words: String? = nil) -> [Span] {
    guard let row = CommandTable.prefixes.first(where: { $0.key.name == name }) else { return [] }
    let title = row.title.hasSuffix("…") ? String(row.title.dropLast()) : row.title
    return [Span("\(name)…", .key), Span(" \(words ?? title)", .keyDesc)]
  }
}

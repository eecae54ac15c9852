import LeadlineDesk

/// Beside a call: the last one, what stands open, and the tags that a line may begin with.
struct CallBeside {
  let call: CallModel

  func draw(on canvas: inout Canvas, in place: Rectangle) {
    let (first, rest) = place.split(rows: 9)
    let (second, third) = rest.split(rows: 9)
    box("Last time", lastTime(on: canvas, width: place.width - 4), on: &canvas, in: first)
    box("Open", open(width: place.width - 4), on: &canvas, in: second)
    box("Tags", CallBeside.tags, on: &canvas, in: third)
  }

  private func box(_ title: String, _ lines: [Line], on canvas: inout Canvas, in place: Rectangle) {
    canvas.box(place, left: Title(title))
    canvas.put(lines, in: place.inset(columns: 1))
  }

  /// What stands for the last time where there was none.
  static let never = "no conversation yet"

  private func lastTime(on canvas: Canvas, width: Int) -> [Line] {
    let facts = DetailFacts(detail: call.detail, width: width)
    let clocks = [facts.clock("silent", call.detail.silent), facts.clock("untouched", call.detail.untouched)]
    let since = call.since.prefix(2).map { Line([Span($0.signField, $0.role), Span($0.text)]) }
    return [
      Line([Span(call.lastTime.isEmpty ? CallBeside.never : call.lastTime, .textDim)]), Line([Span(call.lastWords)]),
      .blank,
      Line([Span("Since then", .paneTitle)]),
    ] + since + [Line(canvas.joined(clocks, width: width))]
  }

  private func open(width: Int) -> [Line] {
    let facts = DetailFacts(detail: call.detail, width: width)
    let pad = "          "
    var lines: [Line] = []
    if let next = call.detail.next {
      let words = [Span(next.when.signField(3) + next.date, next.when.role)]
      lines += [Line([Span("Next   ", .textDim)] + words), Line([Span(pad + next.text, .textStrong)])]
    }
    if let promise = call.detail.promise {
      lines += [Line([Span("They   ", .textDim)] + promise.spans.prefix(2)), Line([Span(pad + promise.text)])]
    }
    return lines + [
      .blank, Line(facts.shortPath + [Span("  "), Span(facts.stepName, .decisionNow)]),
      Line([Span(facts.momentum, .textDim)]),
    ]
  }

  private static let tags: [Line] = [
    tag("next: …", "our step, due:…"), tag("promise: …", "their step, due:…"), tag("park: …", "a date, // why"),
    tag("close: …", "won, lost, dead; why"), tag("?step", "the decision now"), tag("!obj word", "objection"),
    tag("*kind", "signal"), tag("12k€", "value"), tag("+tag @org", "tag, company"),
    tag("Name <mail>", "a further person"), tag("// text", "plain remark"), .blank, tag("C-t", "time mark", 11),
    tag("C-n", "next: line", 11), tag(".  Enter", "save and hang up", 11), tag("Esc", "leave, text kept", 11),
  ]

  private static func tag(_ tag: String, _ meaning: String, _ width: Int = 14) -> Line {
    Line([
      Span(tag + String(repeating: " ", count: max(1, width - tag.count)), .key), Span(meaning, .keyDesc),
    ])
  }
}

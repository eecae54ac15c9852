import LeadlineDesk

/// What happened, newest first.
extension DetailFacts {
  enum Clock { case dateAndTime, date }

  /// `Timeline                  / search`
  var timelineTitle: Line {
    Line([Span("Timeline", .paneTitle)], right: [Span(DetailFacts.searchHint, .textDim)])
  }

  static var searchHint: String {
    CommandTable.row(.search).map { "\($0.spelled.first ?? "") \($0.word)" } ?? ""
  }

  func timeline(on canvas: Canvas, shows clock: Clock) -> [Line] {
    detail.timeline.map { entry in
      let date = String(repeating: " ", count: max(0, 6 - canvas.columns(of: entry.date))) + entry.date
      let time = clock == .date ? "" : " \(entry.time)"
      let role: Role = entry.isUndone ? .stateLost : entry.role
      let text = entry.isUndone ? "\(entry.text) (taken back)" : entry.text
      let words = [
        Span("\(date)\(time) ", .textDim), Span(entry.signField, role), Span(text, entry.isUndone ? role : .text),
      ]
      return Line(words, right: clock == .date ? [] : [Span(entry.who, .textDim)])
    }
  }
}

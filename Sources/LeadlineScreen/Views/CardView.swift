import LeadlineDesk
import LeadlineText

/// A lead on the board, in five lines or two.
struct CardView {
  let card: CardModel

  /// Five lines: name, company, decision, what was heard last, what is due.
  func drawWide(on canvas: inout Canvas, in place: Rectangle) {
    let width = place.width - 2
    let lines = [
      Line([Span(hotSign + card.name, nameRole)], right: [Span(owner, .textDim)], keepsRight: true),
      Line([Span(card.company, .textDim)], right: [Span(card.value)], keepsRight: true),
      Line([Span(card.decision)]),
      Line(card.sign.map { [Span("\($0.sign) \($0.text)", signRole($0))] } ?? []),
      Line([Span(whenWide(on: canvas, width: width), card.when.role)]),
    ]
    canvas.put(lines, in: Rectangle(x: place.x + 1, y: place.y, width: width, height: place.height))
  }

  /// Two lines: name, and what is due with what was heard last.
  func drawCompact(on canvas: inout Canvas, in place: Rectangle) {
    let isHot = card.state == .hot
    let start = isHot ? 1 : 2
    canvas.put(
      Line([Span(hotSign + card.name, nameRole)], right: [Span(owner, .textDim)], keepsRight: true),
      x: place.x + start, y: place.y, width: place.width - start - 1)
    guard place.height > 1 else { return }
    let x = place.x + 2
    let pen = canvas.put([Span(whenCompact, card.when.role)], x: x, y: place.y + 1, width: place.right - x)
    let more = firstWords(of: rest, on: canvas, width: place.right - pen - 1)
    canvas.put([Span(more, restRole)], x: pen + 1, y: place.y + 1, width: place.right - pen - 1)
  }

  private var owner: String { card.owner + (card.isByRule ? Sign.byRule.rawValue : "") }
  private var hotSign: String {
    (card.isMarked ? Sign.marked.rawValue + " " : "") + (card.state == .hot ? Sign.hot.rawValue + " " : "")
  }
  private var nameRole: Role { card.isMarked ? .mark : card.state == .hot ? .stateHot : .textStrong }

  /// A silence that was agreed on alarms nobody.
  private func signRole(_ sign: SignModel) -> Role {
    sign.kind == .silence && card.when.urgency == .parked ? .textDim : sign.role
  }

  private func whenWide(on canvas: Canvas, width: Int) -> String {
    let when = card.when
    let (head, join) =
      switch when.urgency {
      case .overdue: ("!! overdue \(when.text)", " · ")
      case .today: ("! \(when.text)", " · ")
      case .later, .asleep: (when.text, " · ")
      case .parked: ("\(Sign.trigger.rawValue) \(when.text)", ": ")
      }
    let whole = when.tail.isEmpty ? head : head + join + when.tail
    // The beginning of a rule's name says more than nothing.
    let isNamed = card.isByRule && canvas.columns(of: head + join) + 8 <= width
    return when.urgency == .parked || isNamed || canvas.columns(of: whole) <= width ? whole : head
  }

  private var whenCompact: String {
    switch card.when.urgency {
    case .overdue, .today: card.when.sign + card.when.short
    case .later, .asleep: " " + card.when.short
    case .parked: card.when.sign + " " + card.when.short
    }
  }

  /// Beside a park stands what ends it; beside a date what was heard last.
  private var rest: String {
    guard card.when.urgency == .parked else { return card.sign?.short ?? "" }
    return card.when.tail.hasPrefix("on ") ? String(card.when.tail.dropFirst(3)) : card.when.tail
  }
  private var restRole: Role { card.when.urgency == .parked ? .textDim : card.sign?.role ?? .text }

  /// As many whole words as fit. What ends a park is shown whole or not at all.
  private func firstWords(of text: String, on canvas: Canvas, width: Int) -> String {
    var kept = text
    while canvas.columns(of: kept) > width {
      guard card.when.urgency != .parked, let blank = kept.lastIndex(of: " ") else { return "" }
      kept = String(kept[..<blank])
    }
    return kept
  }
}

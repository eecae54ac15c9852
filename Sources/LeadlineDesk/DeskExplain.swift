import LeadlineCore
import LeadlineText

/// The popup that says why: of the lead that a rule just fired for, else of the one under the cursor.
struct Explain: Sendable {
  var lead: LeadID
  var page: ExplainPage
  var scroll = 0
}

extension Desk {
  mutating func openExplain() {
    guard let lead = offered ?? cursor, let page = explainPage(lead) else { return }
    mode = .explain(Explain(lead: lead, page: page))
  }

  /// Facts or the day have changed under it.
  mutating func explainAnew() {
    guard case .explain(var explain) = mode else { return }
    guard let page = explainPage(explain.lead) else {
      mode = .plain
      return
    }
    explain.page = page
    mode = .explain(explain)
  }

  private func explainPage(_ lead: LeadID) -> ExplainPage? {
    pipeline.worlds[lead].map { source.explainPage($0, ofSilence: listName == "silence") }
  }

  mutating func pressExplain(_ key: Key) {
    guard case .explain(var explain) = mode else { return }
    let page = max(1, layout.explainRowsInView - 1)
    mode = .plain
    switch CommandTable.match([key]) {
    case .command(.cancel), .command(.leave), .command(.why): return
    case .command(.down), .command(.scrollDown): explain.scroll += 1
    case .command(.up), .command(.scrollUp): explain.scroll -= 1
    case .command(.halfDown): explain.scroll += max(1, page / 2)
    case .command(.halfUp): explain.scroll -= max(1, page / 2)
    case .command(.pageDown): explain.scroll += page
    case .command(.pageUp): explain.scroll -= page
    case .command(.leadNext), .command(.leadPrevious):
      press(key)
      openExplain()
      return
    case .command, .prefix, .none:
      // It stands in nobody's way: any other key does what it does without it.
      press(key)
      return
    }
    explain.scroll = min(max(0, explain.scroll), max(0, folded(explain).count - layout.explainRowsInView))
    mode = .explain(explain)
  }

  /// The model of the popup, its rows folded to the screen's width and cut to its height.
  func explainModel(_ explain: Explain) -> ExplainModel {
    let rows = folded(explain)
    let top = min(max(0, explain.scroll), max(0, rows.count - layout.explainRowsInView))
    let shown = Array(rows.dropFirst(top).prefix(layout.explainRowsInView))
    return ExplainModel(
      title: explain.page.title, rows: shown, hiddenAbove: top, hiddenBelow: rows.count - top - shown.count)
  }

  private func folded(_ explain: Explain) -> [ExplainModel.Row] {
    explain.page.rows.flatMap { row -> [ExplainModel.Row] in
      let width = max(8, layout.explainTextWidth - layout.explainIndent(row.kind))
      let pieces = wrapped(Display.visible(row.text), width: width).map(\.trimmed)
      let isAbove = row.kind == .rule && layout.shape == .phone
      if pieces.isEmpty || isAbove {
        return [ExplainModel.Row(row.kind, label: row.label)] + pieces.map { ExplainModel.Row(row.kind, $0) }
      }
      return pieces.enumerated().map { index, piece in
        ExplainModel.Row(row.kind, label: index == 0 ? row.label : "", piece)
      }
    }
  }
}

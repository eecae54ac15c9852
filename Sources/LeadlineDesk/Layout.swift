/// How a screen of some size is cut into panes: what is shown, and how many rows each list has. The desk scrolls by it,
/// the views draw by it.
package struct Layout: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    /// Board, detail and due side by side: from 110 columns and 30 rows.
    case wide
    /// A compact board with a due strip, the detail below: from 72 columns and 18 rows.
    case compact
    /// One pane at a time.
    case phone
    /// Under 20×5: one line that says so.
    case tiny
  }

  package let columns: Int
  package let rows: Int
  package let shape: Shape

  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    shape =
      if columns < 20 || rows < 5 { .tiny } else if columns >= 110 && rows >= 30 { .wide } else if columns >= 72 && rows >= 18 {
        .compact
      } else { .phone }
  }

  /// Rows of a card: five lines, or two.
  package var cardHeight: Int { shape == .wide ? 5 : 2 }

  /// Rows of the board's column panes, frames included. Wide: all above the due pane (10 rows) and the last three.
  package var boardHeight: Int {
    switch shape {
    case .wide: rows - 1 - dueHeight - 3
    case .compact: max(4, (rows - 3) * 10 / 21)
    case .phone, .tiny: max(0, rows - 4)
    }
  }

  /// Rows of the board's due pane, frame included, in the wide shape.
  package var dueHeight: Int { 9 }

  /// Cards that a column shows at once.
  package var cardsInView: Int { max(1, (boardHeight - 2) / cardHeight) }
}

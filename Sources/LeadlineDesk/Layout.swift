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
      if columns < 20 || rows < 5 { .tiny } else if columns >= 110 && rows >= 30 {
        .wide
      } else if columns >= 72 && rows >= 18 {
        .compact
      } else { .phone }
  }

  /// Rows of a view: all but the first line, the status line and the footer; the wide shape leaves one blank above the
  /// status.
  package var bodyHeight: Int {
    switch shape {
    case .wide: rows - 4
    case .compact, .phone: rows - 3
    case .tiny: 0
    }
  }
}

// The board.
extension Layout {
  /// Rows of a card: five lines, or two.
  package var cardHeight: Int { shape == .wide ? 5 : 2 }

  /// Rows of the board's column panes, frames included. Wide: all above the due pane and the last three.
  package var boardHeight: Int {
    switch shape {
    case .wide: bodyHeight - dueHeight
    case .compact: max(4, bodyHeight * 10 / 21)
    case .phone, .tiny: bodyHeight
    }
  }

  /// Rows of the board's due pane, frame included, in the wide shape.
  package var dueHeight: Int { 9 + max(0, rows - 40) / 4 }

  /// Cards that a column shows at once.
  package var cardsInView: Int { max(1, (boardHeight - 2) / cardHeight) }

  /// Columns of the wide board's detail pane, of the compact board's due strip.
  package var besideWidth: Int { shape == .wide ? columns * 2 / 5 : columns / 4 }

  /// Rows of the board's due pane; two lines below count what is not in it. On a phone a row has two lines, the
  /// selected one three.
  package var boardDueRowsInView: Int {
    switch shape {
    case .wide: dueHeight - 4
    case .compact: max(0, boardHeight - 4)
    case .phone: max(1, (boardDueLines - 1) / 2)
    case .tiny: 0
    }
  }

  /// Lines of the due list that a phone shows as its board.
  package var boardDueLines: Int { rows < 14 ? bodyHeight : rows - 7 }
}

// One lead.
extension Layout {
  /// Where a lead's detail stands: a pane beside the board, below a list, or the whole view.
  package enum DetailPlace: Hashable, Sendable { case board, view, due, silence }

  /// Rows of its timeline. A promise and what a rule means take one line of the head each, where there are any; beside
  /// the board the second takes two, and a phone has none for it.
  package func timelineRowsInView(_ place: DetailPlace, hasPromise: Bool, hasMeaning: Bool) -> Int {
    let meaning = hasMeaning && shape != .phone ? 1 : 0
    let spare = (hasPromise ? 0 : 1) - meaning
    let shown =
      switch (place, shape) {
      case (.board, .wide): boardHeight - 15 + spare - meaning
      case (.board, .compact): bodyHeight - boardHeight - 7 + spare
      case (.view, .wide): bodyHeight - 2
      case (.view, .compact): bodyHeight - 12 + spare
      case (.view, .phone), (.board, .phone): bodyHeight - 9 + spare
      case (.due, .wide): bodyHeight - dueListHeight - 9 + spare
      case (.due, .compact): bodyHeight - dueListHeight - 6 + spare
      case (.silence, .wide): bodyHeight - silenceListHeight - 10 - meaning
      case (.due, .phone), (.silence, .compact), (.silence, .phone), (_, .tiny): 0
      }
    return max(0, shown)
  }
}

// The lists.
extension Layout {
  /// Rows of the due view's list, frame and column titles included.
  package var dueListHeight: Int {
    switch shape {
    case .wide: bodyHeight / 2
    case .compact: rows / 2
    case .phone, .tiny: bodyHeight
    }
  }

  /// Lines for sections and rows of the due view.
  package var dueLines: Int { shape == .wide ? dueListHeight - 3 : dueListHeight }

  /// Lines of one row in the due view.
  package var dueRowHeight: Int { shape == .phone ? 3 : 1 }

  /// Rows of the due view that fit whatever section they begin in.
  package func dueRowsInView(sections: Int) -> Int { max(1, (dueLines - sections) / dueRowHeight) }

  /// Rows of the silence view's list: frame, counts and column titles included.
  package var silenceListHeight: Int {
    switch shape {
    case .wide: bodyHeight * 5 / 9
    case .compact: rows / 2 + 2
    case .phone, .tiny: max(0, bodyHeight - 1)
    }
  }

  /// Lines for sections and rows of the silence view.
  package var silenceLines: Int {
    switch shape {
    case .wide: silenceListHeight - 6
    case .compact: silenceListHeight - 2
    case .phone, .tiny: silenceListHeight
    }
  }

  /// Rows of the silence view that fit whatever section they begin in. On a phone a row has two lines, the selected one
  /// three.
  package func silenceRowsInView(sections: Int) -> Int {
    shape == .phone ? max(1, (silenceLines - sections - 1) / 2) : max(1, silenceLines - sections)
  }
}

// The popup that explains.
extension Layout {
  /// Its columns, frame and margins included: at the right of a wide screen, elsewhere all of them.
  package var explainWidth: Int { shape == .wide ? columns * 2 / 3 : columns }

  /// Columns of its text; a phone draws no frame.
  package var explainTextWidth: Int { max(0, shape == .phone ? columns - 2 : explainWidth - 4) }

  /// Rows of text that it has at most.
  package var explainRowsInView: Int { max(0, bodyHeight - 2) }

  /// Columns before the text of a row: the field of a label, or of a rule's name; on a phone that stands above.
  package func explainIndent(_ kind: ExplainModel.Kind) -> Int {
    switch kind {
    case .head, .title, .blank: 0
    case .fact: 9
    case .rule: shape == .phone ? 3 : 20
    }
  }
}

// Call and help.
extension Layout {
  /// Lines of what was understood in a call.
  package func understoodLines(_ count: Int) -> Int { shape == .wide ? min(max(6, count), 10) : 3 }

  /// Lines for what is typed during a call; a long one takes several.
  package func callLinesInView(understood count: Int) -> Int {
    switch shape {
    case .wide: max(1, bodyHeight - 16 - understoodLines(count))
    case .compact: max(1, rows - 15)
    case .phone: max(1, rows < 14 ? rows - 5 : rows - 11)
    case .tiny: 0
    }
  }

  /// Lines of the manual that are seen at once.
  package var helpRowsInView: Int { max(0, shape == .wide ? bodyHeight - 4 : bodyHeight - 2) }
}

extension Layout {
  /// Which groups of the manual stand in which column, in their order, so that the longest column is as short as can
  /// be; `rows` counts each group's rows without its title.
  package func helpColumns(_ rows: [Int]) -> [[Int]] {
    let wanted = shape == .wide ? 3 : shape == .compact ? 2 : 1
    let longest = (rows.max() ?? 0) + 1
    for height in longest...max(longest, rows.reduce(0, +) + 2 * rows.count) {
      let columns = columns(of: rows, height: height)
      if columns.count <= wanted { return columns }
    }
    return [Array(rows.indices)]
  }

  /// Fills columns of `height` lines; a title and a blank line belong to each group but the first of a column.
  private func columns(of rows: [Int], height: Int) -> [[Int]] {
    var columns: [[Int]] = []
    var used = height
    for (index, count) in rows.enumerated() {
      if !columns.isEmpty, used + count + 2 <= height {
        columns[columns.count - 1].append(index)
        used += count + 2
      } else {
        columns.append([index])
        used = count + 1
      }
    }
    return columns
  }
}

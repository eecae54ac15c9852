/// How many leads each list shows at once.
extension Layout {
  /// Rows of the due strip beside the board, without its frame and its last lines.
  package var stripRows: Int {
    switch shape {
    case .wide: max(1, dueHeight - 4)
    case .compact: max(1, boardHeight - 4)
    case .phone, .tiny: max(1, (rows - 6) / 3)
    }
  }
  package func dueRows(sections: Int) -> Int { max(1, rows / 2 - sections) }
  package func silenceRows(sections: Int) -> Int { max(1, rows / 2 - sections) }
  package var timelineRows: Int { max(1, rows - 8) }
  package var boardTimelineRows: Int { 12 }
  package var dueTimelineRows: Int { 9 }
  package var silenceTimelineRows: Int { 6 }
}

import LeadlineText

/// A text over several rows, without the blanks at their ends.
func rows(of text: String, width: Int) -> [String] {
  wrapped(text, width: width).map { String($0.reversed().drop { $0 == " " }.reversed()) }
}

/// The lines again, those that are too long over several, the further ones a little to the right; as they are, to be
/// cut, where that takes more than `rows`.
func folded(_ lines: [Span], width: Int, rows: Int) -> [Span] {
  let indent = "   "
  let folded = lines.flatMap { line in
    guard displayWidth(line.text) > width, width > 12 else { return [line] }
    let pieces = wrapped(line.text, width: width - indent.count)
    return pieces.enumerated().map { index, piece in
      Span((index == 0 ? "" : indent) + piece.reversed().drop { $0 == " " }.reversed(), line.role)
    }
  }
  return folded.count <= rows ? folded : lines
}

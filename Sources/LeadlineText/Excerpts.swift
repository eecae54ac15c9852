/// The lines of a text for findings about it, each with a caret below the place. Control characters are written out, and
/// of a long line only what stands around the place is shown.
package struct Excerpts {
  private let lines: [Substring.UnicodeScalarView]
  /// So many scalars on either side of the place.
  private static let reach = 60

  package init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The line and, below it, the caret; nil where the text has no such line. Columns behind the end are the end.
  package func excerpt(at place: Place) -> (line: String, caret: String)? {
    guard lines.indices.contains(place.line - 1), place.column > 0 else { return nil }
    let line = lines[place.line - 1]
    let before = line.prefix(place.column - 1)
    let after = line[before.endIndex...]
    let isCutBefore = before.count > Excerpts.reach
    let isCutAfter = after.count > Excerpts.reach
    let head = (isCutBefore ? "…" : "") + Excerpts.shown(before.suffix(Excerpts.reach))
    let tail = Excerpts.shown(after.prefix(Excerpts.reach)) + (isCutAfter ? "…" : "")
    return (head + tail, String(repeating: " ", count: displayWidth(head)) + "^")
  }

  private static func shown(_ scalars: Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars where scalar != "\r" { text.append(scalar == "\t" ? " " : scalar) }
    return Display.visible(String(text))
  }
}

package import LeadlineText

/// A text with marks in it: `MarkedText("a = 1️⃣[")` is `a = [` and the place of the bracket. Marks are 1️⃣ to 9️⃣ and
/// count from one in any order.
package struct MarkedText {
  /// The text without its marks.
  package let text: String
  private var spots: [Int: (line: Int, column: Int)] = [:]

  package init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    var plain = String.UnicodeScalarView()
    var (line, column, i) = (1, 1, 0)
    while i < scalars.count {
      if i + 2 < scalars.count, ("1"..."9").contains(scalars[i]), scalars[i + 1] == "\u{FE0F}",
        scalars[i + 2] == "\u{20E3}"
      {
        spots[Int(scalars[i].value) - 48] = (line, column)
        i += 3
        continue
      }
      plain.append(scalars[i])
      (line, column) = scalars[i] == "\n" ? (line + 1, 1) : (line, column + 1)
      i += 1
    }
    text = String(plain)
  }

  /// The place of a mark, or nil where the text has none of that number.
  package func place(_ mark: Int = 1, file: String = "test") -> Place? {
    spots[mark].map { Place(file: file, line: $0.line, column: $0.column) }
  }

  /// The places of all marks, in the order of their numbers.
  package func places(file: String = "test") -> [Place] { spots.keys.sorted().compactMap { place($0, file: file) } }
}

/// The name that was probably meant by `word`: the one fewest single-letter edits away (insert, drop, change, swap two
/// neighbours), at most a third of the word's letters and at least one; of two as near, the one named first. Nil where
/// none is near, and for words over 32 letters.
package func nearest(_ word: String, among names: some Sequence<String>) -> String? {
  let letters = Array(word.unicodeScalars.prefix(33))
  guard !letters.isEmpty, letters.count <= 32 else { return nil }
  var best: (name: String, edits: Int)?
  var limit = max(1, letters.count / 3)
  for name in names where limit >= 0 {
    let other = Array(name.unicodeScalars.prefix(letters.count + limit + 1))
    guard abs(other.count - letters.count) <= limit else { continue }
    let edits = edits(from: letters, to: other)
    if edits <= limit {
      best = (name, edits)
      limit = edits - 1
    }
  }
  return best?.name
}

/// "did you mean X", or the alternative where no name is near.
package func proposal(for word: String, among names: some Sequence<String>, otherwise: String = "") -> String {
  nearest(word, among: names).map { "did you mean \($0)" } ?? otherwise
}

/// Optimal string alignment distance (Damerau–Levenshtein without overlapping swaps), row by row.
private func edits(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var above = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
      row.append(least)
    }
    before = above
    above = row
  }
  return above[b.count]
}

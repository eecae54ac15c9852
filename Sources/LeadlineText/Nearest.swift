/// The word of a list that a person most likely meant: at most two slips away (letters missing, added, changed or
/// swapped), one for words of up to four letters. The first of the list wins a tie; nil where none is near.
package func nearest(to word: String, among words: [String]) -> String? {
  let typed = Array(word.lowercased().unicodeScalars.prefix(33))
  guard typed.count <= 32 else { return nil }
  var best: (word: String, slips: Int)?
  for candidate in words {
    let slips = slips(from: typed, to: Array(candidate.lowercased().unicodeScalars))
    if slips <= (typed.count > 4 ? 2 : 1), slips < best?.slips ?? .max { best = (candidate, slips) }
  }
  return best?.word
}

/// Optimal string alignment distance (Damerau–Levenshtein without a second edit of a swapped pair).
private func slips(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
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

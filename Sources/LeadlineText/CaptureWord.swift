/// A stretch of a capture line without spaces, except inside quotes.
struct CaptureWord {
  /// Unicode scalars of the line, quotes and signs included.
  var range: Range<Int>
  /// The word without its quotes.
  var text: String
  /// True where quotes begin the word: it is a name whatever it looks like.
  var isQuoted: Bool
  /// True where anything in it stood in quotes.
  var hasQuotes: Bool

  /// The words of a line. A quote opens a group at the start of a word and after `@ + # :`; one that is never closed
  /// reaches to the end, and its offset is returned.
  static func split(_ line: [Unicode.Scalar]) -> (words: [CaptureWord], open: Int?) {
    var words: [CaptureWord] = []
    var open: Int?
    var at = 0
    while at < line.count {
      if line[at].properties.isWhitespace {
        at += 1
        continue
      }
      let start = at
      var text = String.UnicodeScalarView()
      var hasQuotes = false
      while at < line.count, !line[at].properties.isWhitespace {
        let opens = line[at] == "\"" && !hasQuotes && (at == start || "@+#:".unicodeScalars.contains(line[at - 1]))
        guard opens else {
          text.append(line[at])
          at += 1
          continue
        }
        hasQuotes = true
        let inside = line[(at + 1)...]
        let close = inside.firstIndex(of: "\"")
        if close == nil { open = at }
        text.append(contentsOf: inside[..<(close ?? line.count)])
        at = close.map { $0 + 1 } ?? line.count
      }
      words.append(
        CaptureWord(
          range: start..<at, text: String(text), isQuoted: line[start] == "\"" && hasQuotes, hasQuotes: hasQuotes))
    }
    return (words, open)
  }

  /// The word without the commas and semicolons after it.
  var trimmed: String {
    guard !hasQuotes else { return text }
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last == "," || last == ";" { scalars.removeLast() }
    return String(scalars)
  }

  /// `10:00`: one or two digits, a colon, two digits.
  var isTime: Bool {
    let parts = trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 else { return false }
    return parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
  }
}

import LeadlineCore

/// One line of a rules file, cut into words that are taken one after the other; what is wrong with it becomes findings.
struct RulesLine {
  struct Word {
    var text: String
    var column: Int
    var isQuoted: Bool
  }

  private let file: String
  private let number: Int
  private var words: [Word] = []
  private var next = 0
  /// The column behind the last word: where what is missing belongs.
  private var end = 1
  private(set) var findings: [Finding] = []

  /// Words stand between blanks; a text in quotes is one word; a `#` outside of quotes begins a comment.
  init(_ line: Substring.UnicodeScalarView, number: Int, file: String) {
    self.file = file
    self.number = number
    var rest = Array(line)[...]
    while let first = rest.first, first != "#" {
      if first == " " || first == "\t" || first == "\r" {
        rest.removeFirst()
      } else if first == "\"" {
        quoted(&rest)
      } else {
        let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != "\r" && $0 != "\"" }
        append(word, from: rest.startIndex, to: word.endIndex, isQuoted: false)
        rest = rest[word.endIndex...]
      }
    }
  }

  private mutating func quoted(_ rest: inout ArraySlice<Unicode.Scalar>) {
    let start = rest.startIndex
    var text: [Unicode.Scalar] = []
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        append(text[...], from: start, to: rest.startIndex, isQuoted: true)
        return
      }
      if scalar == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
        text.append(escaped)
        rest.removeFirst()
      } else {
        text.append(scalar)
      }
    }
    append(text[...], from: start, to: rest.startIndex, isQuoted: true)
    report(
      at: Place(file: file, line: number, column: start + 1), "the quote is not closed", instead: "end the text with \""
    )
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>, from: Int, to: Int, isQuoted: Bool) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    words.append(Word(text: String(text), column: from + 1, isQuoted: isQuoted))
    end = to + 1
  }

  var isBlank: Bool { words.isEmpty }

  /// Where the next word stands, or belongs.
  var place: Place { Place(file: file, line: number, column: next < words.count ? words[next].column : end) }

  mutating func report(_ what: String, instead: String) {
    findings.append(Finding(at: place, what, instead: instead))
  }

  mutating func report(at place: Place, _ what: String, instead: String) {
    findings.append(Finding(at: place, what, instead: instead))
  }

  /// The next word if it is a bare one, left where it is.
  var peek: String? { next < words.count && !words[next].isQuoted ? words[next].text : nil }

  /// Takes the next word, whatever it is.
  mutating func skip() { next += 1 }

  /// Takes these words if they stand here, all of them.
  mutating func take(_ phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ")
    guard words.count - next >= wanted.count else { return false }
    for (offset, word) in wanted.enumerated() where words[next + offset].isQuoted || words[next + offset].text != word {
      return false
    }
    next += wanted.count
    return true
  }

  /// Takes these words, or says that they are missing and shows the clause as it should be.
  mutating func need(_ phrase: String, form: String) -> Bool {
    for word in phrase.split(separator: " ") where !take(String(word)) {
      report(
        next < words.count ? "\(shown) stands where '\(word)' belongs" : "'\(word)' is missing",
        instead: "write \(form)")
      return false
    }
    return true
  }

  /// Takes a text in quotes.
  mutating func text(form: String) -> String? {
    guard next < words.count, words[next].isQuoted else {
      report(
        next < words.count ? "\(shown) stands where a text in quotes belongs" : "a text in quotes is missing",
        instead: "write \(form)")
      return nil
    }
    next += 1
    return words[next - 1].text
  }

  /// Takes a duration; a bare number is told the units.
  mutating func interval(form: String) -> Interval? {
    guard let word = peek else {
      report("a duration is missing", instead: "write \(form)")
      return nil
    }
    guard let interval = Interval(word) else {
      let isNumber = !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let units = Interval.Unit.allCases.map { "\(word)\($0.rawValue)" }.joined(separator: " ")
      report(
        isNumber ? "\(word) has no unit" : "\(shown) is no duration",
        instead: isNumber && word.utf8.count < 7
          ? "write one of \(units)" : "write an amount and a unit, such as 30m 2h 4wh 7d 5wd 2w")
      return nil
    }
    next += 1
    return interval
  }

  /// Nothing more may stand on the line.
  mutating func finish() {
    if next < words.count { report("\(shown) is one word too many", instead: "end the line before it") }
  }

  /// The next word as a finding names it.
  var shown: String {
    guard next < words.count else { return "nothing" }
    let word = words[next]
    let short = word.text.unicodeScalars.count > 40 ? String(word.text.prefix(40)) + "…" : word.text
    return word.isQuoted ? "\"\(short)\"" : "'\(short)'"
  }
}

import LeadlineCore

/// One line of a rules file, cut into words that are taken one after the other; what is wrong with it becomes findings.
struct RulesLine {
  struct Word {
    var text: String
    /// From 1, in scalars; with the quotes of a text.
    var columns: Range<Int>
    var isQuoted: Bool
  }

  /// After so many findings a line is given up: nobody reads the next one.
  static let mostFindings = 100

  let vocabulary: RuleWords
  private let file: String
  private let number: Int
  private var words: [Word] = []
  private var next = 0
  /// The column behind the last word: where what is missing belongs.
  private var end = 1
  private(set) var findings: [Finding] = []
  /// Where amounts stand that were read, so that a program can change them.
  private(set) var numbers: [(kind: RulesDocument.Number.Kind, columns: Range<Int>)] = []

  /// Words stand between blanks; a text in quotes is one word; `,`, `;` and `=>` are words of their own; a `#` before a
  /// word begins a comment.
  init(_ line: Substring.UnicodeScalarView, number: Int, file: String, vocabulary: RuleWords) {
    self.file = file
    self.number = number
    self.vocabulary = vocabulary
    let scalars = Array(line)
    var at = 0
    while at < scalars.count, scalars[at] != "#" {
      switch scalars[at] {
      case " ", "\t", "\r": at += 1
      case "\"": at = quoted(scalars, from: at)
      case ",", ";":
        append(scalars[at...at], isQuoted: false)
        at += 1
      default:
        let arrow = RulesLine.isArrow(scalars, at)
        var last = at + (arrow ? 2 : 1)
        while !arrow, last < scalars.count, !RulesLine.endsWord(scalars, last) { last += 1 }
        append(scalars[at..<last], isQuoted: false)
        at = last
      }
    }
  }

  private static func endsWord(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    switch scalars[at] {
    case " ", "\t", "\r", "\"", ",", ";": true
    default: isArrow(scalars, at)
    }
  }

  private static func isArrow(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    scalars[at] == "=" && at + 1 < scalars.count && scalars[at + 1] == ">"
  }

  /// Reads a text in quotes; answers where it ends.
  private mutating func quoted(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var text = String.UnicodeScalarView()
    var at = start + 1
    while at < scalars.count, scalars[at] != "\"" {
      if scalars[at] == "\\", at + 1 < scalars.count, scalars[at + 1] == "\"" || scalars[at + 1] == "\\" { at += 1 }
      text.append(scalars[at])
      at += 1
    }
    let isClosed = at < scalars.count
    if isClosed { at += 1 }
    words.append(Word(text: String(text), columns: start + 1..<at + 1, isQuoted: true))
    end = at + 1
    if !isClosed { report(at: place(of: start + 1), "the quote is not closed", instead: "end the text with \"") }
    return at
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>, isQuoted: Bool) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    words.append(Word(text: String(text), columns: scalars.startIndex + 1..<scalars.endIndex + 1, isQuoted: isQuoted))
    end = scalars.endIndex + 1
  }

  // MARK: where the reader stands

  var isBlank: Bool { words.isEmpty }
  var isAtEnd: Bool { next >= words.count }

  /// Where the next word stands, or belongs.
  var place: Place { place(of: isAtEnd ? end : words[next].columns.lowerBound) }

  private func place(of column: Int) -> Place { Place(file: file, line: number, column: column) }

  /// The next word if it is a bare one, left where it is.
  var peek: String? { peek(0) }

  /// The bare word so many words ahead.
  func peek(_ ahead: Int) -> String? {
    next + ahead < words.count && !words[next + ahead].isQuoted ? words[next + ahead].text : nil
  }

  /// Whether the line ends so many words ahead.
  func isAtEnd(_ ahead: Int) -> Bool { next + ahead >= words.count }

  /// The columns of the last word that was taken.
  private var taken: Range<Int> { words[max(0, min(next, words.count) - 1)].columns }

  /// The next word as a finding names it.
  var shown: String {
    guard !isAtEnd else { return "nothing" }
    let word = words[next]
    let short = word.text.unicodeScalars.count > 40 ? String(word.text.prefix(40)) + "…" : word.text
    return word.isQuoted ? "\"\(Display.visible(short))\"" : "'\(Display.visible(short))'"
  }

  // MARK: findings

  mutating func report(_ what: String, instead: String) { report(at: place, what, instead: instead) }

  mutating func report(at place: Place, _ what: String, instead: String) {
    findings.append(Finding(at: place, what, instead: instead))
  }

  mutating func warn(at place: Place, _ what: String, instead: String) {
    findings.append(Finding(.warning, at: place, what, instead: instead))
  }

  var isFull: Bool { findings.count >= RulesLine.mostFindings }
  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  // MARK: taking

  /// Takes the next word, whatever it is.
  mutating func skip() { next += 1 }

  /// Goes on to the next of these words, if there is one, and leaves it.
  mutating func skip(to marks: Set<String>) {
    while !isAtEnd, peek.map(marks.contains) != true { next += 1 }
  }

  /// Takes these words if they stand here, all of them.
  mutating func take(_ phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ")
    for (offset, word) in wanted.enumerated() where peek(offset).map({ $0 == word }) != true { return false }
    next += wanted.count
    return true
  }

  /// Takes these words, or says that they are missing and shows the clause as it should be.
  mutating func need(_ phrase: String, form: String) -> Bool {
    for word in phrase.split(separator: " ") where !take(String(word)) {
      report(isAtEnd ? "'\(word)' is missing" : "\(shown) stands where '\(word)' belongs", instead: "write \(form)")
      return false
    }
    return true
  }

  /// Takes a text in quotes, which may not be empty where it is said to be needed.
  mutating func text(form: String, mayBeEmpty: Bool = true) -> String? {
    guard !isAtEnd, words[next].isQuoted else {
      report(
        isAtEnd ? "a text in quotes is missing" : "\(shown) stands where a text in quotes belongs",
        instead: "write \(form)")
      return nil
    }
    if !mayBeEmpty, words[next].text.allSatisfy({ $0 == " " }) {
      report("the text says nothing", instead: "write \(form)")
      return nil
    }
    next += 1
    return words[next - 1].text
  }

  /// Takes a name: a word, bare or in quotes, that is no mark.
  mutating func name(_ what: String, form: String) -> String? {
    let isName = !isAtEnd && (words[next].isQuoted ? !words[next].text.isEmpty : !isMark(0))
    guard isName else {
      report("\(what) is missing", instead: "write \(form)")
      return nil
    }
    next += 1
    return words[next - 1].text
  }

  /// The next word, bare or quoted, left where it is.
  var peekName: String? { isAtEnd || isMark(0) ? nil : words[next].text }

  func isMark(_ ahead: Int) -> Bool { peek(ahead).map { $0 == "," || $0 == ";" || $0 == "=>" } ?? false }

  /// Where the last word that was taken stands.
  var placeOfTaken: Place { place(of: taken.lowerBound) }

  /// Remembers the last word as a number that may be changed.
  mutating func keepNumber(_ kind: RulesDocument.Number.Kind) { numbers.append((kind, taken)) }

  /// Nothing more may stand on the line.
  mutating func finish() {
    if !isAtEnd { report("\(shown) is one word too many", instead: "end the line before it") }
  }
}

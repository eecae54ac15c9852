package import LeadlineCore

/// A rules file as it stands, with its comments, and where its clauses and numbers are: what a program needs to switch a
/// rule off or change a number for a person. An edit changes those characters and no others.
package struct RulesDocument: Sendable {
  /// A number that may be changed.
  package struct Number: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// `5wd`
      case duration
      case count
      /// Of money, in units.
      case amount
      /// `20%`
      case percent
    }

    package var kind: Kind
    /// As it is written.
    package var text: String
    package var place: Place
  }

  /// One line of a block.
  package struct Clause: Hashable, Sendable {
    /// `state warm`, or the name of the rule; empty in a block that has none.
    package var block: String
    /// Its first word: `when`, `after`; `state` and `rule` begin a block.
    package var word: String
    package var place: Place
    package var numbers: [Number] = []

    init(block: String, word: String, place: Place) {
      self.block = block
      self.word = word
      self.place = place
    }
  }

  package let text: String
  package let rules: Rules?
  package let findings: [Finding]
  /// In the order of the text.
  package let clauses: [Clause]
  private let file: String
  private let settings: BookSettings

  package init(_ text: String, file: String = "rules", settings: BookSettings = BookSettings()) {
    self.text = text
    self.file = file
    self.settings = settings
    var (rules, findings, clauses) = RulesReader.readWhole(text, file: file, settings: settings)
    let lines = RulesLines(text)
    for index in clauses.indices { clauses[index].fill(from: lines) }
    self.rules = rules
    self.findings = findings
    self.clauses = clauses
  }

  /// The clauses of a block, `state warm` or the name of a rule, from its head on.
  package func clauses(of block: String) -> [Clause] { clauses.filter { $0.block == block } }

  /// Writes `off` into a rule, in a line of its own below its head, or takes it out again. Nil where there is no such
  /// rule.
  package func switching(_ rule: String, off: Bool) -> RulesDocument? {
    let block = clauses(of: rule)
    guard !rule.isEmpty, let head = block.first, head.word == "rule" else { return nil }
    let switches = block.filter { $0.word == "off" }
    guard switches.isEmpty == off else { return self }
    var lines = RulesLines(text)
    if off {
      lines.insert("off", below: head.place.line, like: block.count > 1 ? block[1].place.line : nil)
    } else {
      for clause in switches.reversed() { lines.remove("off", at: clause.place) }
    }
    return edited(lines)
  }

  /// Writes another number in the place of one. Nil where it is not of the same kind, or no longer stands there.
  package func changing(_ number: Number, to text: String) -> RulesDocument? {
    guard clauses.contains(where: { $0.numbers.contains(number) }), number.kind.reads(text) else { return nil }
    var lines = RulesLines(self.text)
    lines.replace(number.text, at: number.place, with: text)
    return edited(lines)
  }

  private func edited(_ lines: RulesLines) -> RulesDocument {
    RulesDocument(lines.text, file: file, settings: settings)
  }
}

extension RulesDocument.Clause {
  /// The clause with the numbers that its line was found to hold.
  func with(_ numbers: [(kind: RulesDocument.Number.Kind, columns: Range<Int>)]) -> RulesDocument.Clause {
    var clause = self
    clause.numbers = numbers.map { kind, columns in
      let place = Place(file: place.file, line: place.line, column: columns.lowerBound)
      return RulesDocument.Number(kind: kind, text: String(repeating: " ", count: columns.count), place: place)
    }
    return clause
  }

  /// Gives each number its text.
  fileprivate mutating func fill(from lines: RulesLines) {
    for index in numbers.indices {
      numbers[index].text = lines.text(at: numbers[index].place, count: numbers[index].text.utf8.count)
    }
  }
}

extension RulesDocument.Number.Kind {
  /// Whether the text is a number of this kind.
  fileprivate func reads(_ text: String) -> Bool {
    switch self {
    case .duration: Interval(text) != nil
    case .count: text.isNumber && (Int(text).map { (0...999).contains($0) } ?? false)
    case .amount: Money(written: text + " EUR").map { $0.minor >= 0 } ?? false
    case .percent: text.last == "%" && (Int(text.dropLast()).map { (1...100).contains($0) } ?? false)
    }
  }
}

/// A text cut into lines of scalars, each with its end.
private struct RulesLines {
  private var lines: [[Unicode.Scalar]] = [[]]

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      lines[lines.count - 1].append(scalar)
      if scalar == "\n" { lines.append([]) }
    }
  }

  var text: String {
    var text = String.UnicodeScalarView()
    for line in lines { text.append(contentsOf: line) }
    return String(text)
  }

  func text(at place: Place, count: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: lines[place.line - 1][(place.column - 1)..<(place.column - 1 + count)])
    return String(text)
  }

  mutating func replace(_ old: String, at place: Place, with new: String) {
    let start = place.column - 1
    lines[place.line - 1].replaceSubrange(start..<start + old.unicodeScalars.count, with: new.unicodeScalars)
  }

  /// A line below another one, indented like a third, ended like the one above.
  mutating func insert(_ word: String, below line: Int, like other: Int?) {
    let indent = other.map { Array(lines[$0 - 1].prefix { $0 == " " || $0 == "\t" }) } ?? [" ", " "]
    let isCRLF = lines[line - 1].suffix(2) == ["\r", "\n"]
    let end: [Unicode.Scalar] = lines[line - 1].last == "\n" ? (isCRLF ? ["\r", "\n"] : ["\n"]) : []
    let inserted = indent + Array(word.unicodeScalars)
    if end.isEmpty {
      lines[line - 1] += ["\n"] + inserted
    } else {
      lines.insert(inserted + end, at: line)
    }
  }

  /// A word, and its line where that holds nothing else.
  mutating func remove(_ word: String, at place: Place) {
    replace(word, at: place, with: "")
    guard lines[place.line - 1].allSatisfy({ $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }) else { return }
    let wasLast = lines.remove(at: place.line - 1).last != "\n"
    // A file that ended without an end of line still does.
    if wasLast, place.line > 1, lines[place.line - 2].last == "\n" { lines[place.line - 2].removeLast() }
  }
}

package import LeadlineCore

/// Reads the one line that captures a lead: `Ana Müller @Acme ana@acme.de 12k€ via:fair next:send proposal due:thu`.
/// What could mean two things is a finding and is not used.
package struct CaptureReader {
  private let scalars: [Unicode.Scalar]
  private let words: [CaptureWord]
  private let file: String
  private let dues: DueReader
  private var at = 0
  private var names: [String] = []
  /// Tags, addresses and own keys that the line has already, each with its sign.
  private var seen: Set<String> = []
  private var line = CaptureLine()

  /// Words such as `thu` are read as of `now` by the calendar. Places in findings are columns of line 1 of `file`. A text
  /// over 64 KiB is refused whole.
  package static func read(_ text: String, now: Instant, calendar: WorkCalendar, file: String = "capture")
    -> CaptureLine
  {
    guard text.utf8.count <= 65_536 else {
      var line = CaptureLine()
      line.findings = [
        Finding(at: Place(file: file, line: 1, column: 1), "the line is over 64 KiB", instead: "shorten it")
      ]
      return line
    }
    let dues = DueReader(now: now, calendar: calendar)
    var reader = CaptureReader(Array(text.unicodeScalars), dues: dues, file: file)
    reader.readWords()
    return reader.line
  }

  private init(_ scalars: [Unicode.Scalar], dues: DueReader, file: String) {
    self.scalars = scalars
    self.dues = dues
    self.file = file
    let (words, open) = CaptureWord.split(scalars)
    self.words = words
    if let open { report(at: open, "the quote is not closed", instead: "close it with \"") }
  }

  private mutating func readWords() {
    while at < words.count { readWord(words[at]) }
    line.name = names.joined(separator: " ")
    while line.name.hasSuffix(",") || line.name.hasSuffix(";") { line.name.removeLast() }
    if line.name.isEmpty, line.company == nil, line.emails.isEmpty, line.phones.isEmpty {
      report(at: 0, "nobody is named", instead: "write a name, @company, a mail address or a phone number")
    }
  }

  private mutating func readWord(_ word: CaptureWord) {
    let text = word.trimmed
    let rest = String(text.dropFirst())
    if word.isQuoted {
      names.append(text)
      take(.name)
    } else if text.hasPrefix("//") {
      readNote(from: word)
    } else if text.hasPrefix("@") {
      readCompany(rest, word)
    } else if text.hasPrefix("+"), let first = rest.unicodeScalars.first, isDigit(first) || first == "(" {
      readPhone(word)
    } else if text.hasPrefix("+") || text.hasPrefix("#") {
      readTag(rest, word)
    } else if text.hasPrefix(":") || text.hasPrefix("!") {
      readState(rest, word)
    } else if isURL(text) {
      line.urls.append(text)
      take(.url)
    } else if let pair = word.pair {
      readPair(pair.key, pair.value, word)
    } else if text.contains("@") {
      readEmail(text, word)
    } else {
      readMoneyOrName(text, word)
    }
  }

  private mutating func readNote(from word: CaptureWord) {
    let note = string(scalars[(word.range.lowerBound + 2)...])
    line.note = note.isEmpty ? nil : note
    line.tokens.append(CaptureToken(range: word.range.lowerBound..<scalars.count, kind: .note))
    at = words.count
  }

  private mutating func readCompany(_ name: String, _ word: CaptureWord) {
    if name.isEmpty { return refuse(word, "@ has no company after it", instead: "write @Acme or @\"Two Words\"") }
    if line.company != nil { return refuse(word, "a second company", instead: "write one, @\"Two Words\" in quotes") }
    line.company = name
    take(.company)
  }

  private mutating func readTag(_ tag: String, _ word: CaptureWord) {
    if tag.isEmpty { return refuse(word, "\(word.text) has no tag after it", instead: "write +tag") }
    if seen.insert("+\(tag)").inserted { line.tags.append(tag) }
    take(.tag)
  }

  private mutating func readState(_ name: String, _ word: CaptureWord) {
    guard let state = State(rawValue: name.lowercased()) else {
      let instead = nearest(name.lowercased(), among: State.allCases.map(\.rawValue)).map { "write :\($0)" }
      return refuse(word, "\(word.text) is no state", instead: instead ?? "write :hot, :warm or :recycle")
    }
    if line.state != nil { return refuse(word, "a second state", instead: "write one of :hot, :warm and :recycle") }
    line.state = state
    take(.state)
  }

  /// A number may have spaces in it: the words of digits that follow belong to it.
  private mutating func readPhone(_ word: CaptureWord) {
    var phone = word.trimmed
    var used = 1
    while at + used < words.count {
      let next = words[at + used]
      guard let first = next.text.unicodeScalars.first, isDigit(first) || first == "(",
        next.trimmed.unicodeScalars.allSatisfy({ isDigit($0) || "()-./".unicodeScalars.contains($0) }),
        money(at: at + used) == nil
      else { break }
      phone += " " + next.trimmed
      used += 1
    }
    let digits = phone.unicodeScalars.count(where: isDigit)
    let isShaped = phone.unicodeScalars.dropFirst().allSatisfy { isDigit($0) || " ()-./".unicodeScalars.contains($0) }
    guard isShaped, (5...15).contains(digits) else {
      return refuse(word, "\(phone) is no phone number", instead: "write + and 5 to 15 digits", words: used)
    }
    line.phones.append(phone)
    take(.phone, words: used)
  }

  private mutating func readEmail(_ text: String, _ word: CaptureWord) {
    let bare = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    guard isEmail(bare) else {
      return refuse(
        word, "\(text) is no mail address", instead: "write it like ana@acme.example, a company after a space")
    }
    if seen.insert("@\(bare)").inserted { line.emails.append(bare) }
    take(.email)
  }

  private mutating func readMoneyOrName(_ text: String, _ word: CaptureWord) {
    guard let (reading, used) = money(at: at) else {
      warn(ofName: text, word)
      names.append(word.text)
      return take(.name)
    }
    switch reading {
    case .money(let value):
      if line.value != nil { return refuse(word, "a second value", instead: "write one", words: used) }
      line.value = value
      take(.value, words: used)
    case .refused(let what, let instead): refuse(word, what, instead: instead, words: used)
    case .other: take(.refused, words: used)
    }
  }

  /// The money at a word, alone or with the one after it: `12k€`, `12000 EUR`, `€ 12k`. A number of one or two digits
  /// and a word after it are not money: "Fit 4 ALL".
  private func money(at index: Int) -> (MoneyReading, words: Int)? {
    let word = words[index]
    if word.isQuoted { return nil }
    let alone = MoneyReader.read(word.trimmed)
    if alone != .other { return (alone, 1) }
    guard index + 1 < words.count, !words[index + 1].isQuoted else { return nil }
    let next = words[index + 1].trimmed
    let isNumber = word.text.unicodeScalars.count >= 3 && word.text.unicodeScalars.first.map(isDigit) == true
    let isSign =
      word.text.unicodeScalars.count == 1 && Currency.signs[word.text.unicodeScalars[word.text.startIndex]] != nil
    guard isSign || (isNumber && (Currency.code(next) != nil || next.unicodeScalars.count == 1)) else { return nil }
    let both = MoneyReader.read("\(word.text) \(next)")
    return both == .other ? nil : (both, 2)
  }

  private mutating func readPair(_ typed: String, _ value: String, _ word: CaptureWord) {
    guard let key = CaptureKey(typed) else {
      if word.isTime { return refuse(word, "\(word.text) stands alone", instead: "write due:\(word.trimmed)") }
      let near = nearest(typed.lowercased(), among: CaptureKey.words)
      let instead =
        near.map { "write \($0):\(value)" } ?? "the keys are \(CaptureKey.words.joined(separator: " ")) ext.NAME"
      return refuse(word, "unknown key \(typed)", instead: instead)
    }
    switch key {
    case .next: readNext(value, word)
    case .due: readDue(value, word)
    case .via, .ref, .role, .decision, .wake, .tz, .ext: set(key, to: word.hasQuotes ? value : trimmed(value), word)
    }
  }

  /// The text of the next action runs to the next pair, `//` or the end; one in quotes ends with them.
  private mutating func readNext(_ value: String, _ word: CaptureWord) {
    if word.hasQuotes { return set(.next, to: value, word) }
    var used = 1
    while at + used < words.count, !words[at + used].endsText { used += 1 }
    let last = words[at + used - 1].range.upperBound
    set(.next, to: string(scalars[(word.range.lowerBound + 5)..<last]), word, words: used)
  }

  /// A time may take up to four words: `next fri 10:00`. The most that are one are taken.
  private mutating func readDue(_ value: String, _ word: CaptureWord) {
    if value.isEmpty || line.dueText != nil { return set(.due, to: value, word) }
    var typed = word.hasQuotes ? [value] : [trimmed(value)]
    while !word.hasQuotes, typed.count < 4, at + typed.count < words.count, !words[at + typed.count].endsText {
      typed.append(words[at + typed.count].trimmed)
    }
    let place = Place(file: file, line: 1, column: word.range.lowerBound + 5)
    while true {
      let (due, findings) = dues.read(typed.joined(separator: " "), at: place)
      if let due {
        line.due = due
        return set(.due, to: typed.joined(separator: " "), word, words: typed.count)
      }
      guard typed.count > 1 else {
        line.findings += findings
        return take(.refused)
      }
      typed.removeLast()
    }
  }

  private mutating func set(_ key: CaptureKey, to value: String, _ word: CaptureWord, words used: Int = 1) {
    if value.isEmpty {
      return refuse(word, "\(key.word): has no value", instead: "write it without a space after the colon", words: used)
    }
    let wasSet: Bool
    switch key {
    case .via: wasSet = CaptureReader.fill(&line.source, value)
    case .ref: wasSet = CaptureReader.fill(&line.ref, value)
    case .role: wasSet = CaptureReader.fill(&line.role, value)
    case .decision: wasSet = CaptureReader.fill(&line.decision, value)
    case .due: wasSet = CaptureReader.fill(&line.dueText, value)
    case .next: wasSet = CaptureReader.fill(&line.next, value)
    case .wake: wasSet = CaptureReader.fill(&line.wake, value)
    case .tz: wasSet = CaptureReader.fill(&line.zone, value)
    case .ext(let name):
      wasSet = !seen.insert("ext.\(name)").inserted
      if !wasSet { line.ext.append(CapturePair(name: name, value: value)) }
    }
    if wasSet { return refuse(word, "a second \(key.word):", instead: "write one", words: used) }
    take(key.kind, words: used)
  }

  /// Fills an empty field; true where it was full.
  private static func fill(_ field: inout String?, _ value: String) -> Bool {
    if field != nil { return true }
    field = value
    return false
  }
}

extension CaptureReader {
  private mutating func take(_ kind: CaptureToken.Kind, words used: Int = 1) {
    let range = words[at].range.lowerBound..<words[at + used - 1].range.upperBound
    line.tokens.append(CaptureToken(range: range, kind: kind))
    at += used
  }

  private mutating func refuse(_ word: CaptureWord, _ what: String, instead: String, words used: Int = 1) {
    report(at: word.range.lowerBound, what, instead: instead)
    take(.refused, words: used)
  }

  private mutating func report(
    _ severity: Finding.Severity = .error, at offset: Int, _ what: String, instead: String
  ) {
    let place = Place(file: file, line: 1, column: offset + 1)
    line.findings.append(Finding(severity, at: place, what, instead: instead))
  }

  /// Says where a word of a name looks like something else.
  private mutating func warn(ofName text: String, _ word: CaptureWord) {
    let scalars = text.unicodeScalars
    let digits = scalars.count(where: isDigit)
    var instead: String?
    if digits >= 7, scalars.allSatisfy({ isDigit($0) || "()-./".unicodeScalars.contains($0) }) {
      instead = "write + and the country's code if it is a phone number"
    } else if "kKmM".unicodeScalars.contains(scalars.last ?? " "), MoneyReader.read(text, currency: "EUR") != .other {
      instead = "write \(text)€ if it is a value"
    } else if isDomain(text) {
      instead = "write https://\(text) if it is an address"
    }
    guard let instead else { return }
    report(.warning, at: word.range.lowerBound, "\(text) is read as part of the name", instead: instead)
  }

  private func string(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    var rest = slice.drop { $0.properties.isWhitespace }
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: rest)
    return String(text)
  }
}

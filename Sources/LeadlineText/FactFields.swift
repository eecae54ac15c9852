import LeadlineCore

/// The single values of a line: each is there, absent, or a problem with its place.
extension FactReader {
  /// Nil where the key is absent or says nothing.
  mutating func word(_ key: PackedWord, _ bytes: Span<UInt8>) -> String? {
    tokens.take(key, bytes).flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func text(_ key: PackedWord, _ bytes: Span<UInt8>) -> String { tokens.take(key, bytes) ?? "" }

  mutating func word(_ meaning: String, _ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> String {
    guard let word = tokens.word(bytes) else {
      throw Problem(offset: offset, what: "\(meaning) is missing", instead: "write it behind the lead")
    }
    return word
  }

  /// A text: one word in quotes, or all words that follow where a person left the quotes out.
  mutating func sentence(_ meaning: String, _ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> String {
    let first = try word(meaning, bytes, offset)
    let rest = tokens.restOfWords(bytes)
    return rest.isEmpty ? first : first + " " + rest.joined(separator: " ")
  }

  func need<Value>(_ value: Value?, _ form: String, _ offset: Int) throws(Problem) -> Value {
    guard let value else { throw Problem(offset: offset, what: "\(form) is missing", instead: "add it") }
    return value
  }

  mutating func id(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> EventID? {
    guard let word = tokens.takeWord(key, bytes) else { return nil }
    guard let id = EventID(bytes.extracting(word.start..<word.end)) else {
      throw bad(key, tokens.text(bytes, word), "the id of an event, such as 4k9w2m7xq4b0c1")
    }
    return id
  }

  mutating func reference(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> Reference? {
    guard let word = tokens.takeWord(key, bytes) else { return nil }
    if let id = EventID(bytes.extracting(word.start..<word.end)) { return .event(id) }
    let text = tokens.text(bytes, word)
    guard let reference = Reference(text) else { throw bad(key, text, "the id of an action or the key of a firing") }
    return reference
  }

  mutating func day(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> Day? {
    guard let word = tokens.takeWord(key, bytes) else { return nil }
    if let day = Day(bytes.extracting(word.start..<word.end)) { return day }
    throw bad(key, tokens.text(bytes, word), "a date such as 2026-11-26")
  }

  mutating func wall(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> WallTime? {
    guard let word = tokens.takeWord(key, bytes) else { return nil }
    if let wall = WallTime(bytes.extracting(word.start..<word.end)) { return wall }
    throw bad(key, tokens.text(bytes, word), "a local time such as 2026-11-26T17:00")
  }

  mutating func due(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> Due? {
    guard let word = tokens.takeWord(key, bytes) else { return nil }
    if let due = Due(bytes.extracting(word.start..<word.end)) { return due }
    throw bad(key, tokens.text(bytes, word), "a date or a local time such as 2026-11-26T17:00")
  }

  mutating func instant(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> Instant? {
    guard let word = tokens.takeWord(key, bytes) else { return nil }
    if let instant = Instant(bytes.extracting(word.start..<word.end)) { return instant }
    throw bad(key, tokens.text(bytes, word), "a time such as 2026-11-21T09:29:58Z")
  }

  mutating func money(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> Money? {
    guard let text = tokens.take(key, bytes) else { return nil }
    guard let money = Money(written: text) else { throw bad(key, text, "an amount such as \"12000 EUR\"") }
    return money
  }

  /// A key whose value is one word of a closed list.
  mutating func choice<Choice>(_ key: PackedWord, _ bytes: Span<UInt8>) throws(Problem) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = tokens.take(key, bytes) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw bad(key, text, "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  func bad(_ key: PackedWord, _ text: String, _ form: String) -> Problem {
    Problem(
      offset: tokens.offset(ofKey: key) ?? 0, what: "\(key.text)=\(text) cannot be read", instead: "write \(form)")
  }

  func unknown(_ word: String, _ noun: String, _ known: [String], _ bytes: Span<UInt8>) -> Problem {
    Problem(
      offset: tokens.lastWordOffset ?? 0, what: "\"\(word)\" is no \(noun)",
      instead: "write one of " + known.joined(separator: ", "))
  }
}

extension RawRepresentable<String> where Self: CaseIterable {
  /// The words of a closed list, for messages.
  package static var names: [String] { allCases.map(\.rawValue) }
}

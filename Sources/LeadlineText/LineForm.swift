import LeadlineCore

/// What the line of a kind must have to be read as a fact: as much of `FactReader` as can be told without making any
/// value. `FactReader` is the law; whatever is not said here is in doubt.
struct LineForm: Sendable {
  let kind: FactKind
  let word: Word
  private(set) var leastWords = 0
  /// The words that may stand first and second; nil for any.
  private var first: [Word]?
  private var second: [Word]?
  private var keys = LineForm.own.map { Word($0.word.utf8) }
  private var shapes = LineForm.own.map(\.shape)
  /// How many keys must be there, each once.
  private(set) var needed = 0

  typealias Word = PackedWord

  enum Shape: Sendable {
    case any, id, act, at, logical
    case value(Value, isNeeded: Bool)

    /// Whether a value in quotes is beyond doubt: only money has them where we write it.
    func fits(quoted value: Span<UInt8>) -> Bool {
      switch self {
      case .any: true
      case .value(.money, _): Value.money.fits(value)
      case .value, .id, .act, .at, .logical: false
      }
    }
  }

  /// The form of a value.
  enum Value: Sendable {
    case id, day, due, wall, money, reference
    case oneOf([Word])

    func fits(_ value: Span<UInt8>) -> Bool {
      switch self {
      case .id: EventID(value) != nil
      case .day: Day(value) != nil
      case .due: Due(value) != nil
      case .wall: WallTime(value) != nil
      case .money: Value.isMoney(value)
      case .reference: EventID(value) != nil || Value.isKey(value)
      case .oneOf(let words): Value.isOne(of: words, value)
      }
    }

    /// Whole units of a currency, `12000 EUR`: what most amounts are.
    private static func isMoney(_ value: Span<UInt8>) -> Bool {
      guard (5...14).contains(value.count), value[value.count - 4] == 0x20 else { return false }
      for index in 0..<value.count - 4 where !(0x30...0x39).contains(value[index]) { return false }
      for index in value.count - 3..<value.count where !(0x41...0x5a).contains(value[index]) { return false }
      return true
    }

    private static func isOne(of words: [Word], _ value: Span<UInt8>) -> Bool {
      words.contains(value.packed(0..<value.count))
    }

    /// RULE/LEAD/ANCHOR/RUNG in bare ASCII.
    private static func isKey(_ value: Span<UInt8>) -> Bool {
      var slashes = 0
      var digits = 0
      for index in 0..<value.count {
        let byte = value[index]
        if byte >= 0x7f || byte == 0x22 || byte == 0x5c { return false }
        if byte == 0x2f {
          if index == 0 { return false }
          slashes += 1
          digits = 0
        } else if slashes == 3 {
          guard (0x30...0x39).contains(byte) else { return false }
          digits += 1
        }
      }
      return slashes == 3 && (1...4).contains(digits)
    }
  }

  func takes(word: Word?, at place: Int) -> Bool {
    guard let known = place == 0 ? first : place == 1 ? second : nil else { return true }
    return word.map { known.contains($0) } ?? false
  }

  @inline(__always)
  func shape(of key: Word) -> Shape? {
    for index in keys.indices where keys[index] == key { return shapes[index] }
    return nil
  }
}

extension LineForm {
  private static let own: [(word: String, shape: Shape)] = [
    ("by", .any), ("id", .id), ("at", .at), ("act", .act), ("lc", .logical), ("src", .any), ("note", .any),
    ("message", .any), ("name", .any), ("email", .any), ("company", .any), ("source", .any), ("owner", .any),
    ("phone", .any), ("tag", .any), ("because", .any), ("tz", .any),
  ]

  /// Every form, the usual kinds first.
  static let all: [LineForm] = FactKind.allCases.flatMap { kind in
    kind == .set ? [LineForm(kind, "set"), LineForm(kind, "unset")] : [LineForm(kind, "\(kind)")]
  }

  private init(_ kind: FactKind, _ word: String) {
    self.kind = kind
    self.word = Word(word.utf8)
    switch kind {
    case .note:
      leastWords = 1
      offer("call", .id)
    case .signal:
      leastWords = 1
      offer("conf", .oneOf(LineForm.words(Confidence.self)))
      offer("return", .day)
    case .touch:
      leastWords = 1
      (first, second) = (LineForm.words(Channel.self), LineForm.words(TouchOutcome.self))
      offer("does", .oneOf(LineForm.words(Intent.self)))
      offer("for", .reference)
    case .action:
      leastWords = 1
      need("due", .due)
      offer("channel", .oneOf(LineForm.words(Means.self)))
    case .lead:
      offer("value", .money)
      offer("state", .oneOf(LineForm.words(State.self) + LineForm.words(Ending.self)))
      for key in ["until", "contacted", "closed"] { offer(key, .day) }
    case .done: need("of", .reference)
    case .move:
      leastWords = 1
      first = LineForm.words(State.self)
      offer("until", .day)
    case .meeting:
      leastWords = 1
      first = LineForm.words(Meeting.Change.self)
      offer("start", .wall)
      offer("end", .wall)
    case .promise:
      leastWords = 1
      need("due", .due)
    case .snooze:
      need("of", .reference)
      offer("due", .due)
    case .dismiss: offer("of", .reference)
    case .close:
      leastWords = 1
      first = LineForm.words(Ending.self)
      offer("fit", .oneOf(LineForm.words(Fit.self)))
      offer("value", .money)
    case .decide: leastWords = 1
    case .reopen, .set, .person, .consent, .object: break
    }
  }

  private mutating func offer(_ key: String, _ value: Value) {
    keys.append(Word(key.utf8))
    shapes.append(.value(value, isNeeded: false))
  }

  private mutating func need(_ key: String, _ value: Value) {
    keys.append(Word(key.utf8))
    shapes.append(.value(value, isNeeded: true))
    needed += 1
  }

  private static func words<Choice: RawRepresentable<String> & CaseIterable>(_ choice: Choice.Type) -> [Word] {
    choice.allCases.map { Word($0.rawValue.utf8) }
  }
}

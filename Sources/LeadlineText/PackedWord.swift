/// A word of up to 16 bytes as two numbers, the first byte lowest: what is compared a million times is no text. Of a longer
/// one only its length is sure, which no word has that we know.
struct PackedWord: Hashable, Sendable {
  private(set) var first: UInt64 = 0
  private(set) var second: UInt64 = 0
  private(set) var count = 0

  init() {}

  init(_ text: some Sequence<UInt8>) {
    for byte in text { append(UInt64(byte), 1, shift: UInt64(8 * (count & 7))) }
  }

  /// Adds the lowest `count` bytes of a word, at a multiple of eight.
  @inline(__always)
  mutating func append(_ bytes: UInt64, _ count: Int) { append(bytes, count, shift: 0) }

  @inline(__always)
  private mutating func append(_ bytes: UInt64, _ count: Int, shift: UInt64) {
    if self.count < 8 { first |= bytes << shift } else if self.count < 16 { second |= bytes << shift }
    self.count += count
  }

  @inline(__always)
  static func == (a: PackedWord, b: PackedWord) -> Bool {
    a.first == b.first && a.second == b.second && a.count == b.count
  }

  /// The word, where it is one of those that we know.
  var text: String {
    let bytes = (0..<min(count, 16)).map { place in
      UInt8(truncatingIfNeeded: (place < 8 ? first : second) >> UInt64(8 * (place & 7)))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One of 64 marks, by which a set of words is asked at a glance.
  @inline(__always)
  var mark: UInt64 { 1 << ((first ^ first >> 8 ^ UInt64(count) &* 7) & 63) }
}

extension Span<UInt8> {
  /// The bytes of a range as a word.
  func packed(_ range: Range<Int>) -> PackedWord {
    var word = PackedWord()
    var next = range.lowerBound
    while next + 8 <= range.upperBound {
      word.append(self.word(at: next), 8)
      next += 8
    }
    let rest = range.upperBound - next
    if rest == 0 { return word }
    if next + 8 <= count {
      word.append(self.word(at: next) & (1 << UInt64(8 * rest) &- 1), rest)
    } else {
      var bytes: UInt64 = 0
      for place in 0..<rest { bytes |= UInt64(self[next + place]) << UInt64(8 * place) }
      word.append(bytes, rest)
    }
    return word
  }

  /// The first place from `start` to `end` where a blank, a control character or the sign stands; `end` where none does.
  @inline(__always)
  func end(ofWordAt start: Int, to end: Int, or sign: UInt8, _ other: UInt8) -> Int {
    var next = start
    while next + 8 <= end {
      let bytes = word(at: next)
      let stops =
        ((bytes &- Bytes.each(0x21)) & ~bytes & Bytes.each(0x80)) | Bytes.zeros(bytes ^ Bytes.each(sign))
        | Bytes.zeros(bytes ^ Bytes.each(other))
      if stops != 0 { return next + stops.trailingZeroBitCount >> 3 }
      next += 8
    }
    while next < end, self[next] > 0x20, self[next] != sign, self[next] != other { next += 1 }
    return next
  }
}

/// The keys that facts and events have.
extension PackedWord {
  static let act = PackedWord("act".utf8)
  static let at = PackedWord("at".utf8)
  static let basis = PackedWord("basis".utf8)
  static let because = PackedWord("because".utf8)
  static let book = PackedWord("book".utf8)
  static let by = PackedWord("by".utf8)
  static let call = PackedWord("call".utf8)
  static let channel = PackedWord("channel".utf8)
  static let closed = PackedWord("closed".utf8)
  static let company = PackedWord("company".utf8)
  static let conf = PackedWord("conf".utf8)
  static let contacted = PackedWord("contacted".utf8)
  static let decision = PackedWord("decision".utf8)
  static let does = PackedWord("does".utf8)
  static let due = PackedWord("due".utf8)
  static let email = PackedWord("email".utf8)
  static let end = PackedWord("end".utf8)
  static let engine = PackedWord("engine".utf8)
  static let fit = PackedWord("fit".utf8)
  static let answers = PackedWord("for".utf8)
  static let hash = PackedWord("hash".utf8)
  static let how = PackedWord("how".utf8)
  static let id = PackedWord("id".utf8)
  static let importKey = PackedWord("import".utf8)
  static let into = PackedWord("into".utf8)
  static let lc = PackedWord("lc".utf8)
  static let message = PackedWord("message".utf8)
  static let name = PackedWord("name".utf8)
  static let note = PackedWord("note".utf8)
  static let of = PackedWord("of".utf8)
  static let owner = PackedWord("owner".utf8)
  static let phone = PackedWord("phone".utf8)
  static let reason = PackedWord("reason".utf8)
  static let ref = PackedWord("ref".utf8)
  static let returns = PackedWord("return".utf8)
  static let role = PackedWord("role".utf8)
  static let rules = PackedWord("rules".utf8)
  static let source = PackedWord("source".utf8)
  static let src = PackedWord("src".utf8)
  static let start = PackedWord("start".utf8)
  static let state = PackedWord("state".utf8)
  static let tag = PackedWord("tag".utf8)
  static let token = PackedWord("token".utf8)
  static let tz = PackedWord("tz".utf8)
  static let until = PackedWord("until".utf8)
  static let url = PackedWord("url".utf8)
  static let value = PackedWord("value".utf8)
  static let wake = PackedWord("wake".utf8)
  static let who = PackedWord("who".utf8)
}

import LeadlineCore

/// The words and keys of one line, cut but not yet understood. Reused from line to line, so that reading allocates
/// only what it keeps.
struct LineTokens {
  struct Word {
    var start: Int
    var end: Int
    var isEscaped: Bool
  }

  struct Key {
    var name: PackedWord
    /// Of the first byte of the name.
    var start: Int
    var value: Word
    var isTaken: Bool
  }

  /// What is wrong with a line, and at which byte of it.
  struct Problem: Error {
    var offset: Int
    var what: String
    var instead: String
    /// A quote is open at the end of the line.
    var isOpen = false
  }

  private(set) var words: [Word] = []
  private(set) var keys: [Key] = []
  private var nextWord = 0
  private var vocabulary = Vocabulary()
  /// Of sound names alone, so that one that was met before need not be looked at again.
  private var names = Vocabulary()
  /// The marks of the keys that the line has: most of those asked for are not there.
  private var present: UInt64 = 0

  /// Cuts `bytes[start..<end]`: words and keys between blanks, values quoted or bare.
  mutating func cut(_ bytes: Span<UInt8>, from start: Int, to end: Int) throws(Problem) {
    words.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    nextWord = 0
    present = 0
    var i = start
    while i < end {
      if bytes[i] == 0x20 || bytes[i] == 0x09 {
        i += 1
        continue
      }
      if bytes[i] < 0x20 {
        throw Problem(
          offset: i, what: bytes[i] == 0 ? "a NUL byte" : "a control character",
          instead: "remove it, or write it in quotes as \\u{…}")
      }
      let begin = i
      if bytes[i] == 0x22 {
        words.append(try quoted(bytes, &i, end))
      } else {
        i = bytes.end(ofWordAt: i, to: end, or: 0x3d, 0x22)
        if i < end, bytes[i] == 0x3d, i > begin {
          guard isName(bytes, begin..<i) else {
            throw Problem(offset: begin, what: "a key holds a character that nobody sees", instead: "write it without")
          }
          let name = bytes.packed(begin..<i)
          present |= name.mark
          i += 1
          keys.append(Key(name: name, start: begin, value: try value(bytes, &i, end), isTaken: false))
        } else {
          i = bytes.end(ofWordAt: i, to: end, or: 0x20, 0x20)
          words.append(Word(start: begin, end: i, isEscaped: false))
        }
      }
      if i < end, bytes[i] > 0x20 {
        throw Problem(offset: i, what: "something stands right behind a closing quote", instead: "put a blank there")
      }
    }
  }

  private func value(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) throws(Problem) -> Word {
    if i < end, bytes[i] == 0x22 { return try quoted(bytes, &i, end) }
    let begin = i
    i = bytes.end(ofWordAt: i, to: end, or: 0x20, 0x20)
    return Word(start: begin, end: i, isEscaped: false)
  }

  /// Whether the key may have this name.
  private func isName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for place in range where bytes[place] >= 0x7f {
      return KeyName.isSound(text(bytes, Word(start: range.lowerBound, end: range.upperBound, isEscaped: false)))
    }
    return true
  }

  /// The name of the key in this place.
  mutating func name(at index: Int, _ bytes: Span<UInt8>) -> String {
    let key = keys[index]
    return commonText(bytes, Word(start: key.start, end: key.start + key.name.count, isEscaped: false))
  }

  private func quoted(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) throws(Problem) -> Word {
    let begin = i
    var isEscaped = false
    i += 1
    while i < end {
      // Eight at a time, as long as nothing stands there that matters.
      while i + 8 <= end, LineTokens.isText(bytes.word(at: i)) { i += 8 }
      if i >= end || bytes[i] == 0x22 { break }
      if bytes[i] == 0 { throw Problem(offset: i, what: "a NUL byte", instead: "remove it") }
      if bytes[i] == 0x5c {
        isEscaped = true
        i += 1
      }
      i += 1
    }
    guard i < end else {
      throw Problem(offset: begin, what: "a quote is not closed", instead: "end the text with \"", isOpen: true)
    }
    i += 1
    return Word(start: begin + 1, end: i - 1, isEscaped: isEscaped)
  }

  /// Whether none of eight bytes is a quote, a backslash or NUL.
  @inline(__always)
  private static func isText(_ word: UInt64) -> Bool {
    Bytes.zeros(word) | Bytes.zeros(word ^ Bytes.each(0x22)) | Bytes.zeros(word ^ Bytes.each(0x5c)) == 0
  }

  /// The text of a kind or a lead; nil where something in it must not stand in a name.
  mutating func name(_ bytes: Span<UInt8>, _ word: Word) -> String? {
    // Longer ones are leads, which would take the place of the others.
    let isShort = word.end - word.start <= 9
    let packed = isShort ? Vocabulary.pack(bytes.extracting(word.start..<word.end)) : 0
    if isShort, let name = names.text(packed) { return name }
    let name = text(bytes, word)
    guard KeyName.isSound(name) else { return nil }
    if isShort { names.keep(name, packed) }
    return name
  }

  /// The text of a word that other lines may have too.
  mutating func commonText(_ bytes: Span<UInt8>, _ word: Word) -> String {
    if word.isEscaped || word.end - word.start > Vocabulary.longest { return text(bytes, word) }
    let packed = Vocabulary.pack(bytes.extracting(word.start..<word.end))
    if let text = vocabulary.text(packed) { return text }
    let text = text(bytes, word)
    vocabulary.keep(text, packed)
    return text
  }

  /// The text of a word; an escape that does not exist stands for itself.
  func text(_ bytes: Span<UInt8>, _ word: Word) -> String {
    let plain = bytes.extracting(word.start..<word.end)
    if !word.isEscaped {
      // The line was validated as a whole; a word of it ends at ASCII bytes.
      guard let valid = try? UTF8Span(validating: plain) else { return "" }
      return String(copying: valid)
    }
    var out: [UInt8] = []
    out.reserveCapacity(plain.count)
    var i = 0
    while i < plain.count {
      guard plain[i] == 0x5c, i + 1 < plain.count else {
        out.append(plain[i])
        i += 1
        continue
      }
      switch plain[i + 1] {
      case 0x6e: out.append(0x0a)
      case 0x72: out.append(0x0d)
      case 0x74: out.append(0x09)
      case 0x75:
        if let (scalar, next) = LineTokens.scalar(plain, after: i + 2) {
          out += UTF8.encode(scalar).map { Array($0) } ?? []
          i = next
          continue
        }
        out += [0x5c, 0x75]
      case let byte: out.append(byte)
      }
      i += 2
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func scalar(_ bytes: Span<UInt8>, after start: Int) -> (Unicode.Scalar, Int)? {
    guard start < bytes.count, bytes[start] == 0x7b else { return nil }
    var value: UInt32 = 0
    var i = start + 1
    while i < bytes.count, i - start <= 6, let digit = Character(Unicode.Scalar(bytes[i])).hexDigitValue {
      value = value << 4 | UInt32(digit)
      i += 1
    }
    guard i < bytes.count, i > start + 1, bytes[i] == 0x7d, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, i + 1)
  }

  /// The next word not yet read, if there is one.
  mutating func word(_ bytes: Span<UInt8>) -> String? {
    guard nextWord < words.count else { return nil }
    nextWord += 1
    return commonText(bytes, words[nextWord - 1])
  }

  /// The value of the first such key not yet taken; an empty one is absent, and the next of its name counts.
  mutating func take(_ name: PackedWord, _ bytes: Span<UInt8>) -> String? {
    takeWord(name, bytes).map { commonText(bytes, $0) }
  }

  mutating func takeWord(_ name: PackedWord, _ bytes: Span<UInt8>) -> Word? {
    if present & name.mark == 0 { return nil }
    for index in keys.indices where !keys[index].isTaken && keys[index].name == name {
      keys[index].isTaken = true
      if keys[index].value.start < keys[index].value.end { return keys[index].value }
    }
    return nil
  }

  /// The value of the last such key not yet taken.
  mutating func takeLast(_ name: PackedWord, _ bytes: Span<UInt8>) -> String? {
    guard let index = keys.lastIndex(where: { !$0.isTaken && $0.name == name }) else { return nil }
    keys[index].isTaken = true
    return text(bytes, keys[index].value)
  }

  /// The values of all such keys, those that are empty left out.
  mutating func takeAll(_ name: PackedWord, _ bytes: Span<UInt8>) -> [String] {
    var values: [String] = []
    if present & name.mark == 0 { return values }
    for index in keys.indices where !keys[index].isTaken && keys[index].name == name {
      let value = take(at: index, bytes)
      if !value.isEmpty { values.append(value) }
    }
    return values
  }

  mutating func take(at index: Int, _ bytes: Span<UInt8>) -> String {
    keys[index].isTaken = true
    return text(bytes, keys[index].value)
  }

  /// Where the last word that was read, or the line's words, stand: for findings.
  var lastWordOffset: Int? { nextWord > 0 ? words[nextWord - 1].start : nil }

  func offset(ofKey name: PackedWord) -> Int? { keys.last { $0.isTaken && $0.name == name }?.value.start }

  /// All that nobody took, in its order.
  mutating func rest(_ bytes: Span<UInt8>) -> [Field] {
    var fields: [Field] = []
    for index in keys.indices where !keys[index].isTaken {
      keys[index].isTaken = true
      fields.append(Field(name(at: index, bytes), text(bytes, keys[index].value)))
    }
    return fields
  }

  mutating func restOfWords(_ bytes: Span<UInt8>) -> [String] {
    var rest: [String] = []
    while let word = word(bytes) { rest.append(word) }
    return rest
  }
}

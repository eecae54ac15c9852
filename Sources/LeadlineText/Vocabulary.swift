/// The short words that come again and again on the lines of a journal: kinds, people, channels, signals. Each is made
/// a `String` once; a word that falls on another's place takes it.
struct Vocabulary {
  private struct Entry {
    /// The bytes of the word, and below them its length; 0 for none.
    var packed: UInt128 = 0
    var text = ""
  }

  /// A longer word is not kept.
  static let longest = 15

  private var entries = [Entry](repeating: Entry(), count: 128)

  /// The word, if it was kept; `packed` is as `pack` has it.
  func text(_ packed: UInt128) -> String? {
    let entry = entries[Vocabulary.place(packed)]
    return entry.packed == packed ? entry.text : nil
  }

  mutating func keep(_ text: String, _ packed: UInt128) {
    entries[Vocabulary.place(packed)] = Entry(packed: packed, text: text)
  }

  /// A word of at most `longest` bytes as one number.
  static func pack(_ word: Span<UInt8>) -> UInt128 {
    var (high, low) = (UInt64(0), UInt64(0))
    for i in 0..<word.count {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(word[i])
    }
    return UInt128(high) << 72 | UInt128(low) << 8 | UInt128(word.count)
  }

  private static func place(_ packed: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: packed) ^ UInt64(truncatingIfNeeded: packed >> 64)
    return Int((folded &* 0x9e37_79b9_7f4a_7c15) >> 57)
  }
}

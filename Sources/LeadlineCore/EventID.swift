/// The name of an event: 1 to 25 base-32 digits, at least 13 of them random where Leadline draws it. Equal ids are the
/// same event, wherever the line stands. The order is a tie-break that every machine agrees on, nothing more.
package struct EventID: Hashable, Comparable, Sendable {
  /// The digits, five bits each, behind a leading 1 that keeps their number; 0 is no id at all.
  let packed: UInt128

  private init(packed: UInt128) { self.packed = packed }

  package static let longest = 25

  /// Nil unless every byte is a digit and there are 1 to 25.
  package init?(_ digits: Span<UInt8>) {
    guard (1...EventID.longest).contains(digits.count) else { return nil }
    // Sixty bits at a time fit in one word.
    var (packed, word, bits) = (UInt128(1), UInt64(0), UInt64(0))
    for index in 0..<digits.count {
      guard let value = Base32.value(digits[index]) else { return nil }
      word = word << 5 | UInt64(value)
      bits += 5
      if bits == 60 {
        packed = packed << 60 | UInt128(word)
        (word, bits) = (0, 0)
      }
    }
    self.packed = packed << UInt128(bits) | UInt128(word)
  }

  package init?(_ digits: some Collection<UInt8>) {
    let digits = Array(digits.prefix(EventID.longest + 1))
    self.init(digits.span)
  }

  package init?(_ text: some StringProtocol) { self.init(text.utf8) }

  /// Fourteen digits (70 bits) from random bits.
  package init(random: UInt128) {
    packed = UInt128(1) << 70 | random & (UInt128(1) << 70 - 1)
  }

  /// The id of a line that a person wrote without one: 25 digits of its SHA-256.
  package init(handWritten line: some Sequence<UInt8>) {
    self = EventID(Base32.encode(SHA256.hash(line), count: EventID.longest)) ?? EventID(packed: 1)
  }

  package var text: String {
    var digits: [UInt8] = []
    var rest = packed
    while rest > 1 {
      digits.append(Base32.alphabet[Int(rest & 31)])
      rest >>= 5
    }
    return String(decoding: digits.reversed(), as: UTF8.self)
  }

  package static func < (a: EventID, b: EventID) -> Bool { a.packed < b.packed }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(truncatingIfNeeded: packed) ^ UInt64(truncatingIfNeeded: packed >> 64))
  }
}

/// The name of a lead: a slug and a random suffix (`acme-4f2kq`). At most 15 bytes where Leadline makes it, which Swift
/// keeps without an allocation; a person may write a longer one.
package struct LeadID: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func < (a: LeadID, b: LeadID) -> Bool { a.text < b.text }
}

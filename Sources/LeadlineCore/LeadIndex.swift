/// The leads of a ledger by number, in the order in which the book met them.
struct LeadIndex: Sendable {
  private(set) var leads: [LeadID] = []
  /// Of each lead its short name as a number, 0 where it has none.
  private var names: [UInt128] = []
  private var short = NumberTable()
  /// Every lead, once one of them has no short name: only these need to be compared as texts.
  private var all: [LeadID: Int] = [:]
  private var isAllOfUse = false

  func number(_ lead: LeadID) -> Int? {
    if let name = ShortName(lead.text) { return number(name) }
    return isAllOfUse ? all[lead] : nil
  }

  private func number(_ name: ShortName) -> Int? {
    let packed = name.packed
    if let number = short.number(short.hash(packed), where: { names[$0] == packed }) { return number }
    // A name may be written in two ways, one of them in ASCII: the sign of Kelvin is a K.
    return isAllOfUse ? all[LeadID(name.text)] : nil
  }

  /// The number of a lead, a new one where it was not met before.
  mutating func number(adding lead: LeadID) -> Int {
    if let name = ShortName(lead.text) { return number(adding: name) }
    if !isAllOfUse {
      for (number, lead) in leads.enumerated() { all[lead] = number }
      isAllOfUse = true
    }
    return all[lead] ?? add(lead, 0)
  }

  mutating func number(adding name: ShortName) -> Int {
    if let number = number(name) { return number }
    short.insert(leads.count, short.hash(name.packed))
    return add(LeadID(name.text), name.packed)
  }

  private mutating func add(_ lead: LeadID, _ packed: UInt128) -> Int {
    if isAllOfUse { all[lead] = leads.count }
    leads.append(lead)
    names.append(packed)
    return leads.count - 1
  }
}

/// The name of a lead where it has at most 15 bytes, all of them signs of ASCII that may stand in a name: two are the
/// same if their bytes are.
package struct ShortName: Sendable {
  /// The bytes, the first one lowest.
  let packed: UInt128

  package static let longest = 15

  /// From so many bytes in two words, the first byte lowest and zero behind the last; nil for any other name.
  package init?(_ first: UInt64, _ second: UInt64, count: Int) {
    guard (1...ShortName.longest).contains(count) else { return nil }
    packed = UInt128(second) << 64 | UInt128(first)
    let odd = ShortName.odd(first, min(count, 8)) | ShortName.odd(second, max(count - 8, 0))
    if odd != 0 { return nil }
  }

  /// Not 0 where one of the lowest `count` bytes may not stand in a name, or is not ASCII.
  @inline(__always)
  private static func odd(_ word: UInt64, _ count: Int) -> UInt64 {
    let odd =
      (word &- Bytes.each(0x21)) & ~word | word | Bytes.zeros(word ^ Bytes.each(0x7f))
      | Bytes.zeros(word ^ Bytes.each(0x3d)) | Bytes.zeros(word ^ Bytes.each(0x22))
    return odd & Bytes.each(0x80) & (count == 8 ? .max : 1 << UInt64(8 * count) &- 1)
  }

  init?(_ text: String) {
    guard text.utf8.count <= ShortName.longest else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for (place, byte) in text.utf8.enumerated() {
      if place < 8 {
        words.0 |= UInt64(byte) << UInt64(8 * place)
      } else {
        words.1 |= UInt64(byte) << UInt64(8 * (place - 8))
      }
    }
    self.init(words.0, words.1, count: text.utf8.count)
  }

  private func byte(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt128(8 * place)) }

  package var text: String {
    String(decoding: (0..<ShortName.longest).lazy.map { byte($0) }.prefix { $0 != 0 }, as: UTF8.self)
  }
}

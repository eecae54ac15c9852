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
  /// The bytes, and below them their number.
  let packed: UInt128

  package static let longest = 15

  /// Nil for any other name.
  package init?(_ bytes: Span<UInt8>) {
    guard (1...ShortName.longest).contains(bytes.count) else { return nil }
    var (high, low) = (UInt64(0), UInt64(0))
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard byte > 0x20, byte < 0x7f, byte != UInt8(ascii: "="), byte != UInt8(ascii: "\"") else { return nil }
      if index < 8 { low = low << 8 | UInt64(byte) } else { high = high << 8 | UInt64(byte) }
    }
    packed = UInt128(high) << 72 | UInt128(low) << 8 | UInt128(bytes.count)
  }

  init?(_ text: String) {
    guard text.utf8.count <= ShortName.longest else { return nil }
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  package var text: String {
    let count = Int(truncatingIfNeeded: packed & 0xff)
    let low = UInt64(truncatingIfNeeded: packed >> 8)
    let high = UInt64(truncatingIfNeeded: packed >> 72)
    let bytes = (0..<count).map { index -> UInt8 in
      index < 8
        ? UInt8(truncatingIfNeeded: low >> UInt64(8 * (min(count, 8) - 1 - index)))
        : UInt8(truncatingIfNeeded: high >> UInt64(8 * (count - 1 - index)))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

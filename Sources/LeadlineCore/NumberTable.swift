/// Finds the number of a thing by its hash, with open addressing: a dictionary for a million ids that lie in an array
/// anyway, in eight bytes each and without a hasher of many rounds.
struct NumberTable: Sendable {
  /// The hash above, the number plus one below; 0 for an empty place. Their count is a power of two.
  private var slots: [UInt64] = []
  private var count = 0
  /// Drawn for each table, so that nobody can write a journal whose ids all fall on one place.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  func hash(_ value: UInt128) -> UInt32 {
    let low = UInt64(truncatingIfNeeded: value) ^ seed
    let high = UInt64(truncatingIfNeeded: value >> 64) ^ 0x9e37_79b9_7f4a_7c15
    let product = low.multipliedFullWidth(by: high | 1)
    return UInt32(truncatingIfNeeded: (product.high ^ product.low) >> 32)
  }

  /// The number with this hash of which `isIt` holds.
  @inline(__always)
  func number(_ hash: UInt32, where isIt: (Int) -> Bool) -> Int? {
    if slots.isEmpty { return nil }
    var place = Int(hash) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      let number = Int(truncatingIfNeeded: slot & 0xffff_ffff) - 1
      if slot >> 32 == UInt64(hash), isIt(number) { return number }
      place = (place + 1) & (slots.count - 1)
    }
  }

  /// Keeps a number that the table does not have.
  mutating func insert(_ number: Int, _ hash: UInt32) {
    if (count + 1) * 4 > slots.count * 3 { grow(to: max(16, slots.count * 2)) }
    place(UInt64(hash) << 32 | UInt64(number + 1))
    count += 1
  }

  mutating func reserve(_ count: Int) {
    var size = max(16, slots.count)
    while count * 4 > size * 3 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private mutating func grow(to size: Int) {
    let before = slots
    slots = [UInt64](repeating: 0, count: size)
    for slot in before where slot != 0 { place(slot) }
  }

  private mutating func place(_ slot: UInt64) {
    var place = Int(slot >> 32) & (slots.count - 1)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }
}

/// Puts scalars together from bytes that may come one at a time. What is not UTF-8 is dropped.
struct UTF8Reader {
  private var value: UInt32 = 0
  private var missing = 0
  private var least: UInt32 = 0

  mutating func read(_ byte: UInt8) -> Unicode.Scalar? {
    if missing > 0, byte & 0xC0 == 0x80 {
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      // Too long a form and surrogates are not UTF-8.
      return missing == 0 && value >= least ? Unicode.Scalar(value) : nil
    }
    switch byte {
    case ..<0x80:
      missing = 0
      return Unicode.Scalar(byte)
    case 0xC2..<0xE0: begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0..<0xF0: begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0..<0xF5: begin(byte & 0x07, missing: 3, least: 0x10000)
    default: missing = 0
    }
    return nil
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }
}

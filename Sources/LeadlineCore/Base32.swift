/// Crockford's base 32 in lower case: no i, l, o, u, so that an id can be read aloud and typed back.
package enum Base32 {
  package static let alphabet: [UInt8] = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The value 0–31 of a digit, or nil for any other byte.
  package static func value(_ byte: UInt8) -> UInt8? {
    let value = values[Int(byte & 0x7f)]
    return byte < 0x80 && value < 32 ? value : nil
  }

  /// `count` digits from the bits of `bytes`, first bit first; short input is read as if followed by zero bits.
  package static func encode(_ bytes: [UInt8], count: Int) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(count)
    for digit in 0..<max(0, count) {
      var value = 0
      for bit in digit * 5..<digit * 5 + 5 {
        let byte = bit / 8 < bytes.count ? bytes[bit / 8] : 0
        value = value << 1 | Int(byte >> UInt8(7 - bit % 8)) & 1
      }
      digits.append(alphabet[value])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Of each byte of ASCII; 99 for one that is no digit.
  private static let values: [UInt8] = [
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 10, 11, 12, 13, 14, 15, 16, 17, 99, 18, 19, 99, 20, 21, 99,
    22, 23, 24, 25, 26, 99, 27, 28, 29, 30, 31, 99, 99, 99, 99, 99,
  ]
}

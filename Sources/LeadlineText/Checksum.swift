/// CRC-32 of zlib (reflected polynomial 0xEDB88320), eight bytes a step: tells a torn line from a whole one.
package struct Checksum: Sendable {
  private let table: [UInt32]

  package init() {
    var table = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xedb8_8320 ^ crc >> 1 : crc >> 1 }
      table[byte] = crc
    }
    for index in 256..<2048 {
      let previous = table[index - 256]
      table[index] = table[Int(previous & 0xff)] ^ previous >> 8
    }
    self.table = table
  }

  /// The check of the first `count` bytes.
  package func of(_ bytes: Span<UInt8>, count: Int) -> UInt32 {
    let table = table.span
    // So that the compiler knows it, and does not ask again at each of a million lines' bytes.
    guard table.count == 2048 else { return 0 }
    var crc: UInt32 = 0xffff_ffff
    var i = 0
    while i + 8 <= count {
      let low =
        crc ^ (UInt32(bytes[i]) | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]) << 16 | UInt32(bytes[i + 3]) << 24)
      crc =
        table[1792 + Int(low & 0xff)] ^ table[1536 + Int(low >> 8 & 0xff)] ^ table[1280 + Int(low >> 16 & 0xff)]
        ^ table[1024 + Int(low >> 24)] ^ table[768 + Int(bytes[i + 4])] ^ table[512 + Int(bytes[i + 5])]
        ^ table[256 + Int(bytes[i + 6])] ^ table[Int(bytes[i + 7])]
      i += 8
    }
    while i < count {
      crc = table[Int((crc ^ UInt32(bytes[i])) & 0xff)] ^ crc >> 8
      i += 1
    }
    return ~crc
  }

  package func of(_ bytes: [UInt8]) -> UInt32 { of(bytes.span, count: bytes.count) }

  /// Eight small hexadecimal digits.
  package static func digits(_ crc: UInt32) -> [UInt8] {
    (0..<8).map { Array("0123456789abcdef".utf8)[Int(crc >> UInt32(28 - 4 * $0) & 15)] }
  }
}

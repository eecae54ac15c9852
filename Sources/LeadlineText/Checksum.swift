/// CRC-32 of zlib (reflected polynomial 0xEDB88320), eight bytes a step: tells a torn line from a whole one.
package struct Checksum: Sendable {
  private let table: [UInt32]

  package init() { table = Checksum.table }

  private static let table: [UInt32] = {
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
    return table
  }()

  /// The check of the first `count` bytes.
  package func of(_ bytes: Span<UInt8>, count: Int) -> UInt32 { ofText(bytes, count: count).check }

  /// What signs a text has besides its check.
  enum Signs { case ascii, foreign, controls }

  /// The check of the first `count` bytes, and what they are: whether there is a byte below the blank, else whether all
  /// are ASCII.
  @inline(__always)
  func ofText(_ bytes: Span<UInt8>, count: Int) -> (check: UInt32, signs: Signs) {
    let table = table.span
    // So that the compiler knows it, and does not ask again at each of a million lines' bytes.
    guard table.count == 2048 else { return (0, .controls) }
    var crc: UInt32 = 0xffff_ffff
    var (controls, foreign) = (UInt64(0), UInt64(0))
    var i = 0
    while i + 8 <= count {
      let word = bytes.word(at: i)
      foreign |= word
      controls |= (word &- 0x2020_2020_2020_2020) & ~word
      let low = crc ^ UInt32(truncatingIfNeeded: word)
      let high = UInt32(truncatingIfNeeded: word >> 32)
      crc =
        table[1792 + Int(low & 0xff)] ^ table[1536 + Int(low >> 8 & 0xff)] ^ table[1280 + Int(low >> 16 & 0xff)]
        ^ table[1024 + Int(low >> 24)] ^ table[768 + Int(high & 0xff)] ^ table[512 + Int(high >> 8 & 0xff)]
        ^ table[256 + Int(high >> 16 & 0xff)] ^ table[Int(high >> 24)]
      i += 8
    }
    while i < count {
      let byte = UInt64(bytes[i])
      foreign |= byte
      controls |= (byte &- 0x20) & ~byte
      crc = table[Int((crc ^ UInt32(bytes[i])) & 0xff)] ^ crc >> 8
      i += 1
    }
    let tops: UInt64 = 0x8080_8080_8080_8080
    return (~crc, controls & tops != 0 ? .controls : foreign & tops != 0 ? .foreign : .ascii)
  }

  package func of(_ bytes: [UInt8]) -> UInt32 { of(bytes.span, count: bytes.count) }

  /// The eight digits as one number, the first one lowest.
  static func packedDigits(_ crc: UInt32) -> UInt64 {
    var lanes = UInt64(crc.byteSwapped)
    lanes = (lanes | lanes << 16) & 0x0000_ffff_0000_ffff
    lanes = (lanes | lanes << 8) & 0x00ff_00ff_00ff_00ff
    let halves = lanes >> 4 & 0x000f_000f_000f_000f | (lanes & 0x000f_000f_000f_000f) << 8
    let letters = (halves + Bytes.each(6)) >> 4 & Bytes.each(1)
    return halves + Bytes.each(0x30) + letters * 0x27
  }

  /// Eight small hexadecimal digits.
  package static func digits(_ crc: UInt32) -> [UInt8] {
    (0..<8).map { Array("0123456789abcdef".utf8)[Int(crc >> UInt32(28 - 4 * $0) & 15)] }
  }
}

extension Span<UInt8> {
  /// The eight bytes from `place` on as one number, the first one lowest.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    // Cut out first, so that one look at the bounds is enough for all.
    let bytes = extracting(place..<place + 8)
    let low =
      UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24
    let high =
      UInt32(bytes[4]) | UInt32(bytes[5]) << 8 | UInt32(bytes[6]) << 16 | UInt32(bytes[7]) << 24
    return UInt64(low) | UInt64(high) << 32
  }
}

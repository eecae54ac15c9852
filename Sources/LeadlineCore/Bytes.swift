/// Eight bytes at a time. LeadlineText has the same for itself: called across rooms, each would cost more than it does.
enum Bytes {
  /// The byte in all eight places.
  @inline(__always)
  static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Not 0 where a byte is zero: the lowest bit that is set lies in the first of them.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 { (word &- each(1)) & ~word & each(0x80) }
}

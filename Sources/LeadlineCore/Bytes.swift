/// Eight bytes at a time. Inlined into other rooms, where they are asked for every word of a million lines.
package enum Bytes {
  /// The byte in all eight places.
  @inlinable
  @inline(__always)
  package static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Not 0 where a byte is zero: the lowest bit that is set lies in the first of them.
  @inlinable
  @inline(__always)
  package static func zeros(_ word: UInt64) -> UInt64 { (word &- each(1)) & ~word & each(0x80) }
}

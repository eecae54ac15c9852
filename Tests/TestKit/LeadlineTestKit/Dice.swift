/// A generator that a seed fixes (SplitMix64): what fails once fails again.
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  /// One of them; there must be one.
  package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// `0..<bound`
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// True in so many of a hundred.
  package mutating func chance(_ share: Int) -> Bool { below(100) < share }
}

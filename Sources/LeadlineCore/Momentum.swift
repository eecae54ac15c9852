/// Momentum: 100 × (1 − 2^(−S)) with S = Σ weight × 2^(−age / half-life) (7-reports.md).
package enum Momentum {
  /// 0...100. `halfLife` in milliseconds; signals after `now` count nothing; a sum below zero is zero.
  package static func of(_ signals: [Seen], halfLife: Double, at now: Instant) -> Double {
    guard halfLife > 0 else { return 0 }
    var sum = 0.0
    for signal in signals where signal.weight != 0 && signal.at <= now {
      let age = Double(now.milliseconds - signal.at.milliseconds)
      sum += signal.weight * power(ofTwo: -age / halfLife)
    }
    return sum <= 0 ? 0 : 100 * (1 - power(ofTwo: -sum))
  }

  /// 2^x to about 1e-12, the same on every machine: the library's `exp2` is not promised to be.
  static func power(ofTwo x: Double) -> Double {
    guard x > -1000 else { return 0 }
    guard x < 1000 else { return .infinity }
    let whole = x.rounded(.down)
    let y = (x - whole) * 0.693_147_180_559_945_3
    // Taylor's series of e^y on [0, ln 2): the term after the sixteenth is below 1e-16.
    var term = 1.0
    var sum = 1.0
    for n in 1...16 {
      term *= y / Double(n)
      sum += term
    }
    return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
  }
}

extension World {
  /// 0...100, by the half-life of the lead's state in the version; a closed lead has none.
  package func momentum(_ version: Version, at now: Instant) -> Double {
    guard let state, let halfLife = version.calendar.meanLength(of: version.rules[state].halfLife) else { return 0 }
    return Momentum.of(signals, halfLife: halfLife, at: now)
  }
}

extension Momentum {
  /// The terms of the sum, largest first.
  package static func terms(_ signals: [Seen], halfLife: Double, at now: Instant) -> [(seen: Seen, term: Double)] {
    guard halfLife > 0 else { return [] }
    return signals.filter { $0.weight != 0 && $0.at <= now }.map { seen in
      let age = Double(now.milliseconds - seen.at.milliseconds)
      return (seen, seen.weight * power(ofTwo: -age / halfLife))
    }.sorted { abs($0.term) > abs($1.term) }
  }
}

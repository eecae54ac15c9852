/// An event that nobody has recorded yet: all but its time, which is stamped under the lock. Its id is made when its
/// form opens, so a second try is the same event.
package struct Entry: Hashable, Sendable {
  package var id: EventID
  package var lead: LeadID?
  package var by: String
  package var act: EventID?
  package var fact: Fact
  /// When it happened, if not when it is recorded.
  package var at: Instant?

  package init(id: EventID, lead: LeadID?, by: String, act: EventID? = nil, fact: Fact, at: Instant? = nil) {
    self.id = id
    self.lead = lead
    self.by = by
    self.act = act
    self.fact = fact
    self.at = at
  }

  /// The event as it is recorded at `wall`, in the order `logical`.
  package func recorded(wall: Instant, logical: Instant) -> Event {
    Event(id: id, time: wall, at: at, logical: logical, lead: lead, by: by, act: act, fact: fact)
  }
}

/// New ids from a seed that the edge draws once: SHA-256 of the seed and a counter. Values, so that a test can say which.
package struct IDSource: Sendable {
  private let seed: [UInt8]
  private var counter: UInt64 = 0

  /// `seed`: at least 16 random bytes.
  package init(seed: [UInt8]) { self.seed = seed }

  package mutating func next() -> EventID { EventID(random: bits()) }

  /// A slug and five random digits, drawn again while `isTaken`.
  package mutating func lead(_ slug: String, isTaken: (LeadID) -> Bool) -> LeadID {
    while true {
      var bits = bits()
      var suffix: [UInt8] = []
      for _ in 0..<5 {
        suffix.append(Base32.alphabet[Int(bits & 31)])
        bits >>= 5
      }
      let lead = LeadID(slug + "-" + String(decoding: suffix, as: UTF8.self))
      if !isTaken(lead) { return lead }
    }
  }

  private mutating func bits() -> UInt128 {
    counter &+= 1
    let count = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (8 * UInt64($0))) }
    return SHA256.hash(seed + count).prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
  }
}

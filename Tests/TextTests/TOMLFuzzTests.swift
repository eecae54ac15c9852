import LeadlineText
import Testing

/// Ten thousand texts that nobody would write: the reader ends with values and findings, whatever they are.
@Suite struct `Any bytes as TOML` {
  @Test(arguments: [UInt64(1), UInt64.random(in: 2 ... .max)])
  func `random bytes are read to the end`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let alphabet = Array("ab01._-+:TZe\"'\\[]{}=,# \n\r\tu\u{0}é".utf8)
    for _ in 0..<2500 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      check(bytes, seed)
    }
  }

  @Test(arguments: [UInt64(1), UInt64.random(in: 2 ... .max)])
  func `mutated documents are read to the end`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let sound = Array(document.utf8)
    for _ in 0..<2500 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let i = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[i] = UInt8.random(in: 0...127, using: &random)
        case 1: bytes.remove(at: i)
        case 2: bytes.insert(sound[Int.random(in: 0..<sound.count, using: &random)], at: i)
        default: bytes.removeSubrange(i..<min(bytes.count, i + 5))
        }
        if bytes.isEmpty { bytes = sound }
      }
      check(bytes, seed)
    }
  }

  @Test func `the document that is mutated is sound`() {
    #expect(TOMLReader.read(document, file: "test").findings.map(\.line) == [])
  }

  /// Findings lie within the text; so the reader has come as far as it says.
  private func check(_ bytes: [UInt8], _ seed: UInt64) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.unicodeScalars.count { $0 == "\n" } + 1
    let findings = TOMLReader.read(text, file: "test").findings
    #expect(findings.allSatisfy { (1...lines).contains($0.place.line) }, "seed \(seed): \(text.debugDescription)")
  }

  private let document = """
    id = "k7q2" # the book
    decisions = ["attention", 'safety', \"""ur\\u0067ency\"""]
    [calendar]
    hours = [
      "mon-thu 09:00-12:30", # and
      "fri 09:00-13:00",
    ]
    from = 2026-08-03T09:00:00+02:00
    days = { first = 2026-08-03, last = 2026-08-21, at = 09:30:00 }
    [[rules]]
    weight.a = -1_000.5e3
    weight.b = 0xff
    [rules.more]
    text = '''
    raw'''
    [[rules]]
    on = true
    """
}

/// Vigna's SplitMix64: a seed gives the same texts again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

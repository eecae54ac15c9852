import LeadlineText
import Testing

/// Text from outside, and what of it a pane, `show` and a terminal without UTF-8 get to see.
private let corpus: [(name: String, raw: String, safe: String, visible: String, ascii: String)] = [
  ("plain", "Ana said yes", "Ana said yes", "Ana said yes", "Ana said yes"),
  ("colour", "\u{1b}[31mred", "[31mred", "^[[31mred", "[31mred"),
  ("clipboard", "\u{1b}]52;c;ZXZpbA==\u{7}", "]52;c;ZXZpbA==", "^[]52;c;ZXZpbA==^G", "]52;c;ZXZpbA=="),
  ("title", "\u{1b}]0;x\u{1b}\\", "]0;x\\", "^[]0;x^[\\", "]0;x\\"),
  ("C1 sequence", "\u{9b}2J\u{9d}", "2J", "M-^[2JM-^]", "2J"),
  ("delete and null", "a\u{7f}b\0c", "abc", "a^?b^@c", "abc"),
  ("lines and tab", "a\tb\nc\r\nd\u{85}e\u{2028}f", "a b c d e f", "a^Ib^Jc^M^JdM-^Ee‹2028›f", "a b c d e f"),
  ("bidi override", "\u{202e}moc.live\u{2069}", "moc.live", "‹202e›moc.live‹2069›", "moc.live"),
  ("zero width", "a\u{200b}b\u{feff}c\u{ad}d\u{2060}", "abcd", "a‹200b›b‹feff›c‹00ad›d‹2060›", "abcd"),
  ("tags", "a\u{e0001}\u{e0041}", "a", "a‹e0001›‹e0041›", "a"),
  ("family", "👩‍👩‍👧x", "👩x", "👩‹200d›👩‹200d›👧x", "?x"),
  ("heart on fire", "❤️‍🔥", "❤", "❤‹fe0f›‹200d›🔥", "?"),
  ("joined letters", "a\u{200d}b", "ab", "a‹200d›b", "ab"),
  ("skin tone", "👍🏽", "👍", "👍‹1f3fd›", "?"),
  ("flag", "🇩🇪", "DE", "‹1f1e9›‹1f1ea›", "DE"),
  ("keycap", "1️⃣", "1", "1‹fe0f›‹20e3›", "1"),
  ("private", "a\u{e000}\u{f0000}", "a\u{fffd}\u{fffd}", "a‹e000›‹f0000›", "a??"),
  ("non-character", nonCharacters, "\u{fffd}\u{fffd}\u{fffd}", "‹ffff›‹1fffe›‹fdd0›", "???"),
  ("emoji of Unicode 15", "\u{1fae8}", "\u{fffd}", "‹1fae8›", "?"),
  ("decomposed Hangul", "\u{1112}\u{1161}\u{11ab}", "한", "한", "?"),
  ("lone jamo", "\u{1161}a", "\u{fffd}a", "‹1161›a", "?a"),
  ("mark without base", "\u{301}a", "a", "‹0301›a", "a"),
  (
    "German", "Müller & Söhne, Weißstraße", "Müller & Söhne, Weißstraße", "Müller & Söhne, Weißstraße",
    "Muller & Sohne, Weissstrasse"
  ),
  ("decomposed", "e\u{301}", "e\u{301}", "e\u{301}", "e"),
  ("signs", "€12k – 3× · a…→b", "€12k – 3× · a…→b", "€12k – 3× · a…→b", "E12k - 3x | a~->b"),
  ("Chinese", "山田", "山田", "山田", "??"),
]

struct DisplayTests {
  @Test(arguments: corpus.indices) func `the gate lets through what is no command`(_ index: Int) {
    let (name, raw, safe, visible, ascii) = corpus[index]
    #expect(scalars(Display.safe(raw)) == scalars(safe), "\(name)")
    #expect(scalars(Display.visible(raw)) == scalars(visible), "\(name)")
    #expect(scalars(Display.ascii(raw)) == scalars(ascii), "\(name)")
  }

  @Test(arguments: corpus.indices) func `passing the gate twice changes nothing`(_ index: Int) {
    for once in [Display.safe(corpus[index].raw), Display.visible(corpus[index].raw)] {
      #expect(scalars(Display.safe(once)) == scalars(once))
      #expect(scalars(Display.visible(once)) == scalars(once))
    }
  }

  @Test func `a tower of marks keeps two`() {
    let tower = "e" + String(repeating: "\u{301}", count: 10_000) + "x"
    #expect(scalars(Display.safe(tower)) == scalars("e\u{301}\u{301}x"))
  }

  @Test func `hidden scalars between marks do not make room for more`() {
    let tower = "e" + String(repeating: "\u{301}\u{200b}", count: 9)
    #expect(scalars(Display.safe(tower)) == scalars("e\u{301}\u{301}"))
  }

  @Test func `no scalar at all comes through as a command`() {
    for scalar in everyScalar {
      let shown = Display.safe("a\(Character(scalar))b").unicodeScalars
      #expect(!shown.contains { isCommand($0) }, "\(scalar.value)")
    }
  }

  @Test func `without UTF-8 only printable ASCII is left of any scalar`() {
    for scalar in everyScalar {
      #expect(Display.ascii("a\(Character(scalar))b").utf8.allSatisfy { (0x20..<0x7f).contains($0) }, "\(scalar.value)")
    }
  }

  @Test func `the glyphs of the board have ASCII signs of their own`() {
    #expect(Display.ascii("┌─ HOT 3 ─ €42.5k ─┐│▌▲ Ana Müller") == "+- HOT 3 - E42.5k -+|>^ Ana Muller")
    #expect(Display.ascii("⏲ ◉ ◌ → ☎ ▸ ↓ ▁▂▂▃▂▅▇ ●──◐──○ ║═") == "@ * o -> # > v _..-.=# x--/--. |-")
  }
}

struct DisplayWidthTests {
  @Test(arguments: [
    ("Ana", 3), ("Müller", 6), ("e\u{301}", 1), ("山田", 4), ("한", 2), ("👩", 2), ("ｱ", 1), ("Ａ", 2), ("⏲☎◉", 3), ("⌚", 2),
    ("│─┌", 3), ("…", 1), ("", 0), ("\u{fffd}", 1), ("नि", 2), ("ก\u{e38}", 1), ("❤", 1), ("✓✎", 2), ("★", 1), ("⚡", 2),
  ])
  func `a text takes the columns terminals give it`(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test(arguments: [
    ("Ana", 5, "Ana  "), ("Ana Müller", 6, "Ana M…"), ("Ana", 3, "Ana"), ("山田太郎", 6, "山田… "), ("山田", 4, "山田"),
    ("山田", 3, "山…"), ("山田", 2, "… "), ("ab", 1, "…"), ("ab", 0, ""), ("ab", -1, ""),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func `a text is fitted to a width without halving a glyph`(_ text: String, _ width: Int, _ fitted: String) {
    #expect(fit(text, width) == fitted)
  }

  @Test func `numbers are fitted to the right`() {
    #expect(fit("42", 5, alignment: .right) == "   42")
    #expect(fit("12345678", 5, ellipsis: "~", alignment: .right) == "1234~")
  }
}

/// All but the Han and Hangul blocks, and of the planes above the first a part.
private let everyScalar: [Unicode.Scalar] = (0...0x10ffff as ClosedRange<UInt32>).compactMap { value in
  let isChosen = value < 0x3000 || (0xd700..<0x20000).contains(value) || (0xe0000..<0xe1000).contains(value)
  return isChosen || value % 97 == 0 ? Unicode.Scalar(value) : nil
}

/// The compiler refuses them in a literal.
private let nonCharacters = [0xffff, 0x1fffe, 0xfdd0].compactMap { Unicode.Scalar($0 as UInt32) }
  .reduce(into: "") { $0.unicodeScalars.append($1) }

private func isCommand(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
  default: scalar.properties.isVariationSelector
  }
}

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

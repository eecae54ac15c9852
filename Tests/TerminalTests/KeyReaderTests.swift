import LeadlineDesk
import LeadlineTerminal
import Testing

@Suite struct KeyReaderTests {
  /// What the bytes of one or more batches are read as.
  private func keys(_ batches: String...) -> [Key] {
    var reader = KeyReader()
    var keys: [Key] = []
    for batch in batches {
      for byte in batch.utf8 { reader.read(Int32(byte), &keys) }
      reader.pause(&keys)
    }
    return keys
  }

  @Test(
    arguments: [
      ("aZ$", [.character("a"), .character("Z"), .character("$")]), ("ü漢", [.character("ü"), .character("漢")]),
      ("\u{0}\u{1}\u{1a}", [.control(" "), .control("a"), .control("z")]),
      ("\t\r\u{7f}\u{8}\n", [.tab, .enter, .backspace, .control("h"), .control("j")]),
      ("\u{1c}\u{1f}", [.control("\\"), .control("_")]),
      ("\u{1b}", [.escape]), ("\u{1b}\u{1b}", [.escape, .escape]), ("\u{1b}x", [.alt("x")]), ("\u{1b}é", [.alt("é")]),
      ("\u{1b}[", [.alt("[")]), ("\u{1b}O", [.alt("O")]), ("\u{1b}]", [.alt("]")]), ("\u{1b}P", [.alt("P")]),
      ("\u{1b}[A\u{1b}OB\u{1b}[1;2D", [.up, .down, .shiftLeft]), ("\u{1b}[3~\u{1b}[24~", [.delete, .function(12)]),
      ("\u{1b}[[A\u{1b}OP", [.function(1), .function(1)]), ("\u{1b}[Z", [.shiftTab]),
    ] as [(String, [Key])])
  func `bytes are read as the keys that sent them`(bytes: String, expected: [Key]) {
    #expect(keys(bytes) == expected)
  }

  @Test(arguments: [
    "\u{1b}[1;5Z", "\u{1b}[?1;2c", "\u{1b}[<0;5;5M", "\u{1b}[M !!", "\u{1b}]52;c;cXE=\u{7}", "\u{1b}]0;dd\u{1b}\\",
    "\u{1b}Pq#0\u{1b}\\", "\u{1b}_x\u{1b}\\", "\u{1b}Op", "\u{1b}[12345678901234567890123456789012345678901234567890u",
    "\u{1b}\r", "\u{9b}", "\u{1b}[999~",
  ])
  func `a sequence nobody knows is dropped whole`(sequence: String) {
    #expect(keys(sequence + "k") == [.character("k")])
  }

  @Test func `a sequence may come in pieces`() {
    #expect(keys("\u{1b}[1;", "2C", "x") == [.shiftRight, .character("x")])
  }

  @Test func `what is not UTF-8 is dropped and the next key is whole`() {
    var reader = KeyReader()
    var keys: [Key] = []
    for byte in [0xFF, 0xC0, 0x80, 0xE4, 0xBD, 0x61, 0xED, 0xA0, 0x80, 0x62] as [Int32] { reader.read(byte, &keys) }
    #expect(keys == [.character("a"), .character("b")])
  }

  @Test func `a scalar may come byte by byte`() {
    var reader = KeyReader()
    var keys: [Key] = []
    for byte in "漢".utf8 {
      reader.read(Int32(byte), &keys)
      reader.pause(&keys)
    }
    #expect(keys == [.character("漢")])
  }

  @Test func `a paste is one key and never runs keys`() {
    #expect(keys("\u{1b}[200~q\u{1b}[Aj\r\nx\ry\u{1b}[201~k") == [.paste("q[Aj\nx\ny"), .character("k")])
  }

  @Test func `a paste over many batches is whole`() {
    #expect(keys("\u{1b}[200~one ", "two", " \u{1b}[20", "1~") == [.paste("one two ")])
  }

  @Test func `a paste longer than a mebibyte is cut`() {
    let keys = keys("\u{1b}[200~" + String(repeating: "x", count: 1 << 20 + 100) + "\u{1b}[201~")
    guard case .paste(let text) = keys.first else { return #expect(Bool(false), "no paste") }
    #expect(keys.count == 1 && text.utf8.count <= 1 << 20 && text.utf8.count > 1 << 20 - 10)
  }

  @Test func `a paste whose end was lost is given up with C-g`() {
    #expect(keys("\u{1b}[200~half", "\u{7}", "j") == [.paste("half"), .character("j")])
  }

  @Test func `no byte and no code traps`() {
    var reader = KeyReader()
    var keys: [Key] = []
    var seed: UInt64 = 42
    for _ in 0..<200_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      reader.read(Int32(truncatingIfNeeded: seed >> 33) % 0x300 - 0x10, &keys)
      if seed >> 60 == 0 { reader.pause(&keys) }
    }
    #expect(!keys.isEmpty)
  }
}

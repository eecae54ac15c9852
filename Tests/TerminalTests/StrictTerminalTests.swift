import LeadlineTestKit
import Testing

@Suite struct StrictTerminalTests {
  @Test(arguments: [
    "\u{1b}]0;title\u{7}", "\u{1b}]52;c;eA==\u{7}", "\u{1b}P1q\u{1b}\\", "\u{9b}31m", "\u{202e}", "\u{200d}", "\u{0}",
    "\u{1b}c", "\u{1b}[?1000h", "\u{1b}[6n", "\u{1b}[", "\u{e000}", "\u{e0041}",
  ])
  func `what no description knows is found at its place`(bytes: String) {
    let found = StrictTerminal("xterm-256color").violations(in: Array("abc\(bytes)".utf8))
    #expect(found.first?.offset == 3)
  }

  @Test func `a broken byte is found and what follows is still read`() {
    let found = StrictTerminal("xterm-256color").violations(in: [0x61, 0xFF, 0x62, 0xE4, 0x63, 0x1B, 0x63])
    #expect(found.map(\.offset) == [1, 3, 5])
  }
}

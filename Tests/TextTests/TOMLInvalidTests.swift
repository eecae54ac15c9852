import LeadlineTestKit
import LeadlineText
import Testing

/// The mark stands where the finding must point.
@Suite struct `Unsound TOML` {
  @Test(arguments: [
    "1️⃣= 1", "a1️⃣", "a 1️⃣b = 1", "a = 1️⃣", "a = 1️⃣# none", "a1️⃣: 1", "a = 1 1️⃣b = 2", "a. 1️⃣= 1", "1️⃣.a = 1", "a.1️⃣.b = 1",
    "1️⃣é = 1", "1️⃣\"\"\"a\"\"\" = 1", "1️⃣\"a = 1", "1️⃣'a\n' = 1", "1️⃣! = 1", "a = 11️⃣\rb = 2", "a 1️⃣\n= 1",
    "# a 1️⃣\u{1} comment",
    "a = 1️⃣\u{0}", "a = 1\n1️⃣\u{FEFF}b = 2",
  ])
  func `keys and lines`(marked: String) { expect(marked) }

  @Test(arguments: [
    "a = 1️⃣\"open", "a = 1️⃣\"open\nb = 1", "a = 1️⃣'open", "a = 1️⃣\"\"\"open\n\n", "a = 1️⃣'''open''", "a = \"1️⃣\\q\"",
    "a = \"1️⃣\\x41\"",
    "a = \"1️⃣\\u12\"", "a = \"1️⃣\\uD800\"", "a = \"1️⃣\\U00110000\"", "a = \"b 1️⃣\u{1F}\"", "a = 'b 1️⃣\u{7F}'",
    "a = \"\"\"1️⃣\u{0}\"\"\"",
    "a = '''1️⃣\r'''", "a = \"b\"1️⃣c", "a = \"\"\"b\"\"\"\"\"1️⃣\"", "a = \"\"\"1️⃣\\ b\"\"\"", "a = 'it'1️⃣s'",
  ])
  func `strings`(marked: String) { expect(marked) }

  @Test(arguments: [
    "01", "-01", "1__0", "_1", "1_", "+_1", "0x", "0xg", "0x_1", "0b2", "0o8", "+0x1", "0X1", "9223372036854775808",
    "-9223372036854775809", "0xffffffffffffffff", "1.", ".5", "+.5", "1.e5", "01.5", "1e", "1e+", "1._5", "1_.5",
    "1.5.5",
    "1e5e5", "1e1.5", "1e999", "++1", "+", "-", "Inf", "NaN", "1x", "0_1", "1e_5",
  ])
  func `numbers`(word: String) { expect("a = 1️⃣\(word)") }

  @Test(arguments: [
    "2026-13-01", "2026-02-30", "2025-02-29", "2026-00-01", "2026-1-1", "2026-01-01T", "2026-01-01T10",
    "2026-01-01T10:00",
    "2026-01-01T24:00:00", "2026-01-01T10:60:00", "2026-01-01T10:00:60", "2026-01-01T10:00:00.",
    "2026-01-01T10:00:00+1",
    "2026-01-01T10:00:00+24:00", "2026-01-01T10:00:00Zx", "2026-01-01x10:00:00", "10:00", "10:00:0", "10:00:00Z",
    "0000-01-01",
    "2026-01-01 10:00", "20260-01-01",
  ])
  func `dates and times`(word: String) { expect("a = 1️⃣\(word)") }

  @Test(arguments: [
    "a = 1️⃣[", "a = 1️⃣[1", "a = [1 1️⃣2]", "a = [1️⃣,]", "a = [1,1️⃣,2]", "a = [1️⃣}", "a = [1,\n  2\n1️⃣b = 3", "a = {x = 11️⃣",
    "a = {x = 1 1️⃣y = 2}",
    "a = {x = 11️⃣,}", "a = {x = 1,1️⃣\ny = 2}", "a = {1️⃣\nx = 1}", "a = {x = 1️⃣}", "a = {x = 1, 1️⃣x = 2}",
    "a = {x = {}, 1️⃣x.y = 1}",
    "a = {1️⃣,}", "a = 1️⃣zone", "a = 1️⃣True", "a = 1️⃣Europe/Berlin", "a = 1️⃣@", "a = true1️⃣!",
  ])
  func `lists, inline tables and words`(marked: String) { expect(marked) }

  @Test(arguments: [
    "a = 1\n1️⃣a = 2", "a = 1\n1️⃣\"a\" = 2", "a = 1\n1️⃣a.b = 2", "a.b = 1\na.1️⃣b.c = 2", "a.b = 1\n1️⃣a = 2", "[a]\n[1️⃣a]",
    "a = 1\n[1️⃣a]",
    "[a]\nb = 1\n[a.1️⃣b]", "[a]\nb = 1\n[a.1️⃣b.c]", "[a.b]\n[a]\n1️⃣b = 1", "[a.b.c]\n[a]\n1️⃣b.d = 1",
    "[a]\nb.c = 1\n[a.1️⃣b]", "a = {}\n[1️⃣a.b]",
    "a = {}\n1️⃣a.b = 1", "a = []\n[[1️⃣a]]", "[a]\n[[1️⃣a]]", "[[a]]\n[1️⃣a]", "[a.b]\n[[1️⃣a]]", "[a1️⃣", "[1️⃣]", "[a.1️⃣]", "[[a1️⃣]",
    "[a] 1️⃣b = 1",
    "[a 1️⃣b]", "[ 1️⃣[a]]", "[a]1️⃣]", "[[a1️⃣] ]", "[1️⃣\na]",
  ])
  func `tables`(marked: String) {
    expect(marked)
  }

  private func expect(_ marked: String) {
    let text = MarkedText(marked)
    let findings = TOMLReader.read(text.text, file: "test").findings
    #expect(findings.first?.place == text.place(), "\(text.text.debugDescription): \(findings.map(\.line))")
    #expect(findings.allSatisfy { !$0.what.isEmpty && !$0.instead.isEmpty })
  }
}

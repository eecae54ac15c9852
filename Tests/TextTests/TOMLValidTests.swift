import LeadlineText
import Testing

@Suite struct `Sound TOML` {
  @Test(arguments: [
    ("", "{}"),
    ("# only a comment", "{}"),
    ("a = 1 # one\r\nb = 2\r\n", "{a: 1, b: 2}"),
    ("\u{FEFF}a = 1", "{a: 1}"),
    ("\n \t\na=1", "{a: 1}"),
    ("b = 1\na = 2", "{b: 1, a: 2}"),
    ("bare-key_1 = 1", "{bare-key_1: 1}"),
    ("1234 = 1", "{1234: 1}"),
    ("\"a b\" = 1\n'c\\d' = 2", "{a b: 1, c\\d: 2}"),
    ("\"\" = 1", "{: 1}"),
    ("\"\\u0041\" = 1", "{A: 1}"),
    ("a.b.c = 1\na.b.d = 2", "{a: {b: {c: 1, d: 2}}}"),
    ("a . \"b.c\" . d = 1", "{a: {b.c: {d: 1}}}"),
    ("3.14 = 'pi'", "{3: {14: \"pi\"}}"),
    ("true = 1\ninf = 2", "{true: 1, inf: 2}"),
    ("\"\u{E9}\" = 1\n\"e\u{301}\" = 2", "{\u{E9}: 1, e\u{301}: 2}"),
  ])
  func `keys and lines`(text: String, value: String) { expect(text, value) }

  @Test(arguments: [
    ("a = \"x\"", "x"),
    ("a = \"\"", ""),
    ("a = ''", ""),
    ("a = \"\\b\\t\\n\\f\\r\\\"\\\\\"", "\u{8}\t\n\u{C}\r\"\\"),
    ("a = \"\\u00E9\\U0001F600\"", "é😀"),
    ("a = \"# no comment\"", "# no comment"),
    ("a = \"tab\there\"", "tab\there"),
    ("a = 'C:\\new \"x\"'", "C:\\new \"x\""),
    ("a = \"\"\"\none\ntwo\"\"\"", "one\ntwo"),
    ("a = \"\"\"one\r\ntwo\"\"\"", "one\ntwo"),
    ("a = \"\"\"one \\\n   \n\ttwo\"\"\"", "one two"),
    ("a = \"\"\"one \\  \n two\"\"\"", "one two"),
    ("a = \"\"\"\\\n  \"\"\"", ""),
    ("a = \"\"\"say \"\"yes\"\" now\"\"\"", "say \"\"yes\"\" now"),
    ("a = \"\"\"\"one\"\"\"\"", "\"one\""),
    ("a = \"\"\"\"\"two\"\"\"\"\"", "\"\"two\"\""),
    ("a = \"\"\"\\\"\"\"\"", "\""),
    ("a = '''\nraw \\n\n'''", "raw \\n\n"),
    ("a = ''''one''''", "'one'"),
    ("a = '''''two'''''", "''two''"),
    ("a = \"\"\"\"\"\"", ""),
    ("a = \"\"\"ends with a backslash \\\\\"\"\"", "ends with a backslash \\"),
  ])
  func `strings`(text: String, value: String) { expect(text, "{a: \(value.debugDescription)}") }

  @Test(arguments: [
    ("0", "0"), ("+0", "0"), ("-0", "0"), ("+99", "99"), ("-17", "-17"), ("1_000", "1000"), ("5_349_221", "5349221"),
    ("0xDEADbeef", "3735928559"), ("0xdead_beef", "3735928559"), ("0o755", "493"), ("0b1101_0110", "214"),
    ("0x00ff", "255"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"), ("0x7fffffffffffffff", "9223372036854775807"),
  ])
  func `whole numbers`(text: String, value: String) { expect("a = \(text)", "{a: \(value)}") }

  @Test(arguments: [
    ("1.0", "1.0"), ("+1.5", "1.5"), ("-0.01", "-0.01"), ("5e+22", "5e+22"), ("1e06", "1000000.0"),
    ("-2E-2", "-0.02"), ("6.626e-34", "6.626e-34"), ("224_617.445_991_228", "224617.445991228"), ("0.0", "0.0"),
    ("-0.0", "-0.0"), ("0e0", "0.0"), ("inf", "inf"), ("+inf", "inf"), ("-inf", "-inf"), ("nan", "nan"),
    ("-nan", "nan"), ("1e1_0", "10000000000.0"),
  ])
  func `floats`(text: String, value: String) { expect("a = \(text)", "{a: \(value)}") }

  @Test(arguments: [
    ("1979-05-27T07:32:00Z", "1979-5-27T27120000ms+0s"),
    ("1979-05-27T00:32:00-07:00", "1979-5-27T1920000ms-25200s"),
    ("1979-05-27T00:32:00.999999+05:30", "1979-5-27T1920999ms+19800s"),
    ("1979-05-27 07:32:00z", "1979-5-27T27120000ms+0s"),
    ("1979-05-27t07:32:00", "1979-5-27T27120000ms"),
    ("1979-05-27 07:32:00.5", "1979-5-27T27120500ms"),
    ("1979-05-27", "1979-5-27"),
    ("1979-05-27 # a day", "1979-5-27"),
    ("2024-02-29", "2024-2-29"),
    ("07:32:00", "27120000ms"),
    ("23:59:59.123456789", "86399123ms"),
    ("00:00:00.1", "100ms"),
  ])
  func `dates and times`(text: String, value: String) { expect("a = \(text)", "{a: \(value)}") }

  @Test(arguments: [
    ("[]", "[]"), ("[ 1, 2, 3 ]", "[1, 2, 3]"), ("[1, 'x', true, 1.5]", "[1, \"x\", true, 1.5]"),
    ("[[1, 2], [], [\"a\"]]", "[[1, 2], [], [\"a\"]]"), ("[\n 1, # one\n\n # two\n 2,\n]", "[1, 2]"), ("[1,]", "[1]"),
    ("[2026-12-31, 2026-12-31 10:00:00]", "[2026-12-31, 2026-12-31T36000000ms]"),
    ("{}", "{}"), ("{ }", "{}"), ("{ x = 1, y = { z = 'q' } }", "{x: 1, y: {z: \"q\"}}"),
    ("{ b.c = 1, b.d = 2 }", "{b: {c: 1, d: 2}}"), ("[ { x = 1 }, { x = 2 } ]", "[{x: 1}, {x: 2}]"),
    ("{ x = [\n 1,\n 2\n] }", "{x: [1, 2]}"), ("true", "true"), ("false#no", "false"),
  ])
  func `lists and inline tables`(text: String, value: String) { expect("a = \(text)", "{a: \(value)}") }

  @Test(arguments: [
    ("[a]\nx = 1\n[b]\nx = 2", "{a: {x: 1}, b: {x: 2}}"),
    ("[a]", "{a: {}}"),
    ("[ a . 'b' ] # deep\nx = 1", "{a: {b: {x: 1}}}"),
    ("[a.b]\nx = 1\n[a]\ny = 2", "{a: {b: {x: 1}, y: 2}}"),
    ("[a.b.c]\n[a]\nd = 1", "{a: {b: {c: {}}, d: 1}}"),
    ("[[a]]\nx = 1\n[[a]]\n[[a]]\nx = 3", "{a: [{x: 1}, {}, {x: 3}]}"),
    ("[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2", "{a: [{b: {x: 1}}, {b: {x: 2}}]}"),
    ("[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\n[[a]]\n[[a.b]]", "{a: [{b: [{x: 1}, {}]}, {b: [{}]}]}"),
    ("[[a.b]]\n[a]\nx = 1", "{a: {b: [{}], x: 1}}"),
    ("[a]\nb.c = 1\n[a.b.d]\nx = 2", "{a: {b: {c: 1, d: {x: 2}}}}"),
    ("a.b = 1\n[c]", "{a: {b: 1}, c: {}}"),
    ("[signals.\"demo.started\"]\nconfidence = 'strong'", "{signals: {demo.started: {confidence: \"strong\"}}}"),
    ("[a]\n[\"\"]\nx = 1", "{a: {}, : {x: 1}}"),
  ])
  func `tables`(text: String, value: String) { expect(text, value) }

  @Test func `each key and element knows its place`() {
    let table = TOMLReader.read("[t]\n'é' = [1,\n  2]\nx.y = 3", file: "f").table
    let entry = table["t"]
    #expect(entry?.place == Place(file: "f", line: 1, column: 2))
    guard case .table(let inner) = entry?.value, case .array(let elements) = inner["é"]?.value else {
      Issue.record("no list")
      return
    }
    #expect(elements.map(\.place.line) == [2, 3])
    #expect(elements.map(\.place.column) == [8, 3])
    #expect(inner["x"]?.place == Place(file: "f", line: 4, column: 1))
  }

  private func expect(_ text: String, _ value: String) {
    let (table, findings) = TOMLReader.read(text, file: "test")
    #expect(table.plain == value)
    #expect(findings.map(\.line) == [])
  }
}

import LeadlineText
import Testing

@Suite struct JSONWriterTests {
  @Test(arguments: [
    (JSONValue.null, "null"), (.boolean(true), "true"), (.integer(-3), "-3"), (.hundredths(1_200_050), "12000.50"),
    (.hundredths(100), "1"), (.strings(["a", "b"]), #"["a","b"]"#), (.text(""), "null"),
    (.members([("b", .null), ("a", .integer(1))]), #"{"b":null,"a":1}"#),
    (.string("a\"\\\n\t\r"), #""a\"\\\n\t\r""#), (.string("ü€"), "\"ü€\""),
  ])
  func `a value is written exactly`(value: JSONValue, text: String) { #expect(value.text == text) }

  @Test(arguments: [
    ("\u{1b}", #"\u001b"#), ("\u{7f}", #"\u007f"#), ("\u{9b}", #"\u009b"#), ("\u{202e}", #"\u202e"#),
    ("\u{0}", #"\u0000"#),
    ("\u{e0001}", #"\udb40\udc01"#), ("\u{2028}", #"\u2028"#),
  ])
  func `what no terminal should meet is escaped`(text: String, escaped: String) {
    #expect(JSONValue.string(text).text == "\"\(escaped)\"")
  }
}

import LeadlineCore
import LeadlineDesk
import LeadlineText
import Testing

@Suite struct LeadJSONTests {
  private static let book = """
    2026-11-02T09:00Z lead ana-12345 name="Ana Müller" value="8500.50 EUR" owner=sam by=sam
    2026-11-02T10:00Z touch ana-12345 call reached by=sam
    """

  private func text(_ verb: (LeadJSON, Pipeline) -> JSONValue) -> String {
    let pipeline = Trial(LeadJSONTests.book).desk.pipeline
    return verb(LeadJSON(pipeline, me: "sam"), pipeline).text
  }

  @Test(arguments: [
    #""id":"ana-12345","name":"Ana Müller","company":null"#, #""value":{"amount":8500.50,"currency":"EUR"}"#,
    #""state":"warm","state_since":"2026-11-02T09:00:00+00:00""#, #""silent_days":20"#, #""untouched_days":21"#,
    #""by":"rule","rule":null"#, #""agreed_next":false"#, #""closed":null"#, #""ext":{}"#,
  ])
  func `a lead as scripts read it`(part: String) {
    #expect(text { json, pipeline in .array(pipeline.worlds.values.map(json.lead)) }.contains(part))
  }

  @Test func `counts are the screen's numbers`() {
    let counts = text { json, _ in json.counts }
    #expect(counts.hasPrefix(#"{"due":1,"escalated":1,"warm_untouched_over_14d":1,"without_next":1,"#), "\(counts)")
    #expect(counts.contains(#""warm":{"count":1,"value":{"amount":8500.50,"currency":"EUR"},"other_currencies":0}"#))
  }

  @Test func `a key that stands twice has an array`() {
    let fact = Fact.lead(
      {
        var capture = Capture()
        capture.emails = ["a@b.example", "c@d.example"]
        return capture
      }())
    let event = Event(id: EventID(random: 1), time: .earliest, lead: LeadID("a-1"), by: "sam", fact: fact)
    #expect(text { json, _ in json.event(event) }.contains(#""keys":{"email":["a@b.example","c@d.example"]}"#))
  }
}

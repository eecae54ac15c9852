import LeadlineCore
import LeadlineExchange
import LeadlineText
import Testing

private func column(_ cells: [String], _ order: DateOrder? = nil) -> DateColumn {
  let numbered = cells.enumerated().map { (line: $0.offset + 2, text: $0.element) }
  return DateColumn.read(numbered, name: "closed", file: "f", order: order)
}

private func days(_ cells: [String], _ order: DateOrder? = nil) -> [String] {
  column(cells, order).days.map { $0?.text ?? "-" }
}

@Suite struct DateColumnTests {
  @Test(arguments: [
    "2016-10-20", "2016/10/20", "2016.10.20", "20161020", "20-10-2016", "20/10/2016", "20.10.2016", "10/20/2016",
    "10-20-16",
    "20 Oct 2016", "20-Oct-16", "20. October 2016", "Oct 20, 2016", "October 20 2016", "2016-10-20T08:41:00Z",
    "2016-10-20T08:41:00.120+02:00", "2016-10-20 08:41", "20/10/2016 8:41", "10/20/2016, 8:41 PM", " 2016-10-20 ",
    "2016-10-20t08:41",
  ])
  func `one date is enough where only one reading is left`(text: String) {
    #expect(days([text]) == ["2016-10-20"])
    #expect(column([text]).findings == [])
  }

  @Test func `one cell settles the order of all`() {
    #expect(days(["01/02/2017", "13/02/2017", ""]) == ["2017-02-01", "2017-02-13", "-"])
    #expect(days(["01/02/2017", "02/13/2017"]) == ["2017-01-02", "2017-02-13"])
    #expect(column(["01/02/2017", "13/02/2017"]).order == .dmy)
  }

  @Test func `an open order is one finding that names the switch`() {
    let column = column(["25-10-16", "01-03-17", "09-03-17"])
    #expect(column.days == [nil, nil, nil] && column.order == nil)
    #expect(
      column.findings.map(\.line) == ["f:2:1: 25-10-16 in column closed can be dmy or ymd; say --dates dmy|mdy|ymd"])
  }

  @Test(arguments: [(DateOrder.dmy, "2017-03-01"), (.mdy, "2017-01-03"), (.ymd, "2001-03-17")])
  func `the order may be given`(order: DateOrder, day: String) {
    #expect(days(["01-03-17", "2016-10-20"], order) == [day, "2016-10-20"])
  }

  @Test func `an order that does not matter is not asked for`() {
    #expect(days(["05/05/2017", "11/11/2017"]) == ["2017-05-05", "2017-11-11"])
    #expect(column(["05/05/2017"]).findings == [])
  }

  @Test func `two orders in one column are told, and what is plain is read`() {
    let column = column(["13/02/2017", "02/13/2017", "2017-02-14"])
    #expect(column.days.map { $0?.text } == [nil, nil, "2017-02-14"])
    #expect(column.findings.map(\.what) == ["the dates of column closed are not in one order, as of 13/02/2017"])
  }

  @Test(arguments: [
    "31-02-2017", "2017-13-01", "00-00-00", "soon", "1.2", "1-2-3-4", "20-10/2016", "1969-12-31", "2201-01-01",
    "12345678901",
    "2016-10-20x", "2016-10-20 25:99", "20 Okt 2016", "１-2-2017", "1--2-2017", "2016-10-20T", "99999999",
  ])
  func `what is no date is told by its line`(text: String) {
    let column = column(["2017-01-01", text])
    #expect(column.days.map { $0?.text } == ["2017-01-01", nil])
    #expect(column.findings.map(\.place.line) == [3])
  }

  @Test(
    arguments: [
      ("01-02-00", "2000-02-01"), ("01-02-69", "2069-02-01"), ("01-02-70", "1970-02-01"), ("01-02-99", "1999-02-01"),
    ] as [(String, String)])
  func `two digits of a year turn at 70`(text: String, day: String) {
    #expect(days([text], .dmy) == [day])
  }

  @Test func `no text traps`() {
    var random = SeededRandom(seed: 3)
    let common = Array("0123456789-/.: ,TZOctJanä\u{0}".unicodeScalars)
    for _ in 0..<10_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<20, using: &random) { text.append(common.randomElement(using: &random) ?? "0") }
      let column = column([String(text), "20-10-2016"])
      #expect(column.days.count == 2)
    }
  }
}

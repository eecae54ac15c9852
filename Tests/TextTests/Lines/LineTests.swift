import LeadlineCore
import LeadlineText
import Testing

@Suite struct LineTests {
  private let time = "2026-11-21T09:30:05.120Z"
  private let id = "4k9w2m7xq4b0c1"

  private func event(_ line: String) throws -> Event {
    try #require(LineReader.read(line).event, "\(LineReader.read(line).what)")
  }

  private func line(_ fact: Fact) -> String {
    let event = Event(
      id: EventID(random: 7), time: Instant(milliseconds: 1_000), lead: LeadID("acme-4f2kq"), by: "ana", fact: fact)
    return String(decoding: LineWriter().bytes(event), as: UTF8.self)
  }

  // MARK: the check

  @Test(arguments: [
    ("", 0), ("123456789", 0xcbf4_3926), ("a", 0xe8b7_be43),
    ("The quick brown fox jumps over the lazy dog", 0x414f_a339),
  ])
  func `the check is zlib's CRC-32`(text: String, check: UInt32) {
    #expect(Checksum().of(Array(text.utf8)) == check)
  }

  @Test func `a check is eight small digits`() {
    #expect(Checksum.digits(0x0bf4_3926) == Array("0bf43926".utf8))
  }

  // MARK: the lines of the page

  @Test func `the capture of the page is read`() throws {
    let event = try event(
      #"2026-11-21T09:30:05.120Z lead   acme-4f2 name="Acme GmbH" email=jo@acme.example value="12000 EUR" source=web by=ana id=4k9w2m7xq4b0c1 ^-"#
    )
    guard case .lead(let capture) = event.fact else { throw Wrong() }
    #expect(capture.name == "Acme GmbH" && capture.emails == ["jo@acme.example"] && capture.source == "web")
    #expect(capture.value == Money(minor: 1_200_000, currency: "EUR"))
    #expect(event.lead == LeadID("acme-4f2") && event.by == "ana" && event.id.text == id)
    #expect(event.time.text == time && event.at == event.time && event.logical == event.time)
  }

  @Test func `an empty key is absent, and the next of its name counts`() throws {
    let event = try event("2026-11-21T09:30:05.120Z lead acme-4f2 name=Acme url= url=acme.example by=ana id=\(id) ^-")
    guard case .lead(let capture) = event.fact else { throw Wrong() }
    #expect(capture.url == "acme.example" && event.extra.isEmpty)
  }

  @Test func `the signal of the page is read, with when it happened and the keys it brought`() throws {
    let event = try event(
      "2026-11-21T09:31:10.412Z signal acme-4f2 pricing.viewed visits=3 at=2026-11-21T09:29:58Z by=web id=\(id) ^-")
    #expect(event.fact == .signal(Signal(.pricingViewed)))
    #expect(event.at.text == "2026-11-21T09:29:58.000Z" && event.extra == [Field("visits", "3")])
  }

  @Test func `the touch of the page is read`() throws {
    let event = try event(
      #"2026-11-21T10:02:44.003Z touch  acme-4f2 call reached note="Spoke to Jo; wants SSO" by=ana id=4k9w2m7xq4b0c1 ^-"#
    )
    var touch = Touch(.call, .reached)
    touch.note = "Spoke to Jo; wants SSO"
    #expect(event.fact == .touch(touch))
  }

  @Test func `the action of the page is read`() throws {
    let event = try event(
      #"2026-11-21T10:03:00.250Z action acme-4f2 "Send the proposal" due=2026-11-26T17:00 tz=Europe/Berlin by=ana id=4k9w2m7xq4b0c1 ^-"#
    )
    var intention = Intention("Send the proposal", due: try #require(Due("2026-11-26T17:00")))
    intention.zone = "Europe/Berlin"
    #expect(event.fact == .action(intention))
  }

  @Test func `a line written by hand needs no more than its first part`() throws {
    let reading = LineReader.read(#"2026-11-21T09:31Z note acme-4f2 "Called""#)
    #expect(reading.kind == .handWritten)
    #expect(reading.event?.fact == .note("Called", call: nil))
    #expect(reading.event?.by == "")
  }

  @Test func `a line written by hand is named by its text`() throws {
    let one = try event(#"2026-11-21T09:31Z note acme-4f2 "Called""#)
    #expect(try event(#"2026-11-21T09:31Z note acme-4f2 "Called""#).id == one.id)
    #expect(try event(#"2026-11-21T09:31Z note acme-4f2 "Called." "#).id != one.id)
    #expect(one.id.text.utf8.count == EventID.longest)
  }

  // MARK: what is written

  @Test func `what a person reads stands first`() {
    #expect(
      line(.note("Called", call: nil))
        == "1970-01-01T00:00:01.000Z note acme-4f2kq Called by=ana id=00000000000007 ^53411e7f")
  }

  @Test(arguments: 0..<25)
  func `every kind is read as it was written`(kind: Int) {
    var samples = SampleFacts(seed: UInt64(kind))
    for _ in 0..<60 {
      var event = samples.event()
      event.fact = samples.fact(kind)
      event.extra = []
      let bytes = LineWriter().bytes(event)
      let reading = LineReader.read(bytes)
      #expect(reading.kind == .sound, "\(reading.what): \(String(decoding: bytes, as: UTF8.self))")
      #expect(LineReader.read(bytes).event == event.asRead)
      #expect(reading.event.map { LineWriter().bytes($0) } == bytes)
    }
  }

  @Test func `ten thousand random events are read as they were written`() {
    var samples = SampleFacts(seed: 20_261_122)
    var reader = LineReader()
    let writer = LineWriter()
    for _ in 0..<10_000 {
      let event = samples.event()
      let bytes = writer.bytes(event)
      #expect(reader.read(bytes.span).event == event.asRead)
      if bytes.contains(where: { $0 < 0x20 || $0 == 0x7f }) { Issue.record("a control byte in \(bytes)") }
    }
  }

  @Test(arguments: awkwardTexts)
  func `nothing that moves a cursor or turns a line is written as it is`(text: String) {
    #expect(!line(.note(text, call: nil)).unicodeScalars.contains(where: LineWriter.mustHide))
  }

  /// Found by fuzzing.
  @Test(arguments: [
    "set acme-4f2 lc-=2w", "object acme-4f2 act=4 act=^x", "later acme-4f2 at=2026-11-21T09:31Z at=x",
    "amend acme-4f2 object of=x of=4k9w2m7xq4b0c1", "unset acme-4f2 a=1 b=\"\"", "set acme-4f2 a-=1 b-=\"\"",
    "unset acme-4f2 x-=1",
    "lead acme-4f2 name=Jo email=\"\" tag=\"\" import=\"\" ext.a=\"\"", "move acme-4f2 warm wake=\"\"",
  ])
  func `whatever was read is written and read as the same`(line: String) throws {
    let event = try event("2026-11-21T09:31Z \(line)")
    #expect(LineReader.read(LineWriter().bytes(event)).event == event)
  }

  @Test(arguments: ["a b", "a=b", "a\"b", "a\u{0}b", "a\u{202e}b", ""])
  func `a key that would break the line is spelled otherwise`(name: String) throws {
    var capture = Capture()
    capture.ext = [Field(name, "1")]
    let reading = LineReader.read(line(.lead(capture)))
    guard case .lead(let read)? = reading.event?.fact else { throw Wrong() }
    #expect(reading.kind == .sound && read.ext.map(\.key) == [name.isEmpty ? "" : "a_b"])
  }

  @Test func `a line of very many keys is read in one pass`() throws {
    let event = try event("2026-11-21T09:31Z set acme-4f2" + String(repeating: " a=1", count: 100_000))
    guard case .set(let edits) = event.fact else { throw Wrong() }
    #expect(edits.count == 100_000)
  }

  @Test func `an unknown kind keeps its words and keys`() throws {
    let line = #"2026-11-21T09:31Z shipped! acme-4f2 box "two words" weight=3 weight=4 by=ana"#
    let event = try event(line)
    #expect(
      event.fact
        == .unknown(
          kind: "shipped!", words: ["box", "two words"], fields: [Field("weight", "3"), Field("weight", "4")]))
    #expect(
      String(decoding: LineWriter().bytes(event), as: UTF8.self).contains(
        #"shipped! acme-4f2 box "two words" weight=3 weight=4 by=ana"#))
  }

  @Test func `a text written without quotes is one text`() throws {
    let event = try event("2026-11-21T09:31Z note acme-4f2 Called twice today lint=2")
    #expect(event.fact == .note("Called twice today", call: nil))
    #expect(event.extra == [Field("lint", "2")])
  }

  @Test func `an amendment repeats its event with other values`() throws {
    let event = try event("2026-11-21T09:31Z amend acme-4f2 touch call none note=late of=\(id)")
    var touch = Touch(.call, .none)
    touch.note = "late"
    #expect(event.fact == .amend(of: try #require(EventID(id)), .touch(touch)))
  }

  @Test func `a line may be a mebibyte long`() throws {
    let text = String(repeating: "x\\n", count: LineReader.longest / 3 - 40)
    let event = try event("2026-11-21T09:31Z note acme-4f2 \"\(text)\"")
    guard case .note(let read, _) = event.fact else { throw Wrong() }
    #expect(read.utf8.count == 2 * (LineReader.longest / 3 - 40))
  }
}

struct Wrong: Error {}

extension Event {
  /// What is left of it after a line: an unknown kind keeps the keys that no program knows with itself.
  var asRead: Event {
    var event = self
    if case .unknown(let kind, let words, let fields) = fact {
      event.fact = .unknown(kind: kind, words: words, fields: fields + extra)
      event.extra = []
    }
    return event
  }
}

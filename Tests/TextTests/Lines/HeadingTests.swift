import LeadlineCore
import LeadlineTestKit
import LeadlineText
import Testing

@Suite struct HeadingTests {
  private func heading(_ bytes: [UInt8]) -> Heading? {
    var reader = HeadingReader()
    return reader.heading(of: bytes.span)
  }

  /// The line with the check that it would have.
  private func checked(_ text: some Sequence<UInt8>) -> [UInt8] {
    let text = Array(text)
    return text + Array(" ^".utf8) + Checksum.digits(Checksum().of(text))
  }

  private func line(_ words: String, time: String = "2026-11-21T09:30:05.120Z") -> [UInt8] {
    checked("\(time) \(words)".utf8)
  }

  /// Whatever has a heading must be sound, and must be what the heading says.
  private func complaint(_ bytes: [UInt8], _ headings: inout HeadingReader, _ lines: inout LineReader) -> String? {
    guard let heading = headings.heading(of: bytes.span) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = lines.read(bytes.span)
    guard reading.kind == .sound, let event = reading.event else { return "\(reading.kind): \(text)" }
    let isSame =
      event.id == heading.id && event.time == heading.time && event.at == heading.at
      && event.logical == heading.logical && event.act == heading.act && event.lead?.text == heading.lead.text
      && event.fact.kind == heading.kind
    if !isSame { return "another heading: \(text)" }
    let again = LineDecoder().event(bytes.span, id: heading.id, lead: LeadID(heading.lead.text))
    return again == event ? nil : "another event: \(text)"
  }

  @Test(arguments: [
    #"note acme-4f2kq "Wants SSO" by=ana id=4k9w2m7xq4b0c1"#, "signal acme-4f2kq replied src=web-1 by=dov id=s0",
    "touch acme-4f2kq voicemail sent for=default/acme/1/2 by=ana id=1",
    #"action acme-4f2kq "Call back" due=2026-11-26T17:00 tz=Europe/Berlin channel=call id=1"#,
    #"lead acme-4f2kq inbound name="Zoë Weiß" value="12000 EUR" state=won closed=2026-01-02 ext.opportunity_id=7 id=1"#,
    "done acme-4f2kq of=4k9w2m7xq4b0c1 id=1", "move acme-4f2kq recycle until=2027-01-01 id=1",
    "meeting acme-4f2kq cancelled start=2026-11-26T17:00 id=1", "unset acme-4f2kq company tag=fair id=1",
    "close acme-4f2kq won value=\"5 EUR\" at=2026-11-21T09:29:58Z act=9 lc=2026-11-21T09:30:05.121Z id=1",
  ])
  func `our own lines have a heading`(words: String) throws {
    let (bytes, time) = (line(words), Instant("2026-11-21T09:30:05.120Z"))
    #expect(heading(bytes)?.time == time)
    var headings = HeadingReader()
    var lines = LineReader()
    #expect(complaint(bytes, &headings, &lines) == nil)
  }

  @Test(arguments: [
    "note acme-4f2kq id=1", "note acme-4f2kq \"open id=1", "note - \"x\" id=1", "note acme-4f2kq x", "undo - of=1 id=2",
    "merge acme-4f2kq into=b id=1", "shipped! acme-4f2kq id=1", "touch acme-4f2kq pigeon id=1",
    "touch acme-4f2kq call Xeached id=1", "touch acme-4f2kq Xoicemail sent id=1", "note acme-4f2kq x id=1 id=2",
    "action acme-4f2kq x id=1", "action acme-4f2kq x due=never id=1", "lead acme-4f2kq value=lots id=1",
    "move acme-4f2kq \"warm id=1", "note acme-4f2kq \"a\"b id=1", "note acme-4f2kq x at=noon id=1",
    "note acme-4f2kq x id=l", "note a=b x id=1", "note acme-4f2kq x \u{7f}=1 id=1", "note acme-4f2kq \"\u{0}\" id=1",
    "move acme-4f2kq cold id=1", "done acme-4f2kq of=a/b/c id=1", "note acme-4f2kq-of-fifteen x id=1",
  ])
  func `what is unusual or wrong has none`(words: String) { #expect(heading(line(words)) == nil) }

  @Test func `a line that was changed, cut or written by hand has none`() {
    let whole = line("note acme-4f2kq \"Wants SSO\" by=ana id=1")
    #expect(heading(whole) != nil)
    for index in whole.indices {
      var other = whole
      other[index] ^= 1
      #expect(heading(other) == nil, "byte \(index)")
      #expect(heading(Array(whole[..<index])) == nil)
    }
    #expect(heading(Array(#"2026-11-21T09:31Z note acme-4f2kq "Called""#.utf8)) == nil)
    #expect(heading(checked([0xff] + whole.dropLast(10))) == nil)
  }

  @Test func `times of one day and of the next are told apart`() {
    var reader = HeadingReader()
    for time in ["2026-11-21T09:30:05.120Z", "2026-11-21T23:59:59.999Z", "2026-11-22T00:00:00.000Z"] {
      #expect(reader.heading(of: line("reopen acme-4f2kq id=1", time: time).span)?.time.text == time)
    }
    for time in ["2026-11-22T24:00:00.000Z", "2026-11-22T0x:00:00.000Z", "2026-11-22T00:00:00.000+"] {
      #expect(reader.heading(of: line("reopen acme-4f2kq id=1", time: time).span) == nil)
    }
  }

  @Test func `random events with random damage have a heading only where they are sound`() {
    var samples = SampleFacts(seed: 42)
    var headings = HeadingReader()
    var lines = LineReader()
    let writer = LineWriter()
    var count = 0
    for _ in 0..<6_000 {
      var text = Array(writer.bytes(samples.event()).dropLast(10))
      if headings.heading(of: checked(text).span) != nil { count += 1 }
      for _ in 0..<4 {
        if let complaint = complaint(checked(text), &headings, &lines) { Issue.record("\(complaint)") }
        let place = Int(samples.dice.next() % UInt64(text.count))
        let byte = samples.dice.pick(Array(" \"\\==-a0/^".utf8) + [0x09, 0x7f, 0xc3])
        if samples.dice.chance(50) { text[place] = byte } else { text.insert(byte, at: place) }
      }
    }
    #expect(count > 2_000)
  }
}

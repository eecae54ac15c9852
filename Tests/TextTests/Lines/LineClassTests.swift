import LeadlineCore
import LeadlineTestKit
import LeadlineText
import Testing

/// The classes of 2-journal.md, 3.
@Suite struct LineClassTests {
  private static let note = "2026-11-21T09:30:05.120Z note acme-4f2 Called by=ana id=4k9w2m7xq4b0c1"

  private static func sealed(_ text: String) -> String {
    text + " ^" + String(decoding: Checksum.digits(Checksum().of(Array(text.utf8))), as: UTF8.self)
  }

  private static let examples: [(String, LineClass)] = [
    ("", LineClass.blank), (" \t \r", .blank),
    ("# a remark", .comment), ("#", .comment), ("#~ not an event", .comment), ("#leadline journal x", .comment),
    ("#leadline journal 1", .header),
    (sealed(note), .sound), (sealed(note) + "\r", .sound), ("  " + sealed(note), .sound),
    ("2026-11-21T09:31Z note acme-4f2 Called", .handWritten),
    ("2026-11-21T10:31:00+01:00 note acme-4f2 Called", .handWritten),
    (note + " ^-", .vouched), ("2026-11-21T09:31Z note acme-4f2 Called ^-", .vouched),
    (sealed(note).replacing("Called", with: "called"), .altered), (note + " ^00000000", .altered),
    (note, .cut), (note + " ^7c1d90e", .cut), (note + " ^", .cut), ("2026-11", .cut), ("2", .cut),
    ("2026-11-21T09:30:05.120Z note acme-4f2 \"Cal", .cut),
    ("#~ " + sealed(note), .void), ("#~ " + note, .void), ("#~ 2026-11-21T09:31Z note acme-4f2 Called", .void),
    ("<<<<<<< HEAD", .conflict), ("=======", .conflict), (">>>>>>> theirs", .conflict), ("||||||| base", .conflict),
    ("2026-11-21T09:31Z", .bad), ("2026-11-21T09:31Z note", .bad), ("yesterday note acme-4f2 Called", .bad),
    ("2026-13-21T09:31Z note acme-4f2 Called", .bad), ("2026-11-21T09:31Z note acme-4f2 \"Called", .bad),
    ("2026-11-21T09:31Z note acme-4f2 Called id=!", .bad), ("2026-11-21T09:31Z touch acme-4f2 pigeon", .bad),
    (sealed("2026-11-21T09:30:05.120Z move acme-4f2 cold by=ana id=4k9w2m7xq4b0c1"), .bad),
  ]

  @Test(arguments: examples)
  func `each class is recognised`(line: String, kind: LineClass) {
    #expect(LineReader.read(line).kind == kind)
  }

  @Test func `a byte that is no text makes a line bad`() {
    let bytes = Array(Self.sealed(Self.note).utf8)
    var broken = bytes
    broken[40] = 0xff
    #expect(LineReader.read(broken).kind == .bad)
    #expect(LineReader.read(broken).offset == 40)
    broken[40] = 0
    #expect(LineReader.read(broken).what == "a NUL byte")
    #expect(LineReader.read(bytes + [0xed, 0xa0, 0x80]).event == nil)
  }

  @Test func `only an event that is used has a fact`() {
    for line in [Self.note, "# \(Self.note)", "<<<<<<< HEAD", "nonsense"] {
      #expect(LineReader.read(line).event == nil)
    }
    #expect(LineReader.read("#~ " + Self.sealed(Self.note)).event?.id.text == "4k9w2m7xq4b0c1")
    #expect(LineReader.read(Self.sealed(Self.note).replacing("Called", with: "Lied")).event != nil)
  }

  @Test func `a voided hand-written line takes out the event of that text`() {
    let line = "2026-11-21T09:31Z note acme-4f2 Called"
    #expect(LineReader.read("#~ " + line).event?.id == LineReader.read(line).event?.id)
  }

  @Test func `the number of a newer format is read`() {
    #expect(LineReader.read("#leadline journal 2").format == 2)
  }

  @Test(arguments: [
    ("2026-11-21T09:31Z touch acme-4f2 1️⃣pigeon", "\"pigeon\" is no channel"),
    ("2026-11-21T09:31Z touch acme-4f2 call 1️⃣maybe", "\"maybe\" is no outcome"),
    ("2026-11-21T09:31Z move acme-4f2 1️⃣cold", "\"cold\" is no state"),
    ("2026-11-21T09:31Z action acme-4f2 Call due=1️⃣soon", "due=soon cannot be read"),
    ("2026-11-21T09:31Z 1️⃣action acme-4f2 Call", "due=DATE is missing"),
    ("2026-11-21T09:31Z note acme-4f2 1️⃣\"Called", "a quote is not closed"),
    ("2026-11-21T09:31Z note acme-4f2 \"Called\"1️⃣twice", "something stands right behind a closing quote"),
    ("2026-11-21T09:31Z note acme-4f2 1️⃣\u{1}Called", "a control character"),
    ("2026-11-21T09:31Z note 1️⃣acme\u{202e}-4f2 Called", "the lead holds a character that nobody sees"),
    ("2026-11-21T09:31Z note acme-4f2 Called 1️⃣\u{feff}by=ana", "a key holds a character that nobody sees"),
    ("1️⃣yesterday note acme-4f2 Called", "the line does not begin with a time"),
    ("2026-11-21T09:31Z 1️⃣note=x acme-4f2", "the kind of event is missing"),
    ("2026-11-21T09:31Z note acme-4f2 Called id=1️⃣UPPER", "id=UPPER cannot be read"),
  ])
  func `a bad line says where and why`(marked: String, what: String) throws {
    let text = MarkedText(marked)
    let reading = LineReader.read(text.text)
    #expect(reading.what == what)
    #expect(reading.offset + 1 == text.place()?.column)
    #expect(!reading.instead.isEmpty)
  }

  @Test func `every beginning of a sound line is cut, or blank, and never used`() {
    var samples = SampleFacts(seed: 5)
    for _ in 0..<200 {
      let bytes = LineWriter().bytes(samples.event())
      var reader = LineReader()
      for count in 0..<bytes.count {
        let reading = reader.read(bytes.span.extracting(0..<count))
        if reading.event != nil || !(reading.kind == .cut || reading.kind == .blank) {
          Issue.record("\(reading.kind) \(String(decoding: bytes[..<count], as: UTF8.self))")
        }
      }
    }
  }

  @Test func `random bytes have a class and no more`() {
    var dice = Dice(seed: 11)
    var reader = LineReader()
    for _ in 0..<10_000 {
      let bytes = (0..<dice.next() % 120).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      let kind = reader.read(bytes.span).kind
      #expect(kind != .sound)
    }
  }

  @Test func `a sound line that is changed in one place is never sound`() {
    var samples = SampleFacts(seed: 12)
    var reader = LineReader()
    for _ in 0..<10_000 {
      var bytes = LineWriter().bytes(samples.event())
      let place = Int(samples.dice.next() % UInt64(bytes.count))
      switch samples.dice.next() % 3 {
      case 0: bytes[place] ^= UInt8(truncatingIfNeeded: samples.dice.next() | 1)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8(truncatingIfNeeded: samples.dice.next() | 0x21), at: place)
      }
      if reader.read(bytes.span).kind == .sound { Issue.record("\(String(decoding: bytes, as: UTF8.self))") }
    }
  }
}

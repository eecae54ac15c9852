import LeadlineCore
import LeadlineText
import Testing

/// Berlin, Monday to Friday, 09:00–17:00; now is Monday 2026-11-23 09:12.
private let calendar = WorkCalendar(zone: Zone(posix: "CET-1CEST,M3.5.0,M10.5.0/3") ?? .utc)

private func capture(_ text: String) -> CaptureLine {
  let now = WallTime("2026-11-23T09:12").map(calendar.zone.instant(of:)) ?? .earliest
  return CaptureReader.read(text, now: now, calendar: calendar)
}

@Suite struct CaptureReaderTests {
  @Test func `the line of the first start is understood`() {
    let line = capture("Ana Müller @Acme ana@acme.de 12k€ via:fair")
    #expect(line.understood == "name Ana Müller · org Acme · mail ana@acme.de · value 12 000 EUR · via fair")
    #expect(line.isComplete)
    #expect(line.findings.isEmpty)
  }

  @Test(
    arguments: [
      ("Ana next:send proposal due:thu", "name Ana · next send proposal · due Thu 2026-11-26"),
      (
        "Ana next: send rollback page + split invoice due:today 17:00",
        "name Ana · next send rollback page + split invoice · due Mon 2026-11-23 17:00"
      ),
      (
        "Ana next:ask about sso: price, @acme 12k€ // wants SSO",
        "name Ana · next ask about sso: price, @acme 12k€ · note wants SSO"
      ),
      ("Ana next:\"call back\" @Acme", "name Ana · org Acme · next call back"),
      ("due:next fri 10:00 Ana", "name Ana · due Fri 2026-12-04 10:00"),
      ("due:thu Ana", "name Ana · due Thu 2026-11-26"),
      ("due:11 jan Ana", "name Ana · due Mon 2027-01-11"), ("due:2h Ana", "name Ana · due Mon 2026-11-23 11:12"),
      ("@\"Two Words\" Bo", "name Bo · org Two Words"), ("\"12k€ Ltd\" +a +b +a", "name 12k€ Ltd · tag a · tag b"),
      ("Ana :hot", "name Ana · state hot"),
      ("Ana !Recycle #fair $12k", "name Ana · value 12 000 USD · state recycle · tag fair"),
      ("Ana +49 30 1234 12000 EUR", "name Ana · phone +49 30 1234 · value 12 000 EUR"),
      ("Ana +49-30/1234, <ana@acme.de>; 12k€,", "name Ana · mail ana@acme.de · phone +49-30/1234 · value 12 000 EUR"),
      ("Müller, Ana, € 12k", "name Müller, Ana · value 12 000 EUR"),
      ("Studio 54 Fit 4 ALL", "name Studio 54 Fit 4 ALL"),
      (
        "Ana https://acme.de/x?a:b linkedin.com/in/ana",
        "name Ana · url https://acme.de/x?a:b · url linkedin.com/in/ana"
      ),
      (
        "Ana role:\"head of IT\" ref:Bo decision:safety wake:replied tz:Europe/Paris",
        "name Ana · ref Bo · role head of IT · decision safety · wake replied · tz Europe/Paris"
      ),
      ("Ana ext.size:40 ext.Crm:x", "name Ana · ext.size 40 · ext.Crm x"), ("+49301234567", "phone +49301234567"),
      ("@Acme // https://acme.de due:thu", "org Acme · note https://acme.de due:thu"),
      ("Ana Via:fair,", "name Ana · via fair"),
      ("\tAna \u{A0} Müller\n", "name Ana Müller"),
    ] as [(String, String)])
  func `the grammar holds`(text: String, understood: String) {
    let line = capture(text)
    #expect(line.understood == understood)
    #expect(line.findings == [])
  }

  @Test(
    arguments: [
      ("Ana vai:fair", "capture:1:5: unknown key vai; write via:fair"),
      (
        "Ana colour:red",
        "capture:1:5: unknown key colour; the keys are via ref role decision due next wake tz ext.NAME"
      ),
      ("Ana :hot :warm", "capture:1:10: a second state; write one of :hot, :warm and :recycle"),
      ("Ana :hott", "capture:1:5: :hott is no state; write :hot"),
      ("Ana 12k€ €5", "capture:1:10: a second value; write one"),
      ("Ana 1.054k€", "capture:1:5: 1.054k€ has two readings; write 1054 or 1054k with EUR"),
      ("Müller @A @B", "capture:1:11: a second company; write one, @\"Two Words\" in quotes"),
      ("Ana @ Acme", "capture:1:5: @ has no company after it; write @Acme or @\"Two Words\""),
      (
        "Ana ana@acme",
        "capture:1:5: ana@acme is no mail address; write it like ana@acme.example, a company after a space"
      ),
      (
        "Ana -x@acme.de",
        "capture:1:5: -x@acme.de is no mail address; write it like ana@acme.example, a company after a space"
      ),
      ("Ana +1", "capture:1:5: +1 is no phone number; write + and 5 to 15 digits"),
      ("Ana 10:00", "capture:1:5: 10:00 stands alone; write due:10:00"),
      ("Ana via: fair", "capture:1:5: via: has no value; write it without a space after the colon"),
      ("Ana via:a via:b", "capture:1:11: a second via:; write one"),
      ("Ana +", "capture:1:5: + has no tag after it; write +tag"),
      ("Ana @\"Acme", "capture:1:6: the quote is not closed; close it with \""),
      ("12k€", "capture:1:1: nobody is named; write a name, @company, a mail address or a phone number"),
      ("Ana due:thu due:fri", "capture:1:13: a second due:; write one"),
      (
        "Ana ext.a=b:1",
        "capture:1:5: unknown key ext.a=b; the keys are via ref role decision due next wake tz ext.NAME"
      ),
      ("Ana ext.a:1 ext.a:2", "capture:1:13: a second ext.a:; write one"),
    ] as [(String, String)])
  func `what is wrong or has two meanings is told, with its column`(text: String, finding: String) {
    let line = capture(text)
    #expect(line.findings.map(\.line) == [finding])
    #expect(!line.isComplete)
  }

  @Test(
    arguments: [
      ("Ana 12k", "12k is read as part of the name"), ("Ana 0301234567", "0301234567 is read as part of the name"),
      ("Ana acme.de", "acme.de is read as part of the name"),
    ] as [(String, String)])
  func `a name that looks like something else is a warning`(text: String, what: String) {
    let line = capture(text)
    #expect(line.findings.map(\.what) == [what])
    #expect(line.name == text && line.isComplete)
  }

  @Test func `a due that is none is told where it stands`() {
    let line = capture("Ana due:soon later")
    #expect(line.findings.map(\.place.column) == [9])
    #expect(line.due == nil && line.name == "Ana later")
  }

  @Test func `tokens cover every word, in order`() {
    let line = capture("Ana Müller @\"Two Words\" x:y next:call her // note")
    #expect(line.tokens.map(\.kind) == [.name, .name, .company, .refused, .next, .note])
    #expect(line.tokens.map(\.range) == [0..<3, 4..<10, 11..<23, 24..<27, 28..<41, 42..<49])
  }

  @Test func `the words of a shell make one line`() {
    let words = ["Ana", "Müller", "@Two Words", "via:trade fair", "next:send", "it", "due:thu 10:00", "// a b"]
    let line = capture(CaptureReader.line(of: words))
    #expect(line.company == "Two Words" && line.source == "trade fair" && line.next == "send it" && line.note == "a b")
    #expect(line.name == "Ana Müller" && line.dueText == "thu 10:00" && line.findings.isEmpty)
  }

  @Test func `a line over 64 KiB is refused whole`() {
    let line = capture(String(repeating: "a ", count: 40_000))
    #expect(line.findings.map(\.what) == ["the line is over 64 KiB"])
    #expect(line.name.isEmpty)
  }

  @Test func `no line traps, and tokens lie in it`() {
    var random = SeededRandom(seed: 7)
    let pieces = [
      "@", "+", ":hot", "due:", "next:", "\"", "//", "12k", "€", " ", " ", "ä", "ext.", "x:", "9", "\u{0}", "a@b.de",
      "thu", ".",
    ]
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
      let line = capture(text)
      let count = text.unicodeScalars.count
      #expect(
        line.tokens.allSatisfy { $0.range.lowerBound < $0.range.upperBound && $0.range.upperBound <= count }, "\(text)")
      #expect(
        zip(line.tokens, line.tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }, "\(text)")
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

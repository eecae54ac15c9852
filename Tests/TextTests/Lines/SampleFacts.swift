import LeadlineCore
import LeadlineTestKit
import LeadlineText

private let nonCharacters = [0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1ffff, 0x10ffff].compactMap {
  Unicode.Scalar($0 as UInt32)
}
.map { String($0) }.joined()

/// Texts that break careless writers.
let awkwardTexts: [String] = [
  "Called", "", " ", "two words", "\"quoted\" and 'single'", #"back\slash \n \u{41} \"#, "line\nbreak\r\n\ttab",
  "^7c1d90ea", "^-", "a=b", "=", "=x", "see ^7c1d90ea and ^- there", "id=4k9w2m7xq4b0c1", "#~ note", "#",
  "<<<<<<< ours", "-", "+",
  "\u{0}\u{1}\u{1b}[31m\u{7f}", "\u{80}\u{9b}31m\u{9f}",
  "\u{202e}txt.exe\u{202c}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}",
  "\u{e0041}\u{e007f}", "\u{feff}" + nonCharacters, "\u{2028}\u{2029}", "Müller 日本語 🧑‍🚀 e\u{301}",
  String(repeating: "\u{300}", count: 50), "2026-11-21T09:30:05.120Z", "by=ana", "\u{a0}", "\"", "\\",
]

/// Facts of every kind, with texts as bad as they come.
struct SampleFacts {
  var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  private mutating func text() -> String { dice.pick(awkwardTexts) }
  private mutating func id() -> EventID { EventID(random: UInt128(dice.next()) << 64 | UInt128(dice.next())) }
  private mutating func instant() -> Instant { Instant(milliseconds: Int64(dice.next() % 7_289_654_400_000)) }
  private mutating func day() -> Day { Day(number: Int32(dice.next() % 80_000)) }
  private mutating func wall() -> WallTime { WallTime(day: day(), millisecond: Int32(dice.next() % 86_400_000)) }
  private mutating func due() -> Due { dice.chance(50) ? .day(day()) : .wall(wall()) }
  private mutating func maybe<Value>(_ value: (inout SampleFacts) -> Value) -> Value? {
    dice.chance(50) ? value(&self) : nil
  }
  private mutating func kind() -> SignalKind {
    dice.pick(SignalKind.known + [SignalKind("demo.started"), SignalKind("a=b")])
  }
  private mutating func money() -> Money {
    Money(minor: Int64(dice.next() % 100_000_000_000_000), currency: dice.pick(["EUR", "CHF"]))
  }
  private mutating func reference() -> Reference {
    dice.chance(50)
      ? .event(id()) : .firing(FiringKey(rule: "state warm", lead: "acme-4f2kq", anchor: "\(dice.next())", rung: 1))
  }
  private mutating func texts() -> [String] { (0..<dice.next() % 3).map { _ in text() }.filter { !$0.isEmpty } }

  mutating func event() -> Event {
    let time = instant()
    let fact = fact()
    // To `set`, every key is a field.
    let canExtend = if case .set = fact { false } else if case .amend(_, .set) = fact { false } else { true }
    return Event(
      id: id(), time: time, at: maybe { $0.instant() }, logical: maybe { $0.instant() },
      lead: dice.chance(90) ? LeadID("acme-4f2kq") : nil, by: text(), act: maybe { $0.id() }, fact: fact,
      extra: canExtend && dice.chance(20) ? [Field("future", text())] : [])
  }

  mutating func fact() -> Fact { fact(Int(dice.next() % 25)) }

  mutating func fact(_ kind: Int) -> Fact {
    switch kind {
    case 0: return .lead(capture())
    case 1: return .person(Person(name: text(), email: text(), phone: text(), role: text()))
    case 2: return .set([Edit("name", .set, text()), Edit("tag", .add, text()), Edit("email", .remove, text())])
    case 3: return .set([Edit("company", .remove, ""), Edit("tag", .remove, "fair")])
    case 4: return .consent(basis: text(), how: text())
    case 5: return .object
    case 6: return .note(text(), call: maybe { $0.id() })
    case 7: return .signal(signal())
    case 8: return .touch(touch())
    case 9: return .meeting(meeting())
    case 10:
      var intention = Intention(text(), due: due())
      intention.zone = dice.pick(["", "Europe/Berlin"])
      intention.means = maybe { $0.dice.pick(Means.allCases) }
      return .action(intention)
    case 11: return .promise(text(), due: due())
    case 12: return .done(of: reference(), note: text())
    case 13:
      return .snooze(
        of: reference(), due: maybe { $0.due() }, until: maybe { $0.kind() }, hold: dice.chance(50), because: text())
    case 14: return .dismiss(of: maybe { $0.reference() })
    case 15:
      var move = Move(to: dice.pick(State.allCases))
      move.until = maybe { $0.day() }
      move.wake = maybe { $0.kind() }
      move.because = text()
      return .move(move)
    case 16: return .decide(text())
    case 17:
      var closing = Closing(dice.pick(Ending.allCases), reason: text())
      closing.fit = maybe { $0.dice.pick(Fit.allCases) }
      closing.value = maybe { $0.money() }
      closing.note = text()
      return .close(closing)
    case 18: return .reopen
    case 19: return .merge(into: LeadID("ana-00000"))
    case 20: return .adopt(Adoption(engine: 1, rules: "state hot\n  means \"x\"\n", book: text()))
    case 21:
      return .ran(Run(what: "sent", key: FiringKey(rule: "r", lead: "l", anchor: "a", rung: 2), phase: "intent"))
    case 22: return .undo(of: id())
    case 23: return .amend(of: id(), fact([0, 1, 2, 6, 7, 8, 9, 10, 11, 13, 15, 17][Int(dice.next() % 12)]))
    default:
      return .unknown(kind: "shipped!", words: [text(), text()], fields: [Field("box", text()), Field("x", text())])
    }
  }

  private mutating func capture() -> Capture {
    var capture = Capture()
    capture.name = text()
    capture.company = text()
    capture.emails = texts()
    capture.phones = texts()
    capture.url = text()
    capture.role = text()
    capture.value = maybe { $0.money() }
    capture.source = text()
    capture.ref = text()
    capture.owner = text()
    capture.tags = texts()
    capture.state = maybe { $0.dice.pick(State.allCases) }
    if capture.state == nil { capture.closed = maybe { $0.dice.pick(Ending.allCases) } }
    capture.until = maybe { $0.day() }
    capture.decision = text()
    capture.isInbound = dice.chance(50)
    capture.importKey = maybe { _ in "csv:1C1I7A6R" }
    capture.contacted = maybe { $0.day() }
    capture.closedOn = maybe { $0.day() }
    capture.reason = text()
    capture.ext =
      dice.chance(30) ? [Field("opportunity_id", text()), Field("b", "x")].filter { !$0.value.isEmpty } : []
    return capture
  }

  private mutating func signal() -> Signal {
    var signal = Signal(kind())
    signal.who = text()
    signal.confidence = maybe { $0.dice.pick(Confidence.allCases) }
    signal.source = text()
    signal.returns = maybe { $0.day() }
    signal.note = text()
    return signal
  }

  private mutating func touch() -> Touch {
    var touch = Touch(dice.pick(Channel.allCases), dice.pick(TouchOutcome.allCases))
    touch.message = text()
    touch.intent = maybe { $0.dice.pick(Intent.allCases) }
    touch.decision = text()
    touch.answers = maybe { $0.reference() }
    touch.note = text()
    return touch
  }

  private mutating func meeting() -> Meeting {
    var meeting = Meeting(dice.pick(Meeting.Change.allCases))
    meeting.start = maybe { $0.wall() }
    meeting.end = maybe { $0.wall() }
    meeting.zone = dice.pick(["", "Europe/Berlin"])
    return meeting
  }
}

extension LineReader {
  /// Reads one line of text.
  static func read(_ line: String) -> LineReading { read(Array(line.utf8)) }

  static func read(_ bytes: [UInt8]) -> LineReading {
    var reader = LineReader()
    return reader.read(bytes.span)
  }
}

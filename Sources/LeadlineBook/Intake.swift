import LeadlineCore
import LeadlineText

/// Takes the lines of a journal in: what each is, and its event into the facts.
struct Intake: ~Copyable {
  /// A line that needs a word, before its file's name is known.
  struct Mark {
    var place: LinePlace
    var reading: LineReading
    var text: [UInt8]
  }

  private var lines = LineReader()
  private var headings = HeadingReader()
  /// By the reader's segments: whether this replica wrote it.
  var isOwn: [Bool] = []
  var marks: [Mark] = []
  /// Almost every line is sound: those are counted without a look-up.
  private var sound = 0
  private var others: [LineClass: Int] = [:]
  /// Events that lie more than a day after this are told of.
  var horizon = Instant.latest
  var future: [Mark] = []

  /// The heading of a line, where that is enough to file it; nil where `take` must have a closer look.
  mutating func heading(_ line: Span<UInt8>) -> Heading? {
    guard let heading = headings.heading(of: line), heading.time <= horizon else { return nil }
    sound += 1
    return heading
  }

  func isOwn(_ place: LinePlace) -> Bool { place.segment < isOwn.count && isOwn[place.segment] }

  mutating func take(_ line: Span<UInt8>, _ place: LinePlace, _ body: (Event, Ledger.Standing, Bool) -> Void) {
    let reading = lines.read(line)
    if reading.kind == .sound { sound += 1 } else { others[reading.kind, default: 0] += 1 }
    let standing: Ledger.Standing
    switch reading.kind {
    case .blank, .comment: return
    case .header: return
    case .sound, .handWritten: standing = .sound
    case .vouched: standing = .vouched
    case .altered:
      mark(line, place, reading)
      standing = .altered
    case .void: standing = .void
    case .cut, .conflict, .bad: return mark(line, place, reading)
    }
    guard let event = reading.event else { return }
    if event.time > horizon, standing != .void {
      future.append(Mark(place: place, reading: reading, text: bytes(line)))
    }
    body(event, standing, isOwn(place))
  }

  /// Lines by what they are.
  var counts: [LineClass: Int] { sound == 0 ? others : others.merging([.sound: sound]) { $1 } }

  /// The number of lines that are told of one by one; the rest is only counted.
  private static let mostMarks = 10_000

  private mutating func mark(_ line: Span<UInt8>, _ place: LinePlace, _ reading: LineReading) {
    if marks.count < Intake.mostMarks { marks.append(Mark(place: place, reading: reading, text: bytes(line))) }
  }

  private func bytes(_ line: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<min(line.count, LineProblem.shown) { bytes.append(line[index]) }
    return bytes
  }
}

package import LeadlineCore

/// How a line of a journal stands (2-journal.md, 3).
package enum LineClass: String, Hashable, Sendable, CaseIterable {
  case blank, comment, header, sound
  case handWritten = "hand-written"
  case vouched, altered, cut, void
  case conflict = "conflict marker"
  case bad
}

/// What one line turned out to be.
package struct LineReading: Sendable {
  package var kind: LineClass
  /// The event of a sound, hand-written, vouched, altered or void line.
  package var event: Event?
  /// `header`: the format's number.
  package var format = 0
  /// Cut and bad lines: where (byte offset), why, and what to write instead.
  package var offset = 0
  package var what = ""
  package var instead = ""

  init(_ kind: LineClass, _ event: Event? = nil) {
    self.kind = kind
    self.event = event
  }
}

/// Reads lines of a journal one after the other. Never stops the program: whatever a line holds, it has a class.
package struct LineReader: ~Copyable {
  /// A longer line is reported by whoever cuts the file into lines, without being loaded.
  package static let longest = 1024 * 1024

  private typealias Problem = LineTokens.Problem

  private let checksum = Checksum()
  private var facts = FactReader()
  private var dates = DateMemory()

  package init() {}

  package mutating func read(_ line: Span<UInt8>) -> LineReading {
    var end = line.count
    while end > 0, line[end - 1] == 0x0d || line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    var start = 0
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    if start == end { return LineReading(.blank) }
    if line[start] == 0x23 { return remark(line, start, end) }
    if LineReader.isConflictMarker(line, start, end) { return LineReading(.conflict) }
    return event(line.extracting(start..<end))
  }

  /// The event of a line whose heading was read before, and which therefore has the form that our own lines have; nil
  /// for any other.
  fileprivate mutating func event(sound line: Span<UInt8>, _ id: EventID, _ lead: LeadID) -> Event? {
    let end = line.count - 10
    guard end > 40, let time = dates.instant(line) else { return nil }
    let kind = 25..<line.end(ofWordAt: 25, to: end, or: 0x20, 0x20)
    let name = kind.upperBound + 1..<line.end(ofWordAt: kind.upperBound + 1, to: end, or: 0x20, 0x20)
    guard name.upperBound <= end,
      let word = facts.tokens.name(line, LineTokens.Word(start: 25, end: kind.upperBound, isEscaped: false))
    else { return nil }
    return try? event(time, word, lead, line, body: name.upperBound..<end, id)
  }

  // MARK: remarks

  private mutating func remark(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> LineReading {
    if start + 3 < end, line[start + 1] == 0x7e, line[start + 2] == 0x20 {
      var reading = event(line.extracting(start + 3..<end), mayBeCut: false)
      reading.kind = reading.event == nil ? .comment : .void
      return reading
    }
    let prefix = Array("#leadline journal ".utf8)
    guard end - start > prefix.count, (0..<prefix.count).allSatisfy({ line[start + $0] == prefix[$0] }) else {
      return LineReading(.comment)
    }
    var number = 0
    for i in start + prefix.count..<end {
      guard (0x30...0x39).contains(line[i]), number < 100_000 else { return LineReading(.comment) }
      number = number * 10 + Int(line[i] - 0x30)
    }
    var reading = LineReading(.header)
    reading.format = number
    return reading
  }

  private static func isConflictMarker(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 7, [0x3c, 0x3d, 0x3e, 0x7c].contains(line[start]) else { return false }
    return (1..<7).allSatisfy { line[start + $0] == line[start] } && (end - start == 7 || line[start + 7] == 0x20)
  }

  // MARK: events

  private enum Check { case absent, vouched, matching, wrong }

  private mutating func event(_ line: Span<UInt8>, mayBeCut: Bool = true) -> LineReading {
    let (check, end) = check(of: line)
    if mayBeCut, check == .absent, LineReader.beginsLikeOurs(line) { return cut(at: end) }
    if let problem = LineReader.encodingProblem(line) { return failed(.bad, problem) }
    do throws(Problem) {
      let event = try read(line, end)
      switch check {
      case .absent: return LineReading(.handWritten, event)
      case .vouched: return LineReading(.vouched, event)
      case .matching: return LineReading(.sound, event)
      case .wrong: return LineReading(.altered, event)
      }
    } catch {
      // The end of a text that was cut off may look like a check.
      if mayBeCut, error.isOpen, check != .matching, LineReader.beginsLikeOurs(line) { return cut(at: line.count) }
      return failed(.bad, error)
    }
  }

  private func cut(at end: Int) -> LineReading {
    failed(.cut, Problem(offset: end, what: "the line was cut off before its check", instead: ""))
  }

  private func failed(_ kind: LineClass, _ problem: Problem) -> LineReading {
    var reading = LineReading(kind)
    reading.offset = problem.offset
    reading.what = problem.what
    reading.instead = problem.instead
    return reading
  }

  private static func encodingProblem(_ line: Span<UInt8>) -> Problem? {
    do {
      _ = try UTF8Span(validating: line)
      return nil
    } catch {
      return Problem(offset: error.byteOffsets.lowerBound, what: "not UTF-8", instead: "save the file as UTF-8")
    }
  }

  /// The check at the line's end, and where the event before it ends.
  private func check(of line: Span<UInt8>) -> (Check, Int) {
    let count = line.count
    if count > 3, line[count - 1] == 0x2d, line[count - 2] == 0x5e, line[count - 3] == 0x20 {
      return (.vouched, count - 3)
    }
    guard count > 10, line[count - 9] == 0x5e, line[count - 10] == 0x20 else { return (.absent, count) }
    var stated: UInt32 = 0
    for i in count - 8..<count {
      switch line[i] {
      case 0x30...0x39: stated = stated << 4 | UInt32(line[i] - 0x30)
      case 0x61...0x66: stated = stated << 4 | UInt32(line[i] - 0x57)
      default: return (.absent, count)
      }
    }
    return (checksum.of(line, count: count - 10) == stated ? .matching : .wrong, count - 10)
  }

  /// A time with milliseconds, or the beginning of one and nothing else: a person writes none.
  private static func beginsLikeOurs(_ line: Span<UInt8>) -> Bool {
    let form = Array("0000-00-00T00:00:00.000Z".utf8)
    for i in 0..<min(line.count, form.count) {
      let fits = form[i] == 0x30 ? (0x30...0x39).contains(line[i]) : line[i] == form[i]
      if !fits { return false }
    }
    return true
  }

  private mutating func read(_ line: Span<UInt8>, _ end: Int) throws(Problem) -> Event {
    var i = 0
    let time = try instant(line, &i, end)
    while i < end, line[i] <= 0x20 { i += 1 }
    let kindStart = i
    let kind = try head(line, &i, end, "the kind of event", "write one, such as note")
    let lead = try head(line, &i, end, "the lead", "write its id, or - where no lead is meant")
    return try event(time, kind, lead == "-" ? nil : LeadID(lead), line, body: i..<end, nil, at: kindStart)
  }

  /// The event of a line whose head is read. `known`: its id, where that is read too.
  private mutating func event(
    _ time: Instant, _ kind: String, _ lead: LeadID?, _ line: Span<UInt8>, body: Range<Int>, _ known: EventID?,
    at kindStart: Int = 25
  ) throws(Problem) -> Event {
    try facts.tokens.cut(line, from: body.lowerBound, to: body.upperBound)
    let fact = try facts.read(kind: kind, line, at: kindStart)
    let at = try facts.instant(.at, line)
    let by = facts.text(.by, line)
    let act = try facts.id(.act, line)
    let logical = try facts.instant(.lc, line)
    let id: EventID
    if let known {
      id = known
      _ = facts.tokens.takeWord(.id, line)
    } else {
      id = try facts.id(.id, line) ?? LineReader.id(ofHandWritten: line)
    }
    var rest = facts.tokens.rest(line)
    // A second one would stand in the way of the first when the line is written again.
    if !rest.isEmpty { rest.removeAll { LineReader.isOwn($0.key, of: fact) } }
    // An unknown kind keeps its keys with itself, so that words and keys stay one thing.
    var whole = fact
    if case .unknown(let kind, let words, _) = fact {
      whole = .unknown(kind: kind, words: words, fields: rest)
      rest = []
    }
    return Event(
      id: id, time: time, at: at, logical: logical, lead: lead, by: by, act: act, fact: whole, extra: rest)
  }

  private static func id(ofHandWritten line: Span<UInt8>) -> EventID {
    var bytes: [UInt8] = []
    for i in 0..<line.count { bytes.append(line[i]) }
    return EventID(handWritten: bytes)
  }

  /// Whether it is a key of the event itself, not of what the event says.
  private static func isOwn(_ key: String, of fact: Fact) -> Bool {
    if case .amend = fact, key == "of" { return true }
    return ["at", "by", "act", "lc", "id"].contains(key)
  }

  private func instant(_ line: Span<UInt8>, _ i: inout Int, _ end: Int) throws(Problem) -> Instant {
    let start = i
    while i < end, line[i] > 0x20 { i += 1 }
    guard let instant = Instant(line.extracting(start..<i)) else {
      throw Problem(offset: start, what: "the line does not begin with a time", instead: "write 2026-11-21T09:31Z")
    }
    return instant
  }

  private mutating func head(_ line: Span<UInt8>, _ i: inout Int, _ end: Int, _ noun: String, _ cure: String)
    throws(Problem) -> String
  {
    while i < end, line[i] <= 0x20 { i += 1 }
    let start = i
    while i < end, line[i] > 0x20 { i += 1 }
    if start == i { throw Problem(offset: start, what: "\(noun) is missing", instead: cure) }
    for j in start..<i where line[j] == 0x22 || line[j] == 0x3d {
      throw Problem(offset: start, what: "\(noun) is missing", instead: cure)
    }
    guard let name = facts.tokens.name(line, LineTokens.Word(start: start, end: i, isEscaped: false)) else {
      throw Problem(offset: start, what: "\(noun) holds a character that nobody sees", instead: "write it without")
    }
    return name
  }
}

/// Reads the events of lines whose headings `HeadingReader` gave.
package final class LineDecoder: EventDecoder {
  private var reader = LineReader()

  package init() {}

  package func event(_ line: Span<UInt8>, id: EventID, lead: LeadID) -> Event? {
    reader.event(sound: line, id, lead)
  }
}

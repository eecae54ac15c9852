import LeadlineCore
import LeadlineText

/// What a form's text means at this moment: what it would record, and how the preview says so.
struct FormReading: Sendable {
  /// Nil while the text cannot be recorded.
  var facts: [Fact]?
  var at: Instant?
  var preview: [PromptModel.Line] = []
  /// What the status line says once it is recorded.
  var words = ""
  /// Why it cannot be recorded yet.
  var problem = ""

  static func problem(_ what: String, _ instead: String) -> FormReading {
    let text = instead.isEmpty ? what : "\(what); \(instead)"
    return FormReading(preview: [PromptModel.Line(text, .error)], problem: text)
  }
}

struct FormReader {
  let source: PaneSource
  let version: Version

  private var dates: DueReader { DueReader(now: source.now, calendar: version.calendar) }
  private var place: Place { Place(file: "line", line: 1, column: 1) }

  func read(_ form: Form, _ world: World?) -> FormReading {
    let text = form.editor.text.trimmed
    switch form.kind {
    case .note: return note(text)
    case .next: return next(text, world)
    case .promise: return promise(text, world)
    case .park: return park(text, world)
    case .snooze: return snooze(text, form.fixed, world)
    case .close: return close(text)
    case .objection: return objection(text)
    case .away: return away(text)
    case .meeting: return meeting(text)
    case .add, .search, .filter: return FormReading()
    }
  }

  private func note(_ text: String) -> FormReading {
    let line = PromptModel.Line("a line in the timeline; no clock moves")
    if text.isEmpty {
      return FormReading(preview: [line], problem: "an empty note says nothing; write something or Esc")
    }
    return FormReading(facts: [.note(text, call: nil)], preview: [line], words: "noted")
  }

  /// `TEXT due:WHEN`: the words before `due:`, and the date behind it.
  private func split(_ text: String) -> (text: String, due: String?) {
    guard let range = text.range(ofWord: "due:") else { return (text, nil) }
    return (String(text[..<range.lowerBound]).trimmed, String(text[range.upperBound...]).trimmed)
  }

  /// Text and due of a line, or what is missing of them.
  private func dated(_ line: String, _ what: String) -> (text: String, due: Due, problem: FormReading?) {
    let (text, due) = split(line)
    let nothing = Due.day(source.wording.today)
    if text.isEmpty { return (text, nothing, FormReading(problem: "\(what) is missing; write it before due:")) }
    guard let due, !due.isEmpty else {
      return (
        text, nothing,
        FormReading(
          preview: [PromptModel.Line("when?  add due:thu, due:17:00 or due:2026-11-26", .warning)],
          problem: "a date is missing; add due:thu, due:17:00 or due:3wd")
      )
    }
    let reading = dates.read(due, at: place)
    guard let when = reading.due else {
      let finding = reading.findings.first
      return (text, nothing, .problem(finding?.what ?? "due:\(due) is no date", finding?.instead ?? ""))
    }
    return (text, when, nil)
  }

  private func intention(_ text: String, _ due: Due) -> Intention {
    var intention = Intention(text, due: due)
    if case .wall = due { intention.zone = version.calendar.zone.name }
    // `call: …` names the channel.
    if let colon = text.firstIndex(of: ":"), let means = Means(rawValue: text[..<colon].lowercased()) {
      let rest = String(text[text.index(after: colon)...]).trimmed
      if !rest.isEmpty {
        intention.means = means
        intention.text = rest
      }
    }
    return intention
  }

  private func next(_ line: String, _ world: World?) -> FormReading {
    let (text, due, problem) = dated(line, "what happens next")
    if let problem { return problem }
    let intention = intention(text, due)
    let means = intention.means.map { "\($0.rawValue): " } ?? ""
    let when = "\(source.wording.due(due)) (\(source.wording.distance(to: due.day)))"
    return FormReading(
      facts: [.action(intention)], preview: [PromptModel.Line("⏲  \(when)   \(means)\(intention.text)   me", .result)],
      words: "next: \(intention.text), \(source.wording.due(due))" + standing(world))
  }

  /// What was agreed before stays: it is not replaced.
  private func standing(_ world: World?) -> String {
    guard let next = world?.next, next.author.isAgreed else { return "" }
    return " · \(source.text(next)) stands too"
  }

  private func promise(_ line: String, _ world: World?) -> FormReading {
    let (text, due, problem) = dated(line, "what they promised")
    if let problem { return problem }
    var when = source.wording.due(due)
    if case .day = due {
      when += ", passed after \(source.wording.clock(due.deadline(in: version.calendar)))"
    }
    var preview = [PromptModel.Line("⏲  \(when)   they: \(text)", .result)]
    if let standing = world?.promise, !standing.isPassed {
      preview.append(PromptModel.Line("   instead of \(source.wording.due(standing.due))  \(standing.text)"))
    }
    return FormReading(
      facts: [.promise(text, due: due)], preview: preview, words: "promised: \(text), \(source.wording.due(due))")
  }

  /// The text before `//`, and the remark behind it.
  private func remark(_ text: String) -> (text: String, remark: String) {
    guard let range = text.range(ofWord: "//") else { return (text, "") }
    return (String(text[..<range.lowerBound]).trimmed, String(text[range.upperBound...]).trimmed)
  }

  private func park(_ line: String, _ world: World?) -> FormReading {
    let (text, because) = remark(line)
    var move = Move(to: .recycle)
    move.because = because
    var dateText = text
    if let range = text.range(ofWord: "wake:") ?? text.range(ofWord: "on:") {
      let kind = text[range.upperBound...].prefix { $0 != " " }
      if kind.isEmpty { return .problem("wake: names no signal", "write wake:replied") }
      move.wake = SignalKind(String(kind))
      dateText = (String(text[..<range.lowerBound]) + String(text[range.upperBound...].dropFirst(kind.count))).trimmed
    }
    let reading = ParkDateReader(now: source.now, calendar: version.calendar).read(
      dateText.isEmpty ? "90d" : dateText, at: place)
    guard let until = reading.day else {
      let finding = reading.findings.first
      return .problem(finding?.what ?? "\(dateText) is no date", finding?.instead ?? "")
    }
    if until <= source.wording.today { return .problem("a park ends in the future", "write 90d or a later date") }
    move.until = until
    let date = "\(source.wording.longDate(until)) (\(source.wording.distance(to: until)))"
    let wake = move.wake.map { ", or on \(Wording.words($0))" } ?? ""
    var preview = [PromptModel.Line("⏲  recycle until \(date)\(wake)", .result)]
    if !because.isEmpty { preview.append(PromptModel.Line("   because \"\(because)\"")) }
    return FormReading(
      facts: [.move(move)], preview: preview, words: "parked until \(source.wording.date(until))\(wake)")
  }

  private func snooze(_ line: String, _ fixed: String, _ world: World?) -> FormReading {
    guard let key = world?.next?.key else { return .problem("there is no next action any more", "t sets one") }
    var (text, because) = remark(line)
    var until: SignalKind?
    if fixed == "signal" {
      guard !text.isEmpty else { return FormReading(problem: "a signal is missing; write replied or meeting.booked") }
      until = SignalKind(text)
      text = "14d"
    } else if !fixed.isEmpty {
      because = line
      text = fixed
    }
    if text.isEmpty { return FormReading(problem: "a date is missing; write thu, 3wd or 2026-11-26") }
    let reading = dates.read(text, at: place)
    guard let due = reading.due else {
      let finding = reading.findings.first
      return .problem(finding?.what ?? "\(text) is no date", finding?.instead ?? "")
    }
    let waits = until.map { " or on \(Wording.words($0))" } ?? ""
    let when = "\(source.wording.due(due)) (\(source.wording.distance(to: due.day)))\(waits)"
    let action = world?.next.map { source.text($0) } ?? ""
    var preview = [PromptModel.Line("⏲  \(when)   \(action)", .result)]
    if !because.isEmpty { preview.append(PromptModel.Line("   cause \"\(because)\"")) }
    return FormReading(
      facts: [.snooze(of: key, due: due, until: until, hold: false, because: because)], preview: preview,
      words: "snoozed to \(source.wording.due(due))\(waits)")
  }

  private func close(_ line: String) -> FormReading {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, let ending = Ending(rawValue: first.lowercased()) else {
      return FormReading(
        preview: [PromptModel.Line("won, lost or dead?  \"not now\" is a park (p)", .warning)],
        problem: "write won, lost or dead first, then the reason")
    }
    var reason = words.count > 1 ? words[1] : ""
    var closing = Closing(ending, reason: "")
    for fit in Fit.allCases {
      guard let range = reason.range(ofWord: "fit:\(fit.rawValue)") else { continue }
      closing.fit = fit
      reason = (String(reason[..<range.lowerBound]) + String(reason[range.upperBound...]))
    }
    reason = reason.trimmed
    let reasons = version.settings.closeReasons.joined(separator: ", ")
    if reason.isEmpty {
      return FormReading(
        preview: [PromptModel.Line("why?  \(reasons), or your own words", .warning)],
        problem: "a close has a reason; write one behind \(ending.rawValue)")
    }
    closing.reason = reason
    let fitLine = closing.fit.map { "fit \($0.rawValue)" } ?? "fit unknown: fit:timing or fit:fit says which"
    return FormReading(
      facts: [.close(closing)],
      preview: [
        PromptModel.Line(
          "\(ending.rawValue)   reason \"\(reason)\"   \(source.wording.fullDate(source.wording.today))", .result),
        PromptModel.Line(fitLine),
      ], words: "closed: \(ending.rawValue), \(reason)")
  }

  private func objection(_ text: String) -> FormReading {
    var signal = Signal(.objection)
    signal.note = text
    let line = PromptModel.Line("objection\(text.isEmpty ? "" : ": \(text)")", .result)
    return FormReading(facts: [.signal(signal)], preview: [line], words: "objection\(text.isEmpty ? "" : ": \(text)")")
  }

  private func away(_ text: String) -> FormReading {
    var signal = Signal(.away)
    if !text.isEmpty {
      let reading = ParkDateReader(now: source.now, calendar: version.calendar).read(text, at: place)
      guard let day = reading.day else { return .problem("\(text) is no date", reading.findings.first?.instead ?? "") }
      signal.returns = day
    }
    let back = signal.returns ?? source.wording.today.adding(14)
    let words = "away until \(source.wording.fullDate(back))"
    return FormReading(facts: [.signal(signal)], preview: [PromptModel.Line(words, .result)], words: words)
  }

  private func meeting(_ text: String) -> FormReading {
    var meeting = Meeting(.booked)
    if !text.isEmpty {
      let reading = dates.read(text, at: place)
      guard let due = reading.due else { return .problem("\(text) is no time", reading.findings.first?.instead ?? "") }
      guard case .wall(let start) = due else { return .problem("a meeting needs a time", "write \(text) 14:00") }
      meeting.start = start
      meeting.zone = version.calendar.zone.name
    }
    let when = meeting.start.map { source.wording.due(.wall($0)) } ?? "time not known yet"
    return FormReading(
      facts: [.meeting(meeting)], preview: [PromptModel.Line("◉  meeting booked: \(when)", .result)],
      words: "meeting booked: \(when)")
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Where `word` begins a word of the line.
  func range(ofWord word: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      let isStart = start == startIndex || self[index(before: start)] == " "
      if isStart, self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}

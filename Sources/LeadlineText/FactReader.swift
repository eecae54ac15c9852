import LeadlineCore

/// Reads the words and keys of one line as a fact. What a kind must have and has not is a problem of the line; what it
/// need not know stays in the tokens for the caller to keep.
struct FactReader: ~Copyable {
  typealias Problem = LineTokens.Problem

  var tokens = LineTokens()

  mutating func read(kind: String, _ bytes: Span<UInt8>, at offset: Int) throws(Problem) -> Fact {
    switch kind {
    case "signal": .signal(try signal(bytes, offset))
    case "note": .note(try sentence("the text of the note", bytes, offset), call: try id(.call, bytes))
    case "touch": .touch(try touch(bytes, offset))
    case "lead": .lead(try capture(bytes))
    case "person": .person(person(bytes))
    case "set": .set(edits(bytes, taking: false))
    case "unset": .set(edits(bytes, taking: true))
    case "consent": .consent(basis: text(.basis, bytes), how: text(.how, bytes))
    case "object": .object
    case "meeting": .meeting(try meeting(bytes, offset))
    case "action": .action(try intention(bytes, offset))
    case "promise":
      .promise(try sentence("what they promised", bytes, offset), due: try need(due(.due, bytes), "due=DATE", offset))
    case "done": .done(of: try need(reference(.of, bytes), "of=ACTION", offset), note: text(.note, bytes))
    case "snooze": try snooze(bytes, offset)
    case "dismiss": .dismiss(of: try reference(.of, bytes))
    case "move": .move(try move(bytes, offset))
    case "decide": .decide(try sentence("a decision", bytes, offset))
    case "close": .close(try closing(bytes, offset))
    case "reopen": .reopen
    case "merge": .merge(into: LeadID(try need(word(.into, bytes), "into=LEAD", offset)))
    case "adopt": .adopt(try adoption(bytes, offset))
    case "ran": .ran(try run(bytes, offset))
    case "undo": .undo(of: try need(id(.of, bytes), "of=ID", offset))
    case "amend":
      try amended(bytes, offset)
    case "erase": .erase(token: text(.token, bytes), hash: text(.hash, bytes))
    default: .unknown(kind: kind, words: tokens.restOfWords(bytes), fields: [])
    }
  }

  private mutating func amended(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Fact {
    // What is amended may itself have an `of=`; the last one is ours.
    let text = try need(tokens.takeLast(.of, bytes), "of=ID", offset)
    guard let of = EventID(text) else { throw bad(.of, text, "the id of an event, such as 4k9w2m7xq4b0c1") }
    let kind = try word("the kind of the amended event", bytes, offset)
    if kind == "amend" || kind == "undo" {
      throw Problem(offset: offset, what: "an \(kind) cannot be amended", instead: "amend the event itself")
    }
    return .amend(of: of, try read(kind: kind, bytes, at: offset))
  }

  // MARK: kinds

  private mutating func capture(_ bytes: Span<UInt8>) throws(Problem) -> Capture {
    var capture = Capture()
    capture.isInbound = tokens.word(bytes) == "inbound"
    capture.name = text(.name, bytes)
    capture.company = text(.company, bytes)
    capture.emails = tokens.takeAll(.email, bytes)
    capture.phones = tokens.takeAll(.phone, bytes)
    capture.url = text(.url, bytes)
    capture.role = text(.role, bytes)
    capture.value = try money(.value, bytes)
    capture.source = text(.source, bytes)
    capture.ref = text(.ref, bytes)
    capture.owner = text(.owner, bytes)
    capture.tags = tokens.takeAll(.tag, bytes)
    if let state = tokens.take(.state, bytes) {
      capture.state = State(rawValue: state)
      capture.closed = Ending(rawValue: state)
      if capture.state == nil && capture.closed == nil {
        throw unknown(state, "state", State.names + Ending.names, bytes)
      }
    }
    capture.until = try day(.until, bytes)
    capture.decision = text(.decision, bytes)
    capture.importKey = word(.importKey, bytes)
    capture.contacted = try day(.contacted, bytes)
    capture.closedOn = try day(.closed, bytes)
    capture.reason = text(.reason, bytes)
    for index in tokens.keys.indices where !tokens.keys[index].isTaken {
      let name = tokens.name(at: index, bytes)
      guard name.hasPrefix("ext.") else { continue }
      let value = tokens.take(at: index, bytes)
      if !value.isEmpty { capture.ext.append(Field(String(name.dropFirst(4)), value)) }
    }
    return capture
  }

  private mutating func person(_ bytes: Span<UInt8>) -> Person {
    Person(
      name: text(.name, bytes), email: text(.email, bytes), phone: text(.phone, bytes), role: text(.role, bytes))
  }

  /// The keys that an event itself has are no fields of a lead.
  private static let own: Set<String> = ["at", "by", "act", "lc", "id", "of"]

  private mutating func edits(_ bytes: Span<UInt8>, taking: Bool) -> [Edit] {
    var edits: [Edit] = taking ? tokens.restOfWords(bytes).map { Edit($0, .remove, "") } : []
    for index in tokens.keys.indices where !tokens.keys[index].isTaken {
      let name = tokens.name(at: index, bytes)
      let change = taking ? nil : name.last.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
      let field = change == nil ? name : String(name.dropLast())
      if FactReader.own.contains(field) { continue }
      let value = tokens.take(at: index, bytes)
      edits.append(Edit(field, taking || change == "-" ? .remove : change == "+" ? .add : .set, value))
    }
    // Where all are taken away, those of a whole field come first, as they are written.
    guard edits.allSatisfy({ $0.change == .remove }) else { return edits }
    return edits.filter(\.value.isEmpty) + edits.filter { !$0.value.isEmpty }
  }

  private mutating func signal(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Signal {
    var signal = Signal(SignalKind(try word("the kind of the signal", bytes, offset)))
    signal.who = text(.who, bytes)
    signal.confidence = try choice(.conf, bytes)
    signal.source = text(.src, bytes)
    signal.returns = try day(.returns, bytes)
    signal.note = text(.note, bytes)
    return signal
  }

  private mutating func touch(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Touch {
    let name = try word("the channel of the touch", bytes, offset)
    guard let channel = Channel(rawValue: name) else { throw unknown(name, "channel", Channel.names, bytes) }
    var touch = Touch(channel)
    if let name = tokens.word(bytes) {
      guard let outcome = TouchOutcome(rawValue: name) else {
        throw unknown(name, "outcome", TouchOutcome.names, bytes)
      }
      touch.outcome = outcome
    }
    touch.message = text(.message, bytes)
    touch.intent = try choice(.does, bytes)
    touch.decision = text(.decision, bytes)
    touch.answers = try reference(.answers, bytes)
    touch.note = text(.note, bytes)
    return touch
  }

  private mutating func meeting(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Meeting {
    let name = try word("booked, moved or cancelled", bytes, offset)
    guard let change = Meeting.Change(rawValue: name) else {
      throw unknown(name, "change of a meeting", Meeting.Change.allCases.map(\.rawValue), bytes)
    }
    var meeting = Meeting(change)
    meeting.start = try wall(.start, bytes)
    meeting.end = try wall(.end, bytes)
    meeting.zone = text(.tz, bytes)
    return meeting
  }

  private mutating func intention(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Intention {
    var intention = Intention(
      try sentence("what is to be done", bytes, offset), due: try need(due(.due, bytes), "due=DATE", offset))
    intention.zone = text(.tz, bytes)
    intention.means = try choice(.channel, bytes)
    return intention
  }

  private mutating func snooze(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Fact {
    let holds = tokens.word(bytes) == "hold"
    let of = try need(reference(.of, bytes), "of=ACTION", offset)
    return .snooze(
      of: of, due: try due(.due, bytes), until: word(.until, bytes).map { SignalKind($0) }, hold: holds,
      because: text(.because, bytes))
  }

  private mutating func move(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Move {
    let name = try word("a state", bytes, offset)
    guard let state = State(rawValue: name) else { throw unknown(name, "state", State.names, bytes) }
    var move = Move(to: state)
    move.until = try day(.until, bytes)
    move.wake = word(.wake, bytes).map { SignalKind($0) }
    move.because = text(.because, bytes)
    return move
  }

  private mutating func closing(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Closing {
    let name = try word("won, lost or dead", bytes, offset)
    guard let ending = Ending(rawValue: name) else { throw unknown(name, "ending", Ending.names, bytes) }
    var closing = Closing(ending, reason: text(.reason, bytes))
    closing.fit = try choice(.fit, bytes)
    closing.value = try money(.value, bytes)
    closing.note = text(.note, bytes)
    return closing
  }

  private mutating func adoption(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Adoption {
    let engine = try need(tokens.take(.engine, bytes), "engine=1", offset)
    guard let number = Int(engine), (1...9999).contains(number) else {
      throw Problem(offset: offset, what: "\"\(engine)\" is no engine number", instead: "write engine=1")
    }
    return Adoption(engine: number, rules: text(.rules, bytes), book: text(.book, bytes))
  }

  private mutating func run(_ bytes: Span<UInt8>, _ offset: Int) throws(Problem) -> Run {
    let what = try word("sent, hook or notify", bytes, offset)
    let phase = try word("intent or result", bytes, offset)
    guard let key = FiringKey(try need(tokens.take(.answers, bytes), "for=KEY", offset)) else {
      throw Problem(offset: offset, what: "for= is not the key of a firing", instead: "write RULE/LEAD/ANCHOR/RUNG")
    }
    return Run(what: what, key: key, phase: phase)
  }
}

package import LeadlineCore

/// A fact as words and keys: what stands on its line between the lead and `by=`, and what JSON shows of it.
package struct LineParts: Hashable, Sendable {
  package var kind: String
  package var words: [String] = []
  package var fields: [Field] = []

  package init(_ kind: String, _ words: [String] = []) {
    self.kind = kind
    self.words = words
  }

  package init(_ fact: Fact) {
    switch fact {
    case .lead(let capture): self = LineParts(capture)
    case .person(let person): self = LineParts(person)
    case .set(let edits): self = LineParts(edits)
    case .consent(let basis, let how):
      self.init("consent")
      add("basis", basis)
      add("how", how)
    case .object: self.init("object")
    case .note(let text, let call):
      self.init("note", [text])
      add("call", call?.text)
    case .signal(let signal): self = LineParts(signal)
    case .touch(let touch): self = LineParts(touch)
    case .meeting(let meeting): self = LineParts(meeting)
    case .action(let intention): self = LineParts(intention)
    case .promise(let text, let due):
      self.init("promise", [text])
      add("due", due.text)
    case .done(let of, let note):
      self.init("done")
      add("of", of.text)
      add("note", note)
    case .snooze(let of, let due, let until, let hold, let because):
      self.init("snooze", hold ? ["hold"] : [])
      add("of", of.text)
      add("due", due?.text)
      add("until", until?.name)
      add("because", because)
    case .dismiss(let of):
      self.init("dismiss")
      add("of", of?.text)
    case .move(let move):
      self.init("move", [move.state.rawValue])
      add("until", move.until?.text)
      add("wake", move.wake?.name)
      add("because", move.because)
    case .decide(let decision): self.init("decide", [decision])
    case .close(let closing): self = LineParts(closing)
    case .reopen: self.init("reopen")
    case .merge(let into):
      self.init("merge")
      add("into", into.text)
    case .adopt(let adoption):
      self.init("adopt")
      fields = [
        Field("engine", String(adoption.engine)), Field("rules", adoption.rules), Field("book", adoption.book),
      ]
    case .ran(let run):
      self.init("ran", [run.what, run.phase])
      add("for", run.key.text)
    case .undo(let of):
      self.init("undo")
      add("of", of.text)
    case .amend(let of, let fact):
      let parts = LineParts(fact)
      self.init("amend", [parts.kind] + parts.words)
      fields = parts.fields
      add("of", of.text)
    case .erase(let token, let hash):
      self.init("erase")
      add("token", token)
      add("hash", hash)
    case .unknown(let kind, let words, let fields):
      self.init(kind, words)
      self.fields = fields
    }
  }

  /// Adds a key unless its value is empty or absent: absence is never written.
  private mutating func add(_ key: String, _ value: String?) {
    if let value, !value.isEmpty { fields.append(Field(key, value)) }
  }
}

extension LineParts {
  private init(_ capture: Capture) {
    self.init("lead", capture.isInbound ? ["inbound"] : [])
    add("name", capture.name)
    add("company", capture.company)
    for email in capture.emails { add("email", email) }
    for phone in capture.phones { add("phone", phone) }
    add("url", capture.url)
    add("role", capture.role)
    add("value", capture.value?.written)
    add("source", capture.source)
    add("ref", capture.ref)
    add("owner", capture.owner)
    for tag in capture.tags { add("tag", tag) }
    add("state", capture.closed?.rawValue ?? capture.state?.rawValue)
    add("until", capture.until?.text)
    add("decision", capture.decision)
    add("import", capture.importKey)
    add("contacted", capture.contacted?.text)
    add("closed", capture.closedOn?.text)
    add("reason", capture.reason)
    for field in capture.ext { add("ext." + field.key, field.value) }
  }

  private init(_ person: Person) {
    self.init("person")
    add("name", person.name)
    add("email", person.email)
    add("phone", person.phone)
    add("role", person.role)
  }

  /// `unset` takes away and nothing else; `set` may do all three (`tag+=x`, `email-=y`).
  private init(_ edits: [Edit]) {
    let onlyTakes = !edits.isEmpty && edits.allSatisfy { $0.change == .remove }
    self.init(onlyTakes ? "unset" : "set")
    for edit in edits {
      switch edit.change {
      case .set: fields.append(Field(edit.field, edit.value))
      case .add: fields.append(Field(edit.field + "+", edit.value))
      case .remove where onlyTakes && edit.value.isEmpty: words.append(edit.field)
      case .remove: fields.append(Field(onlyTakes ? edit.field : edit.field + "-", edit.value))
      }
    }
  }

  private init(_ signal: Signal) {
    self.init("signal", [signal.kind.name])
    add("who", signal.who)
    add("conf", signal.confidence?.rawValue)
    add("src", signal.source)
    add("return", signal.returns?.text)
    add("note", signal.note)
  }

  private init(_ touch: Touch) {
    self.init("touch", [touch.channel.rawValue, touch.outcome.rawValue])
    add("message", touch.message)
    add("does", touch.intent?.rawValue)
    add("decision", touch.decision)
    add("for", touch.answers?.text)
    add("note", touch.note)
  }

  private init(_ meeting: Meeting) {
    self.init("meeting", [meeting.change.rawValue])
    add("start", meeting.start?.text)
    add("end", meeting.end?.text)
    add("tz", meeting.zone)
  }

  private init(_ intention: Intention) {
    self.init("action", [intention.text])
    add("due", intention.due.text)
    add("tz", intention.zone)
    add("channel", intention.means?.rawValue)
  }

  private init(_ closing: Closing) {
    self.init("close", [closing.ending.rawValue])
    add("reason", closing.reason)
    add("fit", closing.fit?.rawValue)
    add("value", closing.value?.written)
    add("note", closing.note)
  }
}

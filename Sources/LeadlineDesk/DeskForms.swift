import LeadlineCore
import LeadlineText

/// Opening, typing, keeping and saving forms.
extension Desk {
  mutating func openForm(_ command: Command) {
    switch command {
    case .note: open(.note, on: cursor)
    case .next: open(.next, on: cursor)
    case .promise: open(.promise, on: cursor)
    case .add: open(.add, on: nil)
    case .park, .moveRecycle: open(.park, on: cursor)
    case .snoozeDate: open(.snooze, on: cursor)
    case .snoozeUntil: open(.snooze, on: cursor, fixed: "signal")
    case .closeOther: open(.close, on: cursor)
    case .signalObjection: open(.objection, on: cursor)
    case .signalAway: open(.away, on: cursor)
    case .signalBooked: open(.meeting, on: cursor)
    case .search: open(.search, on: nil)
    case .filter: open(.filter, on: nil, fixed: filter.text, text: filter.text)
    case .filterTag:
      open(.filter, on: nil, fixed: filter.text, text: filter.text.isEmpty ? "tag:" : "\(filter.text) tag:")
    default: break
    }
  }

  mutating func openSnooze(_ world: World, _ due: String) { open(.snooze, on: world.lead.id, fixed: due) }

  mutating func open(_ kind: Form.Kind, on lead: LeadID?, fixed: String = "", text: String = "") {
    let history = histories[kind.rawValue] ?? []
    if let kept = unsaved.last(where: { $0.kind == kind.rawValue && $0.lead == lead?.text ?? "" }), fixed.isEmpty {
      // The same id: if it was recorded after all, saving it again changes nothing.
      mode = .form(Form(kind, lead: lead, id: kept.id, began: kept.began, text: kept.text, history: history))
      say("unsaved text, taken up again · C-u empties it, Esc keeps it", .warning)
      return
    }
    var form = Form(kind, lead: lead, id: ids.next(), began: now, text: text, history: history)
    form.fixed = fixed
    mode = .form(form)
  }

  func reading(_ form: Form) -> FormReading {
    guard let version = source.version else { return FormReading(problem: "no rules are adopted") }
    if form.kind == .add { return captureReading(form, version) }
    return FormReader(source: source, version: version).read(form, form.lead.flatMap { pipeline.worlds[$0] })
  }

  private func captureReading(_ form: Form, _ version: Version) -> FormReading {
    let text = form.editor.text
    if text.trimmed.isEmpty {
      return FormReading(problem: "somebody must be named; write a name, @company or a mail address")
    }
    let facts = CaptureFacts(text, now: now, version: version, me: me)
    var reading = FormReading()
    let isPlanned = facts.line.next != nil && facts.due != nil
    reading.preview.append(PromptModel.Line(Desk.words(facts.line, withNext: !isPlanned)))
    let decision = facts.capture.decision.isEmpty ? version.settings.decisions.first ?? "" : facts.capture.decision
    let step = (version.settings.decisions.firstIndex(of: decision) ?? 0) + 1
    let where_ =
      "\((facts.capture.state ?? .warm).rawValue.uppercased()), \(step)/\(version.settings.decisions.count) \(decision)"
    if let next = facts.line.next, let due = facts.due {
      reading.preview.append(PromptModel.Line("⏲  \(source.wording.due(due))   \(next)   me   \(where_)", .result))
    } else {
      reading.preview.append(PromptModel.Line("\(where_) · no agreed next yet: next:… due:…", .warning))
    }
    if let finding = facts.findings.first {
      reading.preview.append(
        PromptModel.Line("\(finding.what); \(finding.instead)", finding.severity == .error ? .error : .warning))
      if finding.severity == .error { reading.problem = "\(finding.what); \(finding.instead)" }
    } else if let twin = twin(of: facts) {
      reading.preview.append(
        PromptModel.Line("\(twin.lead.title) has this mail or phone already · Enter captures a second lead", .warning))
    } else if !facts.line.emails.isEmpty {
      reading.preview.append(PromptModel.Line("no lead has this mail yet"))
    }
    if reading.problem.isEmpty { reading.facts = [.lead(facts.capture)] + facts.more }
    reading.words = "captured \(facts.capture.name.isEmpty ? facts.capture.company : facts.capture.name)"
    return reading
  }

  /// `name Lena Hart · company Orbit · mail lena@orbit.example · €8k · via fair`; what happens next has a line of its
  /// own once it has a date.
  private static func words(_ line: CaptureLine, withNext: Bool) -> String {
    line.fields.filter { withNext || !["next", "due"].contains($0.label) }.map { label, text in
      switch label {
      case "value": line.value?.short ?? text
      case "org": "company \(text)"
      default: "\(label) \(text)"
      }
    }.joined(separator: " · ")
  }

  /// A lead that can be reached by the same mail or phone.
  private func twin(of facts: CaptureFacts) -> World? {
    guard !facts.line.emails.isEmpty || !facts.line.phones.isEmpty else { return nil }
    return pipeline.worlds.values.first { world in
      world.lead.emails.contains { facts.line.emails.contains($0) }
        || world.lead.phones.contains { facts.line.phones.contains($0) }
    }
  }

  mutating func pressForm(_ key: Key) {
    guard case .form(var form) = mode, !form.isSaving else { return }
    switch key {
    case .escape, .control("g"), .control("c"):
      closeForm(form)
    case .enter:
      submit(form)
    case .function(1):
      say(form.ghost.isEmpty ? "Enter keeps it, Esc goes back" : form.ghost, .plain)
    case .control("t"):
      form.editor.insert(source.wording.today.text)
      form.changed = form.changed ?? now
      mode = .form(form)
    default:
      let before = form.editor.text
      if !form.editor.press(key) {
        effects.append(.bell)
        return
      }
      if form.editor.text != before, form.isEvent { form.changed = form.changed ?? now }
      mode = .form(form)
      if form.kind == .search { searchLive(form.editor.text) }
      if form.kind == .filter { filterLive(form.editor.text) }
    }
  }

  /// Esc: the text stays in the history and beside the book until it is saved or emptied.
  private mutating func closeForm(_ form: Form) {
    mode = .plain
    if form.kind == .search { search = "" }
    if form.kind == .filter { filterLive(form.fixed) }
    guard form.isEvent else { return }
    let text = form.editor.text
    if text.trimmed.isEmpty {
      unsaved.removeAll { $0.id == form.id }
      effects.append(.discard(form.id))
      return
    }
    remember(form)
    let kept = UnsavedForm(
      id: form.id, kind: form.kind.rawValue, lead: form.lead?.text ?? "", began: form.began, text: text)
    unsaved.removeAll { $0.id == form.id }
    unsaved.append(kept)
    effects.append(.keep(kept))
    say("text kept · \(form.key) takes it up again", .plain)
  }

  private mutating func remember(_ form: Form) {
    let text = form.editor.text.trimmed
    guard !text.isEmpty else { return }
    var history = histories[form.kind.rawValue] ?? []
    history.removeAll { $0 == text }
    histories[form.kind.rawValue] = Array((history + [text]).suffix(100))
  }

  private mutating func submit(_ form: Form) {
    switch form.kind {
    case .search:
      mode = .plain
      search = form.editor.text.trimmed
      remember(form)
      return
    case .filter:
      let text = form.editor.text.trimmed
      remember(form)
      mode = .plain
      setFilter(text)
      if filter.text != text { mode = .form(form) }
      return
    default: break
    }
    let reading = reading(form)
    guard let facts = reading.facts else {
      refuse(reading.problem)
      return
    }
    remember(form)
    if form.kind == .add {
      record(captured(form, facts), reading.words, form: form.id)
    } else if let lead = form.lead, let world = pipeline.worlds[lead] {
      record(facts, on: world, "\(world.lead.title): \(reading.words)", form: form.id, at: reading.at)
    }
    if effects.contains(where: { if case .append = $0 { true } else { false } }) { setSaving(true) }
  }

  private mutating func captured(_ form: Form, _ facts: [Fact]) -> [Entry] {
    var slug = "lead"
    if case .lead(let capture)? = facts.first {
      slug = Slug.read(
        capture.name.isEmpty ? capture.company.isEmpty ? capture.emails.first ?? "" : capture.company : capture.name)
    }
    let ledger = pipeline.ledger
    let lead = ids.lead(slug) { ledger.contains($0) }
    cursor = lead
    return entries(facts, on: lead, first: form.id)
  }

  mutating func setSaving(_ saving: Bool) {
    if case .form(var form) = mode {
      form.isSaving = saving
      mode = .form(form)
    } else if case .call(var call) = mode {
      call.isSaving = saving
      mode = .call(call)
    }
  }

  mutating func closeSavedForm(_ id: EventID?) {
    guard let id else { return }
    if case .form(let form) = mode, form.id == id { mode = .plain }
    if case .call(let call) = mode, call.id == id { mode = .plain }
  }

  /// Shows what a filter would show while it is typed; one that cannot be read yet leaves the lists as they are.
  private mutating func filterLive(_ text: String) {
    guard let version = source.version else { return }
    let reading = FilterReader(now: now, version: version).read(text.trimmed)
    if !reading.findings.isEmpty { return }
    filter = reading.filter
    relist()
  }

  private mutating func searchLive(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    let list = searchList
    let from = cursor.flatMap { list.firstIndex(of: $0) } ?? 0
    for distance in list.indices {
      let lead = list[(from + distance) % list.count]
      if matches(lead, text) {
        select(lead)
        return
      }
    }
  }

  // MARK: keeping what is being typed

  /// The text being typed, as it would be kept.
  package var unsavedForm: UnsavedForm? {
    if case .form(let form) = mode, form.isEvent, !form.editor.text.isEmpty {
      return UnsavedForm(
        id: form.id, kind: form.kind.rawValue, lead: form.lead?.text ?? "", began: form.began, text: form.editor.text)
    }
    if case .call(let call) = mode, !call.isEmpty { return call.unsaved }
    return nil
  }

  /// When the text being typed is to be kept: 300 ms after the first key that is not kept, so at least every 2 s.
  var keepDue: Instant? {
    let changed: Instant?
    switch mode {
    case .form(let form): changed = form.changed
    case .call(let call): changed = call.changed
    case .plain, .prefix, .help, .explain: changed = nil
    }
    return changed?.advanced(by: Desk.keepDelay)
  }

  mutating func keepForm(_ now: Instant) {
    guard let due = keepDue, due <= now, let kept = unsavedForm else { return }
    effects.append(.keep(kept))
    if case .form(var form) = mode {
      form.changed = nil
      form.lastKept = now
      mode = .form(form)
    } else if case .call(var call) = mode {
      call.changed = nil
      call.lastKept = now
      mode = .call(call)
    }
  }
}

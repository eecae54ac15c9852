import LeadlineCore
import LeadlineText

/// Call mode: typing, reviewing what was understood, hanging up.
extension Desk {
  mutating func openCall() {
    guard let world = cursorWorld else { return }
    if let kept = unsaved.last(where: { $0.kind == "call" && $0.lead == world.lead.id.text }) {
      mode = .call(Call(kept))
      say("unsaved call notes, taken up again", .warning)
    } else {
      mode = .call(Call(id: ids.next(), lead: world.lead.id, began: now))
      if world.lead.objects { say("\(world.lead.title) asked not to be contacted", .error) }
    }
  }

  mutating func pressCall(_ key: Key) {
    guard case .call(var call) = mode, !call.isSaving else { return }
    if call.question != nil {
      pressQuestion(key, &call)
    } else if call.review != nil {
      pressReview(key, &call)
    } else {
      pressText(key, &call)
    }
  }

  private mutating func pressText(_ key: Key, _ call: inout Call) {
    switch key {
    case .escape, .control("g"), .control("c"):
      leave(call)
      return
    case .control("s"):
      hangUp(&call)
      return
    case .enter where call.lines[call.row].editor.text.trimmed == ".":
      call.lines[call.row].editor.set("")
      hangUp(&call)
      return
    case .control("n"): call.begin("next: ", now)
    case .control("t"): call.lines[call.row].editor.insert(source.wording.clock(now))
    case .tab:
      let count = callReading(call)?.understood.count ?? 0
      if count > 0 {
        call.review = 0
      } else {
        say("nothing understood yet: next:, promise:, ?step, !obj, *signal …", .plain)
      }
    case .function(1):
      say(
        "next: promise: park: close: ?step !obj *signal Name <mail> 12k€ +tag @org // · C-s saves and hangs up", .plain)
    default:
      if !call.press(key, at: now) { effects.append(.bell) }
    }
    call.changed = call.changed ?? now
    mode = .call(call)
  }

  private mutating func leave(_ call: Call) {
    mode = .plain
    unsaved.removeAll { $0.id == call.id }
    if call.isEmpty {
      effects.append(.discard(call.id))
      return
    }
    unsaved.append(call.unsaved)
    effects.append(.keep(call.unsaved))
    say("call notes kept, not saved · c takes them up again", .warning)
  }

  private mutating func pressReview(_ key: Key, _ call: inout Call) {
    let rows = CallReader.byKind(callReading(call)?.understood ?? [])
    let row = min(call.review ?? 0, max(0, rows.count - 1))
    switch key {
    case .tab, .escape, .control("g"): call.review = nil
    case .down, .character("j"), .control("n"): call.review = min(row + 1, max(0, rows.count - 1))
    case .up, .character("k"), .control("p"): call.review = max(0, row - 1)
    case .character(" ") where rows.indices.contains(row):
      if call.off.remove(rows[row].identity) == nil { call.off.insert(rows[row].identity) }
    case .character("e") where rows.indices.contains(row):
      call.row = rows[row].line
      call.review = nil
    case .control("s"):
      call.review = nil
      hangUp(&call)
      return
    default: effects.append(.bell)
    }
    mode = .call(call)
  }

  private mutating func pressQuestion(_ key: Key, _ call: inout Call) {
    switch key {
    case .escape, .control("g"):
      call.question = nil
      mode = .call(call)
    case .enter:
      let answer = call.question?.text.trimmed ?? ""
      if answer.isEmpty {
        refuse("why is nothing agreed? a word is enough; Esc goes back to the call")
        return
      }
      save(&call, why: answer)
    default:
      if call.question?.press(key) == false { effects.append(.bell) }
      mode = .call(call)
    }
  }

  func callReading(_ call: Call) -> (understood: [CallReader.Understood], notes: [CallReader.Note], problems: [String])?
  {
    guard let version = source.version, let world = pipeline.worlds[call.lead] else { return nil }
    return CallReader(source: source, version: version).read(call, world)
  }

  private mutating func hangUp(_ call: inout Call) {
    guard let reading = callReading(call), let world = pipeline.worlds[call.lead] else { return }
    if let problem = reading.problems.first {
      mode = .call(call)
      refuse(problem)
      return
    }
    let on = reading.understood.filter { !call.off.contains($0.identity) }
    if settles(on, world) {
      save(&call, why: "")
    } else {
      call.question = LineEditor()
      mode = .call(call)
    }
  }

  /// Whether the call ends with something agreed: a next action, their promise, a park or a close, or one that stands.
  private func settles(_ understood: [CallReader.Understood], _ world: World) -> Bool {
    let isNew = understood.contains { ["next", "promise", "park", "close"].contains($0.noun) }
    return isNew || world.actions.contains { $0.author.isAgreed && $0.means != .call }
  }

  private mutating func save(_ call: inout Call, why: String) {
    guard let reading = callReading(call), let world = pipeline.worlds[call.lead] else { return }
    let act = ids.next()
    var touch = Touch(.call)
    // What was said first rides on the touch itself: the timeline says it once.
    touch.note = reading.notes.first?.text ?? ""
    if let next = world.next, next.means == .call { touch.answers = next.key }
    var entries = [Entry(id: call.id, lead: call.lead, by: me, act: act, fact: .touch(touch), at: call.began)]
    for note in reading.notes.dropFirst() {
      entries.append(
        Entry(id: ids.next(), lead: call.lead, by: me, act: act, fact: .note(note.text, call: call.id), at: note.at))
    }
    if !why.isEmpty {
      entries.append(
        Entry(id: ids.next(), lead: call.lead, by: me, act: act, fact: .note("no next action: \(why)", call: call.id)))
    }
    for found in reading.understood where !call.off.contains(found.identity) {
      entries.append(Entry(id: ids.next(), lead: call.lead, by: me, act: act, fact: found.fact, at: found.at))
    }
    let minutes = max(1, (now.milliseconds - call.began.milliseconds + 30_000) / Instant.minute)
    call.isSaving = true
    mode = .call(call)
    record(
      entries, "call with \(world.lead.title) saved: \(minutes) min, \(entries.count) lines · u takes it back",
      form: call.id)
    if readOnly != nil { setSaving(false) }
  }
}

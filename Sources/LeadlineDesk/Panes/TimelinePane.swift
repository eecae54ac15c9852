import LeadlineCore
import LeadlineText

/// A lead's history as rows, newest first: what was recorded, and what rules made of it.
extension PaneSource {
  func timeline(_ world: World) -> [TimelineModel] {
    let events = pipeline.ledger.history(of: world.lead.id)
    let firings = TimelineFirings(events, world.firings)
    var fired = world.firings[...]
    var counts: [SignalKind: Int] = [:]
    var rows: [TimelineModel] = []
    for event in events {
      // At one instant what happened comes before what follows from it.
      while let firing = fired.first, firing.at < event.at {
        rows.append(row(firing, on: world, isLate: firings.isLate(firing)))
        fired.removeFirst()
      }
      // The n-th of a kind since our last touch.
      var ordinal = 0
      if case .signal(let signal) = event.fact {
        counts[signal.kind, default: 0] += 1
        ordinal = counts[signal.kind, default: 0]
      }
      if case .touch = event.fact { counts = [:] }
      rows.append(row(event, ordinal))
    }
    rows += fired.map { row($0, on: world, isLate: firings.isLate($0)) }
    return rows.reversed()
  }

  private func row(_ event: Event, _ ordinal: Int) -> TimelineModel {
    let wall = zone.wall(at: event.at)
    let (sign, text) = words(event, ordinal)
    return TimelineModel(
      date: wording.date(wall.day), time: wording.clock(wall), sign: sign, text: text, who: who(event),
      isUndone: pipeline.ledger.isUndone(event.id))
  }

  /// Whose word it is: the sender's name of a signal from outside, else the person.
  private func who(_ event: Event) -> String {
    if case .signal(let signal) = event.fact, let source = signal.source.split(separator: ":").first {
      return String(source)
    }
    return event.by == wording.me ? "" : event.by
  }

  private func quoted(_ text: String) -> String { text.isEmpty ? "" : " \"\(text)\"" }

  private func words(_ event: Event, _ ordinal: Int) -> (TimelineModel.Sign, String) {
    switch event.fact {
    case .lead(let capture): return (.captured, self.captured(capture))
    case .person(let person): return (.other, "person: \(person.name) \(person.email)")
    case .set(let edits): return (.other, edits.map(Self.words).joined(separator: ", "))
    case .consent(let basis, _): return (.other, "contact rests on: \(basis)")
    case .object: return (.other, "asked not to be contacted")
    case .note(let text, _): return (.other, text)
    case .signal(let signal):
      let count = ordinal > 1 ? " \(Wording.ordinal(ordinal))" : ""
      let isWeak = (signal.confidence ?? signal.kind.usualConfidence) < .medium
      return (isWeak ? .weak : .signal, Wording.words(signal.kind) + count + quoted(signal.note))
    case .touch(let touch): return words(touch)
    case .meeting(let meeting):
      let start = meeting.start.map { ", " + wording.due(.wall($0)) } ?? ""
      return (.signal, "meeting \(meeting.change.rawValue)\(start)")
    case .action(let intention): return (.action, "next: \(intention.text), \(actionDate(intention.due, event))")
    case .promise(let text, let due): return (.promise, "promised \(wording.fullDate(due.day)): \(text)")
    case .done(let of, let note): return (.action, "done" + named(of) + (note.isEmpty ? "" : ": \(note)"))
    case .snooze(_, let due, let until, _, let because):
      let when = due.map { "to \(wording.fullDate($0.day))" } ?? until.map { "until \(Wording.words($0))" } ?? ""
      return (.other, "snoozed \(when)" + (because.isEmpty ? "" : ": \(because)"))
    case .dismiss(let of): return (.other, "dismissed" + named(of))
    case .move(let move): return (.other, words(move))
    case .decide(let decision): return (.other, "decision: \(decision)")
    case .close(let closing): return (.other, "closed \(closing.ending.rawValue): \(closing.reason)")
    case .reopen: return (.other, "reopened")
    case .merge(let into): return (.other, "merged into \(into.text)")
    case .ran(let run): return (.other, "\(run.what) \(run.phase)")
    case .amend(_, let fact): return (.other, "amended: \(LineParts(fact).kind)")
    case .adopt, .undo, .erase: return (.other, LineParts(event.fact).kind)
    case .unknown(let kind, let words, _): return (.other, ([kind] + words).joined(separator: " "))
    }
  }

  /// `: send the proposal`, of an action that a person set; `: two-week-alarm` of a rule's.
  private func named(_ action: Reference?) -> String {
    if case .firing(let key) = action, key.rung > 0 { return ": \(Wording.rung(key))" }
    guard case .event(let id) = action, case .action(let intention)? = pipeline.ledger.event(id)?.fact else {
      return ""
    }
    return ": \(intention.text)"
  }

  private func captured(_ capture: Capture) -> String {
    var text = capture.importKey == nil ? "captured" : "imported"
    if !capture.source.isEmpty { text += ", \(capture.source)" }
    if !capture.ref.isEmpty { text += ": \(capture.ref)" }
    return text + capture.tags.map { " +\($0)" }.joined()
  }

  private static func words(_ edit: Edit) -> String {
    switch edit.change {
    case .set: "\(edit.field): \(edit.value)"
    case .add: "+\(edit.value)"
    case .remove: "-\(edit.value.isEmpty ? edit.field : edit.value)"
    }
  }

  private func words(_ touch: Touch) -> (TimelineModel.Sign, String) {
    let isTalk = touch.channel == .call || touch.channel == .meeting || touch.channel == .visit
    let isUsual = touch.outcome == touch.channel.usualOutcome
    let head =
      isUsual && (isTalk || !touch.note.isEmpty)
      ? touch.channel.rawValue : "\(touch.channel.rawValue) \(touch.outcome.rawValue)"
    return (isTalk ? .call : .sent, touch.note.isEmpty ? head : "\(head): \(touch.note)")
  }

  /// A due as the timeline says it: the clock alone where it is the day of the event itself.
  private func actionDate(_ due: Due, _ event: Event) -> String {
    if case .wall(let wall) = due, wall.day == zone.day(at: event.at) { return wording.clock(wall) }
    if case .wall(let wall) = due { return "\(wording.fullDate(wall.day)) \(wording.clock(wall))" }
    return wording.fullDate(due.day)
  }

  private func words(_ move: Move) -> String {
    var text = move.state == .recycle ? "parked" : "moved to \(move.state.rawValue)"
    if let until = move.until { text += " until \(wording.date(until))" }
    if let wake = move.wake { text += " or \(Wording.words(wake))" }
    return text + (move.because.isEmpty ? "" : ": \(move.because)")
  }
}

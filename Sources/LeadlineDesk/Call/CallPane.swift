import LeadlineCore
import LeadlineText

extension Desk {
  func callModel(_ call: Call) -> CallModel {
    var model = CallModel()
    guard let world = pipeline.worlds[call.lead], let reading = callReading(call) else { return model }
    let source = source
    model.name = world.lead.title
    model.company = world.lead.company
    model.running = Desk.running(from: call.began, to: now)
    model.kept = call.lastKept.map { Desk.seconds($0, source.zone) } ?? ""
    model.lines = call.lines.enumerated().map { index, line in
      CallModel.Line(
        time: source.wording.clock(line.at), text: line.editor.text,
        cursor: index == call.row && call.review == nil && call.question == nil ? line.editor.cursor : nil)
    }
    model.understood = CallReader.byKind(reading.understood).enumerated().map { index, row in
      CallModel.Understood(
        noun: row.noun, text: row.text, short: CallReader.short(row), isOn: !call.off.contains(row.identity),
        isCursor: call.review == index)
    }
    model.understood.append(CallModel.Understood(noun: "touch", text: "call reached", isOn: true))
    model.checks = checks(reading.understood.filter { !call.off.contains($0.identity) }, world)
    model.isReviewing = call.review != nil
    model.detail = source.detail(world, scroll: 0, rows: 3)
    fillLastTime(&model, world)
    if let question = call.question {
      model.question = PromptModel(
        key: "?", title: "why is nothing agreed?", subject: world.lead.title, text: question.text,
        cursor: question.cursor,
        ghost: "the journal keeps the answer; Esc goes back to add next:, promise:, park: or close:")
    }
    return model
  }

  private static func running(from start: Instant, to end: Instant) -> String {
    let seconds = max(0, end.milliseconds - start.milliseconds) / 1000
    return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  static func seconds(_ at: Instant, _ zone: Zone) -> String {
    let wall = zone.wall(at: at)
    return [wall.hour, wall.minute, wall.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The four questions before hanging up.
  private func checks(_ understood: [CallReader.Understood], _ world: World) -> [CallModel.Check] {
    let settled = understood.last { ["next", "promise", "park", "close"].contains($0.noun) }
    let parts = settled?.text.split(separator: "   ").map(String.init) ?? []
    let decision = understood.last { $0.noun == "decision" }?.text.split(separator: "→").last.map { String($0).trimmed }
    let isNext = settled?.noun == "next"
    return [
      CallModel.Check(text: "what happens next", short: "next", answer: parts.first ?? "", isMet: settled != nil),
      CallModel.Check(
        text: "when", answer: parts.count > 1 ? parts[1] : "", isMet: parts.count > 1 || settled?.noun == "close"),
      CallModel.Check(
        text: "who", answer: isNext ? "me" : settled?.noun == "promise" ? "they" : "", isMet: settled != nil),
      CallModel.Check(
        text: "which decision it serves", short: "decision", answer: decision ?? source.decisions(world).text,
        isMet: decision != nil || settled != nil),
    ]
  }

  private func fillLastTime(_ model: inout CallModel, _ world: World) {
    let wording = source.wording
    let facts = pipeline.ledger.facts(of: world.lead.id)
    guard
      let last = facts.last(where: {
        if case .touch(let touch) = $0.fact { touch.outcome.isConversation } else { false }
      }), case .touch(let touch) = last.fact
    else { return }
    let wall = source.zone.wall(at: last.at)
    model.lastTime = "\(wording.fullDate(wall.day)) \(wording.clock(wall))  \(touch.channel.rawValue)"
    model.lastWords = touch.note
    var kinds: [SignalKind] = []
    for seen in world.signals where seen.at > last.at && !kinds.contains(seen.kind) { kinds.append(seen.kind) }
    for kind in kinds.suffix(2) {
      let at = world.signals.last { $0.kind == kind }?.at ?? last.at
      let text = wording.cause(Cause(what: .signal(kind), at: at), in: world)
      model.since.append(TimelineModel(date: "", time: "", sign: .signal, text: text, who: ""))
    }
    for event in facts.reversed() where event.at > last.at {
      if case .touch(let touch) = event.fact {
        let note = touch.note.isEmpty ? touch.outcome.rawValue : touch.note
        model.since.append(
          TimelineModel(date: "", time: "", sign: .sent, text: "\(touch.channel.rawValue): \(note)", who: ""))
        break
      }
    }
  }
}

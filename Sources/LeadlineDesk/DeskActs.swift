import LeadlineCore
import LeadlineText

/// Acts that need no typing: each makes its entries and lets them be recorded as one.
extension Desk {
  mutating func act(_ command: Command) {
    guard let world = cursorWorld else { return }
    switch command {
    case .done, .doneReplied, .doneNone, .doneVoicemail, .doneMoved, .dismiss: finish(command, world)
    case .snoozeTomorrow: openSnooze(world, "tomorrow")
    case .snoozeWeek: openSnooze(world, "1w")
    case .moveLeft, .moveRight, .moveHot, .moveWarm: moveState(command, world)
    case .stepBack, .stepForward, .step1, .step2, .step3, .step4, .step5: decide(command, world)
    case .closeWon: close(world, Closing(.won, reason: "signed"))
    case .closePrice: close(world, Closing(.lost, reason: "price"))
    case .closeCompetitor: close(world, Closing(.lost, reason: "competitor"))
    case .closeFit: close(world, closing(.lost, "not a fit", .fit))
    case .closeDead: close(world, Closing(.dead, reason: "no decision"))
    case .closeNever: neverAgain(world)
    case .reopen: record([.reopen], on: world, "reopened \(world.lead.title)")
    default:
      if let kind = Desk.signals[command] { signal(kind, world) }
    }
  }

  /// The keys behind `s` that need nothing more.
  static let signals: [Command: SignalKind] = [
    .signalReplied: .replied, .signalViewed: .proposalViewed, .signalPricing: .pricingViewed,
    .signalOpened: .emailOpened, .signalMissed: .meetingMissed, .signalAnswered: .callAnswered,
    .signalCallMissed: .callMissed, .signalCommit: .commit, .signalPrice: .priceDiscussed, .signalLink: .linkClicked,
    .signalSigned: .proposalSigned, .signalCancelled: .meetingCancelled,
  ]

  private func closing(_ ending: Ending, _ reason: String, _ fit: Fit) -> Closing {
    var closing = Closing(ending, reason: reason)
    closing.fit = fit
    return closing
  }

  // MARK: recording

  /// Asks for facts to be recorded as one act, and says what was done.
  mutating func record(_ facts: [Fact], on world: World, _ words: String, form: EventID? = nil, at: Instant? = nil) {
    record(entries(facts, on: world.lead.id, first: form, at: at), words, form: form)
  }

  mutating func record(_ entries: [Entry], _ words: String, form: EventID? = nil) {
    if let readOnly {
      refuse(readOnly)
      return
    }
    if let long = entries.first(where: {
      LineWriter().bytes($0.recorded(wall: now, logical: now)).count > LineWriter.longest
    }) {
      refuse("too long for one line of the journal (64 KiB): \(LineParts(long.fact).kind); shorten it")
      return
    }
    effects.append(.append(entries, form: form))
    say(words, .done)
  }

  /// Entries of one act: they share an act id where there is more than one; the first may have the form's own id.
  mutating func entries(_ facts: [Fact], on lead: LeadID, first: EventID? = nil, at: Instant? = nil) -> [Entry] {
    let act = facts.count > 1 ? ids.next() : nil
    return facts.enumerated().map { index, fact in
      let id = index == 0 ? first ?? ids.next() : ids.next()
      return Entry(id: id, lead: lead, by: me, act: act, fact: fact, at: at)
    }
  }

  // MARK: d…

  private mutating func finish(_ command: Command, _ world: World) {
    guard let next = world.next else { return }
    let lead = world.lead.id
    let channel = next.means?.channel
    switch command {
    case .done:
      if let channel {
        var touch = Touch(channel)
        touch.answers = next.key
        record([.touch(touch)], on: world, "done: \(channel.rawValue) \(touch.outcome.rawValue) · \(next.text)")
      } else {
        record([.done(of: next.key, note: "")], on: world, "done: \(next.text)")
      }
      afterSave = .openNextIfUnplanned(lead)
    case .doneReplied:
      record([.signal(Signal(.replied))], on: world, "\(world.lead.title) replied")
      afterSave = .openNextIfUnplanned(lead)
    case .doneNone:
      record(
        [.touch(Touch(channel ?? .call, TouchOutcome.none))], on: world, "no answer · the action stays · z… puts it off"
      )
      afterSave = .offerSnooze
    case .doneVoicemail:
      record([.touch(Touch(.voicemail))], on: world, "voicemail left · the action stays · z… puts it off")
      afterSave = .offerSnooze
    case .doneMoved: mode = .prefix([.character("z")], since: now.advanced(by: -Desk.popupDelay))
    case .dismiss:
      record([.dismiss(of: next.key)], on: world, "dismissed: \(next.text)")
      afterSave = .openNextIfUnplanned(lead)
    default: break
    }
  }

  // MARK: s…

  private mutating func signal(_ kind: SignalKind, _ world: World) {
    let fact: Fact = kind == .meetingCancelled ? .meeting(Meeting(.cancelled)) : .signal(Signal(kind))
    record([fact], on: world, "\(world.lead.title): \(Wording.words(kind))")
  }

  // MARK: moves

  private mutating func moveState(_ command: Command, _ world: World) {
    guard let state = world.state else { return }
    let target: State
    switch command {
    case .moveHot: target = .hot
    case .moveWarm: target = .warm
    case .moveLeft:
      if state == .hot {
        refuse("\(world.lead.title) is hot already")
        return
      }
      target = state == .recycle ? .warm : .hot
    default:
      if state == .recycle {
        refuse("\(world.lead.title) is in recycle already · X… closes it")
        return
      }
      target = state == .hot ? .warm : .recycle
    }
    if target == .recycle {
      openForm(.park)
      return
    }
    record([.move(Move(to: target))], on: world, "\(world.lead.title): \(state.rawValue) → \(target.rawValue)")
  }

  private mutating func decide(_ command: Command, _ world: World) {
    guard let names = source.version?.settings.decisions, !names.isEmpty else { return }
    let current = names.firstIndex(of: world.decision)
    let target: Int
    switch command {
    case .stepBack: target = (current ?? 1) - 1
    case .stepForward: target = (current ?? -1) + 1
    case .step1: target = 0
    case .step2: target = 1
    case .step3: target = 2
    case .step4: target = 3
    default: target = 4
    }
    guard names.indices.contains(target) else {
      refuse(
        target < 0 ? "\(names[0]) is the first decision" : "\(names[names.count - 1]) is the last decision of this book"
      )
      return
    }
    if target == current {
      refuse("\(world.lead.title) is at \(names[target]) already")
      return
    }
    record(
      [.decide(names[target])], on: world, "\(world.lead.title): now at \(target + 1)/\(names.count) \(names[target])")
  }

  private mutating func close(_ world: World, _ closing: Closing) {
    record(
      [.close(closing)], on: world,
      "closed \(world.lead.title): \(closing.ending.rawValue), \(closing.reason) · u takes it back")
  }

  private mutating func neverAgain(_ world: World) {
    var facts: [Fact] = [.object]
    if world.isOpen { facts.append(.close(Closing(.dead, reason: "asked not to be contacted"))) }
    record(facts, on: world, "\(world.lead.title) is never contacted again · u takes it back")
  }

  // MARK: u, C-r

  mutating func takeBack(_ command: Command) {
    let isUndo = command == .undo
    let ledger = pipeline.ledger
    guard let target = isUndo ? ledger.latestAct(by: me) : ledger.latestUndo(by: me) else {
      refuse(isUndo ? "nothing of yours to take back on this machine" : "nothing to bring back")
      return
    }
    var described = target
    if !isUndo, case .undo(let of) = target.fact, let event = ledger.event(of) { described = event }
    let count = ledger.act(of: described.id).count
    let title = described.lead.flatMap { pipeline.worlds[$0]?.lead.title } ?? described.lead?.text ?? ""
    let kind = LineParts(described.fact)
    let what =
      count > 1
      ? "\(kind.kind) and \(count - 1) more lines" : ([kind.kind] + kind.words.prefix(1)).joined(separator: " ")
    let verb = isUndo ? "took back" : "brought back"
    let entry = Entry(id: ids.next(), lead: nil, by: me, fact: .undo(of: target.id))
    record(
      [entry],
      "\(verb): \(what)\(title.isEmpty ? "" : " · \(title)") · \(isUndo ? "C-r brings it again" : "u takes it back")")
    if let lead = described.lead, pipeline.worlds[lead] != nil { cursor = lead }
  }
}

extension PaneSource {
  /// What came in, for the status line.
  func news(_ event: Event) -> String {
    let parts = LineParts(event.fact)
    switch event.fact {
    case .signal(let signal): return Wording.words(signal.kind)
    case .lead: return "captured by \(wording.person(event.by))"
    default: return "\(parts.kind)\(parts.words.first.map { " \($0.prefix(40))" } ?? "") by \(wording.person(event.by))"
    }
  }
}

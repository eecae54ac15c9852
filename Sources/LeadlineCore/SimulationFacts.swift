/// One fact after the other: what each kind of event does to a lead (3-rules.md, 3; engine letter, A and D).
extension Simulation {
  mutating func apply(_ event: Event) {
    if defaultRests {
      defaultRests = false
      restartDefault(event.at)
    }
    if case .lead(let capture) = event.fact {
      take(capture, event)
      return
    }
    if world.isAsleep, wakes(event) { wake(event.at, event.id) }
    switch event.fact {
    case .lead, .note, .ran, .undo, .amend, .erase, .adopt, .unknown: break
    case .person(let person): world.lead.persons.append(person)
    case .set(let edits): edit(edits, event.at)
    case .consent(let basis, _): world.lead.consent = basis
    case .object: object(event.at)
    case .signal(let signal): take(signal, event)
    case .touch(let touch): take(touch, event)
    case .meeting(let meeting): take(meeting, event)
    case .action(let intention): open(intention, event)
    case .promise(let text, let due): promise(text, due, event)
    case .done(let of, _): close(of, event.at)
    case .snooze(let of, let due, let until, let hold, _): snooze(of, due, until, hold, event)
    case .dismiss(let of): dismiss(of, event.at)
    case .move(let move): take(move, event)
    case .decide(let decision): decide(decision, event.at, event.id)
    case .close(let closing): close(closing, event.at)
    case .reopen: reopen(event)
    case .merge(let into): mergeAway(into, event.at)
    }
    if world.isCaptured { settle(event.at) }
  }

  /// Whether a fact ends the sleep of an imported lead (engine letter, 7): not what the import brought along, and not
  /// what counts nowhere.
  private func wakes(_ event: Event) -> Bool {
    if let importAct, event.act == importAct { return false }
    switch event.fact {
    case .lead, .set, .note, .merge, .ran, .undo, .amend, .erase, .adopt, .unknown: return false
    case .signal(let signal): return counts(signal)
    case .person, .consent, .object, .touch, .meeting, .action, .promise, .done, .snooze, .dismiss, .move, .decide,
      .close, .reopen:
      return true
    }
  }

  // MARK: who they are

  /// Of another lead that was merged into this one, or of a second capture, only the addresses and tags count.
  private mutating func take(_ capture: Capture, _ event: Event) {
    if world.isCaptured || event.lead != world.lead.id {
      world.lead.add(capture)
      if capture.isInbound { take(Signal(.inbound), event) }
      if world.isCaptured { settle(event.at) }
      return
    }
    world.isCaptured = true
    world.lead.take(capture, by: event.by)
    world.captured = event.time
    if event.at < event.time { world.firstContact = min(world.firstContact ?? event.at, event.at) }
    world.importKey = capture.importKey
    world.contacted = capture.contacted
    world.isAsleep = capture.importKey != nil
    importAct = world.isAsleep ? event.act : nil
    captureAnchor = event.id
    takeDecision(capture, event)
    takeStage(capture, event)
    if untouchedAnchor == nil { untouchedAnchor = event.id }
    if world.lastTouch == nil {
      let contact = capture.contacted.flatMap { day in calendar?.zone.midnight(of: day) }
      world.clocks.untouched = min(contact ?? event.at, event.at)
    }
    if capture.isInbound { take(Signal(.inbound), event) }
    rebuildPending(from: event.at)
    if !world.isImported { stimuli.append(.captured(event.id)) }
    settle(event.at)
  }

  private mutating func takeDecision(_ capture: Capture, _ event: Event) {
    let wasDecided = !world.decision.isEmpty
    if wasDecided, capture.decision.isEmpty { return }
    world.decision = capture.decision.isEmpty ? book?.settings.decisions.first ?? "" : capture.decision
    world.decisionSince = event.at
    decisionAnchor = event.id
  }

  /// Where the lead stands as it is caught. What people decided about it at an earlier time stays decided, unless the
  /// capture says otherwise itself.
  private mutating func takeStage(_ capture: Capture, _ event: Event) {
    let at = event.at
    if let ending = capture.closed {
      let day = capture.closedOn.flatMap { day in calendar?.zone.midnight(of: day) }
      close(Closing(ending, reason: capture.reason), min(day ?? at, at))
    } else if let state = capture.state {
      enter(state, until: capture.until, at, event.id)
    } else if world.stageSince == .earliest {
      enter(capture.isInbound ? .hot : .warm, until: nil, at, event.id)
    }
  }

  private mutating func edit(_ edits: [Edit], _ at: Instant) {
    // A due time that was given stays, also where the lead goes to somebody with other days off.
    if standing != nil { _ = defaultDeadline() }
    let objected = world.lead.objects
    for edit in edits { world.lead.apply(edit) }
    if world.lead.objects && !objected { endAll(at) }
  }

  /// A lead that was merged into another is that other: nothing happens on it any more.
  private mutating func mergeAway(_ into: LeadID, _ at: Instant) {
    if into == world.lead.id { return }
    endAll(at)
    world.survivor = into
    world.actions = []
    world.promise = nil
    world.escalations = []
    world.clocks.owed = nil
    world.clocks.run = nil
  }
}

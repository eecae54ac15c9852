/// One fact after the other: what each kind of event does to a lead (3-rules.md, 3; engine letter, A and D).
extension Simulation {
  mutating func apply(_ event: Event) {
    if case .lead(let capture) = event.fact {
      apply(capture, event)
      return
    }
    if world.isAsleep && Simulation.wakes(event.fact) { wake(event.at) }
    defaultRests = false
    switch event.fact {
    case .lead: break
    case .person(let person): world.lead.persons.append(person)
    case .set(let edits): for edit in edits { world.lead.apply(edit, money: { Money(written: $0) }) }
    case .consent(let basis, _): world.lead.consent = basis
    case .object: world.lead.objects = true
    case .note, .ran, .undo, .amend, .erase, .adopt, .unknown: break
    case .signal(let signal): apply(signal, event)
    case .touch(let touch): apply(touch, event)
    case .meeting(let meeting): apply(meeting, event)
    case .action(let intention): open(intention, event)
    case .promise(let text, let due): promise(text, due, event)
    case .done(let of, _): close(of, event)
    case .snooze(let of, let due, let until, _, _): snooze(of, due, until, event)
    case .dismiss(let of): dismiss(of, event)
    case .move(let move): apply(move, event)
    case .decide(let decision) where decision != world.decision:
      world.decision = decision
      world.decisionSince = event.at
    case .decide: break
    case .close(let closing): close(closing, event.at)
    case .reopen: reopen(event)
    case .merge(let into): world.survivor = into
    }
    if isCaptured { settle(event.at) }
  }

  /// Engine letter, 7: what lets an imported lead sleep on.
  private static func wakes(_ fact: Fact) -> Bool {
    switch fact {
    case .set, .note, .merge, .lead, .person, .consent, .object, .ran, .undo, .amend, .erase, .adopt, .unknown: false
    case .signal, .touch, .meeting, .action, .promise, .done, .snooze, .dismiss, .move, .decide, .close, .reopen: true
    }
  }

  private mutating func apply(_ capture: Capture, _ event: Event) {
    if isCaptured {
      world.lead.add(capture)
      return
    }
    isCaptured = true
    world.lead.take(capture, by: event.by)
    world.captured = event.time
    if event.at < event.time { world.firstContact = event.at }
    world.importKey = capture.importKey
    world.contacted = capture.contacted
    world.isAsleep = capture.importKey != nil
    if world.decision.isEmpty {
      world.decision = capture.decision.isEmpty ? (version ?? versions.first)?.settings.decisions.first ?? "" : capture.decision
      world.decisionSince = event.at
    }
    if world.lastTouch == nil { world.clocks.untouched = contact(capture) ?? event.at }
    enter(capture.state ?? (capture.isInbound ? .hot : .warm), until: capture.until, event.at)
    if let ending = capture.closed {
      let closedAt = capture.closedOn.flatMap { day in calendar?.zone.midnight(of: day) } ?? event.at
      world.stage = .closed(Closing(ending, reason: capture.reason), at: closedAt)
    }
    if capture.isInbound { apply(Signal(.inbound), event) }
    settle(event.at)
  }

  private func contact(_ capture: Capture) -> Instant? {
    capture.contacted.flatMap { day in calendar?.zone.midnight(of: day) }
  }

  // MARK: what they did

  private mutating func apply(_ signal: Signal, _ event: Event) {
    if !signal.source.isEmpty && !sources.insert(signal.source).inserted { return }
    let settings = (version ?? versions.first)?.settings
    let confidence = signal.confidence ?? settings?.confidence(of: signal.kind) ?? signal.kind.usualConfidence
    if confidence == .machine { return }
    let weight = settings?.weight(of: signal.kind) ?? signal.kind.usualWeight
    world.signals.append(Seen(kind: signal.kind, at: event.at, confidence: confidence, weight: weight))
    if confidence != .weak { world.latest = Cause(what: .signal(signal.kind), at: event.at) }
    if world.firstContact == nil, !isCaptured { world.firstContact = event.at }
    if signal.kind == .unsubscribed { world.lead.objects = true }
    for index in world.actions.indices where world.actions[index].waits == signal.kind {
      world.actions[index].waits = nil
      putOff(index, to: calendar.map { .wall($0.zone.wall(at: event.at)) })
    }
    if signal.kind == .meetingMissed || signal.kind == .meetingCancelled {
      world.actions.removeAll { $0.author == .meeting }
    }
    if signal.kind.isAnswer { answered(event.at) }
    if signal.kind.asksForAnswer && world.clocks.owed == nil && world.isOpen {
      world.clocks.owed = Clocks.Mark(since: event.at, anchor: event.id)
    }
    // A call that they took is our touch too (engine letter, 25).
    if signal.kind == .callAnswered { touched(Touch(.call, .reached), event) }
  }

  private mutating func answered(_ at: Instant) {
    world.clocks.run = nil
    world.promise = nil
  }

  // MARK: what we did

  private mutating func apply(_ touch: Touch, _ event: Event) {
    if world.firstContact == nil, !isCaptured { world.firstContact = event.at }
    if touch.outcome.isConversation {
      answered(event.at)
      if touch.channel == .meeting || touch.channel == .call || touch.channel == .visit {
        world.signals.append(Seen(kind: SignalKind("\(touch.channel.rawValue).\(touch.outcome.rawValue)"), at: event.at, confidence: .strong, weight: 2))
      }
    }
    touched(touch, event)
  }

  private mutating func touched(_ touch: Touch, _ event: Event) {
    world.clocks.untouched = event.at
    world.lastTouch = Touched(channel: touch.channel, outcome: touch.outcome, at: event.at)
    world.latest = Cause(what: .touch(touch.channel, touch.outcome), at: event.at)
    var run = world.clocks.run ?? Clocks.Run(began: event.at, anchor: event.id, clock: event.at, touches: 0)
    run.clock = max(run.clock, event.at)
    run.touches += 1
    world.clocks.run = run
    if touch.channel == .meeting { world.actions.removeAll { $0.author == .meeting } }
    if touch.outcome == .none { return }
    world.clocks.owed = nil
    world.escalation = nil
    if let answers = touch.answers { close(answers, event) }
    restartDefault(event.at)
  }

  /// A touch, or `done`, completes the default; it stands again from that moment.
  private mutating func restartDefault(_ at: Instant) {
    if emptySince != nil { emptySince = at }
    snoozedDefault = nil
  }

  private mutating func apply(_ meeting: Meeting, _ event: Event) {
    switch meeting.change {
    case .booked: apply(Signal(.meetingBooked), event)
    case .moved: answered(event.at)
    case .cancelled: apply(Signal(.meetingCancelled), event)
    }
    world.actions.removeAll { $0.author == .meeting }
    guard meeting.change != .cancelled, let start = meeting.start, let calendar else { return }
    let due = Due.wall(start)
    world.escalation = nil
    world.actions.append(
      Action(
        key: .event(event.id), text: "Meeting", due: due, deadline: due.deadline(in: calendar), means: .meeting,
        author: .meeting, opened: event.at, cause: world.latest))
  }

  // MARK: what a person decided

  private mutating func open(_ intention: Intention, _ event: Event) {
    guard world.isOpen, let calendar else { return }
    world.escalation = nil
    world.actions.append(
      Action(
        key: .event(event.id), text: intention.text, due: intention.due, deadline: intention.due.deadline(in: calendar),
        means: intention.means, author: .person(event.by), opened: event.at, cause: world.latest))
  }

  private mutating func promise(_ text: String, _ due: Due, _ event: Event) {
    guard world.isOpen, let calendar else { return }
    let deadline = due.deadline(in: calendar)
    world.clocks.owed = nil
    world.escalation = nil
    world.latest = Cause(what: .promise, at: event.at)
    world.promise = Promise(id: event.id, text: text, due: due, deadline: deadline, isPassed: deadline <= event.at)
    world.clocks.run = Clocks.Run(began: deadline, anchor: event.id, clock: deadline, touches: 0)
  }

  /// The open action that a reference means: itself, else the one of the same rule on this lead (engine letter, 17).
  private func action(_ of: Reference) -> Int? {
    if let index = world.actions.firstIndex(where: { $0.key == of }) { return index }
    guard case .firing(let key) = of else { return nil }
    return world.actions.firstIndex { action in
      guard case .firing(let other) = action.key else { return false }
      return other.rule == key.rule && other.rung == key.rung
    }
  }

  private mutating func close(_ of: Reference, _ event: Event) {
    guard let index = action(of) else { return }
    if case .state = world.actions[index].author { restartDefault(event.at) }
    world.actions.remove(at: index)
  }

  private mutating func snooze(_ of: Reference, _ due: Due?, _ until: SignalKind?, _ event: Event) {
    guard let index = action(of) else { return }
    world.escalation = nil
    world.actions[index].waits = until
    if let due, case .state = world.actions[index].author { snoozedDefault = due }
    putOff(index, to: due)
  }

  private mutating func putOff(_ index: Int, to due: Due?) {
    guard let due, let calendar else { return }
    world.actions[index].due = due
    world.actions[index].deadline = due.deadline(in: calendar)
    world.actions[index].isSnoozed = true
  }

  private mutating func dismiss(_ of: Reference?, _ event: Event) {
    guard let index = of.map({ action($0) }) ?? world.next.flatMap({ next in action(next.key) }) else { return }
    if case .state = world.actions[index].author {
      defaultRests = true
    }
    world.actions.remove(at: index)
  }

  private mutating func apply(_ move: Move, _ event: Event) {
    guard world.isOpen else { return }
    world.escalation = nil
    world.clocks.run = world.clocks.run.map { _ in
      Clocks.Run(began: event.at, anchor: event.id, clock: event.at, touches: 0)
    }
    if move.state == .recycle { world.clocks.owed = nil }
    world.wake = move.wake
    enter(move.state, until: move.until, event.at)
  }

  private mutating func enter(_ state: State, until: Day?, _ at: Instant) {
    if world.stage != .open(state) || !isCaptured || world.stageSince == .earliest {
      world.stageSince = at
      if emptySince != nil { emptySince = at }
    }
    world.stage = .open(state)
    world.until = state == .recycle ? until ?? calendar.map { $0.zone.day(at: at).adding(90) } : nil
    if state != .recycle { world.wake = nil }
    if state == .recycle, emptySince != nil { emptySince = at }
  }

  private mutating func close(_ closing: Closing, _ at: Instant) {
    if let state = world.state { stateBeforeClose = state }
    world.stage = .closed(closing, at: at)
    world.stageSince = at
    if let value = closing.value { world.lead.value = value }
    world.actions = []
    world.promise = nil
    world.escalation = nil
    world.clocks.owed = nil
    world.clocks.run = nil
    world.clocks.unplanned = nil
    world.until = nil
  }

  private mutating func reopen(_ event: Event) {
    guard !world.isOpen else { return }
    world.stage = .open(stateBeforeClose)
    world.stageSince = event.at
    world.until = stateBeforeClose == .recycle ? calendar.map { $0.zone.day(at: event.at).adding(90) } : nil
    world.clocks.untouched = event.at
    world.clocks.unplanned = nil
    emptySince = nil
  }
}

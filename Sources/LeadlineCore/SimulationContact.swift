/// What they did and what we did: signals, touches, meetings, and the clocks that they start and end.
extension Simulation {
  private func confidence(of signal: Signal) -> Confidence {
    signal.confidence ?? book?.settings.confidence(of: signal.kind) ?? signal.kind.usualConfidence
  }

  /// What a machine caused counts nowhere; of what was reported twice, the earliest does.
  func counts(_ signal: Signal) -> Bool {
    confidence(of: signal) != .machine && (signal.source.isEmpty || !sources.contains(signal.source))
  }

  mutating func take(_ signal: Signal, _ event: Event) {
    guard counts(signal) else { return }
    if !signal.source.isEmpty { sources.insert(signal.source) }
    noteContact(event.at)
    let confidence = confidence(of: signal)
    note(.signal(signal.kind), event.id, event.at, confidence, isAnswer: signal.kind.isAnswer)
    see(signal.kind, confidence, usualWeight: signal.kind.usualWeight, event.at)
    if confidence != .weak { world.latest = Cause(what: .signal(signal.kind), at: event.at) }
    if signal.kind == .unsubscribed { object(event.at) }
    if signal.kind == .away { world.returns = signal.returns ?? calendar.map { $0.zone.day(at: event.at).adding(14) } }
    wake(actionsFor: signal.kind, event.at)
    if signal.kind == .meetingMissed || signal.kind == .meetingCancelled { endMeeting() }
    if signal.kind.isAnswer { answered(event.at) }
    if signal.kind == .meetingBooked { endAll(event.at) }
    if signal.kind.asksForAnswer, world.clocks.owed == nil, world.isOpen, world.survivor == nil {
      world.clocks.owed = Clocks.Mark(since: event.at, anchor: event.id)
    }
    // A call that they took is our touch too (engine letter, 25).
    if signal.kind == .callAnswered { touched(Touch(.call, .reached), event) }
  }

  /// Do not contact: every ladder ends, and none opens anything while it holds.
  mutating func object(_ at: Instant) {
    world.lead.objects = true
    endAll(at)
  }

  private mutating func see(_ kind: SignalKind, _ confidence: Confidence, usualWeight: Double, _ at: Instant) {
    let weight = book?.settings.weights[kind] ?? usualWeight
    world.signals.append(Seen(kind: kind, at: at, confidence: confidence, weight: weight))
  }

  /// The first contact may lie before the capture: then the capture came late.
  private mutating func noteContact(_ at: Instant) {
    if !world.isCaptured { world.firstContact = world.firstContact ?? at }
  }

  /// Ends what waits for such a signal: snoozed actions become due, a park is over.
  private mutating func wake(actionsFor kind: SignalKind, _ at: Instant) {
    guard let book else { return }
    for index in world.actions.indices where world.actions[index].waits == kind {
      world.actions[index].waits = nil
      world.actions[index].due = .wall(book.calendar.zone.wall(at: at))
      world.actions[index].deadline = at
      if case .firing(let key) = world.actions[index].key, let place = ladders.firstIndex(where: { $0.owns(key) }) {
        ladders[place].snoozed = at
      }
    }
    if standing?.waits == kind {
      standing?.waits = nil
      standing?.snoozed = .wall(book.calendar.zone.wall(at: at))
      standing?.base = at
    }
    if world.state == .recycle, world.wake == kind, !world.isParkOver {
      let today = book.calendar.zone.day(at: at)
      world.until = min(world.until ?? today, today)
      parkEnd = at
      restartDefault(at)
    }
  }

  private mutating func endMeeting() { world.actions.removeAll { $0.author == .meeting } }

  /// An answer of theirs ends the silence, what they promised, and their absence.
  mutating func answered(_ at: Instant) {
    endByAnswer(at)
    let due = world.clocks.run == nil ? nil : defaultDeadline()
    world.clocks.run = nil
    world.promise = nil
    world.returns = nil
    revise()
    if let due, due >= at { keepDefaultAhead(at) }
  }

  mutating func take(_ touch: Touch, _ event: Event) {
    noteContact(event.at)
    if touch.outcome.isConversation {
      answered(event.at)
      see(SignalKind("\(touch.channel.rawValue).\(touch.outcome.rawValue)"), .strong, usualWeight: 2, event.at)
    }
    touched(touch, event)
  }

  private mutating func touched(_ touch: Touch, _ event: Event) {
    note(.touch(touch.channel, touch.outcome), event.id, event.at, isAnswer: touch.outcome.isConversation)
    world.lastTouch = Touched(channel: touch.channel, outcome: touch.outcome, at: event.at)
    world.latest = Cause(what: .touch(touch.channel, touch.outcome), at: event.at)
    guard world.isOpen, world.survivor == nil else { return }
    world.clocks.untouched = event.at
    untouchedAnchor = event.id
    for place in ladders.indices { ladders[place].waitsForTouch = false }
    endByTouch(touch.outcome, event.at)
    var run = world.clocks.run ?? Clocks.Run(began: event.at, anchor: event.id, clock: event.at, touches: 0)
    run.clock = max(run.clock, event.at)
    run.touches += 1
    world.clocks.run = run
    if touch.channel == .meeting { endMeeting() }
    if touch.outcome == .none {
      // Only the gap moves: nobody was reached, nothing was done.
      if standing?.snoozed == nil { standing?.base = nil }
      return
    }
    world.clocks.owed = nil
    world.escalations = []
    closeSuggestion()
    restartDefault(event.at)
    if let answers = touch.answers { close(answers, event.at) }
  }

  mutating func take(_ meeting: Meeting, _ event: Event) {
    switch meeting.change {
    case .booked: take(Signal(.meetingBooked), event)
    case .moved:
      note(nil, event.id, event.at, isAnswer: true)
      answered(event.at)
    case .cancelled: take(Signal(.meetingCancelled), event)
    }
    endMeeting()
    guard world.isOpen, meeting.change != .cancelled else { return }
    world.escalations = []
    endByPlan(event.at)
    guard let start = meeting.start, let (due, deadline) = placed(.wall(start), zone: meeting.zone) else { return }
    world.actions.append(
      Action(
        key: .event(event.id), text: "Meeting", due: due, deadline: deadline, means: .meeting, author: .meeting,
        opened: event.at, cause: world.latest))
  }

  /// A due as the book's clocks show it, and the last instant at which it is not overdue. A time of another zone is
  /// moved; a date is the book's.
  func placed(_ due: Due, zone name: String) -> (Due, Instant)? {
    guard let calendar else { return nil }
    if case .wall(let wall) = due, !name.isEmpty, name != calendar.zone.name, let zone = zoneNamed(name) {
      let instant = zone.instant(of: wall)
      return (.wall(calendar.zone.wall(at: instant)), instant)
    }
    return (due, due.deadline(in: calendar))
  }
}

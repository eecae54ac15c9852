/// When rules act by themselves: clocks that pass, absences, and the further rungs of ladders (3-rules.md, 4 and 7).
extension Simulation {
  /// The next instant at which a rule may act without a fact. One that does not lie before `end` may be left out.
  mutating func nextDeadline(before end: Instant) -> Instant? {
    guard isWatched, let version else { return nil }
    var next: Instant?
    func offer(_ at: Instant?) {
      if let at { next = min(next ?? at, at) }
    }
    for ladder in ladders { offer(nextRung(ladder)) }
    for (index, rule) in version.rules.list.enumerated() where isListening(index, rule) {
      if rule.when.isLevel {
        offer(levelInstant(index, rule, before: min(end, next ?? end)))
      } else {
        offer(memories[index].pending.lazy.map(\.at).min())
      }
    }
    return next
  }

  /// What is due at this very instant. Absences whose instant has come are gone, whether they fire or not.
  mutating func claims(dueAt at: Instant) -> [Claim] {
    guard isWatched, let version else { return [] }
    var claims: [Claim] = []
    for ladder in ladders where nextRung(ladder).map({ $0 <= at }) ?? false {
      claims.append(Claim(rule: ladder.index, ladder: ladder.number, anchor: ladder.anchor, start: rungBase(ladder)))
    }
    for (index, rule) in version.rules.list.enumerated() where isListening(index, rule) {
      if rule.when.isLevel {
        guard let clock = clock(of: rule.when), levelInstant(index, rule, before: at.advanced(by: 1)) == at else {
          continue
        }
        claims.append(Claim(rule: index, ladder: nil, anchor: clock.anchor, start: clock.start))
      } else if let pending = takePending(index, at), isReady(index, at), conditionsHold(rule, at: at) {
        claims.append(
          Claim(
            rule: index, ladder: nil, anchor: .fact(pending.anchor), start: pending.since, evidence: [pending.anchor]))
      }
    }
    return claims
  }

  /// Whether a rule waits for its trigger at all.
  func isListening(_ index: Int, _ rule: Rule) -> Bool { !rule.isOff && !memories[index].isStopped }

  /// Neither on a ladder nor in its cooldown.
  func isReady(_ index: Int, _ at: Instant) -> Bool { memories[index].restsUntil <= at && !isRunning(index) }

  private func isRunning(_ index: Int) -> Bool {
    guard let version else { return false }
    return ladders.contains { $0.index == index && $0.fired < version.rules.list[index].rungs.count }
  }

  private mutating func takePending(_ index: Int, _ at: Instant) -> RuleMemory.Pending? {
    guard let due = memories[index].pending.first(where: { $0.at == at }) else { return nil }
    memories[index].pending.removeAll { $0.at <= at }
    return memories[index].fired.contains(.fact(due.anchor)) ? nil : due
  }

  // MARK: level forms

  /// What a clock runs from, how long, and whose anchor it is; nil where it does not run.
  func clock(of trigger: Trigger) -> (start: Instant, interval: Interval, anchor: Anchor)? {
    func fact(_ start: Instant?, _ interval: Interval, _ id: EventID?) -> (Instant, Interval, Anchor)? {
      guard let start, let id else { return nil }
      return (start, interval, .fact(id))
    }
    switch trigger {
    case .owed(let interval): return fact(world.clocks.owed?.since, interval, world.clocks.owed?.anchor)
    case .silent(let interval): return fact(world.clocks.run?.clock, interval, world.clocks.run?.anchor)
    case .untouched(let interval): return fact(world.clocks.untouched, interval, untouchedAnchor)
    case .unplanned(let interval): return world.clocks.unplanned.map { ($0, interval, .moment($0)) }
    case .promisePassed(let interval): return fact(world.promise?.deadline, interval, world.promise?.id)
    case .overdue(let interval):
      if let standing, let deadline = standing.known {
        return (deadline, interval, .late(.firing(key(of: standing)), due: deadline))
      }
      return world.next.map { ($0.deadline, interval, .late($0.key, due: $0.deadline)) }
    case .inState(let state, let interval):
      return world.state == state ? fact(max(world.stageSince, awakeSince), interval, stageAnchor) : nil
    case .atDecision(let decision, let interval):
      return world.decision == decision ? fact(max(world.decisionSince, awakeSince), interval, decisionAnchor) : nil
    case .happens, .anySignal, .repeated, .absence, .again, .lull, .recycleEnds, .captured, .moved, .decided: return nil
    }
  }

  /// The first instant, not before the present, at which a level form and its conditions hold and its rule is free.
  mutating func levelInstant(_ index: Int, _ rule: Rule, before end: Instant) -> Instant? {
    if isRunning(index) { return nil }
    if case .overdue = rule.when { _ = defaultDeadline() }
    guard let calendar, let (start, interval, anchor) = clock(of: rule.when) else { return nil }
    if calendar.earliest(interval, after: start) >= end { return nil }
    if memories[index].fired.contains(anchor) { return nil }
    var begins = max(deadline(index, start, interval, calendar), memories[index].restsUntil)
    if rule.when.isSilence { begins = max(begins, silenceHold) }
    var at = max(begins, present)
    if at > begins, rule.weighsMomentum { at = momentumLook(at) }
    var looks = 0
    while at < end, !conditionsHold(rule, at: at) {
      guard let next = nextChange(rule, after: at), looks < 64 else { return looks < 64 ? nil : at }
      at = next
      looks += 1
    }
    return at < end ? at : nil
  }

  /// Momentum is looked at when the rest of the rule begins to hold, with each fact, and on full hours of UTC: that
  /// another rule acts is no reason to look (engine letter, 22).
  private func momentumLook(_ at: Instant) -> Instant {
    let isReason = at == lastFact || at == world.stageSince || at == world.decisionSince
    let over = at.milliseconds % Instant.hour
    return isReason || over == 0 ? at : at.advanced(by: Instant.hour - over)
  }

  /// Where the clock ends, reckoned once for each start.
  private mutating func deadline(_ index: Int, _ start: Instant, _ interval: Interval, _ calendar: WorkCalendar)
    -> Instant
  {
    if let reckoned = memories[index].reckoned, reckoned.start == start { return reckoned.ends }
    let ends = calendar.add(interval, to: start)
    memories[index].reckoned = (start, ends)
    return ends
  }

  private func nextChange(_ rule: Rule, after t: Instant) -> Instant? {
    (rule.conditions + rule.exceptions).compactMap { change(of: $0, after: t) }.min()
  }

  // MARK: rungs

  /// When a ladder's next rung is due as things stand; nil where none is, or it waits for our touch.
  func nextRung(_ ladder: Ladder) -> Instant? {
    guard let version else { return nil }
    let rule = version.rules.list[ladder.index]
    guard ladder.fired < rule.rungs.count, !memories[ladder.index].isStopped else { return nil }
    let rung = rule.rungs[ladder.fired]
    if rung.endsPursuit && ladder.waitsForTouch { return nil }
    let base = rungBase(ladder)
    var at = rung.after.map { version.calendar.add($0, to: base) } ?? base
    if rule.when.isSilence { at = max(at, silenceHold) }
    return max(at, present)
  }

  /// What the wait for the next rung runs from: the rung before, our latest touch, or what its action was put off to.
  private func rungBase(_ ladder: Ladder) -> Instant {
    max(ladder.lastFired, world.lastTouch?.at ?? ladder.lastFired, ladder.snoozed ?? ladder.lastFired)
  }

  /// Silence rules wait until what a person planned is due, and while they are away (engine letter, 8 and 27).
  var silenceHold: Instant {
    var hold = Instant.earliest
    let plans = world.actions.lazy.filter(\.author.isPerson).map(\.deadline)
    if let plan = plans.min() { hold = plan }
    if let back = world.returns, let calendar {
      hold = max(hold, calendar.next(opening: calendar.zone.midnight(of: back.adding(1))))
    }
    return hold
  }

  /// The next instant at which a silence rule or its ladder will act on this lead as things stand.
  mutating func nextSilence() -> Instant? {
    guard isWatched, world.clocks.run != nil, let version else { return nil }
    var next: Instant?
    for ladder in ladders where version.rules.list[ladder.index].when.isSilence {
      if let at = nextRung(ladder) { next = min(next ?? at, at) }
    }
    for (index, rule) in version.rules.list.enumerated() where rule.when.isSilence && isListening(index, rule) {
      if let at = levelInstant(index, rule, before: .latest) { next = min(next ?? at, at) }
    }
    return next
  }
}

extension Rung {
  /// It parks or closes the lead: that waits until the contact that was asked for was made.
  var endsPursuit: Bool {
    actions.contains { action in
      switch action {
      case .move(let state, _): state == .recycle
      case .close: true
      case .next, .draft, .send, .escalate, .decide, .tag, .untag, .notify, .run: false
      }
    }
  }
}

extension Rule {
  /// Whether a condition of it speaks of momentum.
  fileprivate var weighsMomentum: Bool {
    (conditions + exceptions).contains { if case .momentumUnder = $0 { true } else { false } }
  }
}

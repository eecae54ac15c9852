/// Rounds (engine letter, 11): the rules that answer one instant read their conditions together, then act in the order
/// of the file; what they cause is the next round.
extension Simulation {
  /// How many rounds one instant may cause before the chain is stopped.
  private static let longestChain = 8

  /// Whether rules look at this lead at all.
  var isWatched: Bool {
    world.isCaptured && world.isOpen && !world.isAsleep && world.survivor == nil && version != nil
  }

  /// Lets the rules answer the fact that was just applied.
  mutating func answer(_ at: Instant) {
    var depth = 0
    while !stimuli.isEmpty {
      let round = stimuli
      stimuli = []
      depth += 1
      carryOut(claims(answering: round, at), at, depth)
    }
  }

  /// Fires whatever is due at this instant, and what that causes at once.
  mutating func meetDeadlines(_ at: Instant) {
    var depth = 0
    while true {
      let round = stimuli
      stimuli = []
      let claims = (claims(answering: round, at) + claims(dueAt: at)).sorted { $0.rule < $1.rule }
      if claims.isEmpty { return }
      depth += 1
      carryOut(claims, at, depth)
    }
  }

  private mutating func carryOut(_ claims: [Claim], _ at: Instant, _ depth: Int) {
    guard let version, !claims.isEmpty else { return }
    if depth > Simulation.longestChain {
      for claim in claims { memories[claim.rule].isStopped = true }
      world.stopped.append(StoppedChain(rules: claims.map { version.rules.list[$0.rule].name }, at: at))
      return
    }
    for claim in claims where world.isOpen {
      let number = claim.ladder ?? begin(claim, version.rules.list[claim.rule], at)
      if ladders.contains(where: { $0.number == number }) { fire(number, claim, version, at) }
    }
    settle(at)
  }

  /// Begins a ladder and gives its number.
  private mutating func begin(_ claim: Claim, _ rule: Rule, _ at: Instant) -> Int {
    ladderCount += 1
    memories[claim.rule].fired.append(claim.anchor)
    memories[claim.rule].cleared = history.count
    ladders.append(
      Ladder(number: ladderCount, rule: rule.name, index: claim.rule, anchor: claim.anchor, lastFired: at))
    return ladderCount
  }

  /// Fires a ladder's next rung: state, decision and tags first, then what it asks for, then marks and ends.
  private mutating func fire(_ number: Int, _ claim: Claim, _ version: Version, _ at: Instant) {
    guard let place = ladders.firstIndex(where: { $0.number == number }) else { return }
    let rule = version.rules.list[claim.rule]
    let rung = rule.rungs[ladders[place].fired]
    let before = standing(of: ladders[place])
    ladders[place].fired += 1
    ladders[place].lastFired = at
    ladders[place].snoozed = nil
    revise()
    if let cooldown = rule.cooldown { memories[claim.rule].restsUntil = version.calendar.add(cooldown, to: at) }
    let key = FiringKey(
      rule: rule.name, lead: world.lead.id.text, anchor: claim.anchor.text, rung: ladders[place].fired)
    world.firings.append(
      Firing(
        key: key, at: at, version: version.from, start: claim.start, evidence: claim.evidence, actions: rung.actions))
    for action in rung.actions { change(action, key, at) }
    ask(rung, of: rule, number, key, at)
    for action in rung.actions { mark(action, key, at) }
    // What held before and does not now, the ladder itself has ended: only the rest goes on standing.
    if let place = ladders.firstIndex(where: { $0.number == number }) {
      ladders[place].stands = before & standing(of: ladders[place]) | ~before & ladders[place].stands
    }
    endBroken(at)
  }

  /// State, decision and tags: what the other actions of the rung find changed.
  private mutating func change(_ action: RuleAction, _ key: FiringKey, _ at: Instant) {
    switch action {
    case .move(let state, let park): move(to: state, for: park, key, at)
    case .decide(let decision):
      if let anchor = key.digest { decide(decision, at, anchor) }
    case .tag(let word): world.lead.apply(Edit("tag", .add, word))
    case .untag(let word): world.lead.apply(Edit("tag", .remove, word))
    case .next, .draft, .send, .escalate, .notify, .run, .close: break
    }
  }

  /// Marks and ends. What only edges can do (`notify`, `run`) stands in the firing and waits for them.
  private mutating func mark(_ action: RuleAction, _ key: FiringKey, _ at: Instant) {
    switch action {
    case .escalate(let owner):
      world.escalations.append(Escalation(since: at, cause: .rule(key)))
      if let owner { world.lead.owner = owner }
    case .close(let reason):
      if movedByPerson == at { return supersede(key, by: Firing.person) }
      if world.isOpen { close(Closing(.dead, reason: reason), at) }
    case .next, .draft, .send, .move, .decide, .tag, .untag, .notify, .run: break
    }
  }

  /// One move at a time: a person's at this instant stands, else the first that a rule made.
  private mutating func move(to state: State, for park: Interval?, _ key: FiringKey, _ at: Instant) {
    if movedByPerson == at { return supersede(key, by: Firing.person) }
    // Asked for once: the optimizer of Swift 6.3.1 fails on a second look at the stage in this function.
    let before = world.state
    if state == before { return }
    if let movedByRule, movedByRule.at == at { return supersede(key, by: movedByRule.rule) }
    guard let anchor = key.digest, let calendar else { return }
    movedByRule = (at, key.rule)
    let isWaking = before == .recycle
    enter(state, until: park.map { calendar.zone.day(at: calendar.add($0, to: at)) }, at, anchor)
    // A run of silence that went on while the lead was parked begins anew (engine letter, 3).
    if isWaking, let run = world.clocks.run, run.clock <= at {
      world.clocks.run = Clocks.Run(began: at, anchor: anchor, clock: at, touches: 0)
      endLadders(at) { ladder, trigger in trigger.isSilence && !ladder.owns(key) }
    }
    stimuli.append(.moved(state, anchor))
  }

  /// Notes who stood in the way of a firing; the first that did is named.
  mutating func supersede(_ key: FiringKey, by name: String) {
    guard let place = world.firings.lastIndex(where: { $0.key == key }) else { return }
    if world.firings[place].supersededBy == nil { world.firings[place].supersededBy = name }
  }
}

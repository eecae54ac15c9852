/// How ladders end: what they opened closes by itself, and what they escalated is taken back (3-rules.md, 7; engine
/// letter, 1, 4, 9, 16, 29, 30).
extension Simulation {
  /// Ends each ladder of which this is true.
  mutating func endLadders(_ at: Instant, where ends: (Ladder, Trigger) -> Bool) {
    guard !ladders.isEmpty, let version else { return }
    var ended: [Ladder] = []
    ladders.removeAll { ladder in
      let isOver = ends(ladder, version.rules.list[ladder.index].when)
      if isOver { ended.append(ladder) }
      return isOver
    }
    for ladder in ended { takeBack(ladder) }
    if !ended.isEmpty { revise() }
  }

  mutating func takeBack(_ ladder: Ladder) {
    if let lane, ladder.owns(lane) { closeSuggestion() }
    world.escalations.removeAll { escalation in
      guard case .rule(let key) = escalation.cause else { return false }
      return ladder.owns(key)
    }
  }

  /// An answer of the buyer ends every ladder but those of our own debt.
  mutating func endByAnswer(_ at: Instant) { endLadders(at) { !$1.isDebt } }

  /// A promise, a booked meeting, an objection, a park by a person, a close.
  mutating func endAll(_ at: Instant) { endLadders(at) { _, _ in true } }

  /// Our touch pays the debt, and ends what watched how long we had not touched the lead.
  mutating func endByTouch(_ outcome: TouchOutcome, _ at: Instant) {
    endLadders(at) { _, trigger in
      if case .untouched = trigger { return true }
      return outcome != .none && trigger.isDebt
    }
  }

  /// Somebody planned: an action, a snooze, a move. Who puts off what a ladder itself asked for leaves that ladder
  /// running: its rungs come that much later.
  mutating func endByPlan(_ at: Instant, except own: FiringKey? = nil) {
    endLadders(at) { ladder, trigger in
      guard case .unplanned = trigger else { return false }
      return own.map { !ladder.owns($0) } ?? true
    }
  }

  /// Ends the ladders whose standing conditions, state, decision or late action have gone since they were looked at.
  mutating func endBroken(_ at: Instant) {
    if ladders.isEmpty { return }
    var broken: Set<Int> = []
    for place in ladders.indices {
      let now = standing(of: ladders[place])
      if ladders[place].stands & ~now != 0 { broken.insert(ladders[place].number) }
      ladders[place].stands = now
    }
    if !broken.isEmpty { endLadders(at) { ladder, _ in broken.contains(ladder.number) } }
  }

  /// What a ladder stands on, one bit each, set where it holds: the clock of its trigger, then `state is` and
  /// `decision is` under `if` and `unless`. The conditions after the sixty-third share a bit.
  func standing(of ladder: Ladder) -> UInt64 {
    guard let version else { return 0 }
    let rule = version.rules.list[ladder.index]
    var bits = UInt64.max
    var place = UInt64(0)
    func look(_ holds: Bool) {
      if !holds { bits &= ~(1 << place) }
      place = min(place + 1, 63)
    }
    look(clockGoesOn(for: ladder, rule.when))
    for condition in rule.conditions where condition.isStanding { look(holds(condition, at: present)) }
    for exception in rule.exceptions where exception.isStanding { look(!holds(exception, at: present)) }
    return bits
  }

  private func clockGoesOn(for ladder: Ladder, _ trigger: Trigger) -> Bool {
    switch trigger {
    case .inState(let state, _): world.state == state
    case .atDecision(let decision, _): world.decision == decision
    case .overdue: isLate(ladder.anchor)
    case .happens, .anySignal, .repeated, .absence, .again, .lull, .owed, .silent, .untouched, .unplanned,
      .promisePassed, .recycleEnds, .captured, .moved, .decided:
      true
    }
  }

  /// Whether the action that a ladder watches is open, and due when it was.
  private func isLate(_ anchor: Anchor) -> Bool {
    guard case .late(let key, let due) = anchor else { return true }
    if let standing, world.actions.isEmpty, key == .firing(self.key(of: standing)) { return true }
    return world.actions.contains { $0.key == key && $0.deadline == due }
  }
}

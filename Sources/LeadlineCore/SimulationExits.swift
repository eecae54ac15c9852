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

  /// Somebody planned: an action, a snooze, a move.
  mutating func endByPlan(_ at: Instant) {
    endLadders(at) { if case .unplanned = $1 { true } else { false } }
  }

  /// Ends the ladders whose standing conditions, state, decision or late action have gone since they were looked at.
  mutating func endBroken(_ at: Instant) {
    if ladders.isEmpty { return }
    var broken: Set<Int> = []
    for place in ladders.indices {
      let holds = holds(ladders[place])
      if ladders[place].holds && !holds { broken.insert(ladders[place].number) }
      ladders[place].holds = holds
    }
    if !broken.isEmpty { endLadders(at) { ladder, _ in broken.contains(ladder.number) } }
  }

  /// Whether what a ladder stands on still holds: `state is`, `decision is`, the clock of its trigger.
  func holds(_ ladder: Ladder) -> Bool {
    guard let version else { return false }
    let rule = version.rules.list[ladder.index]
    switch rule.when {
    case .inState(let state, _): if world.state != state { return false }
    case .atDecision(let decision, _): if world.decision != decision { return false }
    case .overdue: if !isLate(ladder.anchor) { return false }
    case .happens, .anySignal, .repeated, .absence, .again, .lull, .owed, .silent, .untouched, .unplanned,
      .promisePassed, .recycleEnds, .captured, .moved, .decided:
      break
    }
    return rule.conditions.allSatisfy { !$0.isStanding || holds($0, at: present) }
      && rule.exceptions.allSatisfy { !$0.isStanding || !holds($0, at: present) }
  }

  /// Whether the action that a ladder watches is open, and due when it was.
  private func isLate(_ anchor: Anchor) -> Bool {
    guard case .late(let key, let due) = anchor else { return true }
    if let standing, key == .firing(self.key(of: standing)) { return true }
    return world.actions.contains { $0.key == key && $0.deadline == due }
  }
}

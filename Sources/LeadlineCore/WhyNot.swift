/// Why a rule did not fire on a lead, and when that would change by itself (3-rules.md, 11).
package struct WhyNot: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case unknownRule, switchedOff, notAdopted
    case closed, asleep, mergedAway
    /// It caused itself in a chain, and was stopped until the next adoption.
    case stopped(Instant)
    /// It did fire: this is the last one.
    case running(FiringKey, rung: Int, since: Instant)
    case fired(FiringKey, at: Instant)
    case resting
    /// What the trigger waits for has not come about.
    case notStarted(Trigger)
    /// The clock runs, or an absence is armed, and has not passed.
    case waiting(Trigger, since: Instant, until: Instant)
    /// So many of the signals that are needed lie in the window.
    case counted(Trigger, count: Int)
    case fails(Condition)
    /// An exception (`unless`) holds.
    case excepted(Condition)
    /// What a person planned comes first.
    case plan
    case away
  }

  package var reason: Reason
  /// When it would fire, or the reason would go, as things stand; nil: never by itself.
  package var at: Instant?
}

extension Simulation {
  /// Why the rule of this name has not fired on a lead by `now`. The first thing that stands in the way is named.
  package static func whyNot(
    _ name: String, on id: LeadID, facts: [Event], versions: [Version], until now: Instant,
    zone: (String) -> Zone? = { _ in nil }
  ) -> WhyNot {
    withoutActuallyEscaping(zone) { zone in
      var simulation = Simulation(id, versions, zone)
      simulation.run(facts, until: now)
      return simulation.whyNot(name, now)
    }
  }

  private mutating func whyNot(_ name: String, _ now: Instant) -> WhyNot {
    guard let version else { return WhyNot(reason: .notAdopted) }
    guard let index = version.rules.list.firstIndex(where: { $0.name == name }) else {
      return WhyNot(reason: .unknownRule)
    }
    let rule = version.rules.list[index]
    if rule.isOff { return WhyNot(reason: .switchedOff) }
    if world.survivor != nil { return WhyNot(reason: .mergedAway) }
    if !world.isOpen { return WhyNot(reason: .closed) }
    if world.isAsleep { return WhyNot(reason: .asleep, at: parkEnd) }
    if memories[index].isStopped, let chain = world.stopped.last(where: { $0.rules.contains(name) }) {
      return WhyNot(reason: .stopped(chain.at))
    }
    if let ladder = ladders.last(where: { $0.index == index && $0.fired < rule.rungs.count }),
      let firing = lastFiring(of: name)
    {
      return WhyNot(
        reason: .running(firing.key, rung: ladder.fired, since: firing.at), at: nextRung(ladder))
    }
    return rule.when.isLevel ? whyNoClock(index, rule, now) : whyNoEvent(index, rule, now)
  }

  private func lastFiring(of name: String) -> Firing? { world.firings.last { $0.key.rule == name } }

  // MARK: clocks

  private mutating func whyNoClock(_ index: Int, _ rule: Rule, _ now: Instant) -> WhyNot {
    if case .overdue = rule.when { _ = defaultDeadline() }
    guard let calendar, let (start, interval, anchor) = clock(of: rule.when) else {
      return WhyNot(reason: .notStarted(rule.when))
    }
    if memories[index].fired.contains(anchor), let firing = lastFiring(of: rule.name) {
      return WhyNot(reason: .fired(firing.key, at: firing.at))
    }
    let next = levelInstant(index, rule, before: .latest)
    if let failing = failing(rule, at: now) { return WhyNot(reason: failing, at: next) }
    let ends = calendar.add(interval, to: start)
    if ends > now { return WhyNot(reason: .waiting(rule.when, since: start, until: ends), at: next) }
    if memories[index].restsUntil > now { return WhyNot(reason: .resting, at: next) }
    return WhyNot(reason: world.returns == nil ? .plan : .away, at: next)
  }

  // MARK: events

  private func whyNoEvent(_ index: Int, _ rule: Rule, _ now: Instant) -> WhyNot {
    if memories[index].restsUntil > now { return WhyNot(reason: .resting, at: memories[index].restsUntil) }
    if let pending = memories[index].pending.min(by: { $0.at < $1.at }) {
      if let failing = failing(rule, at: now) { return WhyNot(reason: failing, at: pending.at) }
      return WhyNot(reason: .waiting(rule.when, since: pending.since, until: pending.at), at: pending.at)
    }
    if let failing = failing(rule, at: now), hasTriggered(rule.when) { return WhyNot(reason: failing) }
    if let firing = lastFiring(of: rule.name) { return WhyNot(reason: .fired(firing.key, at: firing.at)) }
    if case .repeated(let wanted, _, let interval) = rule.when {
      let recent = history[min(memories[index].cleared, history.count)...].count { occurrence in
        occurrence.what == wanted && occurrence.triggers && occurrence.isCounted
          && isRecent(occurrence.at, interval, now)
      }
      return WhyNot(reason: .counted(rule.when, count: recent))
    }
    return WhyNot(reason: .notStarted(rule.when), at: rule.when == .recycleEnds ? parkEnd : nil)
  }

  /// Whether what the trigger names has happened at all: then a condition stood in its way.
  private func hasTriggered(_ trigger: Trigger) -> Bool {
    switch trigger {
    case .happens(let list): history.contains { $0.triggers && ($0.what.map(list.contains) ?? false) }
    case .anySignal: history.contains(where: \.isEngagement)
    case .captured: !world.isImported
    case .repeated, .absence, .again, .lull, .owed, .silent, .untouched, .unplanned, .promisePassed, .overdue, .inState,
      .atDecision, .recycleEnds, .moved, .decided:
      false
    }
  }

  /// The first condition that fails now, or the first exception that holds.
  private func failing(_ rule: Rule, at now: Instant) -> WhyNot.Reason? {
    if let condition = rule.conditions.first(where: { !holds($0, at: now) }) { return .fails(condition) }
    return rule.exceptions.first { holds($0, at: now) }.map { .excepted($0) }
  }
}

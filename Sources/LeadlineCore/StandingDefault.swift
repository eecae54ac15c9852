/// The default action of a state while it stands. Its due is reckoned when somebody asks.
struct StandingDefault {
  let began: Instant
  let state: State
  let template: Template
  let gap: Interval
  let cause: Cause?
  /// The timing of the template, reckoned from `began`.
  var written: Instant?
  /// The latest of that and our last touch + gap, in working hours; or what a person put it off to. Nil until it is
  /// asked for.
  var base: Instant?
  /// The last instant at which it is not overdue, as things stood at `revision`.
  var known: Instant?
  var revision = -1
  /// What a person put it off to.
  var snoozed: Due?
  var waits: SignalKind?
  /// The dues for which it was escalated.
  var escalated: Set<Instant> = []

  init(_ block: StateBlock, began: Instant, cause: Cause?) {
    self.began = began
    self.cause = cause
    state = block.state
    template = block.next
    gap = block.gap
  }
}

/// How long an action may be late, reckoned once.
struct Lateness {
  let deadline: Instant
  let state: State
  let version: Int
  let ends: Instant
}

/// The default action of a state (engine letter, 2), and the escalation of whatever is late.
extension Simulation {
  /// Whether the lead has no action that a person or a rule opened, and may have a default.
  private var isEmpty: Bool {
    world.isOpen && world.isCaptured && !world.isAsleep && world.survivor == nil && world.actions.isEmpty
      && world.promise?.isPassed != false
  }

  /// After any change at `at`: opens or takes away the state's default, starts or stops the clock `unplanned`, and
  /// lets go an escalation whose action is gone.
  mutating func settle(_ at: Instant) {
    if !isEmpty {
      emptySince = nil
      standing = nil
      defaultRests = false
    } else {
      let since = emptySince ?? at
      emptySince = since
      if standing == nil, !defaultRests, let version, let state = world.state {
        let began = max(since, versions[0].from)
        standing = StandingDefault(version.rules[state], began: began, cause: world.latest)
        if begun.last != began { begun.append(began) }
      }
    }
    let isUnplanned = world.isOpen && world.isCaptured && !world.isAsleep && !world.isPlanned(at: at)
    world.clocks.unplanned = isUnplanned ? world.clocks.unplanned ?? at : nil
    endBroken(at)
    if !world.escalations.isEmpty { world.escalations = world.escalations.filter(stands) }
    if !world.drafts.isEmpty {
      let keys = world.actions.map(\.key)
      world.drafts.removeAll { !keys.contains(.firing($0.key)) }
    }
  }

  /// A mark that an action's lateness set goes with the action; a rule's, with its ladder.
  private func stands(_ escalation: Escalation) -> Bool {
    switch escalation.cause {
    case .late(let action, _): isOpen(action)
    case .rule: true
    }
  }

  /// The default is done, or began anew for another reason: it stands again from here.
  mutating func restartDefault(_ at: Instant) {
    if emptySince == nil { return }
    emptySince = at
    standing = nil
  }

  private func isOpen(_ key: Reference) -> Bool {
    if let standing, key == .firing(self.key(of: standing)) { return true }
    return world.actions.contains { $0.key == key }
  }

  func key(of standing: StandingDefault) -> FiringKey {
    FiringKey(rule: "default", lead: world.lead.id.text, anchor: String(standing.began.milliseconds), rung: 0)
  }

  // MARK: when it is due

  /// The latest of its timing, our last touch + gap, and the next act of a silence rule, in the owner's working hours
  /// (engine letter, 2 and 19).
  mutating func defaultDeadline() -> Instant? {
    guard let standing, let calendar else { return nil }
    if let known = standing.known, standing.revision == revision { return known }
    let own = calendar.calendar(for: world.lead.owner)
    let base = standing.base ?? self.base(standing, own, calendar)
    var deadline = base
    if standing.snoozed == nil, let silence = nextSilence(), silence < .latest {
      deadline = max(base, own.due(silence))
    }
    self.standing?.base = base
    self.standing?.known = deadline
    self.standing?.revision = revision
    return deadline
  }

  private mutating func base(_ standing: StandingDefault, _ own: WorkCalendar, _ calendar: WorkCalendar) -> Instant {
    if let snoozed = standing.snoozed { return snoozed.deadline(in: calendar) }
    let written = standing.written ?? self.written(standing, own, from: standing.began)
    self.standing?.written = written
    return own.due(max(written, world.lastTouch.map { calendar.add(standing.gap, to: $0.at) } ?? written))
  }

  /// A default that waited for a silence rule is not late because they answer: its time runs again from there.
  mutating func keepDefaultAhead(_ at: Instant) {
    guard let standing, standing.snoozed == nil, let calendar, let due = defaultDeadline(), due < at else { return }
    let own = calendar.calendar(for: world.lead.owner)
    let again = own.due(written(standing, own, from: at))
    self.standing?.base = again
    revise()
  }

  private func written(_ standing: StandingDefault, _ own: WorkCalendar, from start: Instant) -> Instant {
    switch standing.template.timing {
    case .in(let interval): own.add(interval, to: start)
    case .now: start
    case .today: own.close(after: start)
    case .at(let minute): own.next(minute: minute, at: start)
    case .whenParkEnds: parkEnd ?? start
    }
  }

  /// The action that stands in the world for the default.
  mutating func standingAction(_ now: Instant) -> Action? {
    guard let deadline = defaultDeadline(), let standing, let calendar else { return nil }
    return Action(
      key: .firing(key(of: standing)), text: text(of: standing.template, at: now),
      due: standing.snoozed ?? .wall(calendar.zone.wall(at: deadline)), deadline: deadline,
      means: standing.template.means,
      author: .state(standing.state), opened: standing.began, cause: standing.cause, waits: standing.waits,
      isSnoozed: standing.snoozed != nil, escalated: standing.escalated)
  }

  func text(of template: Template, at now: Instant) -> String {
    Template.fill(template.text) { name in
      switch name {
      case "name": world.lead.title
      case "first": world.lead.name.split(separator: " ").first.map(String.init) ?? world.lead.title
      case "company": world.lead.company
      case "decision": world.decision
      case "days": calendar.map { String($0.zone.wholeDays(from: world.clocks.untouched, to: now)) }
      default: nil
      }
    }
  }

  // MARK: escalation by the state block

  /// When the lead's first open action will have been late for as long as its state allows, if it was not escalated for
  /// this due already. One that does not lie before `end` may be left out: nothing is late before its due.
  mutating func escalationDue(before end: Instant) -> Instant? {
    guard let version, let state = world.state, !world.isAsleep else { return nil }
    let deadline: Instant
    if let standing, standing.began < end, let due = defaultDeadline() {
      if due >= end || standing.escalated.contains(due) { return nil }
      deadline = due
    } else {
      guard let next = world.next, next.deadline < end, !next.escalated.contains(next.deadline) else { return nil }
      deadline = next.deadline
    }
    if let lateness, lateness.deadline == deadline, lateness.state == state, lateness.version == versionNumber {
      return max(lateness.ends, present)
    }
    let ends = version.calendar.add(version.rules[state].escalate, to: deadline)
    lateness = Lateness(deadline: deadline, state: state, version: versionNumber, ends: ends)
    // What was late when it came, by a due in the past or a state that allows less, is escalated there.
    return max(ends, present)
  }

  mutating func escalate(_ at: Instant) {
    guard let state = world.state else { return }
    let action: Reference
    let due: Instant
    if let standing, let deadline = standing.known {
      (action, due) = (.firing(key(of: standing)), deadline)
      self.standing?.escalated.insert(deadline)
    } else if let index = world.nextIndex {
      (action, due) = (world.actions[index].key, world.actions[index].deadline)
      world.actions[index].escalated.insert(due)
    } else {
      return
    }
    world.escalations.append(Escalation(since: at, cause: .late(action, due: due)))
    let key = FiringKey(
      rule: "state \(state.rawValue)", lead: world.lead.id.text, anchor: Anchor.late(action, due: due).text, rung: 1)
    world.firings.append(
      Firing(
        key: key, at: at, version: version?.from ?? at, start: due, actions: [.escalate(to: nil)]))
  }
}

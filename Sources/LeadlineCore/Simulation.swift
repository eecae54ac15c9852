/// `simulate(facts of one lead, rule versions, calendar, until now) -> world of the lead` (3-rules.md, 1): facts in their
/// order, and between them whatever comes due by itself. The same facts give the same world on every machine.
package struct Simulation {
  let versions: [Version]
  private var versionNumber = -1
  var world: World
  var isCaptured = false
  /// When the lead came to have no action, entered its state, or the promise's date passed: whichever is last.
  var emptySince: Instant?
  /// A dismissed default rests until the lead's next fact.
  var defaultRests = false
  /// A default that a person put off keeps that due while it stands.
  var snoozedDefault: Due?
  var escalatedOnce: [Escalation] = []
  var sources: Set<String> = []
  var stateBeforeClose: State = .warm

  /// The world of a lead at `now`: of the facts that happened by then. `facts` in the order of `Event.happenedBefore`.
  package static func simulate(_ id: LeadID, facts: [Event], versions: [Version], until now: Instant) -> World {
    var simulation = Simulation(id, versions)
    for event in facts where event.at <= now {
      simulation.pass(before: event.at)
      simulation.apply(event)
    }
    simulation.pass(through: now)
    simulation.finish(now)
    if let later = facts.first(where: { $0.at > now }) {
      simulation.world.nextDeadline = min(simulation.world.nextDeadline ?? later.at, later.at)
    }
    return simulation.world
  }

  private init(_ id: LeadID, _ versions: [Version]) {
    self.versions = versions
    world = World(id)
  }

  var version: Version? { versionNumber < 0 ? nil : versions[versionNumber] }

  /// The book's calendar as it is in force; before the first adoption the first version's, so that dates have a zone.
  var calendar: WorkCalendar? { (version ?? versions.first)?.calendar }

  // MARK: time passes

  private mutating func pass(before end: Instant) {
    while let deadline = nextDeadline(), deadline < end { come(to: deadline) }
    adopt(through: end)
  }

  private mutating func pass(through end: Instant) {
    while let deadline = nextDeadline(), deadline <= end { come(to: deadline) }
    adopt(through: end)
  }

  /// The next instant at which the lead changes without a fact: an adoption, a promise's date, the end of a park that
  /// an imported lead sleeps through, an escalation.
  private func nextDeadline() -> Instant? {
    var next: Instant?
    if versionNumber + 1 < versions.count { next = versions[versionNumber + 1].from }
    guard world.isOpen, isCaptured else { return next }
    if let promise = world.promise, !promise.isPassed { next = min(next ?? .latest, promise.deadline) }
    if world.isAsleep, let end = parkEnd() { next = min(next ?? .latest, end) }
    if let due = escalationDue() { next = min(next ?? .latest, due.at) }
    return next
  }

  private mutating func come(to instant: Instant) {
    adopt(through: instant)
    if let promise = world.promise, !promise.isPassed, promise.deadline <= instant {
      world.promise?.isPassed = true
      settle(promise.deadline)
    }
    if world.isAsleep, let end = parkEnd(), end <= instant { wake(end) }
    if let due = escalationDue(), due.at <= instant { escalate(due) }
  }

  private mutating func adopt(through instant: Instant) {
    while versionNumber + 1 < versions.count, versions[versionNumber + 1].from <= instant {
      versionNumber += 1
      if isCaptured { settle(versions[versionNumber].from) }
    }
  }

  func parkEnd() -> Instant? {
    guard world.state == .recycle, let until = world.until, let calendar else { return nil }
    return max(calendar.zone.midnight(of: until), world.stageSince)
  }

  mutating func wake(_ at: Instant) {
    world.isAsleep = false
    world.clocks.untouched = at
    world.clocks.unplanned = nil
    emptySince = nil
    settle(at)
  }

  // MARK: escalation by the state block

  private func escalationDue() -> (at: Instant, action: Action)? {
    guard let version, let state = world.state, !world.isAsleep, let next = world.next,
      !escalatedOnce.contains(where: { $0.action == next.key && $0.due == next.deadline })
    else { return nil }
    return (version.calendar.add(version.rules[state].escalate, to: next.deadline), next)
  }

  private mutating func escalate(_ due: (at: Instant, action: Action)) {
    guard let state = world.state else { return }
    let escalation = Escalation(since: due.at, action: due.action.key, due: due.action.deadline)
    world.escalation = escalation
    escalatedOnce.append(escalation)
    let anchor = "\(due.action.key.anchorText)@\(due.action.deadline.milliseconds)"
    let key = FiringKey(rule: "state \(state.rawValue)", lead: world.lead.id.text, anchor: anchor, rung: 1)
    world.firings.append(Firing(key: key, at: due.at, actions: ["escalate"]))
  }

  // MARK: the default action

  /// After any change at `at`: opens or takes away the state's default, starts or stops the clock `unplanned`, and
  /// lets go an escalation whose action is gone.
  mutating func settle(_ at: Instant) {
    let isPromised = world.promise.map { !$0.isPassed } == true
    let hasOther = world.actions.contains { $0.author.isAgreed }
    if !world.isOpen || !isCaptured || world.isAsleep || hasOther || isPromised {
      world.actions.removeAll { !$0.author.isAgreed }
      emptySince = nil
      snoozedDefault = nil
      defaultRests = false
    } else if emptySince == nil {
      emptySince = at
    }
    openDefault(at)
    if world.isOpen && isCaptured && !world.isPlanned(at: at) {
      world.clocks.unplanned = world.clocks.unplanned ?? at
    } else {
      world.clocks.unplanned = nil
    }
    if let escalation = world.escalation,
      !world.actions.contains(where: { $0.key == escalation.action && $0.deadline == escalation.due })
    {
      world.escalation = nil
    }
  }

  private mutating func openDefault(_ at: Instant) {
    world.actions.removeAll { !$0.author.isAgreed }
    guard let version, let state = world.state, let empty = emptySince, !defaultRests else { return }
    let began = max(empty, versions[0].from)
    let block = version.rules[state]
    let key = FiringKey(rule: "default", lead: world.lead.id.text, anchor: String(began.milliseconds), rung: 0)
    let due = snoozedDefault ?? .wall(version.calendar.zone.wall(at: defaultDue(block, began, version)))
    world.actions.append(
      Action(
        key: .firing(key), text: fill(block.next.text), due: due, deadline: due.deadline(in: version.calendar),
        means: block.next.means, author: .state(state), opened: began, cause: world.latest, isSnoozed: snoozedDefault != nil))
  }

  /// Engine letter, 2 and 19: the latest of the timing and our last touch + gap; in the owner's working hours.
  private func defaultDue(_ block: StateBlock, _ began: Instant, _ version: Version) -> Instant {
    let own = version.calendar.calendar(for: world.lead.owner)
    let written: Instant
    switch block.next.timing {
    case .in(let interval): written = own.add(interval, to: began)
    case .now: written = began
    case .today: written = own.close(after: began)
    case .at(let minute): written = own.next(minute: minute, at: began)
    case .whenParkEnds: written = parkEnd() ?? began
    }
    let gap = world.lastTouch.map { version.calendar.add(block.gap, to: $0.at) } ?? written
    return own.due(max(written, gap))
  }

  private func fill(_ text: String) -> String {
    guard text.utf8.contains(0x7b) else { return text }
    let first = world.lead.name.split(separator: " ").first.map(String.init) ?? world.lead.title
    let fields = ["name": world.lead.title, "first": first, "company": world.lead.company, "decision": world.decision]
    return Simulation.fill(text, fields)
  }

  /// `{field}` by its value; an unknown field stays as it is written.
  static func fill(_ text: String, _ fields: [String: String]) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      out += fields[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private mutating func finish(_ now: Instant) {
    world.nextDeadline = nextDeadline()
    guard world.isOpen else { return }
    if let next = world.next, next.deadline >= now {
      // Overdue begins the instant after.
      let turn = next.deadline.advanced(by: 1)
      world.nextDeadline = min(world.nextDeadline ?? turn, turn)
    }
  }
}

extension Reference {
  /// What stands for an action in the anchor of another firing.
  var anchorText: String {
    switch self {
    case .event(let id): id.text
    case .firing(let key): "\(key.rule)-\(key.anchor)"
    }
  }
}

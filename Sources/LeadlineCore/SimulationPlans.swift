/// What people plan and decide: actions, promises, moves, closes.
extension Simulation {
  mutating func open(_ intention: Intention, _ event: Event) {
    guard world.isOpen, let (due, deadline) = placed(intention.due, zone: intention.zone) else { return }
    world.escalations = []
    endByPlan(event.at)
    world.actions.append(
      Action(
        key: .event(event.id), text: intention.text, due: due, deadline: deadline, means: intention.means,
        author: .person(event.by), opened: event.at, cause: world.latest))
  }

  /// Engine letter, 9: it ends what we owe and the run; a new run starts at its date.
  mutating func promise(_ text: String, _ due: Due, _ event: Event) {
    guard world.isOpen, let (due, deadline) = placed(due, zone: "") else { return }
    world.clocks.owed = nil
    world.escalations = []
    endAll(event.at)
    world.latest = Cause(what: .promise, at: event.at)
    world.promise = Promise(id: event.id, text: text, due: due, deadline: deadline, isPassed: deadline < event.at)
    world.clocks.run = Clocks.Run(began: deadline, anchor: event.id, clock: deadline, touches: 0)
  }

  private enum Target {
    case action(Int)
    case standingDefault
  }

  /// The open action that a reference means: itself, else the one of the same rule and rung (engine letter, 17). A key
  /// of a default that is over means that one, and so nothing.
  private func target(_ of: Reference) -> Target? {
    if let index = world.actions.firstIndex(where: { $0.key == of }) { return .action(index) }
    guard case .firing(let wanted) = of else { return nil }
    if let standing, wanted.rule == "default", wanted.rung == 0 {
      let began = Int64(wanted.anchor).map { Instant(milliseconds: $0) }
      return began == standing.began || !begun.contains { $0 == began } ? .standingDefault : nil
    }
    return world.actions.firstIndex { action in
      guard case .firing(let key) = action.key else { return false }
      return key.rule == wanted.rule && key.rung == wanted.rung
    }.map(Target.action)
  }

  /// The firing that opened what is meant; nil where a person or the state did.
  private func key(of target: Target) -> FiringKey? {
    guard case .action(let index) = target, case .firing(let key) = world.actions[index].key else { return nil }
    return key
  }

  mutating func close(_ of: Reference, _ at: Instant) {
    switch target(of) {
    case .action(let index): remove(index)
    case .standingDefault: restartDefault(at)
    case nil: break
    }
    endBroken(at)
  }

  /// Takes an open action away, and the draft beside it.
  private mutating func remove(_ index: Int) {
    let action = world.actions.remove(at: index)
    guard case .firing(let key) = action.key else { return }
    world.drafts.removeAll { $0.key == key }
  }

  /// A dismissed default rests until the lead's next fact.
  /// What a person dismisses of a rule ends its ladder; of an `owed` rule, the debt too.
  mutating func dismiss(_ of: Reference?, _ at: Instant) {
    let target = of.map { self.target($0) } ?? (standing == nil ? world.nextIndex.map(Target.action) : .standingDefault)
    var dismissed = of
    switch target {
    case .action(let index):
      dismissed = world.actions[index].key
      remove(index)
    case .standingDefault:
      standing = nil
      defaultRests = true
    case nil: break
    }
    if case .firing(let key) = dismissed { endLadder(key, at) }
    endBroken(at)
  }

  private mutating func endLadder(_ key: FiringKey, _ at: Instant) {
    guard let version,
      let ladder = ladders.first(where: { $0.owns(key) })
        ?? ladders.first(where: { $0.rule == key.rule && $0.fired == key.rung })
    else { return }
    if case .owed = version.rules.list[ladder.index].when { world.clocks.owed = nil }
    endLadders(at) { other, _ in other.number == ladder.number }
  }

  /// Puts an action off to a time, or until such a signal comes: then for 90 days at most, since nothing is forgotten.
  /// Held, it becomes the person's own.
  mutating func snooze(_ of: Reference, _ due: Due?, _ until: SignalKind?, _ hold: Bool, _ event: Event) {
    guard let meant = self.target(of), let calendar else { return }
    world.escalations = []
    endByPlan(event.at, except: key(of: meant))
    // What the plan ended has closed what it asked for: places in the list may have changed.
    guard let target = target(of) else { return }
    let given = due ?? until.map { _ in .day(calendar.zone.day(at: event.at).adding(90)) }
    switch target {
    case .standingDefault where hold:
      guard var action = standingAction(event.at) else { return }
      action.author = .person(event.by)
      world.actions.append(action)
      putOff(world.actions.count - 1, to: given, until, calendar)
    case .standingDefault:
      endLateness(event.at)
      if let given { standing?.snoozed = given }
      standing?.waits = until
      standing?.base = nil
      standing?.known = nil
    case .action(let index):
      putOff(index, to: given, until, calendar)
      let action = world.actions[index]
      if case .firing(let key) = action.key, case .rule = action.author,
        let place = ladders.firstIndex(where: { $0.owns(key) })
      {
        ladders[place].snoozed = action.deadline
      }
      if hold {
        if let key = lane, action.key == .firing(key) { lane = nil }
        world.actions[index].author = .person(event.by)
        endByPlan(event.at)
      }
    }
    endBroken(event.at)
  }

  /// Put off, the default is no longer the one that was late, though its key stays.
  private mutating func endLateness(_ at: Instant) {
    guard let standing else { return }
    let own = Reference.firing(key(of: standing))
    endLadders(at) { ladder, trigger in
      guard case .overdue = trigger, case .late(let key, _) = ladder.anchor else { return false }
      return key == own
    }
  }

  private mutating func putOff(_ index: Int, to due: Due?, _ until: SignalKind?, _ calendar: WorkCalendar) {
    world.actions[index].waits = until
    guard let due else { return }
    world.actions[index].due = due
    world.actions[index].deadline = due.deadline(in: calendar)
    world.actions[index].isSnoozed = true
  }

  // MARK: where it stands

  /// A move by a person: what they have just decided, no old timer overrules. A run that goes on starts anew; one that
  /// waits for a promise goes on waiting.
  mutating func take(_ move: Move, _ event: Event) {
    guard world.isOpen else { return }
    world.escalations = []
    movedByPerson = event.at
    let isPark = move.state == .recycle
    endLadders(event.at) { isPark || !$1.isDebt }
    if let run = world.clocks.run, run.clock <= event.at {
      world.clocks.run = Clocks.Run(began: event.at, anchor: event.id, clock: event.at, touches: 0)
    }
    if isPark { world.clocks.owed = nil }
    let isNew = world.state != move.state
    enter(move.state, until: move.until, event.at, event.id)
    if isPark { world.wake = move.wake }
    if isNew { stimuli.append(.moved(move.state, event.id)) }
    endBroken(event.at)
  }

  /// Into a state; a park lasts 90 days where nobody says how long.
  mutating func enter(_ state: State, until: Day?, _ at: Instant, _ anchor: EventID) {
    if world.stage != .open(state) || world.stageSince == .earliest {
      // To catch or to reopen a parked lead is not to park it.
      if state == .recycle, world.stageSince != .earliest, world.isOpen { parks += 1 }
      world.stageSince = at
      stageAnchor = anchor
      restartDefault(at)
    }
    world.stage = .open(state)
    world.isParkOver = false
    if state == .recycle {
      parked = at
      parkAnchor = anchor
      world.wake = nil
      world.until = until ?? calendar.map { $0.zone.day(at: at).adding(90) }
      restartDefault(at)
    } else {
      world.until = nil
      world.wake = nil
    }
    reckonPark()
  }

  /// To where it stands already is nothing.
  mutating func decide(_ decision: String, _ at: Instant, _ anchor: EventID) {
    if decision == world.decision { return }
    world.decision = decision
    world.decisionSince = at
    decisionAnchor = anchor
    stimuli.append(.decided(decision, anchor))
  }

  /// Ends promises and all open actions; clocks stand still.
  mutating func close(_ closing: Closing, _ at: Instant) {
    if let state = world.state { stateBeforeClose = state }
    endAll(at)
    world.stage = .closed(closing, at: at)
    world.stageSince = at
    if let value = closing.value { world.lead.value = value }
    world.actions = []
    world.drafts = []
    lane = nil
    world.promise = nil
    world.escalations = []
    world.clocks.owed = nil
    world.clocks.run = nil
    world.until = nil
    world.wake = nil
    world.isParkOver = false
    parkEnd = nil
  }

  /// Engine letter, 29: the state before the close, no old run, `untouched` and `unplanned` from here.
  mutating func reopen(_ event: Event) {
    guard !world.isOpen, world.survivor == nil else { return }
    enter(stateBeforeClose, until: nil, event.at, event.id)
    world.clocks.untouched = event.at
    untouchedAnchor = event.id
    rebuildPending(from: event.at)
  }
}

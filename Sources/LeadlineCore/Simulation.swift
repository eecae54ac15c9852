/// `simulate(facts of one lead, rule versions, calendar, until now) -> world of the lead` (3-rules.md, 1): facts in their
/// order, and between them whatever comes due by itself. The same facts give the same world on every machine.
package struct Simulation {
  let versions: [Version]
  let zoneNamed: (String) -> Zone?
  private(set) var versionNumber = -1
  var world: World
  /// The instant that was looked at last.
  private(set) var present = Instant.earliest
  /// When the latest fact happened.
  private(set) var lastFact = Instant.earliest
  /// Grows with whatever may change a due time or a condition.
  private(set) var revision = 0

  // What happens by default.
  /// When the lead came to have no action, entered its state, or the promise's date passed: whichever is last.
  var emptySince: Instant?
  var standing: StandingDefault?
  /// A dismissed default rests until the lead's next fact.
  var defaultRests = false
  /// The moments at which defaults of this lead began, ascending: a key that names one of them means that one.
  var begun: [Instant] = []
  var lateness: Lateness?

  // What people decided.
  var sources: Set<String> = []
  var stateBeforeClose: State = .warm
  /// When the lead was parked; its park never ends earlier.
  var parked = Instant.earliest
  /// The fact or firing that parked it: parked again, it wakes again.
  var parkAnchor: EventID?
  /// When the park ends: 00:00 of its date, or when the signal came that was waited for. Nil outside of recycle.
  var parkEnd: Instant?
  /// The act that imported the lead: what came with it wakes nothing.
  var importAct: EventID?
  /// When a person moved the lead last.
  var movedByPerson: Instant?

  // What the rules know.
  var memories: [RuleMemory] = []
  /// The memories of rules whose name the version in force does not have.
  var retired: [String: RuleMemory] = [:]
  var ladders: [Ladder] = []
  var ladderCount = 0
  /// The key of the one suggestion that rules have open.
  var lane: FiringKey?
  var history: [Occurrence] = []
  var lastAnswer: Instant?
  /// Moves into recycle since the last answer.
  var parks = 0
  /// Where `in STATE` and `at DECISION` count from where the lead slept until then.
  var awakeSince = Instant.earliest
  /// The facts that began what clocks run from.
  var captureAnchor: EventID?
  var stageAnchor: EventID?
  var decisionAnchor: EventID?
  var untouchedAnchor: EventID?
  /// The state change of this instant that rules made, and whose it was.
  var movedByRule: (at: Instant, rule: String)?
  var stimuli: [Stimulus] = []

  /// The world of a lead at `now`: of the facts that happened by then. `facts` in the order of `Event.happenedBefore`,
  /// `versions` earliest first. `zone` gives the clocks of another place than the book's, which a due time may name.
  package static func simulate(
    _ id: LeadID, facts: [Event], versions: [Version], until now: Instant, zone: (String) -> Zone? = { _ in nil }
  ) -> World {
    withoutActuallyEscaping(zone) { zone in
      var simulation = Simulation(id, versions, zone)
      simulation.run(facts, until: now)
      return simulation.world
    }
  }

  init(_ id: LeadID, _ versions: [Version], _ zone: @escaping (String) -> Zone?) {
    self.versions = versions
    zoneNamed = zone
    world = World(id)
  }

  mutating func run(_ facts: [Event], until now: Instant) {
    for event in facts {
      if event.at > now { return finish(now, later: event.at) }
      pass(before: event.at)
      adoptVersions(of: event.at)
      arrive(at: event.at)
      lastFact = event.at
      apply(event)
      answer(event.at)
    }
    finish(now, later: nil)
  }

  var version: Version? { versionNumber < 0 ? nil : versions[versionNumber] }

  /// The version in force; before the first adoption the first one, so that dates have a zone.
  var book: Version? { version ?? versions.first }
  var calendar: WorkCalendar? { book?.calendar }

  private mutating func arrive(at instant: Instant) {
    present = max(present, instant)
    revision += 1
  }

  /// Something changed within an instant: what was reckoned before no longer holds.
  mutating func revise() { revision += 1 }

  // MARK: time passes

  /// What changes a lead without a fact, in the order in which they come at one instant.
  private enum Turn { case adoption, promise, parkEnd, rules, escalation }

  /// Lets come what is due before `end`: facts come before deadlines of the same instant.
  private mutating func pass(before end: Instant) {
    while let (at, turn) = nextTurn(before: end), at < end { come(turn, at) }
  }

  /// Adoptions come before the facts of their instant.
  private mutating func adoptVersions(of instant: Instant) {
    while versionNumber + 1 < versions.count, versions[versionNumber + 1].from == instant { come(.adoption, instant) }
  }

  /// The next turn of the lead. One that does not lie before `end` may be left out.
  private mutating func nextTurn(before end: Instant) -> (at: Instant, Turn)? {
    var next: (at: Instant, Turn)?
    func offer(_ at: Instant, _ turn: Turn) {
      if let earlier = next, earlier.at <= at { return }
      next = (at, turn)
    }
    if versionNumber + 1 < versions.count { offer(versions[versionNumber + 1].from, .adoption) }
    guard world.isCaptured, world.isOpen else { return next }
    if let promise = world.promise, !promise.isPassed { offer(promise.deadline, .promise) }
    if let parkEnd, !world.isParkOver { offer(max(parkEnd, present), .parkEnd) }
    if let rules = nextDeadline(before: next.map { min($0.at, end) } ?? end) { offer(rules, .rules) }
    if let escalation = escalationDue(before: end) { offer(escalation, .escalation) }
    return next
  }

  /// Carries out one turn; each can come only once, so that time always passes.
  private mutating func come(_ turn: Turn, _ at: Instant) {
    arrive(at: at)
    switch turn {
    case .adoption: adopt(at)
    case .promise:
      world.promise?.isPassed = true
      settle(at)
    case .parkEnd:
      world.isParkOver = true
      if world.isAsleep { wake(at, captureAnchor) } else { settle(at) }
      if let anchor = parkAnchor { stimuli.append(.recycleEnds(anchor)) }
      meetDeadlines(at)
    case .rules: meetDeadlines(at)
    case .escalation: escalate(at)
    }
  }

  private mutating func adopt(_ at: Instant) {
    // A due time that was given stays (engine letter, 23).
    if standing != nil { _ = defaultDeadline() }
    let before = version
    versionNumber += 1
    adoptRules(replacing: before, at)
    reckonPark()
    if world.isCaptured { settle(at) }
  }

  /// A park ends at 00:00 of its date, never earlier than it began; one that is over stays over.
  mutating func reckonPark() {
    if world.isParkOver { return }
    guard world.state == .recycle, let until = world.until, let calendar else { return parkEnd = nil }
    parkEnd = max(calendar.zone.midnight(of: until), parked)
  }

  mutating func wake(_ at: Instant, _ anchor: EventID?) {
    world.isAsleep = false
    world.clocks.untouched = at
    untouchedAnchor = anchor
    awakeSince = at
    rebuildPending(from: at)
    settle(at)
  }

  // MARK: the end

  /// Puts into the world what was only kept in mind.
  private mutating func finish(_ now: Instant, later: Instant?) {
    pass(before: now.advanced(by: 1))
    // That somebody looks is no event: the present stays at the last one.
    revise()
    world.nextDeadline = nextTurn(before: .latest)?.at
    if let action = standingAction(now) { world.actions.append(action) }
    if world.isOpen, let next = world.next, next.deadline >= now {
      // Overdue begins the instant after.
      let turn = next.deadline.advanced(by: 1)
      world.nextDeadline = min(world.nextDeadline ?? turn, turn)
    }
    if let later { world.nextDeadline = min(world.nextDeadline ?? later, later) }
  }
}

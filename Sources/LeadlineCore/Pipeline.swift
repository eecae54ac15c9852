/// Every lead of a book and its world at one moment: what the facts, the adopted rules and the clock make of it.
package struct Pipeline: Sendable {
  package private(set) var ledger: Ledger
  package private(set) var versions: [Version] = []
  package private(set) var now: Instant
  /// Leads that exist, as `refresh` left them: captured, not merged away, not erased.
  package private(set) var worlds: [LeadID: World] = [:]
  /// When which lead changes by itself, the soonest first. An entry that is not its world's own any more means nothing.
  private var deadlines = Deadlines()
  /// Leads whose facts changed since their worlds were worked out, in the order of the book; all of them after an
  /// adoption, or when the clock was set back.
  private var changed: [LeadID] = []
  private var isAllChanged = false
  /// The moment that `worlds` shows.
  private var worldsAreOf: Instant?
  /// What in force reads the text of an adoption; it needs zones, which are the edge's to load.
  private let understand: @Sendable (Adoption, Instant) -> Version?
  /// A zone by name, for times that people set in another zone than the book's.
  let zone: @Sendable (String) -> Zone?

  /// `decoder` makes a reader for the lines whose headings are added. `understand` turns what was adopted into rules and
  /// a calendar; nil where it cannot be read.
  package init(
    now: Instant, zone: @escaping @Sendable (String) -> Zone? = { _ in nil },
    decoder: @escaping @Sendable () -> (any EventDecoder)? = { nil },
    understand: @escaping @Sendable (Adoption, Instant) -> Version?
  ) {
    ledger = Ledger(decoder: decoder)
    self.now = now
    self.zone = zone
    self.understand = understand
  }

  /// The version in force now; nil before the first adoption.
  package var version: Version? { versions.last { $0.from <= now } }

  /// Adds events to the facts; nothing shows before `refresh`.
  package mutating func add(_ event: Event, _ standing: Ledger.Standing = .sound, isOwn: Bool = false) {
    ledger.add(event, standing, isOwn: isOwn)
  }

  /// Adds a sound event by its heading, as a ledger takes it.
  package mutating func add(_ heading: Heading, in block: TextBlock, at start: Int, length: Int, isOwn: Bool) {
    ledger.add(heading, in: block, at: start, length: length, isOwn: isOwn)
  }

  package mutating func reserve(events: Int) { ledger.reserve(events: events) }

  /// Brings the facts and what is in force to `now`, and no world: `world(_:)` works out the one that is asked for, and
  /// `refresh` all.
  package mutating func settle(to now: Instant) {
    let wentBack = now < self.now
    self.now = now
    let adopted = ledger.adoptionsChanged
    changed += ledger.takeChanges()
    if adopted || versions.isEmpty { versions = ledger.adoptions.compactMap { understand($0.adoption, $0.at) } }
    if adopted || wentBack { isAllChanged = true }
  }

  /// Brings every lead that changed, or that something came due on, to `now`. Returns those leads. Where nothing is due
  /// this costs the same whatever the size of the book.
  @discardableResult
  package mutating func refresh(to now: Instant) -> [LeadID] {
    settle(to: now)
    let leads = outdated()
    changed = []
    isAllChanged = false
    worldsAreOf = now
    if leads.isEmpty { return [] }
    let decoder = ledger.decoder()
    for lead in leads {
      let world = simulated(lead, decoder)
      worlds[lead] = world
      if let deadline = world?.nextDeadline { deadlines.add(deadline, lead) }
    }
    deadlines.tidy(worlds)
    return leads
  }

  /// The next instant at which some lead changes by itself.
  package var nextDeadline: Instant? { deadlines.next }

  /// The leads whose worlds are not those of `now`: those that changed, and those whose deadline has come.
  private mutating func outdated() -> [LeadID] {
    if isAllChanged { return ledger.leads }
    let due = deadlines.take(until: now, worlds)
    if due.isEmpty { return changed }
    let fresh = Set(changed)
    return changed + due.filter { !fresh.contains($0) }
  }

  /// The world of one lead at `now`, whether all were worked out or not; nil where there is no such lead.
  package func world(_ lead: LeadID) -> World? {
    isRefreshed ? worlds[lead] : simulated(lead, ledger.decoder())
  }

  /// Whether `worlds` shows the facts at `now`, as far as they are settled.
  package var isRefreshed: Bool { worldsAreOf == now && changed.isEmpty && !isAllChanged }

  private func simulated(_ lead: LeadID, _ decoder: (any EventDecoder)?) -> World? {
    let facts = ledger.facts(of: lead, decoder)
    let isCaptured = facts.contains { if case .lead = $0.fact { true } else { false } }
    guard isCaptured, ledger.survivor(of: lead) == nil else { return nil }
    return Simulation.simulate(lead, facts: facts, versions: versions, until: now, zone: zone)
  }
}

/// Every lead of a book and its world at one moment: what the facts, the adopted rules and the clock make of it.
package struct Pipeline: Sendable {
  package private(set) var ledger = Ledger()
  package private(set) var versions: [Version] = []
  package private(set) var now: Instant
  /// Leads that exist: captured, not merged away, not erased. In the order in which the book met them.
  package private(set) var worlds: [LeadID: World] = [:]
  /// The next instant at which some lead changes by itself.
  package private(set) var nextDeadline: Instant?
  /// What in force reads the text of an adoption; it needs zones, which are the edge's to load.
  private let understand: @Sendable (Adoption, Instant) -> Version?
  /// A zone by name, for times that people set in another zone than the book's.
  private let zone: @Sendable (String) -> Zone?

  /// `understand` turns what was adopted into rules and a calendar; nil where it cannot be read.
  package init(
    now: Instant, zone: @escaping @Sendable (String) -> Zone? = { _ in nil },
    understand: @escaping @Sendable (Adoption, Instant) -> Version?
  ) {
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

  package mutating func reserve(events: Int) { ledger.reserve(events: events) }

  /// Brings every lead that changed, or that something came due on, to `now`. Returns those leads. Where nothing is due
  /// this costs the same whatever the size of the book.
  @discardableResult
  package mutating func refresh(to now: Instant) -> [LeadID] {
    let wentBack = now < self.now
    self.now = now
    let adopted = ledger.adoptionsChanged
    var changed = ledger.takeChanges()
    if adopted || versions.isEmpty { versions = ledger.adoptions.compactMap { understand($0.adoption, $0.at) } }
    if adopted || wentBack {
      changed = ledger.leads
    } else if let nextDeadline, nextDeadline <= now {
      let fresh = Set(changed)
      for (lead, world) in worlds where !fresh.contains(lead) {
        if let deadline = world.nextDeadline, deadline <= now { changed.append(lead) }
      }
    }
    if changed.isEmpty { return [] }
    for lead in changed { simulate(lead) }
    nextDeadline = worlds.values.lazy.compactMap(\.nextDeadline).min()
    return changed
  }

  private mutating func simulate(_ lead: LeadID) {
    let facts = ledger.facts(of: lead)
    let isCaptured = facts.contains { if case .lead = $0.fact { true } else { false } }
    guard isCaptured, ledger.survivor(of: lead) == nil else {
      worlds[lead] = nil
      return
    }
    worlds[lead] = Simulation.simulate(lead, facts: facts, versions: versions, until: now, zone: zone)
  }
}

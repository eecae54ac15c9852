/// A firing that stood until a fact was recorded that had happened before it: what the late fact took back.
package struct Retraction: Hashable, Sendable {
  package var firing: Firing
  /// The fact that was recorded late.
  package var by: Event

  /// All that late facts took back on a lead, in the order in which they were recorded. `facts` in the order of
  /// `Event.happenedBefore`; what was undone since counts as never recorded.
  package static func all(
    on lead: LeadID, facts: [Event], versions: [Version], until now: Instant, zone: (String) -> Zone? = { _ in nil }
  ) -> [Retraction] {
    let late = facts.filter { $0.time > $0.at && $0.time <= now }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    var retractions: [Retraction] = []
    for fact in late {
      let before = facts.filter { $0.time < fact.time || ($0.time == fact.time && $0.id < fact.id) }
      let known = Simulation.simulate(lead, facts: before, versions: versions, until: fact.time, zone: zone)
      let stands = Simulation.simulate(
        lead, facts: facts.filter { $0.id == fact.id || before.contains($0) }, versions: versions, until: fact.time,
        zone: zone)
      let keys = Set(stands.firings.map(\.key))
      retractions += known.firings.filter { !keys.contains($0.key) }.map { Retraction(firing: $0, by: fact) }
    }
    return retractions
  }
}

extension Pipeline {
  /// What facts that were recorded late took back on a lead.
  package func retractions(of lead: LeadID) -> [Retraction] {
    Retraction.all(on: lead, facts: ledger.facts(of: lead), versions: versions, until: now, zone: zone)
  }
}

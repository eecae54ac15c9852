/// What a book would be, and why it is as it is: the same facts under other rules, and explanations.
extension Pipeline {
  /// What stands on a lead, each with its reasons.
  package func explanations(of lead: LeadID) -> [Explanation] {
    guard let world = world(lead) else { return [] }
    return Explanation.all(of: world, facts: ledger.facts(of: lead), versions: versions)
  }

  /// Why one of the lead's firings came about; nil where it is none of them.
  package func explanation(of firing: Firing, on lead: LeadID) -> Explanation? {
    guard let world = world(lead) else { return nil }
    return Explanation.explain(firing, world, ledger.facts(of: lead), versions)
  }

  /// Why a rule has not fired on a lead.
  package func whyNot(_ rule: String, on lead: LeadID) -> WhyNot {
    Simulation.whyNot(rule, on: lead, facts: ledger.facts(of: lead), versions: versions, until: now, zone: zone)
  }

  /// The lead as it would stand now if this version had been adopted now.
  package func world(_ lead: LeadID, adopting version: Version) -> World {
    Simulation.simulate(
      lead, facts: ledger.facts(of: lead), versions: versions.filter { $0.from < version.from } + [version], until: now,
      zone: zone)
  }
}

/// What an adoption would change at once (3-rules.md, 9).
package struct RulesDiff: Sendable {
  package struct Change: Sendable {
    package var lead: LeadID
    package var title: String
    /// What happens next, before and after.
    package var before: Action?
    package var after: Action?
    /// Keys of what fires at the adoption.
    package var fires: [FiringKey]
    /// Keys of what rules suggest now and would not any more.
    package var vanishes: [FiringKey]
    package var becomesDue: Bool
  }

  /// Leads on which something changes, by title.
  package var changes: [Change] = []
  package var added: [String] = []
  package var removed: [String] = []
  package var altered: [String] = []

  /// Nothing that anybody would notice.
  package var isEmpty: Bool { changes.isEmpty && added.isEmpty && removed.isEmpty && altered.isEmpty }

  package var becomingDue: Int { changes.count(where: \.becomesDue) }

  /// `version`: what would be adopted, in force from the pipeline's moment.
  package init(_ pipeline: Pipeline, adopting version: Version) {
    let old = pipeline.version?.rules.list ?? []
    let names = Set(old.map(\.name))
    added = version.rules.list.map(\.name).filter { !names.contains($0) }
    let kept = Set(version.rules.list.map(\.name))
    removed = old.map(\.name).filter { !kept.contains($0) }
    altered = old.filter { rule in version.rules.rule(named: rule.name).map { !$0.isSame(as: rule) } ?? false }.map(
      \.name)
    if let rules = pipeline.version?.rules {
      altered += State.allCases.filter { rules[$0] != version.rules[$0] }.map { "state \($0.rawValue)" }
    }
    let zone = version.calendar.zone
    for (lead, world) in pipeline.worlds where world.isOpen {
      let other = pipeline.world(lead, adopting: version)
      let keys = Set(world.firings.map(\.key))
      let standing = Set(other.actions.map(\.key))
      let change = Change(
        lead: lead, title: world.lead.title, before: world.next, after: other.next,
        fires: other.firings.map(\.key).filter { !keys.contains($0) },
        vanishes: world.actions.compactMap { action in
          guard case .firing(let key) = action.key, case .rule = action.author, !standing.contains(action.key) else {
            return nil
          }
          return key
        },
        becomesDue: other.isDue(pipeline.now, zone) && !world.isDue(pipeline.now, zone))
      if !change.fires.isEmpty || !change.vanishes.isEmpty || change.becomesDue { changes.append(change) }
    }
    changes.sort { ($0.title, $0.lead) < ($1.title, $1.lead) }
  }
}

extension Rule {
  /// Whether the two do the same; their examples aside.
  fileprivate func isSame(as other: Rule) -> Bool {
    var (a, b) = (self, other)
    a.tests = []
    b.tests = []
    return a == b
  }
}

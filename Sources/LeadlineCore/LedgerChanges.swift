/// What changed since somebody looked: undos, merges and erasures, and the leads that they touch.
extension Ledger {
  /// The leads whose facts changed since the last call, each once, in the order in which the book met them.
  package mutating func takeChanges() -> [LeadID] {
    settle()
    let leads = changed.sorted().map { index.leads[$0] }
    for lead in changed { files[lead].isChanged = false }
    changed.removeAll(keepingCapacity: true)
    adoptionsChanged = false
    return leads
  }

  /// Puts lists in order, works out what is undone and what was merged, and passes changes on along merges.
  private mutating func settle() {
    if undoChanged {
      let before = undone
      undone = resolveUndos()
      for id in before.symmetricDifference(undone) {
        if let number = number(id), entries[number].lead >= 0 {
          mark(Int(entries[number].lead))
        } else {
          adoptionsChanged = true
        }
        if merges[id] != nil { linksChanged = true }
        if case .amend(let of, _) = number(id).flatMap({ wholes[$0] })?.fact { mark(leadOf: of) }
      }
      undoChanged = false
    }
    for lead in changed { order(lead) }
    if linksChanged { resolveLinks() }
    if survivors.isEmpty { return }
    for lead in changed {
      if let survivor = survivor(of: index.leads[lead]), let into = index.number(survivor) { mark(into) }
    }
  }

  /// Merges in the order in which they were decided: a lead's latest counts, and none that would close a circle.
  private mutating func resolveLinks() {
    linksChanged = false
    let before = (survivors, erased)
    survivors = [:]
    for event in merges.values.sorted(by: Event.wasTakenBefore) where !undone.contains(event.id) {
      guard let lead = event.lead, case .merge(let into) = event.fact, contains(into) else { continue }
      if lead != into, survivor(of: into) != lead { survivors[lead] = into }
    }
    merged = [:]
    for lead in survivors.keys { if let into = survivor(of: lead) { merged[into, default: []].append(lead) } }
    erased = Set(leads.filter(isErased))
    for (lead, into) in before.0 where survivors[lead] != into { touch(lead, into) }
    for (lead, into) in survivors where before.0[lead] != into { touch(lead, into) }
    for lead in erased.symmetricDifference(before.1) { touch(lead) }
  }

  /// A merge that came or went changes the leads at both ends, wherever they were merged on.
  private mutating func touch(_ leads: LeadID...) {
    for lead in leads {
      for lead in [lead, survivor(of: lead) ?? lead] { if let number = index.number(lead) { mark(number) } }
    }
  }

  /// Whether an `erase` names this lead: by a keyed hash, so that the event itself says nothing of whom. It cannot be
  /// undone.
  private func isErased(_ lead: LeadID) -> Bool {
    erasures.values.contains { event in
      guard case .erase(let token, let hash) = event.fact else { return false }
      return hash == Ledger.erasureHash(of: lead, token: token)
    }
  }
}

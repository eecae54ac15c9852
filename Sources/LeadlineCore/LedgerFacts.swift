/// What a ledger says of one lead.
extension Ledger {
  /// Every lead that has a `lead` event or is named by another, in the order in which the book met them.
  package var leads: [LeadID] { index.leads }

  package func contains(_ lead: LeadID) -> Bool { index.number(lead) != nil }

  /// What counts for a lead: nothing undone, amended facts in their latest form, what was merged into it included; in
  /// the order in which it happened. Call `takeChanges` first.
  package func facts(of lead: LeadID) -> [Event] { facts(of: lead, decoder()) }

  /// Those of one kind.
  package func facts(_ kind: FactKind, of lead: LeadID) -> [Event] {
    guard undone.isEmpty && amendments.isEmpty && merges.isEmpty, let number = index.number(lead) else {
      return facts(of: lead).filter { $0.fact.kind == kind }
    }
    if erased.contains(lead) { return [] }
    let decoder = decoder()
    return chain(number).filter { entries[$0].kind == kind }.compactMap { event($0, decoder) }
  }

  /// The same with a decoder of the ledger's, for whoever asks for many leads.
  func facts(of lead: LeadID, _ decoder: (any EventDecoder)?) -> [Event] {
    guard let number = index.number(lead), !erased.contains(lead) else { return [] }
    let events = events(number, decoder)
    if undone.isEmpty && amendments.isEmpty && merges.isEmpty { return events }
    var facts = effective(events)
    guard let others = merged[lead] else { return facts }
    for other in others where !erased.contains(other) {
      guard let number = index.number(other) else { continue }
      facts += effective(self.events(number, decoder)).filter { Ledger.survivesMerge($0.fact) }
    }
    return facts.sorted(by: Event.happenedBefore)
  }

  private func events(_ lead: Int, _ decoder: (any EventDecoder)?) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(Int(files[lead].count))
    var next = Int(files[lead].first)
    while next >= 0 {
      if let event = event(next, decoder) { events.append(event) }
      next = Int(entries[next].next)
    }
    return events
  }

  /// The lead that this one became by merges, at the end of them all; nil where it stands for itself.
  package func survivor(of lead: LeadID) -> LeadID? {
    var last = survivors[lead]
    while let next = last.flatMap({ survivors[$0] }) { last = next }
    return last
  }

  private func effective(_ events: [Event]) -> [Event] {
    var isInOrder = true
    let facts = events.compactMap { event -> Event? in
      if undone.contains(event.id) { return nil }
      // A merge that does not hold is none.
      if case .merge(let into) = event.fact, event.lead.flatMap({ survivors[$0] }) != into { return nil }
      guard let latest = amendments[event.id]?.filter({ !undone.contains($0.id) }).max(by: Event.wasTakenBefore),
        case .amend(_, let fact) = latest.fact
      else { return event }
      var amended = event
      amended.fact = fact
      amended.extra = latest.extra
      if latest.at != latest.time {
        amended.at = latest.at
        isInOrder = false
      }
      return amended
    }
    return isInOrder ? facts : facts.sorted(by: Event.happenedBefore)
  }

  /// Engine letter, 31: the other lead's history comes along, not where it stood.
  private static func survivesMerge(_ fact: Fact) -> Bool {
    switch fact {
    case .signal, .touch, .meeting, .promise, .note, .action, .done, .snooze, .dismiss, .lead, .person, .consent,
      .object, .ran:
      true
    case .set, .move, .decide, .close, .reopen, .merge, .adopt, .undo, .amend, .erase, .unknown: false
    }
  }

  package static func erasureHash(of lead: LeadID, token: String) -> String {
    Base32.encode(SHA256.hash(Array((token + "/" + lead.text).utf8)), count: 26)
  }

  /// All events of a lead for its timeline, undone ones too.
  package func history(of lead: LeadID) -> [Event] { index.number(lead).map { events($0, decoder()) } ?? [] }

  /// How many events `history` gives.
  package func historyCount(of lead: LeadID) -> Int { index.number(lead).map { Int(files[$0].count) } ?? 0 }

  /// The event with this id, undone or not; nil where none is known or a person voided its line.
  package func event(_ id: EventID) -> Event? { number(id).flatMap { event($0, decoder()) } }

  package func isUndone(_ id: EventID) -> Bool { undone.contains(id) }

  /// What was adopted when, earliest first; an adoption cannot be undone. Of two, the one with the later logical time
  /// rules from its moment on (engine letter, 23).
  package var adoptions: [(at: Instant, id: EventID, adoption: Adoption)] {
    var adoptions: [(at: Instant, id: EventID, adoption: Adoption)] = []
    for event in wholes.values.filter({ $0.lead == nil }).sorted(by: Event.wasTakenBefore) {
      guard case .adopt(let adoption) = event.fact else { continue }
      while let last = adoptions.last, last.at >= event.at { adoptions.removeLast() }
      adoptions.append((event.at, event.id, adoption))
    }
    return adoptions
  }

  /// Events that this program does not understand, for the count that `check` shows.
  package var unknownEvents: Int { wholes.values.count { if case .unknown = $0.fact { true } else { false } } }
}

/// What a ledger says of one lead.
extension Ledger {
  /// Every lead that has a `lead` event or is named by another, in the order in which the book met them.
  package var leads: [LeadID] { files.map(\.lead) }

  package func contains(_ lead: LeadID) -> Bool { index[lead] != nil }

  /// What counts for a lead: nothing undone, amended facts in their latest form, what was merged into it included; in
  /// the order in which it happened. Call `takeChanges` first.
  package func facts(of lead: LeadID) -> [Event] {
    guard let number = index[lead], !isErased(lead) else { return [] }
    let file = files[Int(number)]
    let isPlain = undone.isEmpty && amendments.isEmpty && merges.isEmpty
    if isPlain { return file.events }
    var facts = effective(file.events)
    for (from, events) in merges where from != lead {
      guard isMerged(events, into: lead), let number = index[from] else { continue }
      facts += effective(files[Int(number)].events).filter { Ledger.survivesMerge($0.fact) }
    }
    return facts.sorted(by: Event.happenedBefore)
  }

  /// The lead that this one was merged into, if it was.
  package func survivor(of lead: LeadID) -> LeadID? {
    let last = merges[lead]?.filter { !undone.contains($0.id) }.max(by: Event.wasTakenBefore)
    guard let last, case .merge(let into) = last.fact, into != lead else { return nil }
    return into
  }

  private func isMerged(_ events: [Event], into lead: LeadID) -> Bool {
    guard let from = events.first?.lead else { return false }
    return survivor(of: from) == lead
  }

  private func effective(_ events: [Event]) -> [Event] {
    events.compactMap { event in
      if undone.contains(event.id) { return nil }
      guard let latest = amendments[event.id]?.filter({ !undone.contains($0.id) }).max(by: Event.wasTakenBefore),
        case .amend(_, let fact) = latest.fact
      else { return event }
      var amended = event
      amended.fact = fact
      amended.extra = latest.extra
      if latest.at != latest.time { amended.at = latest.at }
      return amended
    }
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

  /// Whether an `erase` names this lead: by a keyed hash, so that the event itself says nothing of whom.
  private func isErased(_ lead: LeadID) -> Bool {
    erasures.contains { event in
      guard !undone.contains(event.id), case .erase(let token, let hash) = event.fact else { return false }
      return hash == Ledger.erasureHash(of: lead, token: token)
    }
  }

  package static func erasureHash(of lead: LeadID, token: String) -> String {
    Base32.encode(SHA256.hash(Array((token + "/" + lead.text).utf8)), count: 26)
  }

  /// All events of a lead for its timeline, undone ones too.
  package func history(of lead: LeadID) -> [Event] { index[lead].map { files[Int($0)].events } ?? [] }

  package func isUndone(_ id: EventID) -> Bool { undone.contains(id) }

  /// What was adopted when, earliest first (an adoption cannot be undone).
  package var adoptions: [(at: Instant, id: EventID, adoption: Adoption)] {
    loose.sorted(by: Event.wasTakenBefore).compactMap { event in
      if case .adopt(let adoption) = event.fact { (event.logical, event.id, adoption) } else { nil }
    }
  }

  /// Events that this program does not understand, for the count that `check` shows.
  package var unknownEvents: Int {
    (files.lazy.flatMap(\.events) + loose).reduce(0) { count, event in
      if case .unknown = event.fact { count + 1 } else { count }
    }
  }
}

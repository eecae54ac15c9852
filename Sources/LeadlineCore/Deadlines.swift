import HeapModule

/// The deadlines of all leads: the next one is at hand, and those that have come are taken out, whatever the size of the
/// book.
struct Deadlines: Sendable {
  private struct Entry: Comparable, Sendable {
    var at: Instant
    var lead: LeadID

    static func < (a: Entry, b: Entry) -> Bool { a.at != b.at ? a.at < b.at : a.lead < b.lead }
  }

  private var heap = Heap<Entry>()

  /// The soonest; after `tidy` it is some world's own.
  var next: Instant? { heap.min?.at }

  /// A lead may be added again when its deadline changes: the older entry means nothing from then on.
  mutating func add(_ at: Instant, _ lead: LeadID) { heap.insert(Entry(at: at, lead: lead)) }

  /// Takes out the leads whose deadline has come by `now`, each once, by deadline.
  mutating func take(until now: Instant, _ worlds: [LeadID: World]) -> [LeadID] {
    var due: [LeadID] = []
    var seen: Set<LeadID> = []
    while let first = heap.min, first.at <= now {
      heap.removeMin()
      if worlds[first.lead]?.nextDeadline == first.at, seen.insert(first.lead).inserted { due.append(first.lead) }
    }
    return due
  }

  /// Drops what means nothing any more: always at the head, and everywhere once it outweighs the rest.
  mutating func tidy(_ worlds: [LeadID: World]) {
    if heap.count > 2 * worlds.count + 64 {
      heap = Heap(worlds.compactMap { lead, world in world.nextDeadline.map { Entry(at: $0, lead: lead) } })
    }
    while let first = heap.min, worlds[first.lead]?.nextDeadline != first.at { heap.removeMin() }
  }
}

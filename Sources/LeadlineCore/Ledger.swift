/// All facts of a book, as a set: arrival order, files and replicas mean nothing. Equal ids are one event; the standing
/// of their lines settles which copy counts.
package struct Ledger: Sendable {
  /// How good a copy of an event is, worst first.
  package enum Standing: UInt8, Comparable, Sendable {
    case altered, sound, vouched, void

    package static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  struct Sighting: Sendable {
    /// The number of the lead's file; negative for an event without a lead.
    var file: Int32
    /// What tells equal copies at a glance; 0 where nobody gave it.
    var check: UInt32
    var standing: Standing
    var isOwn: Bool
  }

  struct File: Sendable {
    let lead: LeadID
    /// Every event that named the lead, undone ones too, in the order of `Event.happenedBefore` after `order`.
    fileprivate(set) var events: [Event] = []
    private var isInOrder = true

    init(lead: LeadID) { self.lead = lead }

    fileprivate mutating func append(_ event: Event) {
      if let last = events.last, Event.happenedBefore(event, last) { isInOrder = false }
      events.append(event)
    }

    fileprivate mutating func order() {
      if !isInOrder { events.sort(by: Event.happenedBefore) }
      isInOrder = true
    }
  }

  private(set) var files: [File] = []
  private(set) var index: [LeadID: Int32] = [:]
  private(set) var seen: [EventID: Sighting] = [:]
  /// Events without a lead: `adopt`, `undo`, and what a newer program wrote. In no order.
  private(set) var loose: [EventID: Event] = [:]
  private(set) var acts: [EventID: [EventID]] = [:]
  private(set) var actOf: [EventID: EventID] = [:]
  private(set) var undos: [EventID: Event] = [:]
  private(set) var amendments: [EventID: [Event]] = [:]
  private(set) var merges: [EventID: Event] = [:]
  private(set) var erasures: [EventID: Event] = [:]
  /// What is worked out of them by `takeChanges`: which events are undone, and which lead each merged one became.
  private(set) var undone: Set<EventID> = []
  private(set) var survivors: [LeadID: LeadID] = [:]
  private(set) var merged: [LeadID: [LeadID]] = [:]
  private(set) var erased: Set<LeadID> = []
  private var undoChanged = false
  private var linksChanged = false
  private var changed: Set<Int32> = []
  /// Past every time that an event carries: the next stamp lies behind it.
  package private(set) var greatest = Instant.earliest
  /// Whether adoptions changed since `takeChanges`.
  package private(set) var adoptionsChanged = false

  package init() {}

  package mutating func reserve(events: Int) { seen.reserveCapacity(events) }

  /// Adds a copy of an event. `isOwn`: it stands in this replica's segment, so this replica may take it back. `check`:
  /// the CRC of its line, by which equal copies are told at a glance.
  package mutating func add(
    _ event: Event, _ standing: Standing = .sound, isOwn: Bool = false, check: UInt32 = 0
  ) {
    greatest = max(greatest, event.logical)
    let file = event.lead.map { self.file($0) } ?? -1
    let sighting = Sighting(file: file, check: check, standing: standing, isOwn: isOwn)
    guard let before = seen.updateValue(sighting, forKey: event.id) else {
      if standing != .void { insert(event, file) }
      return
    }
    settle(event, sighting, before)
  }

  /// Of two copies the better one counts; it is this replica's own if either is.
  private mutating func settle(_ event: Event, _ sighting: Sighting, _ before: Sighting) {
    if !isBetter(event, sighting, before) {
      seen[event.id] = before
    } else {
      remove(event.id, before.file)
      if sighting.standing != .void { insert(event, sighting.file) }
    }
    seen[event.id]?.isOwn = sighting.isOwn || before.isOwn
  }

  private func isBetter(_ event: Event, _ sighting: Sighting, _ before: Sighting) -> Bool {
    if sighting.standing != before.standing { return sighting.standing > before.standing }
    if sighting.standing == .void || (sighting.check != 0 && sighting.check == before.check) { return false }
    guard let other = self.event(event.id, in: before.file), other != event else { return false }
    return Ledger.isGreater(event, other)
  }

  /// Two different lines of equal standing with one id: any order will do that every machine agrees on.
  private static func isGreater(_ a: Event, _ b: Event) -> Bool {
    if a.time != b.time { return a.time > b.time }
    return String(describing: a) > String(describing: b)
  }

  private mutating func file(_ lead: LeadID) -> Int32 {
    if let file = index[lead] { return file }
    let file = Int32(files.count)
    files.append(File(lead: lead))
    index[lead] = file
    if !merges.isEmpty || !erasures.isEmpty { linksChanged = true }
    return file
  }

  private mutating func insert(_ event: Event, _ file: Int32) {
    if let act = event.act {
      acts[act, default: []].append(event.id)
      actOf[event.id] = act
      if !undos.isEmpty { undoChanged = true }
    }
    noteLinks(event)
    if file < 0 {
      loose[event.id] = event
      return
    }
    changed.insert(file)
    files[Int(file)].append(event)
  }

  /// Notes what bears on other events or leads.
  private mutating func noteLinks(_ event: Event) {
    switch event.fact {
    case .undo:
      undos[event.id] = event
      undoChanged = true
    case .amend(let of, _):
      amendments[of, default: []].append(event)
      if let file = seen[of]?.file, file >= 0 { changed.insert(file) }
    case .merge:
      merges[event.id] = event
      linksChanged = true
    case .erase:
      erasures[event.id] = event
      linksChanged = true
    case .adopt: adoptionsChanged = true
    case .lead, .person, .set, .consent, .object, .note, .signal, .touch, .meeting, .action, .promise, .done, .snooze,
      .dismiss, .move, .decide, .close, .reopen, .ran, .unknown:
      break
    }
  }

  private mutating func remove(_ id: EventID, _ file: Int32) {
    guard let event = event(id, in: file) else { return }
    if let act = actOf.removeValue(forKey: id) { acts[act]?.removeAll { $0 == id } }
    if case .amend(let of, _) = event.fact {
      amendments[of]?.removeAll { $0.id == id }
      if amendments[of]?.isEmpty == true { amendments[of] = nil }
      if let file = seen[of]?.file, file >= 0 { changed.insert(file) }
    }
    if case .adopt = event.fact { adoptionsChanged = true }
    if merges.removeValue(forKey: id) != nil || erasures.removeValue(forKey: id) != nil { linksChanged = true }
    undos[id] = nil
    undoChanged = true
    loose[id] = nil
    guard file >= 0 else { return }
    files[Int(file)].events.removeAll { $0.id == id }
    changed.insert(file)
  }

  private func event(_ id: EventID, in file: Int32) -> Event? {
    file < 0 ? loose[id] : files[Int(file)].events.first { $0.id == id }
  }

  /// The event with this id, undone or not; nil where none is known or a person voided its line.
  package func event(_ id: EventID) -> Event? { seen[id].flatMap { event(id, in: $0.file) } }

  /// The leads whose facts changed since the last call, each once, in the order in which the book met them.
  package mutating func takeChanges() -> [LeadID] {
    settle()
    let leads = changed.sorted().map { files[Int($0)].lead }
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
        if let file = seen[id]?.file, file >= 0 { changed.insert(file) } else { adoptionsChanged = true }
        if merges[id] != nil { linksChanged = true }
        if case .amend(let of, _) = event(id)?.fact, let file = seen[of]?.file, file >= 0 { changed.insert(file) }
      }
      undoChanged = false
    }
    for file in changed { files[Int(file)].order() }
    if linksChanged { resolveLinks() }
    if survivors.isEmpty { return }
    for file in changed {
      if let survivor = survivor(of: files[Int(file)].lead), let into = index[survivor] { changed.insert(into) }
    }
  }

  /// Merges in the order in which they were decided: a lead's latest counts, and none that would close a circle.
  private mutating func resolveLinks() {
    linksChanged = false
    let before = (survivors, erased)
    survivors = [:]
    for event in merges.values.sorted(by: Event.wasTakenBefore) where !undone.contains(event.id) {
      guard let lead = event.lead, case .merge(let into) = event.fact, index[into] != nil else { continue }
      if lead != into, survivor(of: into) != lead { survivors[lead] = into }
    }
    merged = [:]
    for lead in survivors.keys { if let into = survivor(of: lead) { merged[into, default: []].append(lead) } }
    erased = Set(files.lazy.map(\.lead).filter(isErased))
    for (lead, into) in before.0 where survivors[lead] != into { touch(lead, into) }
    for (lead, into) in survivors where before.0[lead] != into { touch(lead, into) }
    for lead in erased.symmetricDifference(before.1) { touch(lead) }
  }

  /// A merge that came or went changes the leads at both ends, wherever they were merged on.
  private mutating func touch(_ leads: LeadID...) {
    for lead in leads {
      for lead in [lead, survivor(of: lead) ?? lead] { if let file = index[lead] { changed.insert(file) } }
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

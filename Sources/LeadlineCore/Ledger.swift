/// All facts of a book, as a set: arrival order, files and replicas mean nothing. Equal ids are one event; the standing
/// of their lines settles which copy counts.
package struct Ledger: Sendable {
  /// How good a copy of an event is, worst first.
  package enum Standing: UInt8, Comparable, Sendable {
    case altered, sound, vouched, void

    package static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  struct Sighting: Sendable {
    var file: Int32
    var standing: Standing
    var isOwn: Bool
  }

  struct File: Sendable {
    let lead: LeadID
    /// Every event that named the lead, undone ones too, in the order of `Event.happenedBefore` once `isInOrder`.
    var events: [Event] = []
    var isInOrder = true
  }

  private(set) var files: [File] = []
  private(set) var index: [LeadID: Int32] = [:]
  private(set) var seen: [EventID: Sighting] = [:]
  /// Events without a lead: `adopt`, `undo`, and what a newer program wrote. In no order.
  private(set) var loose: [Event] = []
  var acts: [EventID: [EventID]] = [:]
  var actOf: [EventID: EventID] = [:]
  var amendments: [EventID: [Event]] = [:]
  var merges: [LeadID: [Event]] = [:]
  var erasures: [Event] = []
  private(set) var undone: Set<EventID> = []
  private var undoChanged = false
  private var changed: Set<Int32> = []
  /// Past every time that an event carries: the next stamp lies behind it.
  package private(set) var greatest = Instant.earliest
  /// Whether adoptions changed since `takeChanges`.
  package private(set) var adoptionsChanged = false

  package init() {}

  package mutating func reserve(events: Int) { seen.reserveCapacity(events) }

  /// Adds a copy of an event. `isOwn`: it stands in this replica's segment, so this replica may take it back.
  package mutating func add(_ event: Event, _ standing: Standing = .sound, isOwn: Bool = false) {
    greatest = max(greatest, event.logical)
    guard let before = seen[event.id] else {
      let file = event.lead.map { self.file($0) } ?? -1
      seen[event.id] = Sighting(file: file, standing: standing, isOwn: isOwn)
      if standing != .void { insert(event, file) }
      return
    }
    replace(event, standing, isOwn, before)
  }

  private mutating func replace(_ event: Event, _ standing: Standing, _ isOwn: Bool, _ before: Sighting) {
    if standing < before.standing || before.standing == .void { return }
    if standing == before.standing {
      guard let other = self.event(event.id), other != event, Ledger.isGreater(event, other) else { return }
    }
    remove(event.id, before.file)
    let file = event.lead.map { self.file($0) } ?? -1
    seen[event.id] = Sighting(file: file, standing: standing, isOwn: isOwn || before.isOwn)
    if standing == .void {
      undoChanged = true
    } else {
      insert(event, file)
    }
  }

  /// Two different lines of equal standing with one id: any order will do that every machine agrees on.
  private static func isGreater(_ a: Event, _ b: Event) -> Bool {
    if a.time != b.time { return a.time > b.time }
    return String(describing: a.fact) > String(describing: b.fact)
  }

  private mutating func file(_ lead: LeadID) -> Int32 {
    if let file = index[lead] { return file }
    let file = Int32(files.count)
    files.append(File(lead: lead))
    index[lead] = file
    return file
  }

  private mutating func insert(_ event: Event, _ file: Int32) {
    if let act = event.act {
      acts[act, default: []].append(event.id)
      actOf[event.id] = act
    }
    if file < 0 {
      loose.append(event)
      if case .undo = event.fact { undoChanged = true }
      if case .adopt = event.fact { adoptionsChanged = true }
      return
    }
    noteSpecial(event)
    changed.insert(file)
    if let last = files[Int(file)].events.last, Event.happenedBefore(event, last) { files[Int(file)].isInOrder = false }
    files[Int(file)].events.append(event)
  }

  private mutating func noteSpecial(_ event: Event) {
    switch event.fact {
    case .amend(let of, _): amendments[of, default: []].append(event)
    case .merge: if let lead = event.lead { merges[lead, default: []].append(event) }
    case .erase: erasures.append(event)
    case .undo: undoChanged = true
    default: break
    }
  }

  private mutating func remove(_ id: EventID, _ file: Int32) {
    if let act = actOf.removeValue(forKey: id) { acts[act]?.removeAll { $0 == id } }
    if file < 0 {
      loose.removeAll { $0.id == id }
      adoptionsChanged = true
      return
    }
    files[Int(file)].events.removeAll { $0.id == id }
    amendments = amendments.mapValues { $0.filter { $0.id != id } }
    merges = merges.mapValues { $0.filter { $0.id != id } }
    erasures.removeAll { $0.id == id }
    changed.insert(file)
  }

  /// The event with this id, undone or not; nil where none is known or a person voided its line.
  package func event(_ id: EventID) -> Event? {
    guard let sighting = seen[id] else { return nil }
    return sighting.file < 0
      ? loose.first { $0.id == id } : files[Int(sighting.file)].events.first { $0.id == id }
  }

  /// The leads whose facts changed since the last call, each once, in the order in which the book met them.
  package mutating func takeChanges() -> [LeadID] {
    settle()
    let leads = changed.sorted().map { files[Int($0)].lead }
    changed.removeAll()
    adoptionsChanged = false
    return leads
  }

  /// Puts lists in order and works out what is undone.
  private mutating func settle() {
    if undoChanged {
      let before = undone
      undone = resolveUndos()
      undoChanged = false
      for id in before.symmetricDifference(undone) {
        if let file = seen[id]?.file, file >= 0 { changed.insert(file) } else { adoptionsChanged = true }
      }
    }
    for file in changed where !files[Int(file)].isInOrder {
      files[Int(file)].events.sort(by: Event.happenedBefore)
      files[Int(file)].isInOrder = true
    }
    for (lead, events) in merges where !events.isEmpty {
      for event in events {
        if case .merge(let into) = event.fact, let from = index[lead], changed.contains(from), let to = index[into] {
          changed.insert(to)
        }
      }
    }
  }
}

/// All facts of a book, as a set: arrival order, files and replicas mean nothing. Equal ids are one event; the standing
/// of their lines settles which copy counts. Of most events only the heading is kept, and what they say is read from
/// their line when it is asked for.
package struct Ledger: Sendable {
  /// How good a copy of an event is, worst first.
  package enum Standing: UInt8, Comparable, Sendable {
    case altered, sound, vouched, void

    package static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  /// An event, as it is filed.
  struct Entry: Sendable {
    let id: EventID
    var at: Instant
    var logical: Instant
    /// Where its line stands: the number of a block, negative for an event that is kept whole; and the bytes of it.
    var block: Int32 = -1
    var start: UInt32 = 0
    var length: UInt32 = 0
    /// What tells equal copies at a glance; 0 where nobody gave it.
    var check: UInt32
    /// The number of its lead; negative for an event without one.
    var lead: Int32
    /// The next event of its lead, negative for the last.
    var next: Int32 = -1
    var kind: FactKind?
    var standing: Standing
    var isOwn: Bool
  }

  /// Every event that named a lead, undone ones too, as a chain of entries: in the order of `Event.happenedBefore` once
  /// changes were taken.
  struct File: Sendable {
    var first: Int32 = -1
    var last: Int32 = -1
    var count: Int32 = 0
    var isInOrder = true
    var isChanged = false
  }

  /// One for each id that was seen, in the order of arrival.
  var entries: [Entry] = []
  private var numbers = NumberTable()
  private(set) var index = LeadIndex()
  /// By the numbers of `index`.
  var files: [File] = []
  private(set) var blocks: [TextBlock] = []
  /// Events that were given whole, by the numbers of their entries.
  private(set) var wholes: [Int: Event] = [:]
  private(set) var acts: [EventID: [EventID]] = [:]
  private(set) var actOf: [EventID: EventID] = [:]
  private(set) var undos: [EventID: Event] = [:]
  private(set) var amendments: [EventID: [Event]] = [:]
  private(set) var merges: [EventID: Event] = [:]
  private(set) var erasures: [EventID: Event] = [:]
  /// What is worked out of them by `takeChanges`: which events are undone, and which lead each merged one became.
  var undone: Set<EventID> = []
  var survivors: [LeadID: LeadID] = [:]
  var merged: [LeadID: [LeadID]] = [:]
  var erased: Set<LeadID> = []
  var undoChanged = false
  var linksChanged = false
  /// The leads whose files are marked as changed, each once.
  var changed: [Int] = []
  /// Past every time that an event carries: the next stamp lies behind it.
  package private(set) var greatest = Instant.earliest
  /// Whether adoptions changed since `takeChanges`.
  package internal(set) var adoptionsChanged = false
  let decoder: @Sendable () -> (any EventDecoder)?

  /// `decoder` makes a reader for the lines that headings were added for.
  package init(decoder: @escaping @Sendable () -> (any EventDecoder)? = { nil }) { self.decoder = decoder }

  package mutating func reserve(events: Int) {
    entries.reserveCapacity(events)
    numbers.reserve(events)
  }

  // MARK: adding

  /// Adds a copy of an event. `isOwn`: it stands in this replica's segment, so this replica may take it back. `check`:
  /// the CRC of its line, by which equal copies are told at a glance.
  package mutating func add(
    _ event: Event, _ standing: Standing = .sound, isOwn: Bool = false, check: UInt32 = 0
  ) {
    let entry = Entry(
      id: event.id, at: event.at, logical: event.logical, check: check, lead: event.lead.map { number($0) } ?? -1,
      kind: event.fact.kind, standing: standing, isOwn: isOwn)
    add(entry, event, event.act)
  }

  /// Adds a sound copy of an event by its heading; its line are `length` bytes of the block.
  package mutating func add(_ heading: Heading, in block: TextBlock, at start: Int, length: Int, isOwn: Bool) {
    if blocks.last !== block { blocks.append(block) }
    let lead = index.number(adding: heading.lead)
    if lead == files.count { addFile() }
    let entry = Entry(
      id: heading.id, at: heading.at, logical: heading.logical, block: Int32(blocks.count - 1), start: UInt32(start),
      length: UInt32(length), check: heading.check, lead: Int32(lead), kind: heading.kind, standing: .sound,
      isOwn: isOwn)
    add(entry, nil, heading.act)
  }

  private mutating func number(_ lead: LeadID) -> Int32 {
    let number = index.number(adding: lead)
    if number == files.count { addFile() }
    return Int32(number)
  }

  private mutating func addFile() {
    files.append(File())
    if !merges.isEmpty || !erasures.isEmpty { linksChanged = true }
  }

  private mutating func add(_ entry: Entry, _ event: Event?, _ act: EventID?) {
    greatest = max(greatest, entry.logical)
    let hash = numbers.hash(entry.id.packed)
    if let number = numbers.number(hash, where: { entries[$0].id == entry.id }) {
      settle(number, entry, event, act)
      return
    }
    let number = entries.count
    numbers.insert(number, hash)
    entries.append(entry)
    if entry.standing != .void { insert(number, event, act) }
  }

  /// Of two copies the better one counts; it is this replica's own if either is.
  private mutating func settle(_ number: Int, _ entry: Entry, _ event: Event?, _ act: EventID?) {
    let before = entries[number]
    if isBetter(entry, event, than: number) {
      remove(number)
      entries[number] = entry
      if entry.standing != .void { insert(number, event, act) }
    }
    entries[number].isOwn = entry.isOwn || before.isOwn
  }

  private func isBetter(_ entry: Entry, _ event: Event?, than number: Int) -> Bool {
    let before = entries[number]
    if entry.standing != before.standing { return entry.standing > before.standing }
    if entry.standing == .void || (entry.check != 0 && entry.check == before.check) { return false }
    let decoder = decoder()
    guard let event = event ?? read(entry, decoder), let other = self.event(number, decoder), other != event else {
      return false
    }
    return Ledger.isGreater(event, other)
  }

  /// Two different lines of equal standing with one id: any order will do that every machine agrees on.
  private static func isGreater(_ a: Event, _ b: Event) -> Bool {
    if a.time != b.time { return a.time > b.time }
    return String(describing: a) > String(describing: b)
  }

  private mutating func insert(_ number: Int, _ event: Event?, _ act: EventID?) {
    let entry = entries[number]
    if let act {
      acts[act, default: []].append(entry.id)
      actOf[entry.id] = act
      if !undos.isEmpty { undoChanged = true }
    }
    if let event {
      wholes[number] = event
      noteLinks(event)
    }
    if entry.lead >= 0 { link(number, to: Int(entry.lead)) }
  }

  private mutating func link(_ number: Int, to lead: Int) {
    mark(lead)
    let last = Int(files[lead].last)
    if last < 0 {
      files[lead].first = Int32(number)
    } else {
      entries[last].next = Int32(number)
      if Entry.happenedBefore(entries[number], entries[last]) { files[lead].isInOrder = false }
    }
    files[lead].last = Int32(number)
    files[lead].count += 1
  }

  /// Notes what bears on other events or leads.
  private mutating func noteLinks(_ event: Event) {
    switch event.fact {
    case .undo:
      undos[event.id] = event
      undoChanged = true
    case .amend(let of, _):
      amendments[of, default: []].append(event)
      mark(leadOf: of)
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

  // MARK: taking away

  private mutating func remove(_ number: Int) {
    let entry = entries[number]
    if entry.standing == .void { return }
    if let act = actOf.removeValue(forKey: entry.id) { acts[act]?.removeAll { $0 == entry.id } }
    if let event = wholes.removeValue(forKey: number) { forgetLinks(event) }
    undoChanged = true
    if entry.lead >= 0 { unlink(number, from: Int(entry.lead)) }
  }

  private mutating func forgetLinks(_ event: Event) {
    if case .amend(let of, _) = event.fact {
      amendments[of]?.removeAll { $0.id == event.id }
      if amendments[of]?.isEmpty == true { amendments[of] = nil }
      mark(leadOf: of)
    }
    if case .adopt = event.fact { adoptionsChanged = true }
    if merges.removeValue(forKey: event.id) != nil || erasures.removeValue(forKey: event.id) != nil {
      linksChanged = true
    }
    undos[event.id] = nil
  }

  private mutating func unlink(_ number: Int, from lead: Int) {
    let chain = chain(lead).filter { $0 != number }
    mark(lead)
    link(chain, lead)
  }

  // MARK: files

  /// The entries of a lead, in the order in which they are chained.
  func chain(_ lead: Int) -> [Int] {
    var chain: [Int] = []
    chain.reserveCapacity(Int(files[lead].count))
    var next = Int(files[lead].first)
    while next >= 0 {
      chain.append(next)
      next = Int(entries[next].next)
    }
    return chain
  }

  private mutating func link(_ chain: [Int], _ lead: Int) {
    for (number, next) in zip(chain, chain.dropFirst()) { entries[number].next = Int32(next) }
    if let last = chain.last { entries[last].next = -1 }
    files[lead].first = Int32(chain.first ?? -1)
    files[lead].last = Int32(chain.last ?? -1)
    files[lead].count = Int32(chain.count)
  }

  mutating func order(_ lead: Int) {
    if files[lead].isInOrder { return }
    link(chain(lead).sorted { Entry.happenedBefore(entries[$0], entries[$1]) }, lead)
    files[lead].isInOrder = true
  }

  mutating func mark(_ lead: Int) {
    if files[lead].isChanged { return }
    files[lead].isChanged = true
    changed.append(lead)
  }

  /// Marks the lead of an event, where it has one.
  mutating func mark(leadOf id: EventID) {
    if let number = number(id), entries[number].lead >= 0 { mark(Int(entries[number].lead)) }
  }

  /// The number of the entry with this id, void or not.
  func number(_ id: EventID) -> Int? { numbers.number(numbers.hash(id.packed)) { entries[$0].id == id } }

  // MARK: reading

  /// The event of an entry; nil for one that a person voided.
  func event(_ number: Int, _ decoder: (any EventDecoder)?) -> Event? {
    let entry = entries[number]
    if entry.standing == .void { return nil }
    return entry.block < 0 ? wholes[number] : read(entry, decoder)
  }

  private func read(_ entry: Entry, _ decoder: (any EventDecoder)?) -> Event? {
    guard let decoder, entry.block >= 0 else { return nil }
    let bytes = blocks[Int(entry.block)].bytes
    return decoder.event(
      bytes.span.extracting(Int(entry.start)..<Int(entry.start + entry.length)), id: entry.id,
      lead: index.leads[Int(entry.lead)])
  }
}

extension Ledger.Entry {
  /// As `Event.happenedBefore`.
  static func happenedBefore(_ a: Self, _ b: Self) -> Bool {
    if a.at != b.at { return a.at < b.at }
    return wasTakenBefore(a, b)
  }

  /// As `Event.wasTakenBefore`.
  static func wasTakenBefore(_ a: Self, _ b: Self) -> Bool {
    a.logical != b.logical ? a.logical < b.logical : a.id < b.id
  }
}

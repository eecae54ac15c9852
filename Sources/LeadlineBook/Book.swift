package import LeadlineCore
package import LeadlineText

/// An open book: its settings, all its facts as far as they were read, and the one way to add to them.
package final class Book {
  package let paths: Paths
  package let clock: Clock
  /// What `book.toml` says now; what of it is in force stands in the adopted version.
  package internal(set) var settings: BookSettings
  package internal(set) var settingsFindings: [Finding]
  /// The facts and what is in force; the worlds are worked out when `pipeline` is first asked for. Empty after
  /// `handOver`.
  package internal(set) var facts: Pipeline
  /// Lines and files that are not as they should be.
  package internal(set) var problems: [LineProblem] = []
  /// Lines read, by what they are.
  package var counts: [LineClass: Int] { intake.counts }
  /// Files of the journal that could not be read: what stands in them is missing from the facts.
  package var unread: [Failure] { last.failures }
  /// Why nothing can be written; nil where writing is possible.
  package internal(set) var isReadOnly: String?
  /// Why the last append went to another segment than usual.
  package private(set) var notice: String?
  /// Events read and recorded.
  package internal(set) var events = 0

  let replica: Replica?
  var reader: SegmentReader
  var intake = Intake()
  /// Past every logical time that was seen.
  var greatest = Instant.earliest
  private var appender: Appender?
  private let writer = LineWriter()
  /// What this process recorded and has not met in its segment yet.
  var own: Set<EventID> = []
  var isHandedOver = false
  /// What the last reading met besides lines.
  var last = SegmentReader.Reading()

  /// In the place of a version where nothing was adopted yet: what book.toml describes, under the default rules.
  private let unadopted: Version

  init(
    paths: Paths, clock: Clock, settings: BookSettings, findings: [Finding], replica: Replica?, unadopted: Version
  ) {
    self.unadopted = unadopted
    self.paths = paths
    self.clock = clock
    self.settings = settings
    self.settingsFindings = findings
    self.replica = replica
    reader = SegmentReader(paths: paths)
    facts = Book.emptyPipeline(at: clock.now)
    if let replica { appender = Appender(paths: paths, replica: replica) }
  }

  static func emptyPipeline(at now: Instant) -> Pipeline {
    Pipeline(now: now, zone: { ZoneFiles.zone(named: $0) }, decoder: { LineDecoder() }) { adoption, from in
      AdoptedVersion.read(adoption, from: from)
    }
  }

  package var now: Instant { clock.now }

  /// The facts, and every lead's world.
  package var pipeline: Pipeline {
    if !facts.isRefreshed { facts.refresh(to: facts.now) }
    return facts
  }

  /// The rules and the calendar in force; those that book.toml describes where nothing was adopted yet.
  package var version: Version {
    facts.version ?? facts.versions.first ?? unadopted
  }

  package var zone: Zone { version.calendar.zone }

  /// `17 leads, 168 events`: how the store stands.
  package var storeLine: String {
    let leads = pipeline.worlds.count
    return "\(leads) \(leads == 1 ? "lead" : "leads"), \(events) \(events == 1 ? "event" : "events")"
  }

  /// Whether the file `rules` says something else than what was adopted last.
  package var areRulesEdited: Bool {
    guard let adopted = facts.ledger.adoptions.last?.adoption.rules,
      let bytes = try? SmallFile.read(paths.rules, limit: 1 << 20)
    else { return false }
    return bytes != Array(adopted.utf8)
  }

  // MARK: writing

  /// Milliseconds that a command waits for the lock.
  package static let patience = 10_000

  /// Records entries as one act: when this returns they are on the disk. What it throws has recorded nothing, and the
  /// same entries may be given again.
  /// - Parameters:
  ///   - patience: milliseconds to wait for the lock.
  ///   - waiting: called while waiting, with the process that holds the lock.
  @discardableResult
  package func append(
    _ entries: [Entry], patience: Int = Book.patience, waiting: (Int32?) -> Void = { _ in }
  ) throws(Failure) -> [Event] {
    if let refusal = writingRefusal { throw refusal }
    if entries.isEmpty { return [] }
    try refuseLong(entries)
    var events: [Event] = []
    let receipt = try appender?.append(clock: clock, after: greatest, patience: patience, waiting: waiting) { stamp in
      events = Book.recorded(entries, at: stamp)
      return events.map { writer.bytes($0) }
    }
    notice = receipt?.rescuedFrom.map { "\($0.sentence); it went to \(receipt?.segment ?? "another file")" }
    for event in events { took(event) }
    if !isHandedOver { facts.settle(to: now) }
    return events
  }

  /// Entries of one lead in one append keep their order: each a millisecond after the one before it.
  private static func recorded(_ entries: [Entry], at stamp: Stamp) -> [Event] {
    var steps: [LeadID?: Int64] = [:]
    return entries.map { entry in
      let step = steps[entry.lead, default: 0]
      steps[entry.lead] = step + 1
      return entry.recorded(wall: stamp.recorded, logical: stamp.logical.advanced(by: step))
    }
  }

  private func refuseLong(_ entries: [Entry]) throws(Failure) {
    // As if it ran ahead of the clock, which makes the line longest.
    for entry in entries
    where writer.bytes(entry.recorded(wall: now, logical: now.advanced(by: 1))).count > LineWriter.longest {
      throw Failure(.tooLong(limit: LineWriter.longest), "write a line to", paths.journal)
    }
  }

  private func took(_ event: Event) {
    greatest = max(greatest, event.logical)
    own.insert(event.id)
    events += 1
    if !isHandedOver { facts.add(event, isOwn: true) }
  }

  /// What an append would fail with before it begins.
  var writingRefusal: Failure? {
    if let isReadOnly { return openingFailure ?? Failure(.damaged(isReadOnly), "write to", paths.book) }
    if clock.isPretended && !settings.isClockPretended {
      return Failure(.refused(.pretendedClock), "write to", paths.book)
    }
    return nil
  }

  /// What made the book read-only, where it was the world.
  var openingFailure: Failure?

  // MARK: the screen

  /// Gives the facts away to who keeps them up to date from now on; the book itself goes on recording and reading.
  package func handOver() -> Pipeline {
    isHandedOver = true
    defer { facts = Book.emptyPipeline(at: now) }
    return pipeline
  }
}

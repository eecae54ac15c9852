package import LeadlineCore
import LeadlineText

extension Book {
  /// Opens a book and reads all of it. Where the state directory cannot be made, or the book was written by a newer
  /// Leadline, it opens for reading only and says why. No line stops it.
  package static func open(
    at path: String, clock: Clock = .wall, environment: [String: String]
  ) throws(Failure) -> Book {
    let (settings, findings) = try settings(at: path)
    let paths = try Paths(book: path, id: settings.id, environment: environment)
    var replica: Replica?
    var failure: Failure?
    do throws(Failure) {
      try paths.makeState()
      replica = try Replica.current(in: paths)
    } catch {
      failure = error
    }
    guard let unadopted = AdoptedVersion.version(of: settings) else {
      throw Failure(.damaged("the default rules cannot be read"), "open the book", path)
    }
    let book = Book(
      paths: paths, clock: clock, settings: settings, findings: findings + zoneFindings(settings), replica: replica,
      unadopted: unadopted)
    if let failure {
      book.openingFailure = failure
      book.isReadOnly = failure.sentence
    }
    try book.readAll()
    return book
  }

  private static func settings(at path: String) throws(Failure) -> (BookSettings, [Finding]) {
    do throws(Failure) {
      let bytes = try SmallFile.read(path + "/book.toml", limit: 1 << 20)
      return BookSettingsReader.read(String(decoding: bytes, as: UTF8.self))
    } catch {
      // A book that lost its settings is still a book.
      guard Kernel.status(of: path + "/journal").status.isDirectory else {
        throw Failure(.missing, "open the book", path)
      }
      let place = Place(file: "book.toml", line: 1, column: 1)
      return (BookSettings(), [Finding(at: place, error.sentence, instead: "the usual settings hold until then")])
    }
  }

  private static func zoneFindings(_ settings: BookSettings) -> [Finding] {
    if ZoneFiles.zone(named: settings.zone) != nil { return [] }
    let place = Place(file: "book.toml", line: 1, column: 1)
    return [
      Finding(
        .warning, at: place, "this machine does not know the zone \(settings.zone)",
        instead: "install its zone database (tzdata); until then times are UTC")
    ]
  }

  private func readAll() throws(Failure) {
    _ = try reader.survey()
    facts = whole()
    if facts.ledger.adoptions.contains(where: { $0.adoption.engine > Engine.number }) {
      isReadOnly = Book.newer
    }
    resolveProblems()
  }

  /// All that was not read yet as facts of their own: where it can be, an event is filed by its heading, and its line is
  /// read when somebody asks.
  private func whole() -> Pipeline {
    var whole = Book.emptyPipeline(at: now)
    prepare()
    var filed = 0
    finish(
      reader.read { line, place, block, start in
        if let heading = intake.heading(line) {
          whole.add(heading, in: block, at: start, length: line.count, isOwn: intake.isOwn(place))
          filed += 1
        } else {
          take(line, place) { whole.add($0.event, $0.standing, isOwn: $0.isOwn) }
        }
      })
    events += filed
    greatest = max(greatest, whole.ledger.greatest)
    whole.settle(to: now)
    return whole
  }

  /// Hands over what was not read yet, event by event.
  private func readEvents(_ body: (Recorded) -> Void) {
    prepare()
    finish(reader.read { line, place in take(line, place, body) })
  }

  private func take(_ line: Span<UInt8>, _ place: LinePlace, _ body: (Recorded) -> Void) {
    intake.take(line, place) { event, standing, isOwn in
      greatest = max(greatest, event.logical)
      if isOwn, own.remove(event.id) != nil { return }
      if standing != .void { events += 1 }
      body(Recorded(event, standing, isOwn: isOwn))
    }
  }

  private func prepare() {
    let ownPart = replica.map { ".\($0.name)." }
    intake.isOwn = reader.segments.map { segment in ownPart.map { segment.name.contains($0) } ?? false }
    intake.horizon = clock.isPretended && !settings.isClockPretended ? .latest : now.advanced(by: Instant.day)
  }

  private func finish(_ reading: SegmentReader.Reading) {
    last = reading
    if reading.format > 1 { isReadOnly = Book.newer }
  }

  private static let newer = "it was written by a newer Leadline"

  /// What other processes and machines recorded since the last look.
  package func readNew() throws(Failure) -> News {
    switch try reader.survey() {
    case .unchanged: return .nothing
    case .grown:
      var arrivals: [Recorded] = []
      readEvents { arrivals.append($0) }
      if !isHandedOver {
        for arrival in arrivals { facts.add(arrival.event, arrival.standing, isOwn: arrival.isOwn) }
        facts.settle(to: now)
      }
      return arrivals.isEmpty ? .nothing : .arrived(arrivals)
    case .replaced:
      // A line may have gone: only a new beginning forgets it.
      return .replaced(readWhole())
    }
  }

  /// All facts from the files, whatever was known before.
  package func readFromStart() throws(Failure) -> Pipeline {
    reader = SegmentReader(paths: paths)
    _ = try reader.survey()
    return readWhole()
  }

  private func readWhole() -> Pipeline {
    own = []
    events = 0
    intake = Intake()
    var whole = whole()
    whole.refresh(to: now)
    if !isHandedOver { facts = whole }
    return whole
  }
}

/// What a look at the journal brought.
package enum News: Sendable {
  case nothing
  case arrived([Recorded])
  /// Files were replaced, shortened or edited: the facts from the beginning.
  case replaced(Pipeline)
}

import Glibc
import LeadlineBook
import LeadlineCore
import LeadlineText
import Testing

@Suite struct OpenBookTests {
  private static let now = Instant(milliseconds: 1_795_421_520_000)
  private let root = "/tmp/leadline-open.\(getpid()).\(UInt64.random(in: 0 ... .max))"
  private var environment: [String: String] { ["HOME": root] }

  private func made(pretended: Bool = true) throws -> Book {
    try #require(mkdir(root, 0o700) == 0)
    return try Book.create(
      at: root + "/book", BookPlan(zone: "Europe/Berlin", isClockPretended: pretended, person: "ana"),
      clock: .pretend(OpenBookTests.now), environment: environment)
  }

  private func opened() throws -> Book {
    try Book.open(at: root + "/book", clock: .pretend(OpenBookTests.now), environment: environment)
  }

  private func entry(_ number: UInt128, _ lead: String, _ fact: Fact) -> Entry {
    Entry(id: EventID(random: number), lead: LeadID(lead), by: "ana", fact: fact)
  }

  @Test func `a new book is its owner's alone, and has rules in force`() throws {
    let book = try made()
    defer { shell("rm -rf '\(root)'") }
    #expect(try Descriptor(directory: book.paths.book).status().permissions == 0o700)
    #expect(book.version.rules.warm.next.text == "Settle one hesitation")
    #expect(book.version.calendar.zone.name == "Europe/Berlin")
    #expect(book.storeLine == "0 leads, 1 event")
    #expect(
      failure { _ = try Book.create(at: root + "/book", BookPlan(zone: "UTC", person: "a"), environment: environment) }?
        .kind == .taken)
  }

  @Test func `what is recorded is there for the next who opens`() throws {
    let book = try made()
    defer { shell("rm -rf '\(root)'") }
    var capture = Capture()
    capture.name = "Ana"
    try book.append([entry(1, "ana-1", .lead(capture)), entry(2, "ana-1", .note("hello", call: nil))])
    let again = try opened()
    #expect(again.storeLine == "1 lead, 3 events")
    #expect(again.pipeline.ledger.history(of: LeadID("ana-1")).map(\.id.text).count == 2)
    #expect(again.pipeline.ledger.latestAct(by: "ana")?.id == EventID(random: 2))
    #expect(again.problems.isEmpty)
  }

  @Test func `what another process records arrives once, one's own does not`() throws {
    let book = try made()
    defer { shell("rm -rf '\(root)'") }
    let other = try opened()
    try book.append([entry(1, "ana-1", .lead(Capture()))])
    try other.append([entry(2, "bob-1", .lead(Capture()))])
    guard case .arrived(let news) = try book.readNew() else { throw OpenBookTests.Silence() }
    #expect(news.map(\.event.id) == [EventID(random: 2)])
    guard case .nothing = try book.readNew() else { throw OpenBookTests.Silence() }
    #expect(book.pipeline.worlds.count == 2)
  }

  private struct Silence: Error {}

  @Test func `a handed-over book goes on recording`() throws {
    let book = try made()
    defer { shell("rm -rf '\(root)'") }
    var pipeline = book.handOver()
    for event in try book.append([entry(1, "ana-1", .lead(Capture()))]) { pipeline.add(event, isOwn: true) }
    pipeline.refresh(to: OpenBookTests.now)
    #expect(pipeline.worlds.count == 1)
    #expect(try opened().storeLine == "1 lead, 2 events")
  }

  @Test func `a line too long is refused before anything is written`() throws {
    let book = try made()
    defer { shell("rm -rf '\(root)'") }
    let long = entry(1, "ana-1", .note(String(repeating: "x", count: 70_000), call: nil))
    #expect(failure { try book.append([entry(2, "ana-1", .lead(Capture())), long]) }?.kind == .tooLong(limit: 65_536))
    #expect(try opened().storeLine == "0 leads, 1 event")
  }

  @Test func `a pretended time does not write to a real book`() throws {
    try #require(mkdir(root, 0o700) == 0)
    defer { shell("rm -rf '\(root)'") }
    _ = try Book.create(at: root + "/book", BookPlan(zone: "UTC", person: "ana"), environment: environment)
    #expect(failure { try opened().append([entry(1, "ana-1", .lead(Capture()))]) }?.exitCode == 77)
  }

  @Test func `a newer book is read, not written`() throws {
    let book = try made()
    defer { shell("rm -rf '\(root)'") }
    try Descriptor(book.paths.journal + "/2027-01.bob-k7q2.log", O_WRONLY | O_CREAT).write(
      Array("#leadline journal 2\n".utf8))
    let newer = try opened()
    #expect(newer.isReadOnly == "it was written by a newer Leadline")
    #expect(failure { try newer.append([entry(1, "ana-1", .lead(Capture()))]) } != nil)
  }

  @Test func `where nothing may be written the book is still read`() throws {
    _ = try made()
    defer { shell("rm -rf '\(root)'") }
    let book = try Book.open(
      at: root + "/book", clock: .pretend(OpenBookTests.now),
      environment: ["HOME": root, "XDG_STATE_HOME": "/proc/none"])
    #expect(book.isReadOnly != nil)
    #expect(book.events == 1)
  }
}

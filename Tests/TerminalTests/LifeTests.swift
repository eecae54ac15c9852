import Glibc
import LeadlineScreen
import LeadlineTestKit
import Testing

/// How a session ends, and what it survives.
@Suite struct LifeTests {
  /// The terminal is as it was before.
  private func expectGivenBack(_ session: PtySession) {
    #expect(session.modes == session.firstModes)
    #expect(!session.isAlternate)
    let tail = String(decoding: session.raw, as: UTF8.self)
    #expect(tail.contains("\u{1b}[?2004l"))
  }

  @Test func `q gives the terminal back`() throws {
    let session = try demo()
    #expect(session.modes != session.firstModes)
    session.send("q")
    #expect(session.exitStatus() == 0)
    expectGivenBack(session)
  }

  @Test func `a trap gives the terminal back and shows why`() throws {
    let session = try demo()
    session.send("T")
    let status = session.exitStatus()
    #expect(status == 128 + SIGILL || status == 128 + SIGTRAP)
    expectGivenBack(session)
    #expect(session.text.contains("trapped on purpose"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends it and gives the terminal back`(number: Int32) throws {
    let session = try demo()
    session.signal(number)
    #expect(session.exitStatus() == 128 + number)
    expectGivenBack(session)
    #expect(session.microseconds < 1_000_000)
  }

  @Test(arguments: [SIGSEGV, SIGABRT])
  func `a crash from outside gives the terminal back`(number: Int32) throws {
    let session = try demo()
    session.signal(number)
    #expect(session.exitStatus() == 128 + number)
    expectGivenBack(session)
  }

  @Test func `a dropped line ends it at once without a spin`() throws {
    let session = try demo()
    session.hangUp()
    #expect(session.exitStatus() == 129)
    print("hung up: \(session.microseconds) us of processor time in all")
    #expect(session.microseconds < 500_000)
  }

  @Test func `TERM ends it although the line is stalled`() throws {
    let session = try demo(size: Size(columns: 200, rows: 100))
    // Resizing repaints everything; nobody reads.
    for round in 0..<40 {
      session.resize(Size(columns: 200, rows: 100 + round % 2))
      session.signal(SIGWINCH)
      poll(nil, 0, 5)
    }
    session.signal(SIGTERM)
    #expect(session.exitStatus() == 143)
  }

  @Test func `a storm of sizes loses no key and ends in the right size`() throws {
    let session = try demo()
    for round in 0..<200 {
      session.resize(Size(columns: 1 + round * 7 % 300, rows: 1 + round * 5 % 100))
      session.send("x")
    }
    session.resize(Size(columns: 90, rows: 30))
    #expect(session.wait(for: "Demo 90x30"))
    #expect(session.wait(for: "keys 200"))
    #expect(session.row(3).hasPrefix(" 山田太郎 東京"))
    session.send("q")
    #expect(session.exitStatus() == 0)
    #expect(StrictTerminal("xterm-256color").violations(in: session.raw).isEmpty)
  }

  @Test func `a stop that nobody could end is survived`() throws {
    let session = try demo()
    session.send("\u{1a}")
    #expect(session.wait(for: "keys 1: C-z"))
    session.send("j")
    #expect(session.wait(for: "keys 2: C-z j"))
    #expect(session.isAlternate)
  }

  @Test func `after a stop from outside it takes the terminal again`() throws {
    let session = try demo()
    session.signal(SIGSTOP)
    session.signal(SIGCONT)
    #expect(session.wait(for: "goes on"))
    #expect(session.modes != session.firstModes)
    session.send("q")
    #expect(session.exitStatus() == 0)
    expectGivenBack(session)
  }
}

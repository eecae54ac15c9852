import LeadlineScreen
import LeadlineTestKit
import Testing

/// The demo once it has painted.
func demo(_ environment: [String: String] = [:], size: Size = Size(columns: 80, rows: 24)) throws -> PtySession {
  let session = try PtySession(
    [PtySession.product("canvas-demo")], environment: environment, size: size)
  #expect(session.wait(for: "keys 0: none"), "\(session.text)")
  return session
}

@Suite struct PaintTests {
  @Test func `the first paint stands where the canvas has it`() throws {
    let session = try demo()
    #expect(session.row(0) == "Demo 80x24")
    #expect(session.row(3).hasPrefix(" 山田太郎 東京"))
    for y in 2...6 { #expect(session.look(x: 40, y: y).glyph == "│") }
    #expect(session.row(8) == "┌────────────────────┐")
    #expect(session.look(x: 0, y: 0).isBold)
    #expect(session.look(x: 1, y: 2).foreground == 210)
    #expect(session.look(x: 1, y: 2).isReversed && !session.look(x: 1, y: 3).isReversed)
    #expect(session.isAlternate)
  }

  @Test func `the hardware cursor stands on the selected row`() throws {
    let session = try demo()
    #expect(session.wait { $0.cursor == Point(x: 0, y: 2) })
    session.send("j")
    #expect(session.wait { $0.cursor == Point(x: 0, y: 3) })
  }

  @Test func `a moved cursor takes few bytes`() throws {
    let session = try demo()
    let before = session.raw.count
    session.send("j")
    #expect(session.wait(for: "keys 1: j"))
    print("moved cursor: \(session.raw.count - before) bytes")
    #expect(session.raw.count - before < 320)
  }

  @Test func `a changed figure sends little more than itself`() throws {
    let session = try demo()
    session.send("xxxxxxxx")
    #expect(session.wait(for: "keys 8: x x x x x x x x"))
    let before = session.raw.count
    session.send("x")
    #expect(session.wait(for: "keys 9"))
    print("one changed figure: \(session.raw.count - before) bytes")
    #expect(session.raw.count - before < 40)
  }

  @Test func `the first paint of 120 columns is small`() throws {
    let session = try demo(size: Size(columns: 120, rows: 40))
    print("first paint 120x40: \(session.raw.count) bytes")
    #expect(session.raw.count < 5_000)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100", "xterm", "screen-256color"])
  func `every terminal gets its own vocabulary only`(name: String) throws {
    let session = try demo(["TERM": name])
    session.send("jjkP\u{c}H\u{1a}")
    #expect(session.wait(for: "keys 7"))
    session.send("q")
    #expect(session.exitStatus() == 0)
    let found = StrictTerminal(name).violations(in: session.raw)
    #expect(found.isEmpty, "\(found.prefix(5))")
  }

  @Test func `LC_ALL=C sends no byte of 0x80 or above`() throws {
    let session = try demo(["LC_ALL": "C"])
    session.send("üjq")
    #expect(session.exitStatus() == 0)
    #expect(StrictTerminal("xterm-256color", asciiOnly: true).violations(in: session.raw).isEmpty)
    #expect(!session.raw.contains { $0 >= 0x80 })
    #expect(!session.raw.contains(0x0E))
  }

  @Test(arguments: [["LANG": "C"], ["LANG": ""], ["LC_CTYPE": "C"], ["LANG": "xx_YY.UTF-8", "LC_ALL": "xx_YY.UTF-8"]])
  func `a locale that nobody asked for does not cost the letters`(environment: [String: String]) throws {
    let session = try demo(environment)
    #expect(session.row(3).hasPrefix(" 山田太郎 東京"))
  }

  @Test func `NO_COLOR sends no colour`() throws {
    let session = try demo(["NO_COLOR": "1"])
    session.send("jq")
    #expect(session.exitStatus() == 0)
    #expect(colours(in: session.raw).isEmpty)
    #expect(!colours(in: try demo().raw).isEmpty)
  }

  /// The colours among the parameters of `Esc [ … m`.
  private func colours(in bytes: [UInt8]) -> [Int] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\u{1b}[").dropFirst().flatMap { part -> [Int] in
      guard let end = part.firstIndex(where: { $0.isLetter }), part[end] == "m" else { return [] }
      return part[..<end].split(separator: ";").compactMap { Int($0) }.filter { $0 >= 30 }
    }
  }

  @Test func `an unknown terminal is taken for xterm and the person is told`() throws {
    let session = try demo(["TERM": "xterm-nobody"], size: Size(columns: 120, rows: 24))
    #expect(session.row(0).contains("no description of the terminal 'xterm-nobody': taken for xterm-256color"))
  }

  @Test(arguments: ["dumb", ""])
  func `a terminal that cannot place the cursor is refused`(name: String) throws {
    let session = try PtySession([PtySession.product("canvas-demo")], environment: ["TERM": name])
    #expect(session.exitStatus() == 69)
    #expect(session.text.contains("demo: "))
    #expect(session.modes == session.firstModes)
    #expect(!session.raw.contains(0x1B))
  }
}

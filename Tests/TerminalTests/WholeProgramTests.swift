import Glibc
import LeadlineScreen
import LeadlineTestKit
import Testing

/// The real program on a pseudo-terminal: what a person does, sees, and finds again.
@Suite struct WholeProgramTests {
  private func press(_ session: PtySession, _ keys: String, until text: String) {
    session.send(keys)
    #expect(session.wait(for: text), "waiting for \(text):\n\(session.text)")
  }

  @Test func `seven acts, quit, reopen: all there; u seven times and C-r seven times`() throws {
    let home = try Household()
    let empty = try home.run(["list", "--json", "state:open,closed"]).output
    let session = try home.screen()
    #expect(session.wait(for: "No leads yet"))
    press(session, "aLena Hart @Orbit lena@orbit.example 8k€ :warm\r", until: "captured Lena Hart")
    press(session, "H", until: "warm → hot")
    press(session, "iboard paper is due\r", until: "noted")
    press(session, "tsend the page due:2w\r", until: "next: send the page")
    press(session, "mf", until: "now at 2/5")
    press(session, "rask the CFO due:2w\r", until: "promised: ask the CFO")
    press(session, "Xp", until: "closed Lena Hart: lost, price")
    session.send("q")
    #expect(session.exitStatus() == 0)

    let after = try home.run(["list", "--json", "state:open,closed"]).output
    #expect(after.contains("\"outcome\":\"lost\"") || after.contains("\"outcome\": \"lost\""))
    let again = try home.screen()
    #expect(again.wait(for: "leads") || again.wait(for: "lead,"))
    for count in 1...7 {
      again.send("u")
      #expect(again.wait { $0.text.contains("took back") }, "undo \(count):\n\(again.text)")
      Household.settle(again)
    }
    #expect(
      try Household.withoutTime(home.run(["list", "--json", "state:open,closed"]).output)
        == Household.withoutTime(empty))
    for _ in 1...7 {
      again.send("\u{12}")
      #expect(again.wait { $0.text.contains("brought back") })
      Household.settle(again)
    }
    again.send("q")
    #expect(again.exitStatus() == 0)
    #expect(
      try Household.withoutTime(home.run(["list", "--json", "state:open,closed"]).output)
        == Household.withoutTime(after))
  }

  @Test func `every line of the journal has the check that zlib gives`() throws {
    let home = try Household()
    try home.add("Lena Hart @Orbit lena@orbit.example 8k€ next:send case due:thu")
    let script = """
      import sys, zlib, re
      n = 0
      for line in open(sys.argv[1], 'rb').read().splitlines():
          if line.startswith(b'#'): continue
          body, check = line.rsplit(b' ^', 1)
          assert check.decode() == '%08x' % zlib.crc32(body), line
          assert all(byte >= 0x20 for byte in line), line
          n += 1
      print('checked', n)
      """
    let listing = try Household.spawn(["/bin/sh", "-c", "ls \(home.book)/journal/*.log"], environment: [:]).output
    let path = String(listing.prefix { $0 != "\n" })
    let result = try Household.spawn(
      ["/usr/bin/env", "python3", "-c", script, path],
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    #expect(result.output.hasPrefix("checked 3"), "\(result.output)")
  }

  enum Ending: CaseIterable { case hangUp, hup, term, kill }

  @Test(arguments: Ending.allCases)
  func `a call that is cut in the middle of a word is offered again`(ending: Ending) throws {
    let home = try Household()
    try home.add("Lena Hart :hot next:call due:2w")
    let session = try home.screen()
    #expect(session.wait(for: "Lena Hart"))
    press(session, "c", until: "CALL")
    press(session, "cut-over is the wor", until: "cut-over is the wor")
    let start = Household.milliseconds
    switch ending {
    case .hangUp: session.hangUp()
    case .hup: session.signal(SIGHUP)
    case .term: session.signal(SIGTERM)
    case .kill:
      // All but the last two seconds: give it those.
      #expect(session.wait(for: "text kept"))
      session.signal(SIGKILL)
    }
    let status = session.exitStatus()
    let took = Household.milliseconds - start
    #expect(status == (ending == .kill ? 137 : ending == .term ? 143 : 129))
    if ending != .kill { #expect(took < 1000, "left after \(took) ms") }
    #expect(session.microseconds < 2_000_000)
    let next = try home.screen()
    #expect(next.wait(for: "unsaved call of Lena Hart"), "\(next.text)")
    press(next, "c", until: "cut-over is the wor")
    // No lock is left behind.
    #expect(try home.run(["note", "lena", "still writable"]).status == 0)
    next.send("\u{7}")
    next.send("Q")
    #expect(next.exitStatus() == 0)
  }

  @Test func `what another process records is on screen, and the cursor stays on its lead`() throws {
    let home = try Household()
    try home.add("Zoe Last :hot next:call due:2w")
    let session = try home.screen()
    #expect(session.wait(for: "Zoe Last"))
    try home.add("Anna First :hot next:call due:today")
    #expect(session.wait(for: "Anna First"), "\(session.text)")
    #expect(session.text.contains("─ Zoe Last ─"))
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100", "no-such-terminal"])
  func `every terminal gets its own vocabulary and is given back`(name: String) throws {
    let home = try Household()
    try home.add("Lena Hart :hot next:call due:2w")
    let session = try home.screen(terminal: name)
    #expect(session.wait(for: "Lena Hart"))
    for keys in ["\r", "\u{7}", "gd", "gs", "gb", "?", "\u{7}", "c", "\u{7}", "t", "\u{7}"] {
      session.send(keys)
      Household.settle(session)
    }
    session.send("Q")
    #expect(session.exitStatus() == 0)
    let real = name == "no-such-terminal" ? "xterm-256color" : name
    #expect(StrictTerminal(real).violations(in: session.raw).isEmpty)
    #expect(session.modes == session.firstModes)
  }

  @Test func `a dumb terminal is refused in words`() throws {
    let home = try Household()
    let session = try home.screen(terminal: "dumb")
    #expect(session.exitStatus() == 69)
    #expect(!session.raw.contains(0x1b))
  }

  @Test func `in the C locale no byte above ASCII is sent`() throws {
    let home = try Household()
    try home.add("Zoë Ångström @Müller :hot 8k€ next:call due:2w")
    let session = try home.screen(extra: ["LC_ALL": "C"])
    #expect(session.wait(for: "Zoe Angstrom"), "\(session.text)")
    for keys in ["\r", "\u{7}", "gd", "gs", "?", "\u{7}", "s"] { session.send(keys) }
    #expect(session.wait(for: "replied"))
    session.send("\u{7}Q")
    _ = session.exitStatus()
    #expect(session.raw.allSatisfy { $0 < 0x80 })
  }

  @Test func `with NO_COLOR no colour is sent, and the cursor still shows`() throws {
    let home = try Household()
    try home.add("Lena Hart :hot next:call due:2w")
    let session = try home.screen(extra: ["NO_COLOR": "1"])
    #expect(session.wait(for: "Lena Hart"))
    let sent = String(decoding: session.raw, as: UTF8.self)
    for colour in (30...49).map({ "\u{1b}[\($0)m" }) + ["[38;5", "[48;5", "[38;2"]
    where !["\u{1b}[39m", "\u{1b}[49m"].contains(colour) {
      #expect(!sent.contains(colour))
    }
    #expect(session.text.contains("▌"))
    session.send("q")
    _ = session.exitStatus()
  }

  @Test func `hostile text reaches no terminal`() throws {
    let home = try Household()
    let evil =
      "Eve\u{1b}]52;c;aGk=\u{7}\u{1b}[31m\u{9b}31m\u{202e}\u{200b}\u{feff}\u{e0041}"
      + String(repeating: "\u{301}", count: 10_000)
    _ = try home.run(["add", "--yes", "Eve Plain :hot next:call due:2w +tag"])
    _ = try home.run(["edit", "eve", "name=\(evil)"])
    _ = try home.run(["note", "eve", evil])
    _ = try home.run(["edit", "eve", "tag=\(evil)"])
    let session = try home.screen(columns: 120, rows: 40)
    #expect(session.wait(for: "Eve"))
    for keys in [
      "\r", "\u{7}", "gd", "gs", "gb", "?", "\u{7}", "c", "\u{7}", "d", "\u{7}", "/Eve", "\u{7}", "i", "\u{7}",
    ] {
      session.send(keys)
      Household.settle(session)
    }
    session.send("Q")
    #expect(session.exitStatus() == 0)
    #expect(StrictTerminal("xterm-256color").violations(in: session.raw).isEmpty)
    for command in [["list"], ["show", "eve"], ["due"], ["silence"], ["log"], ["search", "Eve"], ["check"]] {
      let command = try PtySession([Household.program, "--book", home.book] + command, environment: home.environment)
      #expect(command.exitStatus() != nil)
      #expect(StrictTerminal("xterm-256color").violations(in: command.raw).isEmpty, "\(command)")
    }
  }
}

extension Household {
  static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  /// Waits until nothing more comes for a moment: for keys whose effect has no word of its own.
  static func settle(_ session: PtySession) {
    var count = -1
    _ = session.wait(milliseconds: 2000) { session in
      defer { count = session.raw.count }
      return session.raw.count == count
    }
  }

  /// JSON without the moment at which it was made.
  static func withoutTime(_ json: String) -> String {
    guard let key = json.range(of: "\"now\""), let end = json[key.upperBound...].firstIndex(of: ",") else {
      return json
    }
    return String(json[..<key.lowerBound]) + String(json[end...])
  }
}

extension String {
  /// Where a text first stands, without Foundation.
  func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}

import LeadlineScreen
import LeadlineTestKit
import Testing

/// Every screen of the demo book, as the real program draws it on a pseudo-terminal, beside its mock-up.
@Suite struct DemoScreenTests {
  struct Shot: CustomTestStringConvertible, Sendable {
    var mockup: String
    /// Keys, each a step of its own.
    var keys: [String]
    /// What says that the last step is drawn.
    var mark: String
    /// The times in the mock-up that a running clock writes.
    var clocks: Set<String> = ["09:12"]
    var environment: [String: String] = [:]

    init(_ mockup: String, _ keys: [String], until mark: String) {
      self.mockup = mockup
      self.keys = keys
      self.mark = mark
    }

    var testDescription: String { mockup }

    var size: Size {
      let words = mockup.split(separator: "-").first { $0.contains("x") && $0.first?.isNumber == true }
      let parts = words?.split(separator: "x").compactMap { Int($0) } ?? []
      return Size(columns: parts.first ?? 80, rows: parts.last ?? 24)
    }
  }

  static let sizes = ["120x40", "80x24", "40x20"]
  static let views: [Shot] = sizes.flatMap { size in
    [
      Shot("board-\(size)", ["j"], until: size == "40x20" ? "call: Agree who signs" : "ana-7k2mq"),
      Shot("detail-\(size)", ["j", "\r"], until: size == "120x40" ? "captured" : "14d"),
      Shot("due-\(size)", ["j", "gd"], until: size == "40x20" ? "Today" : "Next seven days"),
      Shot("silence-\(size)", ["gs", "gg"], until: "Beyond their window"),
      Shot("help-\(size)", ["j", "?"], until: "Help"),
      Shot("explain-\(size)", ["/", "kanto\r", "w"], until: "MEANS"),
    ]
  }
  /// Seven lines typed in a call. They are typed at once, not over seven minutes: the times at their beginning, the
  /// length of the call and the moment at which the text was kept come from the running clock.
  static let calls: [Shot] = sizes.map { size in
    let lines = [
      "picked up, has 15 minutes", "phase 1 is fine. cut-over still the worry",
      "!obj price  fine if split in two invoices", "*price.discussed", "Dr. Kern <kern@acme.example> signs",
      "?commit board meets on Wed 25",
    ]
    let last = "next: send rollback page, split invoice due:today 17:00"
    var shot = Shot("call-\(size)", ["j", "c"] + lines.map { $0 + "\r" } + [last], until: "text kept 09:")
    shot.clocks = Set((12...19).map { "09:\($0)" } + ["09:19:41", "00:07:42"])
    return shot
  }
  /// On a terminal without "repeat the last character": libvterm 0.1.4 puts what follows one into the wrong cell when it
  /// is the last of its row.
  static let ascii: Shot = {
    var shot = Shot("board-80x24-ascii", ["j"], until: "ana-7k2mq")
    shot.environment = ["LC_ALL": "C", "TERM": "vt100"]
    return shot
  }()
  static let popups: [Shot] = [
    Shot("prefix-done-80x24", ["j", "d"], until: "they replied"),
    Shot("prefix-signal-80x24", ["j", "s"], until: "no-show"),
    Shot("prefix-move-80x24", ["j", "m"], until: "step back"),
    Shot("prefix-snooze-80x24", ["j", "z"], until: "next week"),
    Shot("prefix-close-80x24", ["j", "X"], until: "lost, price"),
    Shot("prefix-go-80x24", ["j", "g"], until: "g  go"),
    Shot("prefix-filter-80x24", ["j", "F"], until: "F  filter"),
  ]
  static let forms: [Shot] = [
    Shot("form-note-80x24", ["j", "i", "board paper is due on Tuesday night"], until: "Tuesday night"),
    Shot("form-next-80x24", ["j", "t", "send the rollback page due:thu 10:00"], until: "in 3 days"),
    Shot("form-promise-80x24", ["j", "r", "sign the scope due:thu"], until: "instead of"),
    Shot("form-park-80x24", ["j", "p", "2027-01-11 wake:replied // new budget"], until: "because \"new"),
    Shot("form-snooze-date-80x24", ["j", "zd", "tomorrow 10:00 // she asked for a day"], until: "cause"),
    Shot("form-search-80x24", ["j", "/", "oka"], until: "1 of 1"),
    Shot("form-filter-80x24", ["j", "\\", "state:warm untouched:>14d"], until: "2 of 13"),
    Shot("form-close-other-80x24", ["j", "Xo", "lost built it in-house"], until: "fit unknown"),
    Shot(
      "form-add-80x24", ["j", "a", "Lena Hart @Orbit lena@orbit.example 8k€ via:fair next:send case due:thu"],
      until: "no lead has this mail yet"),
  ]

  /// The demo with the keys of a shot pressed, each once the one before has been drawn.
  private func opened(_ shot: Shot) throws -> (Household, PtySession) {
    let home = try Household()
    let session = try PtySession(
      [Household.program, "demo"], environment: home.environment.merging(shot.environment) { $1 }, size: shot.size)
    #expect(session.wait(for: "Due"))
    for keys in shot.keys {
      Household.settle(session)
      // On a phone the first pane is the due list, where Ana Müller stands fourth.
      session.send(keys == "j" && shot.size.columns < 72 ? "jjj" : keys)
    }
    let needle = shot.size.columns < 80 ? String(shot.mark.prefix(8)) : shot.mark
    #expect(session.wait(for: needle), "waiting for \(needle):\n\(session.text)")
    return (home, session)
  }

  @Test(arguments: views + [ascii] + calls + popups + forms)
  func `a screen of the demo is its mock-up, cell by cell`(shot: Shot) throws {
    let (home, session) = try opened(shot)
    defer { withExtendedLifetime(home) {} }
    Household.settle(session)
    let report = try Comparison(shot.mockup, drawn: session, clocks: shot.clocks)
    #expect(report.rows.isEmpty, "\(report.summary)")
    if let wanted = report.cursors.wanted { #expect(report.cursors.drawn == wanted) }
  }

  /// The popups and forms at the sizes for which nobody drew them.
  static let elsewhere: [Shot] = ["120x40", "40x20"].flatMap { size in
    (popups + forms).map { shot in
      Shot(shot.mockup.replacingSuffix("80x24", by: size), shot.keys, until: shot.mark)
    }
  }

  /// They say what the mock-up of 80x24 says: in a box as wide as the screen above the status line, on the board as its
  /// own mock-up has it. A popup has as many columns as there is room for, in the same order; a long line takes two.
  @Test(arguments: elsewhere)
  func `a popup or form says at other sizes what its mock-up says`(shot: Shot) throws {
    let (home, session) = try opened(shot)
    defer { withExtendedLifetime(home) {} }
    Household.settle(session)
    let isPhone = shot.size.columns < 80
    let name = shot.mockup.replacingSuffix(isPhone ? "40x20" : "120x40", by: "80x24")
    let wanted = PopupBox(try #require(TextFile.read("\(TextFile.top)/Tests/Mockups/\(name).txt")))
    let drawn = PopupBox(session.text)
    #expect(wanted.title.isEmpty || drawn.title == wanted.title)
    #expect(drawn.subject == wanted.subject || isPhone && drawn.subject.isEmpty)
    if !wanted.bar.isEmpty {
      let left = wanted.bar.split(separator: "  ").first.map(String.init) ?? ""
      let right = wanted.bar.split(separator: "  ").last.map(String.init) ?? ""
      let text = drawn.bar.split(separator: "  ").map { $0.drop { $0 == " " } }
      // A line that is too long shows its end, behind the key.
      #expect(text.count == 2 && text[0].first == left.dropFirst().first && left.hasSuffix(text[0].dropFirst()))
      #expect(drawn.bar.hasSuffix(right.drop { $0 == " " }))
    } else if name.hasPrefix("form") {
      #expect(wanted.lines[0].hasSuffix(drawn.lines[0]) && !drawn.lines[0].isEmpty)
      #expect(drawn.words(from: 1) == wanted.words(from: 1), "\(session.text)")
      if !isPhone { #expect(drawn.lines == wanted.lines) }
    } else {
      #expect(drawn.words(from: 0) == wanted.words(from: 0), "\(session.text)")
    }
    try expectBoard(above: drawn, shot)
  }

  private func expectBoard(above box: PopupBox, _ shot: Shot) throws {
    guard box.bar.isEmpty else { return }
    let board = try #require(
      TextFile.read("\(TextFile.top)/Tests/Mockups/board-\(shot.size.columns)x\(shot.size.rows).txt"))
    let rows = board.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    // The first row has the running clock.
    #expect(box.above.dropFirst() == rows[1..<box.above.count])
  }

  @Test(arguments: elsewhere)
  func `a popup or form looks as it did at other sizes`(shot: Shot) throws {
    let (home, session) = try opened(shot)
    defer { withExtendedLifetime(home) {} }
    Household.settle(session)
    let path = "\(TextFile.top)/Tests/Goldens/TerminalTests/\(shot.mockup).txt"
    // The demo's clock runs: on a slow machine a minute may have passed.
    let drawn = session.text.replacing("09:13", with: "09:12").replacing("09:14", with: "09:12") + "\n"
    if Household.variable("LEADLINE_RECORD") == "1" {
      #expect(TextFile.write(drawn, to: path))
      #expect(Bool(false), "recorded \(shot.mockup): look at it, then run again without LEADLINE_RECORD")
      return
    }
    #expect(TextFile.read(path) == drawn, "\(drawn)")
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
  }
}

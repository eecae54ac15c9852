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
    ]
  }
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
      [Household.program, "demo"], environment: home.environment.merging(["TERM": "xterm-256color"]) { $1 },
      size: shot.size)
    #expect(session.wait(for: "Due"))
    for keys in shot.keys {
      Household.settle(session)
      session.send(keys)
    }
    let needle = shot.size.columns < 80 ? String(shot.mark.prefix(8)) : shot.mark
    #expect(session.wait(for: needle), "waiting for \(needle):\n\(session.text)")
    return (home, session)
  }

  @Test(arguments: views + popups + forms)
  func `a screen of the demo is its mock-up`(shot: Shot) throws {
    let (home, session) = try opened(shot)
    defer { withExtendedLifetime(home) {} }
    Household.settle(session)
    let report = try Comparison(shot.mockup, drawn: session.text)
    print(report.summary)
    #expect(report.agreeing * 100 >= report.total * Self.least, "\(report.rows)")
  }

  /// The popups and forms at the sizes for which nobody drew them: as the program drew them when somebody looked.
  static let elsewhere: [Shot] = ["120x40", "40x20"].flatMap { size in
    (popups + forms).map { shot in
      Shot(shot.mockup.replacingSuffix("80x24", by: size), shot.keys, until: shot.mark)
    }
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

  /// Percent of cells that must agree. Words that the mock-ups took from a longer story may differ; places may not.
  static let least = 97
}

/// A screen's text beside a mock-up's, cell by cell.
struct Comparison {
  var name: String
  var agreeing = 0
  var total = 0
  var rows = ""

  init(_ name: String, drawn: String) throws {
    self.name = name
    let text = try #require(TextFile.read("\(TextFile.top)/Tests/Mockups/\(name).txt"))
    let target = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, wanted) in target.enumerated() where !wanted.isEmpty {
      let got = index < lines.count ? Array(lines[index]) : []
      let wanted = Array(wanted)
      var misses = 0
      for (column, glyph) in wanted.enumerated() {
        // Where the text cursor stands the mock-up has a mark.
        let cell = column < got.count ? got[column] : " "
        if cell != glyph && !(glyph == "▏" && cell == " ") { misses += 1 }
      }
      total += wanted.count
      agreeing += wanted.count - misses
      if misses > 0 { rows += "\(index + 1)- \(String(wanted))\n\(index + 1)+ \(String(got))\n" }
    }
  }

  var summary: String { "\(name): \(agreeing) of \(total) cells agree\n\(rows)" }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
  }
}

import LeadlineCore
import LeadlineTestKit
import LeadlineText
import Testing

@Suite struct RulesReaderTests {
  private static let hot = """
    state hot
      means "Ready."
      default next "Agree one step" in 1wh
      escalate when overdue by 4wh
      gap 1wd
      half-life 3wd

    """
  private static let warm = hot.replacing("state hot", with: "state warm")
  private static let recycle = hot.replacing("state hot", with: "state recycle")

  /// The lines of all findings of a whole file whose `state hot` block has this line instead of the one that begins alike.
  private func findings(_ clause: String) throws -> (lines: [String], places: Bool) {
    let marked = MarkedText(clause)
    let name = try #require(marked.text.split(separator: " ").first)
    let block = Self.hot.split(separator: "\n").map { line in
      line.drop { $0 == " " }.hasPrefix(name) ? Substring(marked.text) : line
    }
    let read = RulesReader.read(block.joined(separator: "\n") + "\n" + Self.warm + Self.recycle)
    let columns = marked.places().map(\.column)
    return (read.findings.map { "\($0.what); \($0.instead)" }, read.findings.map(\.place.column) == columns)
  }

  @Test func `the default rules are read without a finding`() throws {
    let (rules, findings) = RulesReader.read(StateRules.text)
    #expect(findings.isEmpty)
    let warm = try #require(rules?.warm)
    #expect(warm.means == "Interested, undecided: needs structured momentum.")
    #expect(warm.next == Template("Settle one hesitation", .in(Interval(amount: 8, unit: .workingHours))))
    #expect(warm.escalate == Interval(amount: 1, unit: .workingDays))
    #expect(warm.gap == Interval(amount: 2, unit: .workingDays))
    #expect(rules?.hot.halfLife == Interval(amount: 3, unit: .workingDays))
    #expect(rules?.recycle.next.timing == .whenParkEnds)
  }

  @Test func `comments, blanks, indentation and CRLF mean nothing`() {
    let odd = "# head\r\n" + (Self.hot + Self.warm + Self.recycle).replacing("\n", with: " # why\r\n\t")
    #expect(RulesReader.read(odd).rules == RulesReader.read(Self.hot + Self.warm + Self.recycle).rules)
    #expect(RulesReader.read(odd).findings.isEmpty)
  }

  @Test(arguments: [
    ("now", Template.Timing.now), ("today", .today), ("at 09:30", .at(570)),
    ("in 30m", .in(Interval(amount: 30, unit: .minutes))),
  ])
  func `a default has a timing`(text: String, timing: Template.Timing) {
    let file = Self.hot.replacing("in 1wh", with: text + " by call") + Self.warm + Self.recycle
    #expect(RulesReader.read(file).rules?.hot.next == Template("Agree one step", timing, by: .call))
  }

  @Test func `a quote and a backslash may stand in a text`() {
    let file = Self.hot.replacing("Ready.", with: #"\"Go\" # \\ now"#) + Self.warm + Self.recycle
    #expect(RulesReader.read(file).rules?.hot.means == #""Go" # \ now"#)
  }

  @Test(arguments: [
    ("gap 1️⃣5", "5 has no unit; write one of 5m 5h 5wh 5d 5wd 5w"),
    ("gap 1️⃣soon", "'soon' is no duration; write an amount and a unit, such as 30m 2h 4wh 7d 5wd 2w"),
    ("gap1️⃣", "a duration is missing; write gap 2wd"),
    ("gap 2wd 1️⃣later", "'later' is one word too many; end the line before it"),
    ("half-life 1️⃣0d", "a half-life of nothing; write half-life 7wd"),
    ("means 1️⃣Ready", "'Ready' stands where a text in quotes belongs; write means \"what it says about the buyer\""),
    ("means 1️⃣\"Ready", "the quote is not closed; end the text with \""),
    ("escalate 1️⃣if overdue by 1wd", "'if' stands where 'when' belongs; write escalate when overdue by 1wd"),
    ("escalate when overdue1️⃣", "'by' is missing; write escalate when overdue by 1wd"),
    ("default 1️⃣\"Call\" now", "\"Call\" stands where 'next' belongs; write default next \"what is to be done\" in 8wh"),
    ("default next \"Call\" 1️⃣at 25:00".replacing("1️⃣at ", with: "at 1️⃣"), "'25:00' is no time of day; write at 09:00"),
    (
      "default next \"Call\" 1️⃣when the park ends",
      "only the default of recycle has a park that ends; write in 8wh, now, today or at 09:00"
    ),
    ("default next \"Call\" 1️⃣someday", "'someday' is no timing; write in 8wh, now, today, at 09:00"),
    ("default next \"Call\" now by 1️⃣cal", "'cal' is no way to get in touch; did you mean call"),
    ("default next 1️⃣\"Call {frist}\" now", "{frist} is no field of a lead; did you mean {first}"),
  ])
  func `a clause that is wrong is named with its place and its cure`(clause: String, line: String) throws {
    let (lines, places) = try findings(clause)
    #expect(lines == [line])
    #expect(places)
  }

  @Test func `all findings of a file come at once, with the nearest word`() {
    let marked = MarkedText(
      """
      1️⃣sate hot
      state 2️⃣hott
      4️⃣state warm
        3️⃣gaps 1d
        gap 1d
        5️⃣gap 2d
      6️⃣rule proposal-revisited
        when proposal.viewed
      state 7️⃣warm
      8️⃣
      """)
    let (rules, findings) = RulesReader.read(marked.text, file: "test")
    #expect(rules == nil)
    #expect(
      findings.filter { !$0.what.contains("missing") && !$0.what.contains("has no") }.map(\.what) == [
        "'sate' is no block", "'hott' is no state", "'gaps' is no clause of a state block",
        "gap stands twice in this block, first in line 5",
        "state warm stands twice, first in line 3",
      ])
    #expect(findings.first?.line == "test:1:1: 'sate' is no block; did you mean state")
    #expect(findings.contains { $0.place == marked.place(2) && $0.instead == "did you mean hot" })
    #expect(findings.contains { $0.place == marked.place(4) && $0.what == "state warm has no half-life" })
    #expect(findings.contains { $0.place == marked.place(6) && $0.what == "rule proposal-revisited has no do" })
    #expect(findings.contains { $0.place == marked.place(7) && $0.what.contains("twice") })
    #expect(findings.contains { $0.place == marked.place(8) && $0.what == "the block state recycle is missing" })
  }

  @Test func `a rule with an error is left out, and the others stay`() {
    let rule = "rule NAME\n  means \"?\"\n  when WHEN\n  do escalate\n"
    let text = ["a", "b", "c"].map {
      rule.replacing("NAME", with: $0).replacing("WHEN", with: $0 == "b" ? "silent for 3" : "captured")
    }
    let (rules, findings) = RulesReader.read(stateBlocks + text.joined())
    #expect(rules?.list.map(\.name) == ["a", "c"])
    #expect(findings.map(\.line) == ["rules:25:19: 3 has no unit; write one of 3m 3h 3wh 3d 3wd 3w"])
  }

  @Test func `a file that is too long is not read, and of too many findings the first are given`() {
    let long = String(repeating: "#", count: RulesReader.mostBytes)
    #expect(RulesReader.read(long).findings.count == 3)
    #expect(
      RulesReader.read(long + "#").findings.map(\.line) == [
        "rules:1:1: the file is over 256 KiB; keep the rules that are used"
      ])
    let wrong = RulesReader.read(String(repeating: "x\n", count: 5000))
    #expect(wrong.rules == nil)
    #expect(wrong.findings.count == RulesReader.mostFindings + 1)
    #expect(wrong.findings.last?.what == "the rest is not read")
  }

  @Test func `a finding shows no control character`() {
    let (_, findings) = RulesReader.read(
      "\u{1b}[31m\nrule \u{7}\n  \u{202e}x\n  when \u{9b}\n  do next \"{\u{1b}}\" now")
    #expect(findings.count > 5)
    #expect(
      findings.allSatisfy {
        $0.line.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && $0.properties.generalCategory != .control && $0 != "\u{202e}"
        }
      })
  }
}

@Suite struct VersionReaderTests {
  private let adoption = Adoption(
    engine: 1, rules: StateRules.text, book: "id = \"b\"\n[calendar]\nzone = \"Mars/Base\"\n")

  @Test func `an adoption becomes a version from its moment on`() {
    let reader = VersionReader { $0 == "Mars/Base" ? .utc : nil }
    let (version, findings) = reader.read(adoption, from: Instant(milliseconds: 5))
    #expect(findings.isEmpty)
    #expect(version?.from.milliseconds == 5)
    #expect(version?.settings.zone == "Mars/Base")
  }

  @Test func `an unknown zone is UTC and a finding`() {
    let (version, findings) = VersionReader { _ in nil }.read(adoption, from: .earliest)
    #expect(version?.calendar.zone == .utc)
    #expect(findings.map(\.what) == ["this machine does not know the zone Mars/Base"])
  }

  @Test func `rules that cannot be read leave those before in force`() throws {
    let own = StateRules.text.replacing("1wh", with: "2wh")
    let texts = ["nonsense", own, "nonsense"]
    let (versions, findings) = VersionReader { _ in .utc }.read(
      texts.enumerated().map { (Instant(milliseconds: Int64($0)), Adoption(engine: 1, rules: $1, book: "")) })
    #expect(versions.map(\.rules) == [StateRules.text, own, own].compactMap { RulesReader.read($0).rules })
    #expect(!findings.isEmpty)
  }

  @Test func `an error in the rules leaves those before in force, a warning does not`() {
    func text(_ trigger: String) -> String {
      stateBlocks + "rule x\n  means \"?\"\n  when \(trigger)\n  do escalate\n"
    }
    let texts = [text("captured"), text("email.opened"), text("email.opend")]
    let (versions, findings) = VersionReader { _ in .utc }.read(
      texts.enumerated().map { (Instant(milliseconds: Int64($0)), Adoption(engine: 1, rules: $1, book: "")) })
    #expect(
      versions.map { $0.rules.list.map(\.when) } == [
        [.captured], [.happens([.signal(.emailOpened)])], [.happens([.signal(.emailOpened)])],
      ])
    #expect(findings.contains { $0.what.contains("email.opend") })
  }

  @Test func `rules are read with the words of the book that was adopted with them`() {
    let rules = stateBlocks + "rule x\n  means \"?\"\n  when demo.started\n  if decision is budget\n  do escalate\n"
    let book = "id = \"b\"\ndecisions = [\"need\", \"budget\"]\n[signals.\"demo.started\"]\nconfidence = \"strong\"\n"
    let reader = VersionReader { _ in .utc }
    #expect(reader.read(Adoption(engine: 1, rules: rules, book: book), from: .earliest).version?.rules.list.count == 1)
    #expect(reader.read(Adoption(engine: 1, rules: rules, book: ""), from: .earliest).version == nil)
  }

  @Test func `an adopted text with state blocks alone is still read`() {
    let (version, findings) = VersionReader { _ in .utc }.read(
      Adoption(engine: 1, rules: StateRules.text, book: "id = \"b\""), from: .earliest)
    #expect(version?.rules.list == [])
    #expect(findings.map(\.line) == [])
  }
}

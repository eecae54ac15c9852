import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

/// The files `rules` and `book.toml` as a person left them: what would be adopted.
struct WorkingCopy {
  let adoption: Adoption
  let rules: Rules?
  /// Findings and examples that do not come true, a line each.
  let complaints: [String]
  let examples: Int
  let failedExamples: [String]
  private let zone: Zone

  /// `file`: another rules file than the book's.
  init(_ book: Book, file: String?) throws {
    let path = file ?? book.paths.rules
    do throws(Failure) {
      let text = String(decoding: try SmallFile.read(path, limit: 1 << 20), as: UTF8.self)
      let settings = String(decoding: try SmallFile.read(book.paths.book + "/book.toml", limit: 1 << 20), as: UTF8.self)
      adoption = Adoption(engine: Engine.number, rules: text, book: settings)
    } catch {
      throw Complaint(error.exitCode, error.sentence)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let (rules, findings) = RulesReader.read(adoption.rules, file: name, settings: book.settings)
    let zone = ZoneFiles.zone(named: book.settings.zone) ?? .utc
    self.zone = zone
    let results = (rules?.list ?? []).map { rule in
      (rule, RuleTrial.run(rule, in: rules ?? book.version.rules, settings: book.settings, zone: zone))
    }
    examples = results.reduce(0) { $0 + $1.1.count }
    failedExamples = results.flatMap { rule, results in
      results.filter { !$0.passes }.map { WorkingCopy.line(rule, $0, name, zone) }
    }
    self.rules = rules
    complaints =
      findings.map(\.line) + book.settingsFindings.filter { $0.severity == .error }.map(\.line) + failedExamples
  }

  private static func line(_ rule: Rule, _ result: RuleTrial.Result, _ file: String, _ zone: Zone) -> String {
    let fired = result.fired.prefix(4).map { fired in
      let wall = zone.wall(at: fired.at)
      return "\(fired.rung) \(moment(wall))"
    }
    let instead = fired.isEmpty ? "it stays quiet" : "it fires \(fired.joined(separator: ", "))"
    return "\(file): rule \(rule.name): test \(RulesWriter.test(result.test)): does not come true; \(instead)"
  }

  /// `@tue+1w 09:00`, as an example writes it.
  private static func moment(_ wall: WallTime) -> String {
    let days = Int(wall.day.number - RuleTrial.monday.number)
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let weeks = days / 7
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "@\(names[days % 7])\(weeks > 0 ? "+\(weeks)w" : "") \(two(wall.hour)):\(two(wall.minute))"
  }

  /// What would be in force if it were adopted.
  /// - Throws: a complaint with every finding where the file cannot be adopted.
  func version(from: Instant, _ book: Book) throws -> Version {
    guard let rules, complaints.isEmpty else {
      throw Complaint(65, complaints.joined(separator: "\n"), "mend this first; the rules adopted last stay in force")
    }
    return Version(from: from, rules: rules, settings: book.settings, calendar: book.settings.calendar(in: zone))
  }

  /// What adopting would change now.
  func diff(_ book: Book) throws -> RulesDiff {
    RulesDiff(book.pipeline, adopting: try version(from: book.pipeline.now, book))
  }
}

/// A diff in words.
enum RulesDiffLines {
  static func lines(_ diff: RulesDiff, _ book: Book, me: String) -> [String] {
    if diff.isEmpty { return ["the file says what is in force: nothing would change"] }
    let wording = Wording(now: book.facts.now, zone: book.zone, me: me)
    var lines: [String] = []
    for (word, names) in [("new", diff.added), ("gone", diff.removed), ("changed", diff.altered)] where !names.isEmpty {
      lines.append("\(word): \(names.joined(separator: ", "))")
    }
    let due = diff.becomingDue
    lines.append(due == 1 ? "1 lead would become due" : "\(due) leads would become due")
    for change in diff.changes.prefix(40) {
      var words: [String] = []
      if let after = change.after, change.after?.key != change.before?.key {
        words.append("next: \(after.text), due \(wording.due(after.due))")
      }
      if !change.fires.isEmpty { words.append("fires \(change.fires.map(\.rule).joined(separator: ", "))") }
      if !change.vanishes.isEmpty { words.append("takes back \(change.vanishes.map(\.rule).joined(separator: ", "))") }
      lines.append("  \(change.title): \(words.joined(separator: "; "))")
    }
    if diff.changes.count > 40 { lines.append("  and \(diff.changes.count - 40) more") }
    return lines
  }
}

/// A diff as data.
enum RulesDiffJSON {
  static func document(_ diff: RulesDiff, _ book: Book, me: String) -> JSONValue {
    let json = LeadJSON(book.facts, me: me)
    let items = diff.changes.map { change in
      JSONValue.members([
        ("lead", .string(change.lead.text)), ("becomes_due", .boolean(change.becomesDue)),
        ("next_before", change.before.map(json.action) ?? .null),
        ("next_after", change.after.map(json.action) ?? .null),
        ("fires", .strings(change.fires.map(\.text))), ("vanishes", .strings(change.vanishes.map(\.text))),
      ])
    }
    return json.document(
      "rules-diff",
      [
        ("added", .strings(diff.added)), ("removed", .strings(diff.removed)), ("changed", .strings(diff.altered)),
        ("becoming_due", .integer(diff.becomingDue)), ("items", .array(items)),
      ])
  }
}

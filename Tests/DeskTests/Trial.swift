import LeadlineCore
import LeadlineDesk
import LeadlineText

/// A desk over a small book, with a world that records at once: what a session does, without files or a terminal.
struct Trial {
  var desk: Desk
  /// What the last keys asked for.
  var effects: [Effect] = []
  /// When set, appends fail with these words.
  var failure: String?

  static let monday = "2026-11-23T09:12:00Z"

  /// `rules`: the text of those in force, for the three states alone.
  init(
    _ journal: String, now: String = Trial.monday, columns: Int = 120, rows: Int = 40, me: String = "sam",
    rules: String? = nil
  ) {
    let now = Instant(now) ?? .earliest
    let read = rules.flatMap { RulesReader.read($0).rules }
    var pipeline = Pipeline(now: now) { _, at in
      let version = Trial.version(at)
      return Version(from: at, rules: read ?? version.rules, settings: version.settings, calendar: version.calendar)
    }
    var reader = LineReader()
    let adopt = "2026-01-01T00:00Z adopt - engine=1 rules=x book=x"
    for line in ([adopt] + journal.split(separator: "\n").map(String.init)) {
      guard let event = reader.read(Array(line.utf8).span).event else { preconditionFailure("bad line: \(line)") }
      pipeline.add(event, .sound, isOwn: event.by == me)
    }
    pipeline.refresh(to: now)
    desk = Desk(
      pipeline, me: me, ids: IDSource(seed: Array("seed of the trial".utf8)),
      layout: Layout(columns: columns, rows: rows))
  }

  static func version(_ at: Instant) -> Version {
    func block(
      _ state: State, _ text: String, _ timing: Template.Timing, _ escalate: String, _ gap: String, _ half: String
    ) -> StateBlock {
      StateBlock(
        state: state, means: "m", next: Template(text, timing), escalate: interval(escalate), gap: interval(gap),
        halfLife: interval(half))
    }
    return Version(
      from: at,
      rules: Rules(
        hot: block(.hot, "Agree one dated next step", .in(interval("1wh")), "4wh", "1wd", "3wd"),
        warm: block(.warm, "Settle one hesitation", .in(interval("8wh")), "1wd", "2wd", "7wd"),
        recycle: block(.recycle, "Reopen with what has changed", .whenParkEnds, "5wd", "10wd", "60d")),
      settings: BookSettings(), calendar: WorkCalendar(zone: .utc))
  }

  private static func interval(_ text: String) -> Interval { Interval(text) ?? Interval(amount: 1, unit: .days) }

  /// Presses keys by name, `text:…` types a whole text, and lets the world answer.
  mutating func press(_ keys: String...) {
    effects = []
    for word in keys {
      if word.hasPrefix("text:") {
        for character in word.dropFirst(5) { send(.key(.character(character))) }
      } else {
        for key in Key.sequence(word) { send(.key(key)) }
      }
    }
  }

  mutating func send(_ message: Message) {
    for effect in desk.update(message) {
      effects.append(effect)
      guard case .append(let entries, let form) = effect else { continue }
      if let failure {
        send(.failed(what: failure, form: form))
      } else {
        let stamp = max(desk.now, desk.pipeline.ledger.greatest.advanced(by: 1))
        let events = entries.enumerated().map { index, entry in
          entry.recorded(wall: desk.now, logical: stamp.advanced(by: Int64(index)))
        }
        send(.arrived(events.map { Recorded($0, .sound, isOwn: true) }))
        send(.saved(form: form, lines: events.count))
      }
    }
  }

  /// A line that somebody else recorded.
  mutating func arrive(_ line: String) {
    var reader = LineReader()
    guard let event = reader.read(Array(line.utf8).span).event else { preconditionFailure("bad line: \(line)") }
    send(.tick(max(desk.now, event.time)))
    send(.arrived([Recorded(event, .sound, isOwn: false)]))
  }

  mutating func pass(milliseconds: Int64) { send(.tick(desk.now.advanced(by: milliseconds))) }

  /// The facts that the last keys recorded.
  var recorded: [Fact] {
    effects.flatMap { effect in if case .append(let entries, _) = effect { entries.map(\.fact) } else { [Fact]() } }
  }

  var board: BoardModel? { if case .board(let board) = desk.screen.view { board } else { nil } }

  var cursorName: String? { board?.detail?.name }

  func names(_ column: Int) -> [String] { board?.columns[column].cards.map(\.name) ?? [] }

  func world(_ id: String) -> World? { desk.pipeline.worlds[LeadID(id)] }
}

import LeadlineCore

/// Facts of one lead as a test tells them, in a week without holidays (Monday is 2026-11-23), book zone UTC, Monday to
/// Friday 09:00–17:00, and the three state blocks of the default rules.
struct Story {
  static let lead = LeadID("acme-4f2kq")

  private(set) var events: [Event] = []
  var versions = [Story.version(from: "mon 00:00")]
  var zones: [String: Zone] = [:]

  init() {}

  /// A story that begins with a capture.
  init(captured: String, _ fill: (inout Capture) -> Void = { _ in }) {
    var capture = Capture()
    fill(&capture)
    add(captured, .lead(capture))
  }

  /// Adds a fact that happened then, and was recorded then unless told otherwise.
  @discardableResult
  mutating func add(
    _ when: String, _ fact: Fact, recorded: String? = nil, by: String = "ana", act: EventID? = nil,
    lead: LeadID = Story.lead
  ) -> EventID {
    let id = EventID(random: UInt128(events.count + 1))
    let happened = Story.when(when)
    events.append(
      Event(id: id, time: recorded.map(Story.when) ?? happened, at: happened, lead: lead, by: by, act: act, fact: fact))
    return id
  }

  @discardableResult
  mutating func add(
    _ when: String, signal kind: SignalKind, source: String = "", confidence: Confidence? = nil, returns: Day? = nil
  ) -> EventID {
    var signal = Signal(kind)
    signal.source = source
    signal.confidence = confidence
    signal.returns = returns
    return add(when, .signal(signal))
  }

  @discardableResult
  mutating func add(
    _ when: String, touch channel: Channel, _ outcome: TouchOutcome? = nil, answers: Reference? = nil
  ) -> EventID {
    var touch = outcome.map { Touch(channel, $0) } ?? Touch(channel)
    touch.answers = answers
    return add(when, .touch(touch))
  }

  @discardableResult
  mutating func add(_ when: String, move state: State, until: String? = nil, wake: SignalKind? = nil) -> EventID {
    var move = Move(to: state)
    move.until = until.map(day)
    move.wake = wake
    return add(when, .move(move))
  }

  @discardableResult
  mutating func add(_ when: String, action text: String, due: String) -> EventID {
    add(when, .action(Intention(text, due: Story.due(due))))
  }

  @discardableResult
  mutating func add(_ when: String, promise text: String, due: String) -> EventID {
    add(when, .promise(text, due: Story.due(due)))
  }

  @discardableResult
  mutating func add(_ when: String, meeting change: Meeting.Change, start: String? = nil, zone: String = "") -> EventID
  {
    var meeting = Meeting(change)
    meeting.start = start.map { Zone.utc.wall(at: Story.when($0)) }
    meeting.zone = zone
    return add(when, .meeting(meeting))
  }

  /// The lead as it stands then.
  func world(_ now: String) -> World {
    Simulation.simulate(
      Story.lead, facts: events.sorted(by: Event.happenedBefore), versions: versions, until: Story.when(now),
      zone: { zones[$0] })
  }

  // MARK: words of a test

  /// `mon 10:00`, `tue+1w 09:00`, or a date and a time.
  static func when(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else { return .earliest }
    return utc("\(date(String(parts[0]))) \(parts[1])")
  }

  /// A day, or a day and a time.
  static func due(_ text: String) -> Due {
    text.contains(" ") ? .wall(Zone.utc.wall(at: when(text))) : .day(day(date(text)))
  }

  private static func date(_ text: String) -> String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    guard let weekday = names.firstIndex(of: String(text.prefix(3))) else { return text }
    let weeks = text.split(separator: "+").dropFirst().first.flatMap { Int($0.dropLast()) } ?? 0
    let civil = day("2026-11-23").adding(weekday + 7 * weeks).civil
    return "\(civil.year)-\(civil.month)-\(civil.day)"
  }

  static func version(
    from: String, warm timing: Template.Timing = .in(Interval(amount: 8, unit: .workingHours)),
    zone: Zone = .utc, leave: [String: [ClosedRange<Day>]] = [:]
  ) -> Version {
    func block(_ state: State, _ timing: Template.Timing, _ escalate: Interval, _ gap: Int) -> StateBlock {
      StateBlock(
        state: state, means: "?", next: Template("\(state.rawValue) {first} {days}", timing), escalate: escalate,
        gap: Interval(amount: gap, unit: .workingDays), halfLife: Interval(amount: 7, unit: .days))
    }
    let rules = Rules(
      hot: block(.hot, .in(Interval(amount: 1, unit: .workingHours)), Interval(amount: 4, unit: .workingHours), 1),
      warm: block(.warm, timing, Interval(amount: 1, unit: .workingDays), 2),
      recycle: block(.recycle, .whenParkEnds, Interval(amount: 5, unit: .workingDays), 10))
    var settings = BookSettings()
    settings.leave = leave
    return Version(from: when(from), rules: rules, settings: settings, calendar: settings.calendar(in: zone))
  }
}

extension World {
  /// What happens next and when, as `mon`-week dates and times in UTC; `-` where nothing does.
  var nextLine: String {
    guard let next else { return "-" }
    return "\(next.text.split(separator: " ").first ?? "") \(say(next.deadline, .utc))"
  }
}

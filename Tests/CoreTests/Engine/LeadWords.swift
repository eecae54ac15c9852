import LeadlineCore

/// What a test says and asks about one lead beside its rules.
extension Happening {
  static let booked = Happening.signal(.meetingBooked)
  static let missed = Happening.signal(.meetingMissed)
}

extension Trigger {
  static func owed(_ text: String) -> Trigger { .owed(Interval(say: text)) }
  static func silent(_ text: String) -> Trigger { .silent(Interval(say: text)) }
  static func untouched(_ text: String) -> Trigger { .untouched(Interval(say: text)) }
  static func unplanned(_ text: String) -> Trigger { .unplanned(Interval(say: text)) }
  static func passed(_ text: String) -> Trigger { .promisePassed(Interval(say: text)) }
  static func overdue(_ text: String) -> Trigger { .overdue(Interval(say: text)) }
  static func inside(_ state: State, _ text: String) -> Trigger { .inState(state, Interval(say: text)) }
  static func at(_ decision: String, _ text: String) -> Trigger { .atDecision(decision, Interval(say: text)) }
  static func times(_ count: Int, _ happening: Happening, in text: String) -> Trigger {
    .repeated(happening, times: count, within: Interval(say: text))
  }
}

extension Condition {
  static func isIn(_ states: State...) -> Condition { .state(states, isNot: false) }
  static func isNotIn(_ states: State...) -> Condition { .state(states, isNot: true) }
  static func decides(_ decision: String) -> Condition { .decision([decision], isNot: false) }
  static func seen(_ happening: Happening, in text: String) -> Condition {
    .seen(happening, within: Interval(say: text))
  }
  static func answered(in text: String) -> Condition { .answered(within: Interval(say: text)) }
}

/// An action that only leaves a trace: it asks for nothing and moves nothing.
let mark = RuleAction.tag("mark")

func move(_ state: State, for park: String? = nil) -> RuleAction { .move(state, park: park.map(Interval.init(say:))) }

/// What a person refers to: this rung of this rule.
func key(_ rule: String, _ anchor: EventID, _ rung: Int = 1) -> Reference {
  .firing(FiringKey(rule: rule, lead: Story.lead.text, anchor: anchor.text, rung: rung))
}

/// What stands for a firing where it is the anchor of another (engine letter, 17).
func digest(_ key: FiringKey) -> String {
  Base32.encode(SHA256.hash(Array(key.text.utf8)), count: 13)
}

extension Story {
  /// The keys of what the rules did by then, as far as they differ: `r/ANCHOR/1`.
  func anchors(_ now: String) -> [String] {
    world(now).firings.filter { !$0.key.rule.hasPrefix("state ") }.map(\.key.anchor)
  }

  func drafts(_ now: String) -> [String] { world(now).drafts.map { "\($0.key.rule)/\($0.key.rung)" } }

  func tags(_ now: String) -> [String] { world(now).lead.tags }

  /// The next instant at which something changes, as the book's clocks show it.
  func deadline(_ now: String) -> String {
    world(now).nextDeadline.map { say($0, versions[0].calendar.zone) } ?? "-"
  }

  /// Another version of the rules from then on, with the calendar of the last one.
  mutating func adopt(_ from: String, _ rules: Rule...) {
    if let last = versions.last { versions.append(last.with(rules, from: from)) }
  }

  @discardableResult
  mutating func add(_ when: String, set field: String, _ value: String) -> EventID {
    add(when, .set([Edit(field, .set, value)]))
  }

  @discardableResult
  mutating func add(_ when: String, done of: Reference) -> EventID { add(when, .done(of: of, note: "")) }

  @discardableResult
  mutating func add(_ when: String, snooze of: Reference, to due: String, hold: Bool = false) -> EventID {
    add(when, .snooze(of: of, due: Story.due(due), until: nil, hold: hold, because: ""))
  }

  /// The same story in another calendar.
  func under(_ settings: BookSettings, zone: Zone = .utc) -> Story {
    var story = self
    story.versions = versions.map { version in
      Version(from: version.from, rules: version.rules, settings: settings, calendar: settings.calendar(in: zone))
    }
    return story
  }
}

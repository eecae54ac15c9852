import LeadlineCore
import LeadlineDesk
import LeadlineText
import Testing

/// Leads under the default rules, in a week without holidays (Monday is 2026-11-23), book zone UTC.
struct StandardBook {
  static let start = Instant(milliseconds: 1_795_392_000_000)

  static let version: Version = {
    let settings = BookSettings()
    guard let rules = RulesReader.read(DefaultRules.text).rules else { preconditionFailure("the default rules") }
    return Version(from: start, rules: rules, settings: settings, calendar: settings.calendar(in: .utc))
  }()

  static let adoption = Event(
    id: EventID(random: 1), time: start, lead: nil, by: "me",
    fact: .adopt(Adoption(engine: 1, rules: DefaultRules.text, book: "")))

  /// A pipeline of these events, brought to each of the instants in turn.
  static func pipeline(_ events: [Event], to instants: [Instant]) -> Pipeline {
    var pipeline = Pipeline(now: instants.first ?? start) { _, from in
      Version(from: from, rules: version.rules, settings: version.settings, calendar: version.calendar)
    }
    for event in events { pipeline.add(event) }
    for instant in instants { pipeline.refresh(to: instant) }
    return pipeline
  }

  /// `list --json` of every lead.
  static func json(_ pipeline: Pipeline) -> String {
    let json = LeadJSON(pipeline, me: "me")
    let leads = pipeline.worlds.keys.sorted()
    return json.document("list", [("items", .array(leads.compactMap { pipeline.worlds[$0].map(json.lead) }))]).text
  }

  static func firings(_ pipeline: Pipeline) -> [String] {
    pipeline.worlds.values.flatMap(\.firings).map { "\($0.at.milliseconds) \($0.key.text) \($0.supersededBy ?? "")" }
      .sorted()
  }
}

import LeadlineCore
import LeadlineText

/// A book of a few leads that no input changes: every kind of fact is in it.
enum SmallBook {
  static let now = Instant("2026-11-23T09:12:00Z") ?? .earliest

  static let version = Version(
    from: .earliest,
    rules: Rules(
      hot: block(.hot, "Agree one dated next step", .in(Interval(amount: 1, unit: .workingHours))),
      warm: block(.warm, "Settle one hesitation", .today),
      recycle: block(.recycle, "Reopen with what has changed", .whenParkEnds)),
    settings: BookSettings(), calendar: WorkCalendar(zone: .utc))

  static let pipeline: Pipeline = {
    var pipeline = Pipeline(now: now) { _, _ in version }
    var reader = LineReader()
    for line in journal.split(separator: "\n") {
      let event = reader.read(Array(line.utf8).span).event
      claim(event != nil, "\(line) is an event")
      if let event { pipeline.add(event, .sound, isOwn: event.by == "sam") }
    }
    pipeline.refresh(to: now)
    return pipeline
  }()

  private static func block(_ state: State, _ text: String, _ timing: Template.Timing) -> StateBlock {
    StateBlock(
      state: state, means: "m", next: Template(text, timing), escalate: Interval(amount: 4, unit: .workingHours),
      gap: Interval(amount: 1, unit: .workingDays), halfLife: Interval(amount: 3, unit: .workingDays))
  }

  private static let journal = """
    2026-01-01T00:00Z adopt - engine=1 rules=x book=x
    2026-10-01T09:00Z lead ana name="Ana Müller" company=Acme email=ana@acme.example value="12000 EUR" tag=fair by=sam
    2026-10-02T09:00Z lead bo name=Bo state=hot owner=kim by=kim
    2026-10-03T09:00Z lead chi name="漢 字" state=recycle until=2026-12-24 by=sam
    2026-10-04T09:00Z lead dee company=Delta inbound phone="+49 30 1234" by=sam
    2026-10-05T09:00Z lead eve name=Eve by=sam
    2026-10-05T10:00Z person ana name=Kern email=kern@acme.example role=signs by=sam
    2026-10-06T09:00Z touch ana call reached note="wants SSO" by=sam
    2026-10-07T09:00Z signal ana replied who=Ana by=sam
    2026-10-08T09:00Z note bo "two\\nlines" by=kim
    2026-11-20T09:00Z action bo "send case" due=2026-11-22 channel=mail by=sam id=aaaaaaaaaaaaaa
    2026-11-20T10:00Z promise ana "sign the order" due=2026-11-21 by=sam
    2026-11-20T11:00Z meeting dee booked start=2026-11-24T14:00 tz=UTC by=sam
    2026-11-20T12:00Z decide ana safety by=sam
    2026-11-21T09:00Z close eve lost reason=price fit=timing by=sam
    """
}

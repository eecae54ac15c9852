package import LeadlineCore

/// What of a book stands in a calendar: every open action, and the day by which a buyer promised to answer.
package enum CalendarFeed {
  /// Minutes that an entry takes where nobody said.
  private static let usualLength = 15
  /// Minutes before a meeting at which people are reminded; other things remind at their time.
  private static let meetingAlarm = 10

  /// `book`: its id, which makes the entries' names unique among calendars. `owner`: nil for everybody's leads.
  package static func entries(
    of worlds: some Sequence<World>, calendar: WorkCalendar, book: String, owner: String? = nil
  ) -> [CalendarEntry] {
    var entries: [CalendarEntry] = []
    for world in worlds where world.isOpen && owner.map({ world.lead.owner == $0 }) ?? true {
      entries += world.actions.map { entry($0, world, calendar, book) }
      if let promise = world.promise, !promise.isPassed { entries.append(entry(promise, world, calendar, book)) }
    }
    return entries.sorted { ($0.time.start(calendar.zone), $0.uid) < ($1.time.start(calendar.zone), $1.uid) }
  }

  private static func entry(_ action: Action, _ world: World, _ calendar: WorkCalendar, _ book: String) -> CalendarEntry
  {
    let isMeeting = action.author == .meeting || action.means == .meeting
    let time: CalendarEntry.Time =
      switch action.due {
      case .day(let day): .day(day, alarm: opening(of: day, calendar))
      case .wall: .at(action.deadline, minutes: usualLength, ahead: isMeeting ? meetingAlarm : 0)
      }
    return CalendarEntry(
      uid: "\(action.key.text)@\(book).leadline", time: time, summary: "\(world.lead.title): \(action.text)",
      description: contact(world), planned: action.opened)
  }

  private static func entry(_ promise: Promise, _ world: World, _ calendar: WorkCalendar, _ book: String)
    -> CalendarEntry
  {
    CalendarEntry(
      uid: "\(promise.id.text)@\(book).leadline",
      time: .day(promise.due.day, alarm: opening(of: promise.due.day, calendar)),
      summary: "\(world.lead.title) promised: \(promise.text)", description: contact(world), planned: promise.deadline)
  }

  /// Minutes from a day's midnight until work begins, on it or on the next day that has work.
  private static func opening(of day: Day, _ calendar: WorkCalendar) -> Int {
    let midnight = calendar.zone.midnight(of: day)
    return Int((calendar.next(opening: midnight).milliseconds - midnight.milliseconds) / Instant.minute)
  }

  private static func contact(_ world: World) -> String {
    let lead = world.lead
    return ([lead.company] + lead.phones + lead.emails + [lead.id.text]).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension CalendarEntry.Time {
  fileprivate func start(_ zone: Zone) -> Instant {
    switch self {
    case .day(let day, _): zone.midnight(of: day)
    case .at(let start, _, _): start
    }
  }
}

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
    return entries.sorted { ($0.start, $0.uid) < ($1.start, $1.uid) }
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

  /// When work begins on a day, or on the next that has work.
  private static func opening(of day: Day, _ calendar: WorkCalendar) -> Instant {
    calendar.next(opening: calendar.zone.midnight(of: day))
  }

  private static func contact(_ world: World) -> String {
    let lead = world.lead
    return ([lead.company] + lead.phones + lead.emails + [lead.id.text]).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension CalendarEntry {
  fileprivate var start: Instant {
    switch time {
    case .day(_, let alarm): alarm
    case .at(let start, _, _): start
    }
  }
}

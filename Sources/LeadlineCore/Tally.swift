/// The numbers that stand on every screen, each with a command that prints the same.
package struct Tally: Hashable, Sendable {
  /// One state's open leads and their value, by currency.
  package struct Column: Hashable, Sendable {
    package var count = 0
    package var values: [String: Int64] = [:]
    /// How many leads have a value in another currency than the book's.
    package var others = 0

    package init() {}

    /// The sum in the book's currency.
    package func sum(in currency: String) -> Money { Money(minor: values[currency] ?? 0, currency: currency) }
  }

  package var columns: [State: Column] = [:]
  /// Next actions due today or earlier.
  package var due = 0
  package var escalated = 0
  /// Warm, and the local dates of our last touch (or capture, or imported last contact) and of today differ by more
  /// than 14: **the** number.
  package var warmUntouched = 0
  /// Open leads on which nothing is agreed: no action of a person, no promise pending, no park.
  package var withoutNext = 0
  /// Captured later than 24 hours after the first contact.
  package var late = 0
  /// Captured, and not touched within 24 hours.
  package var newUntouched = 0

  package init(_ worlds: some Sequence<World>, now: Instant, zone: Zone, currency: String) {
    for state in State.allCases { columns[state] = Column() }
    for world in worlds { add(world, now, zone, currency) }
  }

  private mutating func add(_ world: World, _ now: Instant, _ zone: Zone, _ currency: String) {
    if world.wasCapturedLate { late += 1 }
    guard let state = world.state else { return }
    columns[state]?.count += 1
    if let value = world.lead.value {
      let sum = columns[state]?.values[value.currency, default: 0].addingReportingOverflow(value.minor)
      columns[state]?.values[value.currency] = sum.map { $0.overflow ? .max : $0.partialValue } ?? 0
      if value.currency != currency { columns[state]?.others += 1 }
    }
    if world.isDue(now, zone) { due += 1 }
    if world.isEscalated { escalated += 1 }
    if state == .warm, world.untouchedDates(now, zone) > 14 { warmUntouched += 1 }
    if !world.isPlanned(at: now) { withoutNext += 1 }
    if world.isNewUntouched(now) { newUntouched += 1 }
  }
}

extension World {
  /// Whether the next action is due today or earlier. A lead that sleeps since its import has none.
  package func isDue(_ now: Instant, _ zone: Zone) -> Bool {
    guard let next else { return false }
    return next.due.day <= zone.day(at: now) || next.isOverdue(at: now)
  }

  /// The day we last did something: an imported lead that sleeps shows its true age.
  package func untouchedDates(_ now: Instant, _ zone: Zone) -> Int {
    max(0, Int(zone.day(at: now).number) - Int(lastContactDay(zone).number))
  }

  /// The local date of our last touch, else of the imported last contact, else of the capture.
  package func lastContactDay(_ zone: Zone) -> Day {
    if lastTouch == nil, let contacted { return contacted }
    return zone.day(at: lastTouch?.at ?? captured)
  }

  /// Whole days since the first unanswered touch; nil where no run goes on, or its clock lies ahead.
  package func silentDays(_ now: Instant, _ zone: Zone) -> Int? {
    guard let run = clocks.run, run.clock <= now, run.began <= now else { return nil }
    return zone.wholeDays(from: run.began, to: now)
  }

  package var wasCapturedLate: Bool {
    guard !isImported, let firstContact else { return false }
    return captured.milliseconds - firstContact.milliseconds > Instant.day
  }

  package func isNewUntouched(_ now: Instant) -> Bool {
    isOpen && !isImported && lastTouch == nil && now.milliseconds - captured.milliseconds > Instant.day
  }
}

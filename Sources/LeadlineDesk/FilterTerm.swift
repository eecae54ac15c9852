package import LeadlineCore

/// One condition of a filter.
package enum FilterTerm: Hashable, Sendable {
  package enum Ages: String, Hashable, Sendable, CaseIterable { case untouched, silent, owed }
  package enum Bound: Hashable, Sendable { case over, under }

  case state([StateWord])
  case decision(String)
  case owner(String)
  case tag(String)
  case source(String)
  case text(String)
  case value(Bound, Int64)
  case age(Ages, Bound, Interval)
  case momentum(Bound, Int)
  case due(Bound?, Day)
  case overdue
  case unplanned

  /// The states that a filter may name: the open ones, the endings, and `open` and `closed` for all of each.
  package enum StateWord: String, Hashable, Sendable, CaseIterable {
    case hot, warm, recycle, won, lost, dead, open, closed
  }
}

/// The leads that a person wants to see; the same words on the board and in the shell.
package struct Filter: Hashable, Sendable {
  package var terms: [FilterTerm]
  /// As it was typed.
  package var text: String

  package init(terms: [FilterTerm] = [], text: String = "") {
    self.terms = terms
    self.text = text
  }

  package var isEmpty: Bool { terms.isEmpty }

  /// Whether a filter names an ending, so that closed leads are wanted too.
  package var wantsClosed: Bool {
    terms.contains { term in
      guard case .state(let words) = term else { return false }
      return words.contains { ![.hot, .warm, .recycle, .open].contains($0) }
    }
  }

  package func holds(_ world: World, _ calendar: WorkCalendar, _ now: Instant, momentum: (World) -> Double) -> Bool {
    terms.allSatisfy { $0.holds(world, calendar, now, momentum) }
  }
}

extension FilterTerm {
  func holds(_ world: World, _ calendar: WorkCalendar, _ now: Instant, _ momentum: (World) -> Double) -> Bool {
    switch self {
    case .state(let words): return words.contains { $0.holds(world) }
    case .decision(let name): return world.isOpen && world.decision == name
    case .owner(let name): return world.lead.owner.lowercased().contains(name)
    case .tag(let tag): return world.lead.tags.contains { $0.lowercased() == tag }
    case .source(let source): return world.lead.source.lowercased().contains(source)
    case .text(let text): return world.lead.matches(text)
    case .value(let bound, let minor):
      guard let value = world.lead.value else { return false }
      return bound == .over ? value.minor > minor : value.minor < minor
    case .age(let clock, let bound, let interval): return age(world, clock, bound, interval, calendar, now)
    case .momentum(let bound, let percent):
      let momentum = momentum(world)
      return bound == .over ? momentum > Double(percent) : momentum < Double(percent)
    case .due(let bound, let day):
      guard let next = world.next else { return false }
      switch bound {
      case .over: return next.due.day > day
      case .under: return next.due.day < day
      case nil: return next.due.day == day
      }
    case .overdue: return world.next?.isOverdue(at: now) == true
    case .unplanned: return world.isOpen && !world.isPlanned(at: now)
    }
  }

  /// Days compare local dates; shorter units compare instants.
  private func age(
    _ world: World, _ clock: Ages, _ bound: Bound, _ interval: Interval, _ calendar: WorkCalendar, _ now: Instant
  ) -> Bool {
    let since: Instant?
    switch clock {
    case .untouched: since = calendar.zone.midnight(of: world.lastContactDay(calendar.zone))
    case .silent: since = world.silentDays(now, calendar.zone) == nil ? nil : world.clocks.run?.began
    case .owed: since = world.clocks.owed?.since
    }
    guard let since, world.isOpen || clock == .untouched else { return false }
    if interval.unit == .days || interval.unit == .weeks {
      let days = interval.amount * (interval.unit == .weeks ? 7 : 1)
      let age = calendar.zone.dates(from: since, to: now)
      return bound == .over ? age > days : age < days
    }
    let limit = calendar.add(interval, to: since)
    return bound == .over ? limit < now : limit > now
  }
}

extension FilterTerm.StateWord {
  func holds(_ world: World) -> Bool {
    switch self {
    case .hot: world.state == .hot
    case .warm: world.state == .warm
    case .recycle: world.state == .recycle
    case .won: world.closing?.ending == .won
    case .lost: world.closing?.ending == .lost
    case .dead: world.closing?.ending == .dead
    case .open: world.isOpen
    case .closed: !world.isOpen
    }
  }
}

extension Lead {
  /// Whether some text that a person wrote on the lead contains this, capitals aside unless it has some.
  package func matches(_ text: String) -> Bool {
    let isExact = text != text.lowercased()
    func contains(_ field: String) -> Bool { isExact ? field.contains(text) : field.lowercased().contains(text) }
    return contains(name) || contains(company) || contains(id.text) || emails.contains(where: contains)
      || tags.contains(where: contains) || phones.contains(where: contains)
  }
}

extension Fact {
  /// What somebody wrote in it, for search.
  package var said: String? {
    switch self {
    case .note(let text, _), .promise(let text, _): text
    case .signal(let signal): signal.note
    case .touch(let touch): touch.note
    case .action(let intention): intention.text
    case .lead, .person, .set, .consent, .object, .meeting, .done, .snooze, .dismiss, .move, .decide, .close, .reopen,
      .merge, .adopt, .ran, .undo, .amend, .erase, .unknown:
      nil
    }
  }
}

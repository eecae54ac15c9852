/// What rules would have done in a stretch of the past: the same simulation with other rules, knowing only what was
/// recorded by then (3-rules.md, 11).
package struct Backtest: Sendable {
  /// What one rule would have done.
  package struct Count: Hashable, Sendable {
    package var rule: String
    /// First rungs.
    package var firings = 0
    package var leads = 0
    /// Firings in each week of the stretch, the first first.
    package var weeks: [Int]
    package var mostOnADay = 0
    package var superseded = 0
    /// Firings whose five working days are over, and those of them that the buyer answered in that time.
    package var judged = 0
    package var answered = 0
    /// Moments of the same silence on leads on which the rule did not fire then, judged alike.
    package var comparable = 0
    package var comparableAnswered = 0
  }

  package var since: Instant
  package var until: Instant
  /// In the order of the file; rules that are off are left out.
  package var counts: [Count] = []

  private static let patience = Interval(amount: 5, unit: .workingDays)

  private struct Fired {
    var lead: Int
    var at: Instant
    var isSuperseded: Bool
    /// From our latest touch; nil where there was none, or they have answered since.
    var silence: Int64?
  }

  /// `version` holds from the beginning of the book. `since` and `until`: both belong to the stretch.
  package init(_ pipeline: Pipeline, under version: Version, since: Instant, until: Instant) {
    self.since = since
    self.until = until
    let from = pipeline.versions.first?.from ?? version.from
    let whole = Version(from: from, rules: version.rules, settings: version.settings, calendar: version.calendar)
    var fired: [String: [Fired]] = [:]
    var tracks: [Track] = []
    for lead in pipeline.ledger.leads where pipeline.ledger.survivor(of: lead) == nil {
      let facts = pipeline.ledger.facts(of: lead)
      if facts.isEmpty { continue }
      let track = Track(facts)
      for firing in Backtest.known(lead, facts, whole, pipeline, since, until) where firing.key.rung == 1 {
        fired[firing.key.rule, default: []].append(
          Fired(
            lead: tracks.count, at: firing.at, isSuperseded: firing.supersededBy != nil,
            silence: track.silence(at: firing.at)))
      }
      tracks.append(track)
    }
    counts = version.rules.list.filter { !$0.isOff }.map { rule in
      count(rule.name, fired[rule.name] ?? [], tracks, version.calendar)
    }
  }

  /// Every firing that somebody who looked all the time would have seen, also those that a fact recorded later took
  /// back.
  private static func known(
    _ lead: LeadID, _ facts: [Event], _ version: Version, _ pipeline: Pipeline, _ since: Instant, _ until: Instant
  ) -> [Firing] {
    func simulate(_ facts: [Event], _ until: Instant) -> [Firing] {
      Simulation.simulate(lead, facts: facts, versions: [version], until: until, zone: pipeline.zone).firings
    }
    var seen: Set<FiringKey> = []
    var firings: [Firing] = []
    func take(_ all: [Firing]) {
      for firing in all where firing.at >= since && firing.at <= until && seen.insert(firing.key).inserted {
        firings.append(firing)
      }
    }
    for late in facts where late.time > late.at && late.time > since && late.time <= until {
      take(simulate(facts.filter { $0.time < late.time }, late.time))
    }
    take(simulate(facts, until))
    return firings
  }

  // MARK: counting

  private func count(_ rule: String, _ fired: [Fired], _ tracks: [Track], _ calendar: WorkCalendar) -> Count {
    let weeks = Int((until.milliseconds - since.milliseconds) / (7 * Instant.day)) + 1
    var count = Count(rule: rule, weeks: [Int](repeating: 0, count: max(1, weeks)))
    var days: [Int32: Int] = [:]
    for firing in fired {
      count.firings += 1
      if firing.isSuperseded { count.superseded += 1 }
      count.weeks[Int((firing.at.milliseconds - since.milliseconds) / (7 * Instant.day))] += 1
      days[calendar.zone.day(at: firing.at).number, default: 0] += 1
      let end = calendar.add(Backtest.patience, to: firing.at)
      if end > until { continue }
      count.judged += 1
      if tracks[firing.lead].isAnswered(after: firing.at, by: end) { count.answered += 1 }
    }
    count.leads = Set(fired.map(\.lead)).count
    count.mostOnADay = days.values.max() ?? 0
    compare(&count, fired, tracks, calendar)
    return count
  }

  /// The same silence on other leads, where the rule did not fire within a working day of it.
  private func compare(_ count: inout Count, _ fired: [Fired], _ tracks: [Track], _ calendar: WorkCalendar) {
    let silences = fired.compactMap(\.silence).sorted()
    guard !silences.isEmpty else { return }
    let silence = silences[silences.count / 2]
    let firings = Dictionary(grouping: fired, by: \.lead)
    for (number, track) in tracks.enumerated() {
      for touch in track.touches {
        let moment = touch.advanced(by: silence)
        let end = calendar.add(Backtest.patience, to: moment)
        guard moment >= since, end <= until, track.silence(at: moment) == silence else { continue }
        let isFired = firings[number]?.contains { abs($0.at.milliseconds - moment.milliseconds) < Instant.day } ?? false
        if isFired { continue }
        count.comparable += 1
        if track.isAnswered(after: moment, by: end) { count.comparableAnswered += 1 }
      }
    }
  }
}

/// When a lead was touched and when it answered, earliest first.
private struct Track {
  private(set) var touches: [Instant] = []
  private var answers: [Instant] = []

  init(_ facts: [Event]) {
    for event in facts {
      switch event.fact {
      case .touch(let touch):
        touches.append(event.at)
        if touch.outcome.isConversation { answers.append(event.at) }
      case .signal(let signal): if signal.kind.isAnswer, signal.confidence != .machine { answers.append(event.at) }
      case .meeting(let meeting): if meeting.change != .cancelled { answers.append(event.at) }
      case .lead, .person, .set, .consent, .object, .note, .action, .promise, .done, .snooze, .dismiss, .move, .decide,
        .close, .reopen, .merge, .adopt, .ran, .undo, .amend, .erase, .unknown:
        break
      }
    }
  }

  func isAnswered(after start: Instant, by end: Instant) -> Bool { answers.contains { $0 > start && $0 <= end } }

  /// Milliseconds since our latest touch, if they have not answered it.
  func silence(at instant: Instant) -> Int64? {
    guard let touch = touches.last(where: { $0 <= instant }) else { return nil }
    if answers.contains(where: { $0 > touch && $0 <= instant }) { return nil }
    return instant.milliseconds - touch.milliseconds
  }
}

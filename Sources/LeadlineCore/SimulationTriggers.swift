/// What rules answer: signals and touches as they happen, and what did not happen (3-rules.md, 4; engine letter, 21).
extension Simulation {
  /// Notes that something happened, for triggers now and for windows later.
  mutating func note(
    _ what: Happening?, _ id: EventID, _ at: Instant, _ confidence: Confidence = .strong, isAnswer: Bool
  ) {
    let occurrence = Occurrence(
      what: what, at: at, id: id, confidence: confidence, isAnswer: isAnswer, isCounted: isCounted(what, at, confidence)
    )
    history.append(occurrence)
    if isAnswer {
      lastAnswer = at
      parks = 0
    }
    if let version, isWatched {
      for (index, rule) in version.rules.list.enumerated() { watch(rule.when, index, history.count - 1) }
    }
    stimuli.append(.occurrence(history.count - 1))
  }

  /// Signals of one kind within thirty minutes of the last counted one are one. A weak one swallows no other.
  private func isCounted(_ what: Happening?, _ at: Instant, _ confidence: Confidence) -> Bool {
    guard case .signal = what else { return true }
    let last = history.last { $0.what == what && $0.isCounted && ($0.triggers || confidence == .weak) }
    return last.map { at.milliseconds - $0.at.milliseconds >= 30 * Instant.minute } ?? true
  }

  /// The rules that answer these, each once, with what they count; conditions as they stand now.
  mutating func claims(answering stimuli: [Stimulus], _ at: Instant) -> [Claim] {
    guard isWatched, let version, !stimuli.isEmpty else { return [] }
    var claims: [Claim] = []
    for (index, rule) in version.rules.list.enumerated()
    where !rule.when.isLevel && isListening(index, rule) && isReady(index, at) {
      for stimulus in stimuli {
        guard let (anchor, evidence) = answer(rule.when, index, stimulus),
          !memories[index].fired.contains(.fact(anchor)), conditionsHold(rule, at: at)
        else { continue }
        claims.append(Claim(rule: index, ladder: nil, anchor: .fact(anchor), evidence: evidence))
        break
      }
    }
    return claims
  }

  /// Whether an event form fires at a stimulus, by what anchor, and on what evidence.
  private func answer(_ trigger: Trigger, _ index: Int, _ stimulus: Stimulus) -> (EventID, [EventID])? {
    switch (trigger, stimulus) {
    case (.captured, .captured(let id)): (id, [id])
    case (.moved(let wanted), .moved(let state, let id)): wanted == state ? (id, [id]) : nil
    case (.decided(let wanted), .decided(let decision, let id)): wanted == decision ? (id, [id]) : nil
    case (.recycleEnds, .recycleEnds(let id)): (id, [])
    case (_, .occurrence(let number)): answer(trigger, index, number)
    default: nil
    }
  }

  private func answer(_ trigger: Trigger, _ index: Int, _ number: Int) -> (EventID, [EventID])? {
    let occurrence = history[number]
    guard occurrence.triggers, let what = occurrence.what else { return nil }
    switch trigger {
    case .happens(let list): return list.contains(what) ? (occurrence.id, [occurrence.id]) : nil
    case .anySignal: return occurrence.isEngagement ? (occurrence.id, [occurrence.id]) : nil
    case .repeated(let wanted, let times, let interval):
      guard what == wanted, occurrence.isCounted else { return nil }
      let window = window(interval, until: number, from: memories[index].cleared) { $0.what == wanted && $0.triggers }
      return window.count >= times ? (occurrence.id, window.suffix(times)) : nil
    case .again(let wanted, let interval):
      guard what == wanted, let before = history[..<number].last(where: { $0.what == wanted }),
        !isRecent(before.at, interval, occurrence.at)
      else { return nil }
      return (occurrence.id, [before.id, occurrence.id])
    case .absence, .lull, .owed, .silent, .untouched, .unplanned, .promisePassed, .overdue, .inState, .atDecision,
      .recycleEnds, .captured, .moved, .decided:
      return nil
    }
  }

  /// What was counted in `(t-D, t]` before and with an occurrence, in its order.
  private func window(_ interval: Interval, until number: Int, from first: Int, _ isWanted: (Occurrence) -> Bool)
    -> [EventID]
  {
    var ids: [EventID] = []
    var place = number
    while place >= first, isRecent(history[place].at, interval, history[number].at) {
      if history[place].isCounted && isWanted(history[place]) { ids.append(history[place].id) }
      place -= 1
    }
    return ids.reversed()
  }

  // MARK: what did not happen

  /// Arms, puts off or cancels an absence or a lull by what happened.
  private mutating func watch(_ trigger: Trigger, _ index: Int, _ number: Int) {
    guard let calendar else { return }
    let occurrence = history[number]
    switch trigger {
    case .absence(let list, let interval, let after):
      if occurrence.isAnswer || occurrence.what.map(list.contains) ?? false { memories[index].pending = [] }
      if occurrence.what == after, occurrence.triggers { arm(index, interval, occurrence, calendar) }
    case .lull(let signals, let within, let quiet):
      guard occurrence.isCounted, occurrence.isAnswer || occurrence.isSignOfLife else { return }
      memories[index].pending = []
      let window = occurrence.isEngagement ? window(within, until: number, from: 0, \.isEngagement) : []
      if window.count >= signals { arm(index, quiet, occurrence, calendar) }
    case .happens, .anySignal, .repeated, .again, .owed, .silent, .untouched, .unplanned, .promisePassed, .overdue,
      .inState, .atDecision, .recycleEnds, .captured, .moved, .decided:
      return
    }
  }

  private mutating func arm(_ index: Int, _ interval: Interval, _ occurrence: Occurrence, _ calendar: WorkCalendar) {
    memories[index].pending.append(
      RuleMemory.Pending(
        at: calendar.add(interval, to: occurrence.at), since: occurrence.at, anchor: occurrence.id))
  }

  /// Arms absences and lulls anew from the history: what would have fired before `cutoff` never does.
  mutating func rebuildPending(from cutoff: Instant) {
    guard let version, !history.isEmpty else { return }
    for (index, rule) in version.rules.list.enumerated() {
      memories[index].pending = []
      switch rule.when {
      case .absence, .lull: for number in history.indices { watch(rule.when, index, number) }
      case .happens, .anySignal, .repeated, .again, .owed, .silent, .untouched, .unplanned, .promisePassed, .overdue,
        .inState, .atDecision, .recycleEnds, .captured, .moved, .decided:
        continue
      }
      memories[index].pending.removeAll { $0.at < cutoff }
    }
  }

  // MARK: adoption

  /// Takes over what the rules of the version before remember: a name is a rule's identity (engine letter, 23).
  mutating func adoptRules(replacing before: Version?, _ at: Instant) {
    guard let version else { return }
    for (index, rule) in (before?.rules.list ?? []).enumerated() { retired[rule.name] = memories[index] }
    memories = version.rules.list.map { rule in
      var memory = retired.removeValue(forKey: rule.name) ?? RuleMemory()
      memory.reckoned = nil
      memory.isStopped = false
      return memory
    }
    let places = Dictionary(
      version.rules.list.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var gone: [Ladder] = []
    ladders = ladders.compactMap { ladder in
      guard let index = places[ladder.rule], !version.rules.list[index].isOff else {
        gone.append(ladder)
        return nil
      }
      var ladder = ladder
      ladder.index = index
      return ladder
    }
    for ladder in gone { takeBack(ladder) }
    for place in ladders.indices { ladders[place].stands = standing(of: ladders[place]) }
    rebuildPending(from: at)
  }
}

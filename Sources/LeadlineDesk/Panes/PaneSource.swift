package import LeadlineCore
import LeadlineText

/// What every pane is made from: the pipeline at a moment, and how this person's screen words it.
package struct PaneSource: Sendable {
  package let pipeline: Pipeline
  package let version: Version?
  package let wording: Wording

  package init(_ pipeline: Pipeline, me: String) {
    self.pipeline = pipeline
    version = pipeline.version ?? pipeline.versions.first
    wording = Wording(now: pipeline.now, zone: version?.calendar.zone ?? .utc, me: me)
  }

  var now: Instant { pipeline.now }
  var zone: Zone { wording.zone }

  func world(_ lead: LeadID) -> World? { pipeline.worlds[lead] }

  func momentum(_ world: World) -> Double { version.map { world.momentum($0, at: now) } ?? 0 }

  package var tally: Tally {
    Tally(pipeline.worlds.values, now: now, zone: zone, currency: version?.settings.currency ?? "EUR")
  }
}

// MARK: words that several panes share

extension PaneSource {
  func stateName(_ world: World) -> StateName {
    switch world.stage {
    case .open(.hot): .hot
    case .open(.warm): .warm
    case .open(.recycle): .recycle
    case .closed(let closing, _):
      switch closing.ending {
      case .won: .won
      case .lost: .lost
      case .dead: .dead
      }
    }
  }

  func decisions(_ world: World) -> DecisionModel {
    var model = DecisionModel()
    model.names = version?.settings.decisions ?? []
    model.current = model.names.firstIndex(of: world.decision)
    model.isDone = world.closing?.ending == .won
    let since = zone.day(at: world.decisionSince)
    model.since = wording.fullDate(since)
    model.sinceShort = wording.date(since)
    model.text = model.current.map { "\($0 + 1)/\(model.names.count) \(world.decision)" } ?? world.decision
    return model
  }

  func value(_ world: World) -> String { world.lead.value?.short ?? "" }

  func urgency(_ action: Action) -> WhenModel.Urgency {
    if action.isOverdue(at: now) { return .overdue }
    return action.due.day <= wording.today ? .today : .later
  }

  func when(_ action: Action) -> WhenModel {
    let urgency = urgency(action)
    let day = wording.near(action.due.day)
    var clock = ""
    if case .wall(let wall) = action.due { clock = wording.clock(wall) }
    let isToday = action.due.day == wording.today
    let isFar = day == wording.date(action.due.day)
    let text = isToday ? (clock.isEmpty ? day : clock) : clock.isEmpty || isFar ? day : "\(day) \(clock)"
    return WhenModel(urgency, text, short: isToday ? text : day)
  }

  /// The card's last line.
  func cardWhen(_ world: World) -> WhenModel {
    if world.isAsleep { return WhenModel(.asleep, "to triage", short: "triage") }
    if world.state == .recycle, let until = world.until, world.next?.author.isAgreed != true {
      let tail = world.wake.map { "on \(Wording.shortWord($0))" } ?? lastParkReason(world)
      return WhenModel(.parked, wording.date(until), short: wording.date(until), tail: tail)
    }
    guard let next = world.next else { return WhenModel(.later, "", short: "") }
    var when = when(next)
    let dates = world.untouchedDates(now, zone)
    if world.state == .warm && dates > 14 {
      when.tail = "untouched \(dates)d"
    } else if case .rule(let rule) = next.author {
      when.tail = rule
    } else if next.author != .meeting, let means = next.means, means != .task {
      when.tail = means.rawValue
    }
    return when
  }

  private func lastParkReason(_ world: World) -> String {
    for event in pipeline.ledger.facts(.move, of: world.lead.id).reversed() {
      if case .move(let move) = event.fact, move.state == .recycle { return move.because }
    }
    return ""
  }

  /// Card line 4: a signal of the last week that is younger than the silence, a standing promise, the silence, the
  /// last signal.
  func sign(_ world: World) -> SignModel? {
    if world.lead.objects { return SignModel(.objection, "do not contact", short: "no contact") }
    let last = world.signals.last { $0.at <= now && $0.kind.isShown }
    let days = world.silentDays(now, zone)
    if let last, now.milliseconds - last.at.milliseconds <= 7 * Instant.day {
      let isYounger = days == nil || days == 0 || world.clocks.run.map { last.at > $0.began } == true
      if isYounger { return sign(last, world) }
    }
    if let promise = world.promise, !promise.isPassed {
      let words = "promised \(wording.near(promise.due.day))"
      return SignModel(.promise, words, short: words)
    }
    if let days, days > 0 { return SignModel(.silence, "silent \(days)d", short: "silent \(days)d") }
    return last.map { sign($0, world) }
  }

  private func sign(_ seen: Seen, _ world: World) -> SignModel {
    let count = wording.count(seen.kind, in: world)
    let tail = count > 1 ? "\(count)×" : wording.near(zone.day(at: seen.at))
    let short = Wording.shortWord(seen.kind)
    return SignModel(
      seen.confidence == .weak ? .weak : .signal, "\(Wording.words(seen.kind)) \(tail)",
      short: "\(short) \(tail)")
  }

  func text(_ action: Action) -> String {
    guard let means = action.means, means != .task, action.author != .meeting else { return action.text }
    return "\(means.rawValue): \(action.text)"
  }

  func momentumModel(_ world: World, terms: Bool = false) -> MomentumModel {
    var model = MomentumModel()
    model.percent = Int(momentum(world).rounded())
    model.weeks = weeks(world)
    guard terms, let version, let state = world.state,
      let halfLife = version.calendar.meanLength(of: version.rules[state].halfLife)
    else { return model }
    model.halfLife = "\(version.rules[state].halfLife) (\(state.rawValue))"
    let before = Int(
      Momentum.of(world.signals, halfLife: halfLife, at: now.advanced(by: -7 * Instant.day)).rounded())
    let word = before < model.percent ? "rising" : before > model.percent ? "falling" : "level"
    model.trend = "\(word): \(before) a week ago"
    model.terms = Momentum.terms(world.signals, halfLife: halfLife, at: now).prefix(3).map { seen, term in
      HintModel(Wording.signed(term), "\(Wording.words(seen.kind)), \(wording.moment(seen.at))")
    }
    return model
  }

  /// Sums of weights in each of the last seven times 24 hours times seven, as levels 0...4 of the greatest.
  private func weeks(_ world: World) -> [Int] {
    var sums = [Double](repeating: 0, count: 7)
    for seen in world.signals where seen.at <= now {
      let age = (now.milliseconds - seen.at.milliseconds) / (7 * Instant.day)
      if age < 7 { sums[6 - Int(age)] += seen.weight }
    }
    let greatest = sums.max() ?? 0
    return sums.map { $0 <= 0 || greatest <= 0 ? 0 : min(4, Int(($0 / greatest * 4).rounded(.up))) }
  }
}

extension SignalKind {
  /// Whether a card may name it as the last that was heard of the buyer.
  var isShown: Bool { !isNotice || self == .away }
}

extension Wording {
  /// `+1.08`
  static func signed(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let cents = hundredths % 100
    return "\(number < 0 ? "-" : "+")\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

import LeadlineCore
import LeadlineText

/// One lead, whole.
extension PaneSource {
  /// `rows` of the timeline from `scroll` on are in view; the model says how many lie outside.
  func detail(_ world: World, scroll: Int, rows: Int) -> DetailModel {
    var model = DetailModel()
    let lead = world.lead
    model.id = lead.id.text
    model.name = lead.title
    model.company = lead.company == lead.title ? "" : lead.company
    model.state = stateName(world)
    model.since = wording.date(zone.day(at: world.stageSince))
    if world.state == .recycle, let until = world.until { model.until = wording.date(until) }
    model.value = value(world)
    model.owner = wording.person(lead.owner)
    model.role = lead.role
    model.emails = lead.emails
    model.phones = lead.phones
    model.url = lead.url
    model.via = lead.ref.isEmpty ? lead.source : lead.source.isEmpty ? lead.ref : "\(lead.source): \(lead.ref)"
    model.tags = lead.tags
    model.persons = lead.persons.map { person in
      let mail = person.email.isEmpty ? "" : " <\(person.email)>"
      return person.name + mail + (person.role.isEmpty ? "" : ", \(person.role)")
    }
    model.isObjecting = lead.objects
    if case .closed(let closing, let at) = world.stage {
      model.closed = "\(closing.ending.rawValue): \(closing.reason), \(wording.date(zone.day(at: at)))"
    }
    model.decisions = decisions(world)
    model.next = next(world)
    model.promise = world.promise.map {
      PromiseModel(date: wording.due($0.due), text: $0.text, isPassed: $0.isPassed)
    }
    fillClocks(&model, world)
    model.momentum = momentumModel(world, terms: true)
    let timeline = timeline(world)
    let top = min(max(0, scroll), max(0, timeline.count - rows))
    model.timeline = Array(timeline.dropFirst(top).prefix(rows))
    model.hiddenAbove = top
    model.hiddenBelow = max(0, timeline.count - top - model.timeline.count)
    return model
  }

  func next(_ world: World) -> NextModel? {
    guard let next = world.next else { return nil }
    return NextModel(
      when: when(next), date: wording.due(next.due), text: text(next), who: who(next), isByRule: next.author.isRule,
      because: wording.because(next, in: world) + snoozed(next, world), meaning: meaning(next, world),
      isEscalated: world.isEscalated)
  }

  /// What the rule that set an action says of the buyer, as it stood when it fired.
  func meaning(_ action: Action, _ world: World) -> String {
    guard case .firing(let key) = action.key, let firing = world.firings.last(where: { $0.key == key }) else {
      return ""
    }
    return pipeline.versions.last { $0.from == firing.version }?.rules.rule(named: key.rule)?.means ?? ""
  }

  /// `, snoozed 2×`: once is nothing to speak of.
  private func snoozed(_ action: Action, _ world: World) -> String {
    let times = pipeline.ledger.facts(of: world.lead.id).count {
      if case .snooze(action.key, _, _, _, _) = $0.fact { true } else { false }
    }
    return times > 1 ? ", snoozed \(times)×" : ""
  }

  private func who(_ action: Action) -> String {
    switch action.author {
    case .person(let name): wording.person(name)
    case .meeting: "me"
    case .rule, .state: ""
    }
  }

  private func fillClocks(_ model: inout DetailModel, _ world: World) {
    let clocks = world.clocks
    if let days = world.silentDays(now, zone), let run = clocks.run {
      model.silent = ClockModel(
        "\(days)d", because: "since \(stamp(run.began))\(lastTouchWords(world))",
        isOver: window(world).map { $0 < now } ?? false)
    } else {
      model.silent = ClockModel(because: silentHeld(world))
    }
    let dates = world.untouchedDates(now, zone)
    model.untouched = ClockModel(
      "\(dates)d", because: world.lastTouch.map { touchWords($0, world) } ?? untouchedSince(world),
      isOver: world.state == .warm && dates > 14)
    if let owed = clocks.owed {
      model.owed = ClockModel(
        age(owed.since), because: "their message of \(stamp(owed.since)) waits for us", isOver: true)
    } else {
      model.owed = ClockModel(because: "no message of theirs waits")
    }
    if let unplanned = clocks.unplanned {
      model.unplanned = ClockModel(age(unplanned), because: "nothing agreed since \(stamp(unplanned))", isOver: true)
    } else {
      model.unplanned = ClockModel(because: world.isOpen ? planWords(world) : "closed")
    }
  }

  private func age(_ since: Instant) -> String {
    let days = zone.wholeDays(from: since, to: now)
    if days > 0 { return "\(days)d" }
    let minutes = max(0, now.milliseconds - since.milliseconds) / Instant.minute
    return minutes >= 60 ? "\(minutes / 60)h" : "\(minutes)m"
  }

  private func stamp(_ at: Instant) -> String { wording.stamp(at) }

  private func lastTouchWords(_ world: World) -> String {
    world.lastTouch.map { ", \($0.channel.rawValue) \($0.outcome.rawValue)" } ?? ""
  }

  private func touchWords(_ touch: Touched, _ world: World) -> String {
    let isStart = world.clocks.run?.began == touch.at
    return isStart
      ? "our last touch is the same \(touch.channel.rawValue)" : "\(touch.channel.rawValue), \(stamp(touch.at))"
  }

  private func silentHeld(_ world: World) -> String {
    if let promise = world.promise, !promise.isPassed {
      return "their promise stands: \(wording.fullDate(promise.due.day))"
    }
    if world.clocks.owed != nil { return "they wrote last" }
    return world.lastTouch == nil ? "we have not been in touch yet" : "they answered last"
  }

  private func untouchedSince(_ world: World) -> String {
    if let contacted = world.contacted { return "last contact \(wording.date(contacted)), imported" }
    return "captured \(stamp(world.captured)), no touch yet"
  }

  private func planWords(_ world: World) -> String {
    let hasPromise = world.promise.map { !$0.isPassed } == true
    if world.isAgreed { return hasPromise ? "next and promise stand" : "an agreed next stands" }
    return hasPromise ? "their promise stands" : "parked with a date"
  }
}

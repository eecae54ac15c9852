import LeadlineCore
import LeadlineText

extension PaneSource {
  func silence(_ lists: Lists, top: Int, rows: Int, cursor: LeadID?) -> SilenceModel {
    var model = SilenceModel()
    let tally = lists.tally
    model.warmUntouched = tally.warmUntouched
    model.withoutNext = tally.withoutNext
    model.escalated = tally.escalated
    model.late = tally.late
    model.newUntouched = tally.newUntouched
    model.beyond = lists.beyond
    fillNames(&model, lists)
    let part = ListPart(lists.silence, top: top, rows: rows)
    model.sections = part.sections.map { section in
      SectionModel(
        section.kind, count: section.count, rows: section.leads.compactMap { silenceRow($0, isCursor: $0 == cursor) })
    }
    model.hiddenAbove = part.above
    model.hiddenBelow = part.below
    if part.total == 0 {
      model.empty =
        lists.isFiltered
        ? "Nobody that the filter shows is silent." : "Nobody is silent: every touch of ours was answered."
    }
    if let cursor, let world = world(cursor) { model.window = windowWords(world) }
    return model
  }

  /// The first names behind each number, so that it can be acted on where it stands.
  private func fillNames(_ model: inout SilenceModel, _ lists: Lists) {
    let worlds = pipeline.worlds.values
    func names(_ holds: (World) -> Bool) -> String {
      let found = worlds.filter(holds).map(\.lead.title).sorted()
      return found.prefix(3).joined(separator: ", ") + (found.count > 3 ? " …" : "")
    }
    if model.warmUntouched > 0 {
      model.warmUntouchedNames = names { $0.state == .warm && $0.untouchedDates(now, zone) > 14 }
    }
    if model.withoutNext > 0 { model.withoutNextNames = names { $0.isOpen && !$0.isPlanned(at: now) } }
    if model.escalated > 0 { model.escalatedNames = names { $0.isOpen && $0.isEscalated } }
    if model.late > 0 { model.lateNames = names { $0.wasCapturedLate } }
  }

  private func silenceRow(_ lead: LeadID, isCursor: Bool) -> SilenceRowModel? {
    guard let world = world(lead), let days = world.silentDays(now, zone) else { return nil }
    let dates = world.untouchedDates(now, zone)
    let isParked = world.state == .recycle && world.next?.author.isAgreed != true
    let next = world.next
    return SilenceRowModel(
      name: world.lead.title, state: stateName(world), silent: "\(days)d", after: after(world), untouched: "\(dates)d",
      isUntouchedTooLong: world.state == .warm && dates > 14, decision: decisions(world),
      momentum: momentumModel(world),
      when: isParked ? cardWhen(world) : next.map { when($0) } ?? WhenModel(.later, "", short: ""),
      next: isParked ? "parked until \(world.until.map { wording.date($0) } ?? "")" : next?.text ?? "",
      who: initialsOrMe(world.lead.owner), isMine: world.lead.owner == wording.me,
      isByRule: next?.author.isRule ?? false, isCursor: isCursor)
  }

  /// What the silence followed: our touch, or the park that came after it.
  func after(_ world: World) -> String {
    guard let run = world.clocks.run else { return "" }
    if let touch = world.lastTouch, touch.at >= run.began {
      return "\(touch.channel.rawValue) \(touch.outcome.rawValue) \(wording.date(zone.day(at: touch.at)))"
    }
    let day = wording.date(zone.day(at: run.began))
    return world.state == .recycle ? "parked \(day)" : "moved to \(world.state?.rawValue ?? "") \(day)"
  }

  /// `3wd (warm-silent), passed Thu 5 Nov 09:05`
  func windowWords(_ world: World) -> String {
    guard let allowed = allowedSilence(world), let window = window(world) else { return "" }
    let wall = zone.wall(at: window)
    let verb = window < now ? "passed" : "until"
    return "\(allowed.wait) (\(allowed.name)), \(verb) \(wording.fullDate(wall.day)) \(wording.clock(wall))"
  }
}

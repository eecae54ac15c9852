import LeadlineCore
import LeadlineText

extension PaneSource {
  /// What is due, from row `top` on, `rows` of leads in all. `today`: without the days ahead, as beside the board.
  func due(_ lists: Lists, top: Int, rows: Int, cursor: LeadID?, todayOnly: Bool) -> DueModel {
    var model = DueModel()
    let tally = lists.tally
    model.due = tally.due
    model.warmUntouched = tally.warmUntouched
    model.withoutNext = tally.withoutNext
    model.late = tally.late
    model.escalated = tally.escalated
    model.newUntouched = tally.newUntouched
    model.shown = lists.isFiltered ? lists.dueToday.count : nil
    let sections = lists.due.filter { !todayOnly || $0.kind == .overdue || $0.kind == .today }
    let part = ListPart(sections, top: top, rows: rows)
    model.sections = part.sections.map { section in
      SectionModel(
        section.kind, count: section.count, rows: section.leads.compactMap { dueRow($0, isCursor: $0 == cursor) })
    }
    model.hiddenAbove = part.above
    model.hiddenBelow = part.below
    if part.total == 0 {
      // What a filter hides is due all the same.
      let what = lists.isFiltered ? "Nothing that the filter shows" : "Nothing"
      model.empty = "\(what) is due\(todayOnly ? "" : " within seven days")."
    }
    return model
  }

  private func dueRow(_ lead: LeadID, isCursor: Bool) -> DueRowModel? {
    guard let world = world(lead) else { return nil }
    guard let next = world.next else {
      return DueRowModel(
        name: world.lead.title, company: world.lead.company, state: stateName(world),
        when: WhenModel(.asleep, "triage", short: "triage"), text: "Imported: touch, plan or close it", means: "",
        because: "imported, nothing happened since", sign: sign(world), who: initialsOrMe(world.lead.owner),
        isMine: world.lead.owner == wording.me, isByRule: false, isEscalated: false, isCursor: isCursor)
    }
    return DueRowModel(
      name: world.lead.title, company: world.lead.company, state: stateName(world), when: when(next), text: next.text,
      means: next.means.map { $0 == .task || next.author == .meeting ? "" : $0.rawValue } ?? "",
      because: wording.because(next, in: world), sign: sign(world), who: initialsOrMe(world.lead.owner),
      isMine: world.lead.owner == wording.me, isByRule: next.author.isRule, isEscalated: world.isEscalated,
      isCursor: isCursor)
  }

  func initialsOrMe(_ owner: String) -> String { owner == wording.me ? "me" : wording.initials(owner) }
}

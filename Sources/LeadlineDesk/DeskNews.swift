import LeadlineCore
import LeadlineText

/// What rules did while the screen was open: the status line says it, and `w` explains it.
extension Desk {
  typealias News = (lead: LeadID, firing: Firing)

  /// What fired on a lead and is new; what an upper rule stood above says nothing.
  func newFirings(on lead: LeadID, where isNew: (Firing) -> Bool) -> [News] {
    (pipeline.worlds[lead]?.firings ?? []).filter { $0.supersededBy == nil && isNew($0) }.map { (lead, $0) }
  }

  /// The firings that are known of leads which something arrives for.
  func firings(of arrivals: [Recorded]) -> [LeadID: Set<FiringKey>] {
    var known: [LeadID: Set<FiringKey>] = [:]
    for lead in arrivals.lazy.compactMap(\.event.lead) where known[lead] == nil {
      known[lead] = Set(pipeline.worlds[lead]?.firings.lazy.map(\.key) ?? [])
    }
    return known
  }

  /// `rule meeting-missed fired for Bo Lindqvist 15:15 · w why?`: the latest, behind the words that were said of the same
  /// lead just now. What went wrong stays in view.
  mutating func tell(_ news: [News], after said: LeadID?) {
    guard status.mood != .error, let last = news.max(by: { $0.firing.at < $1.firing.at }),
      let world = pipeline.worlds[last.lead]
    else { return }
    let isSaid = last.lead == said && !status.text.isEmpty
    let more = news.count > 1 ? " and \(news.count - 1) more" : ""
    let words = self.words(last.firing, isSaid ? nil : world.lead.title) + more
    let why = CommandTable.row(.why).map { " · \($0.spelled.first ?? "") \($0.word)?" } ?? ""
    say((isSaid ? status.text + " · " : "") + words + why, .done)
    newsLead = last.lead
  }

  /// A narrow screen has no room for every word.
  private func words(_ firing: Firing, _ title: String?) -> String {
    if Wording.lateState(firing) != nil { return (title.map { "\($0) is " } ?? "") + "escalated: late" }
    let rule = Wording.rung(firing.key)
    guard let title else { return "rule \(rule) fired" }
    if layout.shape != .wide { return "\(rule) fired: \(title)" }
    let isToday = source.zone.day(at: firing.at) == source.wording.today
    return
      "rule \(rule) fired for \(title) \(isToday ? source.wording.clock(firing.at) : source.wording.moment(firing.at))"
  }
}

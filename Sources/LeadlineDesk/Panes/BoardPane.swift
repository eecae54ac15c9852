import LeadlineCore
import LeadlineText

extension PaneSource {
  func card(_ lead: LeadID, isCursor: Bool, isMatch: Bool = false) -> CardModel? {
    guard let world = world(lead) else { return nil }
    return CardModel(
      name: world.lead.title, company: world.lead.company, value: value(world), state: stateName(world),
      owner: wording.initials(world.lead.owner), isByRule: world.next?.author.isRule ?? false,
      decision: decisions(world).text, sign: sign(world), when: cardWhen(world), isCursor: isCursor)
  }

  /// One column: the cards from `top` on that fit into `rows`.
  func column(_ index: Int, _ lists: Lists, top: Int, rows: Int, cursor: LeadID?, isFocused: Bool) -> ColumnModel {
    let state = Lists.states[index]
    let leads = lists.columns[index]
    let top = min(max(0, top), max(0, leads.count - rows))
    let cards = leads.dropFirst(top).prefix(rows).compactMap { card($0, isCursor: isFocused && $0 == cursor) }
    let all = lists.tally.columns[state] ?? Tally.Column()
    return ColumnModel(
      state: name(of: state), count: lists.isFiltered ? "\(leads.count)/\(all.count)" : String(all.count),
      value: lists.isFiltered ? filteredSum(leads) : sum(all), cards: cards, hiddenAbove: top,
      hiddenBelow: max(0, leads.count - top - cards.count), isFocused: isFocused)
  }

  func name(of state: State) -> StateName {
    switch state {
    case .hot: .hot
    case .warm: .warm
    case .recycle: .recycle
    }
  }

  /// The sum in the book's currency; values in others are counted beside it, never added.
  private func sum(_ column: Tally.Column) -> String {
    let sum = column.sum(in: version?.settings.currency ?? "EUR")
    let others = column.others > 0 ? " (+\(column.others) other)" : ""
    return (sum.minor == 0 ? "" : sum.short) + others
  }

  private func filteredSum(_ leads: [LeadID]) -> String {
    var column = Tally.Column()
    let currency = version?.settings.currency ?? "EUR"
    for lead in leads {
      guard let value = world(lead)?.lead.value else { continue }
      let (sum, overflow) = (column.values[value.currency] ?? 0).addingReportingOverflow(value.minor)
      column.values[value.currency] = overflow ? .max : sum
      if value.currency != currency { column.others += 1 }
    }
    return self.sum(column)
  }
}

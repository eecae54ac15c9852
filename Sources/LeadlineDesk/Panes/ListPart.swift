import LeadlineCore

/// The part of a list with sections that its pane has room for. A section that is out of view keeps its count.
struct ListPart<Kind> {
  let sections: [(kind: Kind, count: Int, leads: ArraySlice<LeadID>)]
  /// Leads of all sections, in view or not.
  let total: Int
  /// Leads before the first in view, and behind the last.
  let above: Int
  let below: Int

  /// `rows` leads from `top` on; a list that ends sooner begins sooner.
  init(_ list: [(kind: Kind, leads: [LeadID])], top: Int, rows: Int) {
    total = list.reduce(0) { $0 + $1.leads.count }
    above = min(max(0, top), max(0, total - rows))
    var skip = above
    var left = rows
    sections = list.map { section in
      let leads = section.leads.dropFirst(skip).prefix(max(0, left))
      skip = max(0, skip - section.leads.count)
      left -= leads.count
      return (section.kind, section.leads.count, leads)
    }
    below = max(0, total - above - (rows - left))
  }
}

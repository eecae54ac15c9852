import LeadlineCore
import LeadlineText

/// Moving through lists. No motion ever changes data, and the cursor is a lead, not a row.
extension Desk {
  /// The list that the cursor moves in.
  var list: [LeadID] {
    switch listName {
    case "due": lists.dueLeads
    case "strip": lists.dueToday
    case "silence": lists.silentLeads
    default: lists.columns[column]
    }
  }

  var listName: String {
    switch place {
    case .board: boardFocus == .due ? "strip" : "column \(column)"
    case .due: "due"
    case .silence: "silence"
    case .detail: placeBefore == .due ? "due" : placeBefore == .silence ? "silence" : "column \(column)"
    }
  }

  /// How many leads of the current list are in view at once.
  var rowsInView: Int {
    switch place {
    case .board: boardFocus == .due ? layout.boardDueRowsInView : layout.cardsInView
    case .due: layout.dueRowsInView(sections: lists.due.count)
    case .silence: layout.silenceRowsInView(sections: lists.silence.count)
    case .detail: layout.cardsInView
    }
  }

  mutating func move(_ command: Command, _ times: Int, _ number: Int?) {
    if place == .detail || boardFocus == .detail, scrolls(command, times) { return }
    switch command {
    case .down: step(times)
    case .up: step(-times)
    case .halfDown: step(max(1, rowsInView / 2) * times)
    case .halfUp: step(-max(1, rowsInView / 2) * times)
    case .pageDown: step(max(1, rowsInView) * times)
    case .pageUp: step(-max(1, rowsInView) * times)
    case .first: go(to: (number ?? 1) - 1)
    case .last: go(to: number.map { $0 - 1 } ?? list.count - 1)
    case .left, .right: moveColumn(command == .left ? -times : times)
    case .sectionPrevious: moveSection(-times)
    case .sectionNext: moveSection(times)
    case .scrollDown: detailScroll += times
    case .scrollUp: detailScroll = max(0, detailScroll - times)
    case .paneNext: movePane(1)
    case .panePrevious: movePane(-1)
    case .leadNext: step(times)
    case .leadPrevious: step(-times)
    default: break
    }
  }

  /// In the detail, vertical keys scroll it.
  private mutating func scrolls(_ command: Command, _ times: Int) -> Bool {
    let page = max(1, timelineRows - 1)
    switch command {
    case .down: detailScroll += times
    case .up: detailScroll -= times
    case .halfDown: detailScroll += max(1, page / 2)
    case .halfUp: detailScroll -= max(1, page / 2)
    case .pageDown: detailScroll += page
    case .pageUp: detailScroll -= page
    case .first: detailScroll = 0
    case .last: detailScroll = historyCount
    default: return false
    }
    detailScroll = min(max(0, detailScroll), max(0, historyCount - timelineRows))
    return true
  }

  private var timelineRows: Int {
    cursorWorld.map { timelineRows(place == .detail ? .view : .board, $0) } ?? 0
  }

  /// Rows that a lead's timeline has where its detail stands.
  func timelineRows(_ place: Layout.DetailPlace, _ world: World) -> Int {
    let hasMeaning = world.next.map { !source.meaning($0, world).isEmpty } ?? false
    return layout.timelineRowsInView(place, hasPromise: world.promise != nil, hasMeaning: hasMeaning)
  }

  private var historyCount: Int {
    cursorWorld.map { pipeline.ledger.historyCount(of: $0.lead.id) + $0.firings.count } ?? 0
  }

  private mutating func step(_ by: Int) {
    let list = list
    guard !list.isEmpty else { return }
    let from = cursor.flatMap { list.firstIndex(of: $0) } ?? rows[listName] ?? 0
    go(to: min(max(0, from + by), list.count - 1))
  }

  private mutating func go(to index: Int) {
    let list = list
    guard !list.isEmpty else { return }
    let index = min(max(0, index), list.count - 1)
    if cursor != list[index] { detailScroll = 0 }
    cursor = list[index]
    rows[listName] = index
  }

  private mutating func moveColumn(_ by: Int) {
    guard place == .board else { return }
    boardFocus = .columns
    column = min(max(0, column + by), lists.columns.count - 1)
    enterColumn()
  }

  /// Puts the cursor where it last stood in the column.
  mutating func enterColumn() {
    let list = list
    guard !list.isEmpty else {
      cursor = nil
      return
    }
    go(to: rows[listName] ?? 0)
  }

  private mutating func moveSection(_ by: Int) {
    switch place {
    case .board, .detail: moveColumn(by)
    case .due: go(toSection: by, lists.due.map(\.leads))
    case .silence: go(toSection: by, lists.silence.map(\.leads))
    }
  }

  private mutating func go(toSection by: Int, _ sections: [[LeadID]]) {
    guard !sections.isEmpty else { return }
    let current = cursor.flatMap { lead in sections.firstIndex { $0.contains(lead) } } ?? 0
    let target = min(max(0, current + by), sections.count - 1)
    go(to: sections.prefix(target).reduce(0) { $0 + $1.count })
  }

  private mutating func movePane(_ by: Int) {
    guard place == .board, layout.shape != .phone else {
      let places: [Place] = [.board, .due, .silence]
      let index = places.firstIndex(of: place) ?? 0
      show(places[(index + by + places.count) % places.count])
      return
    }
    let panes: [BoardModel.Focus] = [.columns, .detail, .due]
    let index = panes.firstIndex(of: boardFocus) ?? 0
    boardFocus = panes[(index + by + panes.count) % panes.count]
    if boardFocus != .detail { followCursor() }
  }

  /// After lists changed: the cursor stays on its lead; where that is gone, on the row where it stood.
  mutating func followCursor() {
    if place == .board, boardFocus == .columns, let cursor,
      let home = lists.columns.firstIndex(where: { $0.contains(cursor) })
    {
      column = home
    }
    let list = list
    if let cursor, let index = list.firstIndex(of: cursor) {
      rows[listName] = index
      return
    }
    if place == .detail { return }
    guard !list.isEmpty else {
      cursor = nil
      if place == .board, boardFocus == .columns, let full = lists.columns.firstIndex(where: { !$0.isEmpty }) {
        column = full
        enterColumn()
      }
      return
    }
    go(to: rows[listName] ?? 0)
  }

  /// Keeps the cursor in view with as little movement as can be.
  mutating func scrollToCursor() {
    let list = list
    let visible = max(1, rowsInView)
    let index = cursor.flatMap { list.firstIndex(of: $0) } ?? 0
    var top = min(tops[listName] ?? 0, max(0, list.count - visible))
    if index < top { top = index }
    if index >= top + visible { top = index - visible + 1 }
    tops[listName] = top
  }

  // MARK: search

  mutating func searchOn(_ direction: Int) {
    guard !search.isEmpty else {
      refuse("nothing to search for · / begins a search")
      return
    }
    let list = searchList
    guard !list.isEmpty else { return }
    let from = cursor.flatMap { list.firstIndex(of: $0) } ?? 0
    for distance in 1...list.count {
      let index = ((from + direction * distance) % list.count + list.count) % list.count
      guard matches(list[index], search) else { continue }
      let hasWrapped = direction > 0 ? index <= from : index >= from
      select(list[index])
      say("/\(search)" + (hasWrapped ? " · went round the end" : ""), .plain)
      return
    }
    refuse("/\(search): no lead matches")
  }

  /// Whether the lead, or a note on it, holds the text.
  func matches(_ lead: LeadID, _ text: String) -> Bool {
    guard let world = pipeline.worlds[lead] else { return false }
    if world.lead.matches(text) { return true }
    let isExact = text != text.lowercased()
    return pipeline.ledger.history(of: lead).contains { event in
      guard let words = event.fact.said else { return false }
      return isExact ? words.contains(text) : words.lowercased().contains(text)
    }
  }

  /// On the board a search goes through all columns.
  var searchList: [LeadID] { place == .board && boardFocus == .columns ? lists.columns.flatMap { $0 } : list }

  mutating func select(_ lead: LeadID) {
    if cursor != lead { detailScroll = 0 }
    cursor = lead
    followCursor()
  }

  mutating func setFilter(_ text: String) {
    guard let version = source.version else { return }
    let reading = FilterReader(now: now, version: version).read(text)
    if let finding = reading.findings.first {
      refuse("\(finding.what); \(finding.instead)")
      return
    }
    filter = reading.filter
    relist()
    let shown = lists.columns.reduce(0) { $0 + $1.count }
    let all = lists.tally.columns.values.reduce(0) { $0 + $1.count }
    if filter.isEmpty {
      say("all \(all) leads", .plain)
    } else {
      say("\(text): \(shown) of \(all) leads · Esc shows all", .plain)
    }
  }
}

/// What a cell means. Cells have roles, themes have colours (themes/README.md).
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  case text, textDim, textStrong
  case paneBorder, paneBorderFocus, paneTitle, paneTitleFocus
  case tab, tabActive, tabBadge
  case cursor, cursorUnfocused
  case mark
  case stateHot, stateWarm, stateRecycle, stateWon, stateLost
  case dueOverdue, dueToday, dueLater
  case signalStrong, signalWeak
  case silenceFresh, silenceAging, silenceOver
  case decisionDone, decisionNow, decisionTodo
  case actionAdvance, actionClarify, actionClose
  case journalMe, journalThem, journalSystem
  case lintFiller
  case prompt, promptGhost, promptError
  case searchMatch, searchCurrent
  case popup, popupBorder
  case key, keyDesc
  case status, statusOk, statusWarn, statusError
  case plotBar, plotBarOther, plotMark, plotAxis

  /// The scope's name in a theme file: `due.overdue`.
  package var scope: String {
    switch self {
    case .text: "text"
    case .textDim: "text.dim"
    case .textStrong: "text.strong"
    case .paneBorder: "pane.border"
    case .paneBorderFocus: "pane.border.focus"
    case .paneTitle: "pane.title"
    case .paneTitleFocus: "pane.title.focus"
    case .tab: "tab"
    case .tabActive: "tab.active"
    case .tabBadge: "tab.badge"
    case .cursor: "cursor"
    case .cursorUnfocused: "cursor.unfocused"
    case .mark: "mark"
    case .stateHot: "state.hot"
    case .stateWarm: "state.warm"
    case .stateRecycle: "state.recycle"
    case .stateWon: "state.won"
    case .stateLost: "state.lost"
    case .dueOverdue: "due.overdue"
    case .dueToday: "due.today"
    case .dueLater: "due.later"
    case .signalStrong: "signal.strong"
    case .signalWeak: "signal.weak"
    case .silenceFresh: "silence.fresh"
    case .silenceAging: "silence.aging"
    case .silenceOver: "silence.over"
    case .decisionDone: "decision.done"
    case .decisionNow: "decision.now"
    case .decisionTodo: "decision.todo"
    case .actionAdvance: "action.advance"
    case .actionClarify: "action.clarify"
    case .actionClose: "action.close"
    case .journalMe: "journal.me"
    case .journalThem: "journal.them"
    case .journalSystem: "journal.system"
    case .lintFiller: "lint.filler"
    case .prompt: "prompt"
    case .promptGhost: "prompt.ghost"
    case .promptError: "prompt.error"
    case .searchMatch: "search.match"
    case .searchCurrent: "search.current"
    case .popup: "popup"
    case .popupBorder: "popup.border"
    case .key: "key"
    case .keyDesc: "key.desc"
    case .status: "status"
    case .statusOk: "status.ok"
    case .statusWarn: "status.warn"
    case .statusError: "status.error"
    case .plotBar: "plot.bar"
    case .plotBarOther: "plot.bar.other"
    case .plotMark: "plot.mark"
    case .plotAxis: "plot.axis"
    }
  }

  package init?(scope: String) {
    guard let role = Role.scopes[scope] else { return nil }
    self = role
  }

  private static let scopes = Dictionary(uniqueKeysWithValues: allCases.map { ($0.scope, $0) })

  /// True for lines, dots and bars: a shape needs less contrast than a letter (WCAG 2.1, 1.4.11).
  package var isDecoration: Bool {
    switch self {
    case .paneBorder, .paneBorderFocus, .popupBorder, .decisionTodo, .plotBar, .plotBarOther, .plotMark, .plotAxis: true
    case .text, .textDim, .textStrong, .paneTitle, .paneTitleFocus, .tab, .tabActive, .tabBadge, .cursor,
      .cursorUnfocused, .mark, .stateHot, .stateWarm, .stateRecycle, .stateWon, .stateLost, .dueOverdue,
      .dueToday, .dueLater, .signalStrong, .signalWeak, .silenceFresh, .silenceAging, .silenceOver,
      .decisionDone, .decisionNow, .actionAdvance, .actionClarify, .actionClose, .journalMe, .journalThem,
      .journalSystem, .lintFiller, .prompt, .promptGhost, .promptError, .searchMatch, .searchCurrent, .popup,
      .key, .keyDesc, .status, .statusOk, .statusWarn, .statusError:
      false
    }
  }
}

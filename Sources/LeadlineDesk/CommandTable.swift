/// One row for each command: its keys, where it holds, and how help calls it. Keys, help, popups, footer, `leadline
/// keys`, the README and the tests read this table; no key is spelled elsewhere.
package struct CommandRow: Hashable, Sendable {
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case move = "MOVE"
    case find = "FIND"
    case lead = "LEAD"
    case go = "GO"
    case `do` = "DO"
  }

  /// What must be there for the command to mean something.
  package enum Needs: Hashable, Sendable { case nothing, lead, openLead, closedLead, action, writing }

  package let command: Command
  package let keys: [[Key]]
  package let spelled: [String]
  package let group: Group
  package let needs: Needs
  /// `next action and date`
  package let means: String
  /// The word behind a prefix or in the footer: `next`.
  package let word: String

  init(
    _ command: Command, _ keys: String, _ group: Group, _ means: String, word: String? = nil, needs: Needs = .nothing
  ) {
    self.command = command
    spelled = keys.split(separator: "  ").map(String.init)
    self.keys = spelled.map { Key.sequence($0) }
    self.group = group
    self.means = means
    self.word = word ?? means
    self.needs = needs
  }
}

package enum CommandTable {
  package static let rows: [CommandRow] = motion + find + go + lead + changes + program

  private static let motion: [CommandRow] = [
    CommandRow(.down, "j  ↓  C-n", .move, "down (5j counts)"),
    CommandRow(.up, "k  ↑  C-p", .move, "up"),
    CommandRow(.left, "h  ←", .move, "column left"),
    CommandRow(.right, "l  →", .move, "column right"),
    CommandRow(.first, "g g  Home", .move, "first", word: "first"),
    CommandRow(.last, "G  End", .move, "last (5G is the fifth)"),
    CommandRow(.halfDown, "C-d", .move, "half a page down"),
    CommandRow(.halfUp, "C-u", .move, "half a page up"),
    CommandRow(.pageDown, "C-f  PgDn", .move, "a page down"),
    CommandRow(.pageUp, "C-b  PgUp", .move, "a page up"),
    CommandRow(.sectionPrevious, "{", .move, "section before"),
    CommandRow(.sectionNext, "}", .move, "section after"),
    CommandRow(.scrollDown, "J", .move, "scroll detail down"),
    CommandRow(.scrollUp, "K", .move, "scroll detail up"),
    CommandRow(.paneNext, "Tab", .move, "next pane"),
    CommandRow(.panePrevious, "S-Tab", .move, "previous pane"),
    CommandRow(.leadPrevious, "[  (", .move, "previous lead"),
    CommandRow(.leadNext, "]  )", .move, "next lead"),
    CommandRow(.back, "-  Backspace", .move, "last view"),
  ]

  private static let find: [CommandRow] = [
    CommandRow(.search, "/", .find, "search"),
    CommandRow(.searchNext, "n", .find, "next match"),
    CommandRow(.searchPrevious, "N", .find, "previous match"),
    CommandRow(.filter, "\\  F /", .find, "filter line", word: "line…"),
    CommandRow(.filterMine, "F m", .find, "only mine", word: "mine"),
    CommandRow(.filterOverdue, "F o", .find, "only overdue", word: "overdue"),
    CommandRow(.filterSilent, "F s", .find, "only silent", word: "silent"),
    CommandRow(.filterUnplanned, "F n", .find, "only without an agreed next", word: "no agreed next"),
    CommandRow(.filterHot, "F h", .find, "only hot", word: "hot"),
    CommandRow(.filterWarm, "F w", .find, "only warm", word: "warm"),
    CommandRow(.filterRecycle, "F r", .find, "only recycle", word: "recycle"),
    CommandRow(.filterTag, "F t", .find, "by tag", word: "tag…"),
  ]

  private static let go: [CommandRow] = [
    CommandRow(.viewBoard, "g b  F2", .go, "board", word: "board"),
    CommandRow(.viewDue, "g d  F3", .go, "due", word: "due"),
    CommandRow(.viewSilence, "g s  F4", .go, "silence", word: "silence"),
  ]

  private static let lead: [CommandRow] = [
    CommandRow(.enter, "Enter", .lead, "open", needs: .lead),
    CommandRow(.why, "w", .lead, "why is this due?", word: "why", needs: .lead),
    CommandRow(.add, "a", .lead, "add (capture line)", word: "add", needs: .writing),
    CommandRow(.call, "c", .lead, "call", needs: .openLead),
    CommandRow(.note, "i", .lead, "note", needs: .lead),
    CommandRow(.next, "t", .lead, "next action and date", word: "next", needs: .openLead),
    CommandRow(.promise, "r", .lead, "their promise", word: "promise", needs: .openLead),
    CommandRow(.signalReplied, "s r", .lead, "replied", needs: .lead),
    CommandRow(.signalViewed, "s v", .lead, "proposal viewed", needs: .lead),
    CommandRow(.signalPricing, "s p", .lead, "pricing viewed", needs: .lead),
    CommandRow(.signalOpened, "s o", .lead, "opened (weak)", needs: .lead),
    CommandRow(.signalBooked, "s b", .lead, "meeting booked", needs: .lead),
    CommandRow(.signalMissed, "s n", .lead, "no-show", needs: .lead),
    CommandRow(.signalCancelled, "s x", .lead, "cancelled", needs: .lead),
    CommandRow(.signalAnswered, "s c", .lead, "call answered", needs: .lead),
    CommandRow(.signalCallMissed, "s m", .lead, "missed call", needs: .lead),
    CommandRow(.signalCommit, "s k", .lead, "commit said", needs: .lead),
    CommandRow(.signalObjection, "s j", .lead, "objection", needs: .lead),
    CommandRow(.signalPrice, "s $", .lead, "price discussed", needs: .lead),
    CommandRow(.signalLink, "s l", .lead, "link clicked", needs: .lead),
    CommandRow(.signalSigned, "s d", .lead, "document signed", needs: .lead),
    CommandRow(.signalAway, "s h", .lead, "away", needs: .lead),
  ]

  private static let changes: [CommandRow] = [
    CommandRow(.done, "d d", .lead, "done: reached", needs: .action),
    CommandRow(.doneReplied, "d r", .lead, "they replied", needs: .openLead),
    CommandRow(.doneNone, "d n", .lead, "no answer", needs: .action),
    CommandRow(.doneVoicemail, "d v", .lead, "voicemail", needs: .action),
    CommandRow(.doneMoved, "d m", .lead, "moved (snooze)", needs: .action),
    CommandRow(.dismiss, "d x", .lead, "dismiss", needs: .action),
    CommandRow(.snoozeTomorrow, "z t", .lead, "tomorrow", needs: .action),
    CommandRow(.snoozeWeek, "z w", .lead, "next week", needs: .action),
    CommandRow(.snoozeDate, "z d", .lead, "date…", needs: .action),
    CommandRow(.snoozeUntil, "z u", .lead, "until a signal…", needs: .action),
    CommandRow(.moveLeft, "H  <  S-←", .lead, "towards hot", needs: .openLead),
    CommandRow(.moveRight, "L  >  S-→", .lead, "towards recycle", needs: .openLead),
    CommandRow(.moveHot, "m h", .lead, "hot", needs: .openLead),
    CommandRow(.moveWarm, "m w", .lead, "warm", needs: .openLead),
    CommandRow(.moveRecycle, "m r", .lead, "recycle…", needs: .openLead),
    CommandRow(.stepBack, "m b", .lead, "step back", needs: .openLead),
    CommandRow(.stepForward, "m f", .lead, "step forward", needs: .openLead),
    CommandRow(.step1, "m 1", .lead, "first decision", needs: .openLead),
    CommandRow(.step2, "m 2", .lead, "second", needs: .openLead),
    CommandRow(.step3, "m 3", .lead, "third", needs: .openLead),
    CommandRow(.step4, "m 4", .lead, "fourth", needs: .openLead),
    CommandRow(.step5, "m 5", .lead, "fifth", needs: .openLead),
    CommandRow(.park, "p", .lead, "park with a date", word: "park", needs: .openLead),
    CommandRow(.closeWon, "X w", .lead, "won", needs: .openLead),
    CommandRow(.closePrice, "X p", .lead, "lost, price", needs: .openLead),
    CommandRow(.closeCompetitor, "X c", .lead, "lost, competitor", needs: .openLead),
    CommandRow(.closeFit, "X f", .lead, "lost, not a fit", needs: .openLead),
    CommandRow(.closeDead, "X d", .lead, "dead, no decision", needs: .openLead),
    CommandRow(.closeOther, "X o", .lead, "other reason…", needs: .openLead),
    CommandRow(.closeNever, "X n", .lead, "never contact again", needs: .lead),
    CommandRow(.reopen, "X r", .lead, "reopen", needs: .closedLead),
  ]

  private static let program: [CommandRow] = [
    CommandRow(.undo, "u", .do, "undo", needs: .writing),
    CommandRow(.redo, "C-r", .do, "redo", needs: .writing),
    CommandRow(.reload, "R", .do, "reload"),
    CommandRow(.redraw, "C-l", .do, "redraw"),
    CommandRow(.suspend, "C-z", .do, "suspend"),
    CommandRow(.cancel, "Esc  C-g", .do, "back out"),
    CommandRow(.interrupt, "C-c", .do, "interrupt; twice quits"),
    CommandRow(.leave, "q", .do, "leave"),
    CommandRow(.quit, "Q", .do, "quit", needs: .nothing),
    CommandRow(.help, "?  F1", .do, "this help", word: "help"),
  ]

  package static func row(_ command: Command) -> CommandRow? { rows.first { $0.command == command } }

  /// What begins with a prefix key: its title in the popup, and a note below.
  package static let prefixes: [(key: Key, title: String, notes: [String])] = [
    (.character("g"), "go…", []), (.character("F"), "filter…", ["the filter line takes the words of leadline list"]),
    (.character("d"), "done…", ["d n v write the touch; without an agreed next the t line opens."]),
    (.character("z"), "snooze…", ["then it asks for the cause; Enter alone gives none"]),
    (.character("s"), "signal…", []), (.character("m"), "move…", []),
    (.character("X"), "close…", ["\"Not now\" is a park (p), not a close. Date is today; u takes it back."]),
  ]

  /// What a run of keys means: a command, the beginning of one, or nothing.
  package enum Match: Hashable, Sendable { case command(Command), prefix, none }

  package static func match(_ keys: [Key]) -> Match {
    var isPrefix = false
    for row in rows {
      for sequence in row.keys {
        if sequence == keys { return .command(row.command) }
        if sequence.starts(with: keys) { isPrefix = true }
      }
    }
    return isPrefix ? .prefix : .none
  }

  /// The rows behind a prefix, with the key that follows it.
  package static func rows(behind prefix: [Key]) -> [(key: Key, row: CommandRow)] {
    rows.flatMap { row in
      row.keys.compactMap { keys in
        keys.count == prefix.count + 1 && keys.starts(with: prefix) ? keys.last.map { ($0, row) } : nil
      }
    }
  }
}

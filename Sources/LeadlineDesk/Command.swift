/// What a person can ask for, by its one name: in the key table, in help, in the shell.
package enum Command: String, Hashable, Sendable, CaseIterable {
  // Motion
  case down, up, left, right, first, last
  case halfDown = "half-down"
  case halfUp = "half-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case sectionPrevious = "section-prev"
  case sectionNext = "section-next"
  case scrollDown = "scroll down"
  case scrollUp = "scroll up"
  case paneNext = "pane next"
  case panePrevious = "pane prev"
  case leadPrevious = "lead prev"
  case leadNext = "lead next"
  case back, enter
  // The program
  case help, leave, quit, cancel, interrupt, suspend, redraw, reload
  // Find
  case search
  case searchNext = "search next"
  case searchPrevious = "search prev"
  case filter
  case filterMine = "filter mine"
  case filterOverdue = "filter overdue"
  case filterSilent = "filter silent"
  case filterUnplanned = "filter no-next"
  case filterHot = "filter hot"
  case filterWarm = "filter warm"
  case filterRecycle = "filter recycle"
  case filterTag = "filter tag"
  // Go
  case viewBoard = "view board"
  case viewDue = "view due"
  case viewSilence = "view silence"
  // On a lead
  case why, add, call, note, next, promise
  case done
  case doneReplied = "done replied"
  case doneNone = "done none"
  case doneVoicemail = "done voicemail"
  case doneMoved = "done moved"
  case dismiss
  case snoozeTomorrow = "snooze tomorrow"
  case snoozeWeek = "snooze week"
  case snoozeDate = "snooze date"
  case snoozeUntil = "snooze until"
  case signalReplied = "signal replied"
  case signalViewed = "signal proposal.viewed"
  case signalPricing = "signal pricing.viewed"
  case signalOpened = "signal email.opened"
  case signalBooked = "signal meeting.booked"
  case signalMissed = "signal meeting.missed"
  case signalCancelled = "signal meeting.cancelled"
  case signalAnswered = "signal call.answered"
  case signalCallMissed = "signal call.missed"
  case signalCommit = "signal commit"
  case signalObjection = "signal objection"
  case signalPrice = "signal price.discussed"
  case signalLink = "signal link.clicked"
  case signalSigned = "signal proposal.signed"
  case signalAway = "signal away"
  case moveLeft = "move left"
  case moveRight = "move right"
  case moveHot = "move hot"
  case moveWarm = "move warm"
  case moveRecycle = "move recycle"
  case stepBack = "decide back"
  case stepForward = "decide forward"
  case step1 = "decide 1"
  case step2 = "decide 2"
  case step3 = "decide 3"
  case step4 = "decide 4"
  case step5 = "decide 5"
  case park
  case closeWon = "close won"
  case closePrice = "close lost price"
  case closeCompetitor = "close lost competitor"
  case closeFit = "close lost fit"
  case closeDead = "close dead"
  case closeOther = "close other"
  case closeNever = "object"
  case reopen
  case undo, redo
}

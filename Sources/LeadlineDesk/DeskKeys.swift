import LeadlineCore

/// What a key does, by what the desk is doing.
extension Desk {
  mutating func press(_ key: Key) {
    if key != .control("c") { interrupted = nil }
    offered = newsLead
    newsLead = nil
    switch mode {
    case .plain: pressPlain(key)
    case .prefix(let keys, _): pressBehind(keys, key)
    case .form: pressForm(key)
    case .explain: pressExplain(key)
    case .call: pressCall(key)
    case .help: pressHelp(key)
    }
  }

  private mutating func pressPlain(_ key: Key) {
    if status.mood == .error { status = StatusModel() }
    if case .paste(let text) = key {
      // A paste never runs keys: it is something to catch.
      run(.add)
      if case .form = mode { pressForm(.paste(text)) }
      return
    }
    if case .character(let digit) = key, digit.isASCII, let value = digit.wholeNumberValue, count != nil || value > 0 {
      count = min((count ?? 0) * 10 + value, 9999)
      return
    }
    if key == .character("0") {
      column = 0
      enterColumn()
      return
    }
    follow([key])
  }

  private mutating func pressBehind(_ keys: [Key], _ key: Key) {
    mode = .plain
    if key == .escape || key == .control("g") {
      count = nil
      return
    }
    if key == .character("?") || key == .function(1) {
      openHelp(query: keys.map(\.name).joined(separator: " "))
      return
    }
    follow(keys + [key])
  }

  private mutating func follow(_ keys: [Key]) {
    switch CommandTable.match(keys) {
    case .command(let command): run(command)
    case .prefix: mode = .prefix(keys, since: now)
    case .none:
      count = nil
      let spelled = keys.map(\.name).joined(separator: " ")
      refuse(spelled.isEmpty ? "that key is not bound · ? help" : "\(spelled) is not bound · ? help")
    }
  }

  /// Runs a command, or says why not.
  package mutating func run(_ command: Command) {
    let times = count ?? 1
    let number = count
    count = nil
    if let row = CommandTable.row(command), let why = refusal(row) {
      refuse(why)
      return
    }
    switch command {
    case .down, .up, .left, .right, .first, .last, .halfDown, .halfUp, .pageDown, .pageUp, .sectionPrevious,
      .sectionNext, .scrollDown, .scrollUp, .paneNext, .panePrevious, .leadPrevious, .leadNext:
      move(command, times, number)
    case .back: show(placeBefore)
    case .enter: if place != .detail { show(.detail) }
    case .help: openHelp(query: "")
    case .why: openExplain()
    case .leave: leave()
    case .quit: quit()
    case .cancel: cancel()
    case .interrupt: interrupt()
    case .suspend: effects.append(.suspend)
    case .redraw: effects.append(.redraw)
    case .reload: effects.append(.reload)
    case .search, .filter, .filterTag, .add, .note, .next, .promise, .snoozeDate, .snoozeUntil, .park, .moveRecycle,
      .closeOther, .signalObjection, .signalAway, .signalBooked:
      openForm(command)
    case .searchNext: searchOn(1)
    case .searchPrevious: searchOn(-1)
    case .filterMine: setFilter("owner:\(me)")
    case .filterOverdue: setFilter("due:overdue")
    case .filterSilent: setFilter("silent:>0d")
    case .filterUnplanned: setFilter("next:none")
    case .filterHot: setFilter("state:hot")
    case .filterWarm: setFilter("state:warm")
    case .filterRecycle: setFilter("state:recycle")
    case .viewBoard: show(.board)
    case .viewDue: show(.due)
    case .viewSilence: show(.silence)
    case .call: openCall()
    case .undo, .redo: takeBack(command)
    case .done, .doneReplied, .doneNone, .doneVoicemail, .doneMoved, .dismiss, .snoozeTomorrow, .snoozeWeek,
      .signalReplied, .signalViewed, .signalPricing, .signalOpened, .signalMissed, .signalCancelled, .signalAnswered,
      .signalCallMissed, .signalCommit, .signalPrice, .signalLink, .signalSigned, .moveLeft, .moveRight, .moveHot,
      .moveWarm, .stepBack, .stepForward, .step1, .step2, .step3, .step4, .step5, .closeWon, .closePrice,
      .closeCompetitor, .closeFit, .closeDead, .closeNever, .reopen:
      act(command)
    }
  }

  /// Why a command means nothing here; nil where it does.
  func refusal(_ row: CommandRow) -> String? {
    let world = cursorWorld
    let name = row.means.split(separator: " (").first.map(String.init) ?? row.means
    switch row.needs {
    case .nothing: return nil
    case .writing: return readOnly
    case .lead:
      return world == nil
        ? "\(name): no lead under the cursor" : row.command == .enter || row.command == .why ? nil : readOnly
    case .openLead:
      guard let world else { return "\(name): no lead under the cursor" }
      return world.isOpen ? readOnly : "\(name): \(world.lead.title) is closed · X r reopens it"
    case .closedLead:
      guard let world else { return "\(name): no lead under the cursor" }
      return world.isOpen ? "\(name): \(world.lead.title) is open" : readOnly
    case .action:
      guard let world else { return "\(name): no lead under the cursor" }
      return world.next == nil ? "\(name): \(world.lead.title) has no next action · t sets one" : readOnly
    }
  }

  var cursorWorld: World? { cursor.flatMap { pipeline.worlds[$0] } }

  // MARK: leaving

  private mutating func leave() {
    if place == .board { quit() } else { show(place == .detail && placeBefore != .detail ? placeBefore : .board) }
  }

  private mutating func quit() {
    if let kept = unsavedForm { effects.append(.keep(kept)) }
    effects.append(.quit)
  }

  private mutating func cancel() {
    if !filter.isEmpty {
      setFilter("")
    } else if !search.isEmpty {
      search = ""
      status = StatusModel()
    } else if place == .detail {
      show(placeBefore == .detail ? .board : placeBefore)
    } else if boardFocus != homeFocus {
      boardFocus = homeFocus
      followCursor()
    } else if place != .board {
      show(.board)
    } else {
      status = StatusModel()
    }
  }

  private mutating func interrupt() {
    if let before = interrupted, now.milliseconds - before.milliseconds < 2000 {
      quit()
    } else {
      interrupted = now
      say("C-c again quits · q leaves", .plain)
    }
  }

  mutating func show(_ place: Place) {
    if place == self.place { return }
    placeBefore = self.place
    self.place = place
    detailScroll = 0
    boardFocus = homeFocus
    followCursor()
  }
}

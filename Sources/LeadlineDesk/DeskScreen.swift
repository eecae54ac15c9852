import LeadlineCore
import LeadlineText

/// What the screen shows now, whole: made anew from what the desk knows.
extension Desk {
  package var screen: ScreenModel {
    ScreenModel(
      head: head, view: view, prompt: prompt, popup: popup, explain: explain, status: statusModel, footer: footer)
  }

  private var explain: ExplainModel? {
    if case .explain(let explain) = mode { explainModel(explain) } else { nil }
  }

  private var head: HeadModel {
    var head = HeadModel()
    let tally = lists.tally
    let active = place == .detail ? placeBefore : place
    head.tabs = [
      HeadModel.Tab("Board", isActive: active == .board || active == .detail),
      HeadModel.Tab("Due", badge: tally.due, isActive: active == .due),
      HeadModel.Tab("Silence", badge: lists.beyond, isActive: active == .silence),
    ]
    head.due = tally.due
    head.warmUntouched = tally.warmUntouched
    head.withoutNext = tally.withoutNext
    head.late = tally.late
    head.unsaved = unsaved.count
    head.date = source.wording.fullDate(source.wording.today)
    head.time = source.wording.clock(now)
    return head
  }

  private var view: ViewModel {
    switch mode {
    case .help(let help): return .help(helpModel(help))
    case .call(let call): return .call(callModel(call))
    case .plain, .prefix, .form, .explain: break
    }
    switch place {
    case .board: return .board(board)
    case .due: return .due(due)
    case .silence: return .silence(silence)
    case .detail: return detail(.view).map { .detail($0) } ?? .board(board)
    }
  }

  private func detail(_ place: Layout.DetailPlace) -> DetailModel? {
    cursorWorld.map { world in
      let rows = timelineRows(place, world)
      return source.detail(world, scroll: detailScroll, rows: rows)
    }
  }

  private var board: BoardModel {
    let source = source
    let columns = lists.columns.indices.map { index in
      source.column(
        index, lists, top: tops["column \(index)"] ?? 0, rows: layout.cardsInView, cursor: cursor,
        isFocused: index == column)
    }
    let strip = source.due(
      lists, top: tops["strip"] ?? 0, rows: layout.boardDueRowsInView, cursor: boardFocus == .due ? cursor : nil,
      todayOnly: true)
    let detail = detail(.board)
    var board = BoardModel(columns: columns, detail: detail, due: strip, focus: boardFocus)
    if pipeline.worlds.isEmpty {
      board.welcome = [
        "No leads yet.", "", "a  catches the first one, in one line:",
        "   Ana Müller @Acme ana@acme.example 12k€ via:fair next:send case due:thu", "",
        "leadline import FILE.csv  brings in what you have", "leadline demo  shows a book at work (nothing is saved)",
      ]
    }
    return board
  }

  /// Rows from the list's top on that fill its lines, with the titles of the sections they stand in.
  private func fit(_ counts: [Int], top: Int, lines: Int, height: (Int) -> Int) -> Int {
    var left = lines
    var index = 0
    var shown = 0
    for count in counts {
      let hidden = max(0, min(count, top - index))
      index += hidden
      if hidden == count { continue }
      left -= 1
      for _ in hidden..<count {
        left -= height(index)
        if left < 0 { return max(1, shown) }
        index += 1
        shown += 1
      }
    }
    return max(1, shown)
  }

  private var dueRowsThatFit: Int {
    fit(lists.due.map(\.leads.count), top: tops["due"] ?? 0, lines: layout.dueLines) { _ in layout.dueRowHeight }
  }

  private var silenceRowsThatFit: Int {
    let selected = cursor.flatMap { lists.silentLeads.firstIndex(of: $0) }
    // On a phone a parked lead takes one line, the others two, the selected one three.
    let talking = lists.silence.reduce(0) { $0 + ($1.kind == .parked ? 0 : $1.leads.count) }
    return fit(lists.silence.map(\.leads.count), top: tops["silence"] ?? 0, lines: layout.silenceLines) { index in
      if layout.shape != .phone { return 1 }
      return index == selected ? 3 : index < talking ? 2 : 1
    }
  }

  private var due: DueModel {
    let source = source
    var model = source.due(
      lists, top: tops["due"] ?? 0, rows: dueRowsThatFit, cursor: cursor,
      todayOnly: false)
    model.detail = detail(.due)
    return model
  }

  private var silence: SilenceModel {
    let source = source
    var model = source.silence(
      lists, top: tops["silence"] ?? 0, rows: silenceRowsThatFit, cursor: cursor)
    model.detail = detail(.silence)
    return model
  }

  private var prompt: PromptModel? {
    guard case .form(let form) = mode else { return nil }
    if form.kind == .search || form.kind == .filter { return bar(form) }
    let reading = reading(form)
    let subject = form.kind == .add ? "capture" : form.lead.flatMap { pipeline.worlds[$0]?.lead.title } ?? ""
    let saving = form.isSaving ? [PromptModel.Line("saving…")] : []
    return PromptModel(
      key: form.key, title: form.title, subject: subject, text: form.editor.text, cursor: form.editor.cursor,
      ghost: form.ghost, preview: reading.preview + saving)
  }

  private func bar(_ form: Form) -> PromptModel {
    let text = form.editor.text
    var subject = ""
    if form.kind == .search, !text.trimmed.isEmpty {
      let found = searchList.filter { matches($0, text.trimmed) }
      let index = cursor.flatMap { found.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      subject = found.isEmpty ? "no lead matches" : "\(index) of \(found.count): \(cursorWorld?.lead.title ?? "")"
    } else if form.kind == .filter, let version = source.version {
      let reading = FilterReader(now: now, version: version).read(text)
      if let finding = reading.findings.first {
        subject = finding.what
      } else {
        let open = pipeline.worlds.values.filter(\.isOpen)
        subject = "\(open.filter { source.holds(reading.filter, $0) }.count) of \(open.count) leads"
      }
    }
    return PromptModel(
      shape: .bar, key: form.key, title: form.kind.rawValue, subject: subject, text: text, cursor: form.editor.cursor,
      ghost: form.ghost)
  }

  /// The popup of a prefix, 300 ms after it was pressed.
  private var popup: PopupModel? {
    guard case .prefix(let keys, let since) = mode, since.advanced(by: Desk.popupDelay) <= now,
      let prefix = keys.first, let entry = CommandTable.prefixes.first(where: { $0.key == prefix })
    else { return nil }
    let items = CommandTable.rows(behind: keys).compactMap { key, row in word(row).map { HintModel(key.name, $0) } }
    let isOnAction = prefix == .character("d") || prefix == .character("z")
    let action = isOnAction ? cursorWorld?.next.map { source.text($0) } ?? "" : ""
    let isOnLead = ![.character("g"), .character("F")].contains(prefix)
    return PopupModel(
      key: prefix.name, title: entry.title, subject: isOnLead ? cursorWorld?.lead.title ?? "" : "", action: action,
      items: items, notes: entry.notes)
  }

  /// What a row is called in a popup; nil where it means nothing on this lead or in this book.
  private func word(_ row: CommandRow) -> String? {
    let steps: [Command] = [.step1, .step2, .step3, .step4, .step5]
    if let step = steps.firstIndex(of: row.command) {
      let names = source.version?.settings.decisions ?? []
      return names.indices.contains(step) ? names[step] : nil
    }
    if row.needs == .closedLead, cursorWorld?.isOpen != false { return nil }
    return row.word
  }

  private var statusModel: StatusModel {
    if let readOnly, status.text.isEmpty { return StatusModel(readOnly, .warning) }
    if let count { return StatusModel("\(count)…", .plain) }
    if !status.text.isEmpty { return status }
    if case .call(let call) = mode, let kept = call.lastKept {
      return StatusModel("text kept \(Desk.seconds(kept, source.zone))", .plain)
    }
    // The manual says nothing of the book behind it.
    if case .help = mode { return StatusModel("", .plain) }
    switch place {
    case .due: return StatusModel(dueWords, .plain)
    case .silence: return StatusModel(silenceWords, .plain)
    case .board, .detail: return StatusModel(store, .plain)
    }
  }

  /// `5 due: 1 overdue, 1 escalated, 2 by state default ⚙ · leadline due --json prints the same`
  private var dueWords: String {
    let overdue = lists.due.first { $0.kind == .overdue }?.leads.count ?? 0
    let authors = lists.dueToday.compactMap { pipeline.worlds[$0]?.next?.author }
    let rules = authors.count { if case .rule = $0 { true } else { false } }
    let defaults = authors.count { if case .state = $0 { true } else { false } }
    var parts: [String] = []
    if overdue > 0 { parts.append("\(overdue) overdue") }
    if lists.tally.escalated > 0 { parts.append("\(lists.tally.escalated) escalated") }
    if rules > 0 { parts.append("\(rules) by rule ⚙") }
    if defaults > 0 { parts.append("\(defaults) by state default ⚙") }
    let head = "\(lists.tally.due) due" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
    return head + " · leadline due --json prints the same"
  }

  private var silenceWords: String {
    func count(_ kind: SilenceModel.Kind) -> Int { lists.silence.first { $0.kind == kind }?.leads.count ?? 0 }
    let words = "\(count(.beyond)) beyond their window, \(count(.within)) within it, \(count(.parked)) parked"
    return "\(lists.silentLeads.count) silent: \(words) · leadline silence --json prints the same"
  }
}

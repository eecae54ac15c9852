package import LeadlineCore

/// What the running program knows, and the only code that changes it: messages in, effects out.
package struct Desk: Sendable {
  package enum Place: String, Hashable, Sendable { case board, due, silence, detail }

  /// What keys mean at the moment.
  enum Mode: Sendable {
    case plain
    /// Keys of a sequence so far, and since when.
    case prefix([Key], since: Instant)
    case form(Form)
    case explain(Explain)
    case call(Call)
    case help(Help)
  }

  package private(set) var pipeline: Pipeline
  let me: String
  var ids: IDSource
  package var layout: Layout
  package internal(set) var place = Place.board
  var placeBefore = Place.board
  var mode = Mode.plain
  /// The lead under the cursor, wherever lists put it.
  var cursor: LeadID?
  var column = 0
  /// Where each list begins on screen, by the list's name.
  var tops: [String: Int] = [:]
  /// Where the cursor stood in each list: for when its lead goes away.
  var rows: [String: Int] = [:]
  var detailScroll = 0
  var boardFocus = BoardModel.Focus.columns
  var count: Int?
  var filter = Filter()
  var search = ""
  var lists: Lists
  var status = StatusModel()
  var statusSince = Instant.earliest
  /// The lead that the status line says a rule fired for: it stays until a key, and `w` explains that lead.
  var newsLead: LeadID?
  /// What it was when the key that is being pressed came.
  var offered: LeadID?
  /// What stands in the status line when nothing was done for a while.
  var store: String
  /// Why nothing can be written, if so.
  var readOnly: String?
  var unsaved: [UnsavedForm] = []
  var histories: [String: [String]] = [:]
  /// What is to happen once the entries that are under way are on disk.
  var afterSave: AfterSave?
  var interrupted: Instant?
  var effects: [Effect] = []

  enum AfterSave: Sendable {
    case openNextIfUnplanned(LeadID)
    case offerSnooze
  }

  package init(
    _ pipeline: Pipeline, me: String, ids: IDSource, layout: Layout, store: String = "", readOnly: String? = nil
  ) {
    self.pipeline = pipeline
    self.me = me
    self.ids = ids
    self.layout = layout
    self.store = store
    self.readOnly = readOnly
    lists = Lists(PaneSource(pipeline, me: me), filter: filter)
    boardFocus = homeFocus
    column = lists.columns.firstIndex { !$0.isEmpty } ?? 0
    cursor = list.first ?? lists.columns[column].first
  }

  package var now: Instant { pipeline.now }

  /// A phone begins with what is due; everything else with the columns.
  var homeFocus: BoardModel.Focus { layout.shape == .phone ? .due : .columns }
  var source: PaneSource { PaneSource(pipeline, me: me) }

  package mutating func update(_ message: Message) -> [Effect] {
    effects = []
    switch message {
    case .key(let key): press(key)
    case .tick(let now): tick(now)
    case .arrived(let arrivals): arrive(arrivals)
    case .resized(let columns, let rows): layout = Layout(columns: columns, rows: rows)
    case .failed(let what, let form): failed(what, form)
    case .saved(let form, _): saved(form)
    case .found(let forms): found(forms)
    case .restore(let pipeline): restore(pipeline)
    }
    scrollToCursor()
    return effects
  }

  // MARK: facts and time

  private mutating func tick(_ now: Instant) {
    let (before, day) = (self.now, source.wording.today)
    let changed = pipeline.refresh(to: now)
    if !changed.isEmpty || source.wording.today != day { relist() }
    tell(changed.flatMap { lead in newFirings(on: lead) { $0.at > before } }, after: nil)
    if !status.text.isEmpty, status.mood != .error, newsLead == nil,
      now.milliseconds - statusSince.milliseconds >= Desk.statusLife
    {
      status = StatusModel()
    }
    keepForm(now)
  }

  private mutating func arrive(_ arrivals: [Recorded]) {
    let known = firings(of: arrivals)
    for arrival in arrivals { pipeline.add(arrival.event, arrival.standing, isOwn: arrival.isOwn) }
    // What we recorded ourselves has happened, even if the last tick was a moment before it.
    pipeline.refresh(to: arrivals.reduce(now) { $1.isOwn ? max($0, $1.event.at) : $0 })
    relist()
    let news = arrivals.filter { !$0.isOwn }
    if let last = news.last, let lead = last.event.lead, let world = pipeline.worlds[lead] {
      let more = news.count > 1 ? " and \(news.count - 1) more" : ""
      say("\(world.lead.title): \(source.news(last.event))\(more)", .plain)
    }
    tell(
      known.flatMap { lead, keys in newFirings(on: lead) { !keys.contains($0.key) } }, after: arrivals.last?.event.lead)
  }

  private mutating func restore(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    relist()
    say("read again: \(pipeline.worlds.count) leads", .done)
  }

  /// Works out all orders anew; the cursor stays on its lead.
  mutating func relist() {
    lists = Lists(source, filter: filter)
    followCursor()
    explainAnew()
  }

  // MARK: saying things

  static let statusLife: Int64 = 8000
  static let popupDelay: Int64 = 300
  static let keepDelay: Int64 = 300

  mutating func say(_ text: String, _ mood: StatusModel.Mood) {
    status = StatusModel(text, mood)
    statusSince = now
    newsLead = nil
  }

  mutating func refuse(_ why: String) {
    say(why, .warning)
    effects.append(.bell)
  }

  private mutating func failed(_ what: String, _ form: EventID?) {
    say(what, .error)
    effects.append(.bell)
    afterSave = nil
    setSaving(false)
    // What could not be saved stays open, with its text, and is kept beside.
    if let kept = unsavedForm { effects.append(.keep(kept)) }
  }

  private mutating func saved(_ form: EventID?) {
    closeSavedForm(form)
    if let form {
      unsaved.removeAll { $0.id == form }
      effects.append(.discard(form))
    }
    guard let then = afterSave else { return }
    afterSave = nil
    switch then {
    case .openNextIfUnplanned(let lead):
      if let world = pipeline.worlds[lead], world.isOpen, !world.isAgreed, world.promise?.isPassed != false,
        world.state != .recycle
      {
        open(.next, on: lead)
      }
    case .offerSnooze: mode = .prefix([.character("z")], since: now.advanced(by: -Desk.popupDelay))
    }
  }

  private mutating func found(_ forms: [UnsavedForm]) {
    // What was recorded after all is done with.
    for form in forms where pipeline.ledger.event(form.id) != nil { effects.append(.discard(form.id)) }
    unsaved = forms.filter { pipeline.ledger.event($0.id) == nil }.sorted { $0.began < $1.began }
    guard let first = unsaved.first else { return }
    let title = pipeline.worlds[LeadID(first.lead)]?.lead.title ?? "a new lead"
    let more = unsaved.count > 1 ? ", and \(unsaved.count - 1) more" : ""
    say("unsaved \(first.kind) of \(title)\(more): \(openKey(first.kind)) on that lead takes it up again", .warning)
  }

  private func openKey(_ kind: String) -> String {
    Command(rawValue: kind).flatMap(CommandTable.row)?.spelled.first ?? "c"
  }

  /// The next moment at which the screen changes by itself, to wake for: nothing is drawn between.
  package var nextWake: Instant {
    // The clock in the first line.
    var wake = Instant(milliseconds: (now.milliseconds / Instant.minute + 1) * Instant.minute)
    if let deadline = pipeline.nextDeadline, deadline > now { wake = min(wake, deadline) }
    if !status.text.isEmpty, status.mood != .error, newsLead == nil {
      wake = min(wake, statusSince.advanced(by: Desk.statusLife))
    }
    if case .prefix(_, let since) = mode, since.advanced(by: Desk.popupDelay) > now {
      wake = min(wake, since.advanced(by: Desk.popupDelay))
    }
    if let due = keepDue { wake = min(wake, due) }
    if case .call = mode { wake = min(wake, Instant(milliseconds: (now.milliseconds / 1000 + 1) * 1000)) }
    return max(wake, now.advanced(by: 1))
  }
}

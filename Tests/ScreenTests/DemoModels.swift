import LeadlineDesk
import LeadlineScreen

/// The demo book's screens as models, made by hand from Tests/Mockups/demo-story.md: what the desk gives when it is
/// opened there. Each is cut to the rows that its layout shows.
struct Demo {
  let layout: Layout

  init(_ size: Size) { layout = Layout(columns: size.columns, rows: size.rows) }

  static let decisions = ["attention", "safety", "urgency", "approval", "commit"]

  static func decision(_ step: Int, since: String = "", short: String = "") -> DecisionModel {
    var model = DecisionModel()
    model.names = decisions
    model.current = step - 1
    model.since = since
    model.sinceShort = short
    model.text = "\(step)/5 \(decisions[step - 1])"
    return model
  }

  static func momentum(_ percent: Int, _ weeks: String) -> MomentumModel {
    var model = MomentumModel()
    model.percent = percent
    let levels: [Character: Int] = ["▁": 0, "▂": 1, "▃": 2, "▅": 3, "▇": 4]
    model.weeks = weeks.map { levels[$0] ?? 0 }
    return model
  }

  // The frame

  func head(_ active: String = "Board", time: String = "09:12") -> HeadModel {
    var head = HeadModel()
    head.tabs = [
      HeadModel.Tab("Board", isActive: active == "Board"), HeadModel.Tab("Due", badge: 5, isActive: active == "Due"),
      HeadModel.Tab("Silence", badge: 2, isActive: active == "Silence"),
    ]
    (head.due, head.warmUntouched, head.withoutNext, head.late) = (5, 2, 1, 1)
    (head.date, head.time) = ("Mon 23 Nov", time)
    return head
  }

  static let status = StatusModel(
    "demo book, nothing is saved · 17 leads, 172 events · clock pretends Mon 23 Nov 09:12")

  /// `Enter open, a add`: a hint without a blank is a key alone; `-word` is a word alone.
  static func hints(_ text: String) -> [HintModel] {
    text.split(separator: "|").map { part in
      if part.hasPrefix("-") { return HintModel("", String(part.dropFirst())) }
      let cut = part.lastIndex(of: "=")
      return cut.map { HintModel(String(part[..<$0]), String(part[part.index(after: $0)...])) }
        ?? HintModel(String(part), "")
    }
  }

  func footer(wide: String, compact: String, phone: String) -> [HintModel] {
    switch layout.shape {
    case .wide: Demo.hints(wide)
    case .compact: Demo.hints(compact)
    case .phone, .tiny: Demo.hints(phone)
    }
  }

  // The board

  static let cards: [(StateName, [CardModel])] = [
    (
      .hot,
      [
        card(
          "Tom Reyes", "Fjord AS", "€22k", .hot, "MA", 5, SignModel(.silence, "silent 3d", short: "silent 3d"),
          WhenModel(.overdue, "Fri 12:00", short: "Fri", tail: "mail")),
        card(
          "Ana Müller", "Acme GmbH", "€12k", .hot, "", 4,
          SignModel(.signal, "proposal viewed 3×", short: "viewed 3×"),
          WhenModel(.today, "10:00", short: "10:00", tail: "call")),
        card(
          "Chloé Petit", "Lumen", "€4k", .hot, "", 1, SignModel(.signal, "meeting booked Fri", short: "booked Fri"),
          WhenModel(.later, "Thu 14:00", short: "Thu")),
        card(
          "Priya Nair", "Northwind", "€8.5k", .hot, "", 3,
          SignModel(.signal, "pricing viewed 2×", short: "viewed 2×"), WhenModel(.later, "Tue 16:30", short: "Tue"),
          isByRule: true),
      ]
    ),
    (
      .warm,
      [
        card(
          "Farid Haddad", "Halcyon", "€3k", .warm, "MA", 1, SignModel(.silence, "silent 21d", short: "silent 21d"),
          WhenModel(.overdue, "16 Nov", short: "16 Nov", tail: "untouched 21d"), isByRule: true),
        card(
          "Bo Lindqvist", "Kanto", "€6k", .warm, "", 2,
          SignModel(.signal, "meeting missed Fri", short: "missed Fri"),
          WhenModel(.overdue, "Fri 16:15", short: "Fri", tail: "meeting-missed"), isByRule: true),
        card(
          "Eve Okafor", "Okafor & Co", "€5k", .warm, "", 3, SignModel(.signal, "replied Fri", short: "replied Fri"),
          WhenModel(.today, "today", short: "today", tail: "mail")),
        card(
          "Dmitri Kask", "Sable Ltd", "€9k", .warm, "", 2, SignModel(.silence, "silent 16d", short: "silent 16d"),
          WhenModel(.later, "Tue", short: "Tue", tail: "untouched 17d")),
        card(
          "Grace Lim", "Tern Labs", "€4k", .warm, "", 4, SignModel(.promise, "promised Wed", short: "promised Wed"),
          WhenModel(.later, "Wed", short: "Wed", tail: "call")),
      ]
    ),
    (
      .recycle,
      [
        card(
          "Hugo Marsh", "Marsh & Sons", "€7k", .recycle, "", 2,
          SignModel(.silence, "silent 52d", short: "silent 52d"),
          WhenModel(.parked, "11 Jan", short: "11 Jan", tail: "new budget"), isByRule: true),
        card(
          "Inês Duarte", "Vela", "€5k", .recycle, "MA", 1, SignModel(.silence, "silent 23d", short: "silent 23d"),
          WhenModel(.parked, "1 Feb", short: "1 Feb", tail: "on inbound"), isByRule: true),
        card(
          "Jon Bell", "Bellwether", "€2k", .recycle, "", 1, SignModel(.silence, "silent 11d", short: "silent 11d"),
          WhenModel(.parked, "15 Feb", short: "15 Feb", tail: "on replied"), isByRule: true),
        card(
          "Kira Novak", "Delta Print", "", .recycle, "", 2, SignModel(.silence, "silent 47d", short: "silent 47d"),
          WhenModel(.parked, "1 Mar", short: "1 Mar", tail: "no budget"), isByRule: true),
      ]
    ),
  ]

  private static func card(
    _ name: String, _ company: String, _ value: String, _ state: StateName, _ owner: String, _ step: Int,
    _ sign: SignModel, _ when: WhenModel, isByRule: Bool = false
  ) -> CardModel {
    CardModel(
      name: name, company: company, value: value, state: state, owner: owner, isByRule: isByRule,
      decision: "\(step)/5 \(decisions[step - 1])", sign: sign, when: when)
  }

  /// The board with the cursor on `name`; `shown` keeps the cards of those names, as a filter does.
  func board(cursor: String = "Ana Müller", shown: [String]? = nil) -> BoardModel {
    let values: [StateName: String] =
      shown == nil ? [.hot: "€46.5k", .warm: "€27k", .recycle: "€14k"] : [.warm: "€12k"]
    let columns = Demo.cards.map { state, cards in
      var kept = cards.filter { shown?.contains($0.name) ?? true }
      for index in kept.indices { kept[index].isCursor = kept[index].name == cursor }
      return ColumnModel(
        state: state, count: shown == nil ? "\(cards.count)" : "\(kept.count)/\(cards.count)",
        value: values[state] ?? "", cards: Array(kept.prefix(layout.cardsInView)),
        hiddenBelow: max(0, kept.count - layout.cardsInView), isFocused: kept.contains { $0.isCursor })
    }
    var due = self.due(cursor: layout.shape == .phone ? cursor : "")
    due.sections.removeAll { $0.kind == .week }
    if shown != nil {
      due.sections = due.sections.map { section in
        let rows = section.rows.filter { shown?.contains($0.name) ?? true }
        return SectionModel(section.kind, count: rows.count, rows: rows)
      }
      due.shown = due.sections.reduce(0) { $0 + $1.count }
    }
    return BoardModel(
      columns: columns, detail: detail(cursor, .board), due: due, focus: layout.shape == .phone ? .due : .columns)
  }

  func boardScreen(
    cursor: String = "Ana Müller", shown: [String]? = nil, prompt: PromptModel? = nil, popup: PopupModel? = nil,
    explain: ExplainModel? = nil, footer: [HintModel]? = nil
  ) -> ScreenModel {
    let hints = self.footer(
      wide:
        "Enter=open|w=why|a=add|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|H L=move|X…=close|u=undo|?=help",
      compact: "Enter=open|w=why|a=add|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|X…|?",
      phone: "Enter=open|w=why|c=call|t=next|d…|z…|g…|?")
    return ScreenModel(
      head: head(), view: .board(board(cursor: cursor, shown: shown)), prompt: prompt, popup: popup, explain: explain,
      status: Demo.status, footer: footer ?? hints)
  }

  // The lists

  func due(cursor: String = "Ana Müller") -> DueModel {
    var model = DueModel()
    let rows = Demo.dueRows.map { kind, rows in
      (
        kind,
        rows.map { row in
          var row = row
          row.isCursor = row.name == cursor
          return row
        }
      )
    }
    model.sections = rows.map { SectionModel($0, count: $1.count, rows: $1) }
    (model.due, model.warmUntouched, model.withoutNext, model.late, model.escalated) = (5, 2, 1, 1, 2)
    return model
  }

  func dueScreen() -> ScreenModel {
    var model = due()
    if layout.shape == .phone {
      model.sections[2].rows = []
      model.hiddenBelow = 4
    }
    model.detail = detail("Ana Müller", .due)
    let footer = self.footer(
      wide: "Enter=open|w=why|d…=done|z…=snooze|t=next|c=call|i=note|s…=signal|p=park|X…=close|{ }=section|Esc|?",
      compact: "Enter=open|w=why|d…=done|z…=snooze|t=next|c=call|s…=signal|{ }=section|Esc|?",
      phone: "Enter=open|w=why|d…=done|z…|t=next|c=call|?")
    return ScreenModel(
      head: head("Due"), view: .due(model),
      status: StatusModel(
        "5 due: 3 overdue, 2 escalated, 2 by rule ⚙ · leadline due --json prints the same"), footer: footer)
  }

  private static let dueRows: [(DueModel.Kind, [DueRowModel])] = [
    (
      .overdue,
      [
        due(
          "Farid Haddad", WhenModel(.overdue, "16 Nov", short: "16 Nov"), "Get in touch before it is two weeks", "",
          "two-week-alarm: call reached 2 Nov", who: "MA", isByRule: true, isEscalated: true),
        due(
          "Tom Reyes", WhenModel(.overdue, "Fri 12:00", short: "Fri"), "Send two price options", "mail",
          "price discussed Fri", who: "MA", isEscalated: true),
        due(
          "Bo Lindqvist", WhenModel(.overdue, "Fri 16:15", short: "Fri"), "Offer two new times", "",
          "meeting-missed: meeting missed Fri", isByRule: true),
      ]
    ),
    (
      .today,
      [
        due(
          "Ana Müller", WhenModel(.today, "10:00", short: "10:00"), "Agree who signs", "call",
          "proposal viewed 3×, today 08:41"),
        due(
          "Eve Okafor", WhenModel(.today, "today", short: "today"), "Answer the security question", "mail",
          "replied Fri"),
      ]
    ),
    (
      .week,
      [
        due(
          "Priya Nair", WhenModel(.later, "Tue 16:30", short: "Tue"), "Agree one dated next step", "",
          "hot default after mail sent Fri", isByRule: true),
        due(
          "Dmitri Kask", WhenModel(.later, "Tue", short: "Tue"), "Ask what the audit left open", "call",
          "proposal sent 6 Nov"),
        due(
          "Grace Lim", WhenModel(.later, "Wed", short: "Wed"), "Call after the board meeting", "call",
          "their promise 13 Nov"),
        due("Chloé Petit", WhenModel(.later, "Thu 14:00", short: "Thu"), "Meeting", "", "meeting booked Fri"),
      ]
    ),
  ]

  private static func due(
    _ name: String, _ when: WhenModel, _ text: String, _ means: String, _ because: String, who: String = "me",
    isByRule: Bool = false, isEscalated: Bool = false
  ) -> DueRowModel {
    let card = cards.flatMap(\.1).first { $0.name == name }
    return DueRowModel(
      name: name, company: card?.company ?? "", state: card?.state ?? .warm, when: when, text: text, means: means,
      because: because, sign: card?.sign, who: who, isMine: who == "me", isByRule: isByRule, isEscalated: isEscalated)
  }

  func silenceScreen() -> ScreenModel {
    var model = SilenceModel()
    model.sections = Demo.silenceRows.map { SectionModel($0, count: $1.count, rows: $1) }
    model.sections[0].rows[0].isCursor = true
    if layout.shape == .phone {
      model.sections[2].rows.removeLast(2)
      model.hiddenBelow = 2
    }
    (model.warmUntouched, model.warmUntouchedNames) = (2, "Dmitri Kask, Farid Haddad")
    (model.withoutNext, model.withoutNextNames) = (1, "Priya Nair")
    (model.escalated, model.escalatedNames) = (2, "Farid Haddad, Tom Reyes")
    (model.late, model.lateNames) = (1, "Grace Lim")
    model.beyond = 2
    model.detail = detail("Farid Haddad", .silence)
    model.window = "3wd (warm-silent), passed Thu 5 Nov 09:05"
    let footer = self.footer(
      wide: "Enter=open|w=why|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|p=park|X…=close|Esc|?=help",
      compact: "Enter=open|w=why|c=call|t=next|s…=signal|d…=done|z…=snooze|p=park|X…|Esc|?",
      phone: "Enter=open|w=why|c=call|t=next|d…|p=park|X…|?")
    return ScreenModel(
      head: head("Silence"), view: .silence(model),
      status: StatusModel(
        "9 silent: 2 beyond their window, 3 within it, 4 parked · leadline silence --json prints the same"),
      footer: footer)
  }

  private static let silenceRows: [(SilenceModel.Kind, [SilenceRowModel])] = [
    (
      .beyond,
      [
        silence("Farid Haddad", "21d", "call reached 2 Nov", "21d", 42, "▁▁▁▇▁▁▁", over: true),
        silence("Dmitri Kask", "16d", "proposal sent 6 Nov", "17d", 45, "▇▇▁▇▁▃▁", over: true),
      ]
    ),
    (
      .within,
      [
        silence("Bo Lindqvist", "3d", "mail sent 19 Nov", "4d", 76, "▇▁▁▁▁▁▅"),
        silence("Priya Nair", "3d", "mail sent 20 Nov", "3d", 89, "▁▁▁▇▃▃▇"),
        silence("Tom Reyes", "3d", "call reached 20 Nov", "3d", 74, "▁▁▃▁▃▁▇"),
      ]
    ),
    (
      .parked,
      [
        silence("Hugo Marsh", "52d", "parked 1 Oct", "53d", 86, "▁▁▁▁▁▁▁"),
        silence("Kira Novak", "47d", "parked 6 Oct", "48d", 85, "▇▁▁▁▁▁▁"),
        silence("Inês Duarte", "23d", "parked 30 Oct", "32d", 50, "▁▁▁▁▁▁▁"),
        silence("Jon Bell", "11d", "parked 11 Nov", "20d", 58, "▁▇▁▁▁▁▁"),
      ]
    ),
  ]

  private static func silence(
    _ name: String, _ silent: String, _ after: String, _ untouched: String, _ percent: Int, _ weeks: String,
    over: Bool = false
  ) -> SilenceRowModel {
    let card = cards.flatMap(\.1).first { $0.name == name }
    let due = dueRows.flatMap(\.1).first { $0.name == name }
    let step = Int(card?.decision.prefix(1) ?? "1") ?? 1
    let owner = card?.owner ?? ""
    return SilenceRowModel(
      name: name, state: card?.state ?? .warm, silent: silent, after: after, untouched: untouched,
      isUntouchedTooLong: over, decision: decision(step), momentum: momentum(percent, weeks),
      when: card?.when ?? WhenModel(.later, "", short: ""), next: due?.text ?? "Reopen with what has changed",
      who: owner.isEmpty ? "me" : owner, isMine: owner.isEmpty, isByRule: card?.isByRule ?? false)
  }
}

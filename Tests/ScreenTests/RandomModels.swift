import LeadlineDesk

/// Models that no desk would give: odd texts, numbers out of range, cursors nowhere.
struct RandomModels {
  /// xorshift, so that a failing seed can be tried again.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private var generator: Generator

  init(seed: Int) { generator = Generator(state: UInt64(truncatingIfNeeded: seed) &* 2_654_435_761 | 1) }

  private mutating func number(_ range: ClosedRange<Int> = -3...12) -> Int { .random(in: range, using: &generator) }
  private mutating func flip() -> Bool { .random(using: &generator) }
  private mutating func one<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }
  private mutating func some<Value>(_ range: ClosedRange<Int>, _ make: (inout Self) -> Value) -> [Value] {
    (0..<number(range)).map { _ in make(&self) }
  }

  private mutating func text() -> String {
    let pieces = [
      "", "a", "Ana Müller", "日本語の長い名前です", "e\u{301}\u{302}", "👩‍💻", "tab\tand\nline", "\u{1b}[31mred",
      "\u{202e}right to left", "a very long name that no column of any screen has room for, and more of it · and more",
      " ", "!!", "·", ", ", "word ", "\u{feff}", "🇩🇪",
    ]
    return some(0...2) { $0.one(pieces) }.joined()
  }

  private mutating func when() -> WhenModel {
    WhenModel(one([.overdue, .today, .later, .parked, .asleep]), text(), short: text(), tail: text())
  }

  private mutating func sign() -> SignModel? {
    flip() ? nil : SignModel(one([.signal, .weak, .silence, .promise, .objection]), text(), short: text())
  }

  private mutating func state() -> StateName { one([.hot, .warm, .recycle, .won, .lost, .dead]) }

  private mutating func hint() -> HintModel { HintModel(text(), text()) }

  private mutating func decision() -> DecisionModel {
    var model = DecisionModel()
    model.names = some(0...6) { $0.text() }
    model.current = flip() ? nil : number()
    (model.isDone, model.since, model.sinceShort, model.text) = (flip(), text(), text(), text())
    return model
  }

  private mutating func momentum() -> MomentumModel {
    var model = MomentumModel()
    (model.percent, model.weeks) = (number(-5...200), some(0...9) { $0.number() })
    (model.halfLife, model.trend, model.terms) = (text(), text(), some(0...4) { $0.hint() })
    return model
  }

  private mutating func clock() -> ClockModel { ClockModel(text(), because: text(), isOver: flip()) }

  private mutating func entry() -> TimelineModel {
    TimelineModel(
      date: text(), time: text(),
      sign: one([.signal, .weak, .sent, .call, .promise, .action, .captured, .other]), text: text(), who: text(),
      isUndone: flip())
  }

  private mutating func detail() -> DetailModel {
    var model = DetailModel()
    (model.id, model.name, model.company, model.state) = (text(), text(), text(), state())
    (model.since, model.value, model.owner, model.role) = (text(), text(), text(), text())
    (model.emails, model.phones, model.tags) = (some(0...3) { $0.text() }, some(0...3) { $0.text() }, [text()])
    (model.url, model.via, model.persons, model.closed) = (text(), text(), some(0...3) { $0.text() }, text())
    (model.isObjecting, model.decisions, model.momentum) = (flip(), decision(), momentum())
    model.next =
      flip()
      ? nil
      : NextModel(
        when: when(), date: text(), text: text(), who: text(), isByRule: flip(), because: text(), meaning: text())
    model.promise = flip() ? nil : PromiseModel(date: text(), text: text(), isPassed: flip())
    (model.silent, model.untouched, model.owed, model.unplanned) = (clock(), clock(), clock(), clock())
    (model.timeline, model.hiddenAbove, model.hiddenBelow) = (some(0...60) { $0.entry() }, number(), number())
    return model
  }

  private mutating func card() -> CardModel {
    CardModel(
      name: text(), company: text(), value: text(), state: state(), owner: text(), isByRule: flip(),
      decision: text(), sign: sign(), when: when(), isCursor: flip(), isMarked: flip())
  }

  private mutating func column() -> ColumnModel {
    ColumnModel(
      state: state(), count: text(), value: text(), cards: some(0...9) { $0.card() }, hiddenAbove: number(),
      hiddenBelow: number(), isFocused: flip())
  }

  private mutating func dueRow() -> DueRowModel {
    DueRowModel(
      name: text(), company: text(), state: state(), when: when(), text: text(), means: text(), because: text(),
      sign: sign(), who: text(), isMine: flip(), isByRule: flip(), isEscalated: flip(), isCursor: flip(),
      isMarked: flip())
  }

  private mutating func due() -> DueModel {
    var model = DueModel()
    model.sections = some(0...4) { random in
      SectionModel(
        random.one([.overdue, .today, .week, .triage]), count: random.number(),
        rows: random.some(0...30) { $0.dueRow() })
    }
    (model.hiddenAbove, model.hiddenBelow, model.due) = (number(), number(), number())
    (model.detail, model.empty) = (flip() ? nil : detail(), text())
    return model
  }

  private mutating func silenceRow() -> SilenceRowModel {
    SilenceRowModel(
      name: text(), state: state(), silent: text(), after: text(), untouched: text(), isUntouchedTooLong: flip(),
      decision: decision(), momentum: momentum(), when: when(), next: text(), who: text(), isMine: flip(),
      isByRule: flip(), isCursor: flip())
  }

  private mutating func silence() -> SilenceModel {
    var model = SilenceModel()
    model.sections = some(0...3) { random in
      SectionModel(
        random.one([.beyond, .within, .parked]), count: random.number(), rows: random.some(0...30) { $0.silenceRow() })
    }
    (model.hiddenAbove, model.hiddenBelow, model.lateNames) = (number(), number(), text())
    (model.detail, model.empty, model.window) = (flip() ? nil : detail(), text(), text())
    return model
  }

  private mutating func prompt() -> PromptModel {
    PromptModel(
      shape: flip() ? .form : .bar, key: text(), title: text(), subject: text(), text: text(), cursor: number(),
      ghost: text(), preview: some(0...5) { PromptModel.Line($0.text(), $0.one([.plain, .result, .warning, .error])) })
  }

  private mutating func call() -> CallModel {
    var model = CallModel()
    (model.name, model.company, model.running, model.kept) = (text(), text(), text(), text())
    model.lines = some(0...50) {
      CallModel.Line(time: $0.text(), text: $0.text(), cursor: $0.flip() ? $0.number() : nil)
    }
    model.understood = some(0...12) { random in
      CallModel.Understood(
        noun: random.flip() ? "next" : random.text(), text: random.text(), isOn: random.flip(), isCursor: random.flip())
    }
    model.checks = some(0...6) { CallModel.Check(text: $0.text(), answer: $0.text(), isMet: $0.flip()) }
    (model.lastTime, model.lastWords, model.since) = (text(), text(), some(0...4) { $0.entry() })
    (model.detail, model.isReviewing, model.question) = (detail(), flip(), flip() ? nil : prompt())
    return model
  }

  private mutating func help() -> HelpModel {
    HelpModel(
      context: text(), query: text(),
      groups: some(0...6) { random in HelpModel.Group(random.text(), random.some(0...30) { $0.hint() }) },
      matches: some(0...40) { $0.hint() }, chosen: number(), scroll: number(-3...80))
  }

  private mutating func view() -> ViewModel {
    switch number(0...5) {
    case 0:
      .board(
        BoardModel(
          columns: some(0...4) { $0.column() }, detail: flip() ? nil : detail(), due: due(),
          focus: one([.columns, .detail, .due]), welcome: number(0...3) == 0 ? [text(), text()] : []))
    case 1: .detail(detail())
    case 2: .due(due())
    case 3: .silence(silence())
    case 4: .call(call())
    case _: .help(help())
    }
  }

  private mutating func explain() -> ExplainModel {
    let kinds: [ExplainModel.Kind] = [.head, .fact, .title, .rule, .blank]
    return ExplainModel(
      title: text(), rows: some(0...60) { ExplainModel.Row($0.one(kinds), label: $0.text(), $0.text()) },
      hiddenAbove: number(), hiddenBelow: number())
  }

  mutating func screen() -> ScreenModel {
    var head = HeadModel()
    head.tabs = some(0...4) { HeadModel.Tab($0.text(), badge: $0.flip() ? $0.number() : nil, isActive: $0.flip()) }
    (head.due, head.unsaved, head.date, head.time) = (number(), number(), text(), text())
    let popup = PopupModel(
      key: text(), title: text(), subject: text(), action: text(), items: some(0...40) { $0.hint() },
      notes: some(0...3) { $0.text() })
    return ScreenModel(
      head: head, view: view(), prompt: number(0...3) == 0 ? prompt() : nil, popup: number(0...3) == 0 ? popup : nil,
      explain: number(0...3) == 0 ? explain() : nil,
      status: StatusModel(text(), one([.plain, .done, .warning, .error])), footer: some(0...15) { $0.hint() })
  }
}

import LeadlineCore
import LeadlineText

/// What a call's text was understood as: facts that saving it would record, each of which can be switched off.
struct CallReader {
  struct Understood: Sendable {
    var noun: String
    var text: String
    var fact: Fact
    /// When the line was begun.
    var at: Instant
    /// The line that it came from, to edit it.
    var line: Int

    var identity: String { "\(noun) \(text)" }
  }

  /// A line that is plain text, or the words that a tagged line has beside its tag.
  struct Note: Sendable {
    var text: String
    var at: Instant
  }

  let source: PaneSource
  let version: Version

  func read(_ call: Call, _ world: World) -> (understood: [Understood], notes: [Note], problems: [String]) {
    var understood: [Understood] = []
    var notes: [Note] = []
    var problems: [String] = []
    for (index, line) in call.lines.enumerated() {
      let text = line.editor.text.trimmed
      if text.isEmpty || text == "." { continue }
      switch read(text, world) {
      case .facts(let found, let note):
        understood += found.map { Understood(noun: $0.noun, text: $0.text, fact: $0.fact, at: line.at, line: index) }
        if !note.isEmpty { notes.append(Note(text: note, at: line.at)) }
      case .problem(let what):
        problems.append(what)
        notes.append(Note(text: text, at: line.at))
      }
    }
    return (understood, notes, problems)
  }

  private typealias Found = (noun: String, text: String, fact: Fact)

  private enum Reading {
    case facts([Found], note: String)
    case problem(String)
  }

  private func read(_ text: String, _ world: World) -> Reading {
    if let rest = text.after("next:") { return form(.next, rest, "next", world) }
    if let rest = text.after("promise:") { return form(.promise, rest, "promise", world) }
    if let rest = text.after("park:") { return form(.park, rest, "park", world) }
    if let rest = text.after("close:") { return form(.close, rest, "close", world) }
    if let rest = text.after("//") { return .facts([], note: rest) }
    if let rest = text.after("?") { return decision(rest, world) }
    if let rest = text.after("!obj") { return objection(rest) }
    if let rest = text.after("*") ?? text.after("◉signal") ?? text.after("◉") { return signal(rest) }
    if let found = person(text) { return .facts([found], note: "") }
    if let found = edits(text), !found.isEmpty { return .facts(found, note: "") }
    return .facts([], note: text)
  }

  /// As they are shown: who, what they said, what was decided, changes to the lead, and last what happens next; of one
  /// kind in the order of the text.
  static func byKind(_ rows: [Understood]) -> [Understood] {
    let kinds = ["person", "objection", "signal", "decision"]
    let ends = ["next", "promise", "park", "close"]
    func rank(_ row: Understood) -> Int {
      kinds.firstIndex(of: row.noun) ?? (ends.contains(row.noun) ? kinds.count + 1 : kinds.count)
    }
    let ranked = rows.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    return ranked.map(\.element)
  }

  /// As few words as say which it is: `Dr. Kern`, `price`.
  static func short(_ row: Understood) -> String {
    switch row.fact {
    case .person(let person): person.name
    case .signal(let signal) where signal.kind == .objection:
      String(signal.note.prefix { $0 != ":" })
    default: row.text
    }
  }

  private func form(_ kind: Form.Kind, _ rest: String, _ noun: String, _ world: World) -> Reading {
    guard let id = EventID("0") else { return .problem(rest) }
    let form = Form(kind, lead: world.lead.id, id: id, began: source.now, text: rest)
    let reading = FormReader(source: source, version: version).read(form, world)
    guard let fact = reading.facts?.first else { return .problem("\(noun): \(reading.problem)") }
    return .facts([(noun, words(fact), fact)], note: "")
  }

  private func words(_ fact: Fact) -> String {
    switch fact {
    case .action(let intention): "\(intention.text)   \(source.wording.due(intention.due))   me"
    case .promise(let text, let due): "\(text)   \(source.wording.due(due))"
    case .move(let move): "until \(move.until.map { source.wording.fullDate($0) } ?? "")"
    case .close(let closing): "\(closing.ending.rawValue): \(closing.reason)"
    default: LineParts(fact).words.joined(separator: " ")
    }
  }

  private func decision(_ rest: String, _ world: World) -> Reading {
    let word = rest.prefix { $0 != " " }
    let names = version.settings.decisions
    let target =
      Int(word).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
      ?? names.firstIndex { !word.isEmpty && $0.hasPrefix(word.lowercased()) }
    guard let target else { return .problem("?\(word) is no decision; write \(names.joined(separator: ", "))") }
    let from = names.firstIndex(of: world.decision).map { "\($0 + 1) \(world.decision)" } ?? world.decision
    let note = String(rest.dropFirst(word.count)).trimmed
    return .facts([("decision", "\(from) → \(target + 1) \(names[target])", .decide(names[target]))], note: note)
  }

  private func objection(_ rest: String) -> Reading {
    if rest.isEmpty { return .problem("!obj names no objection; write !obj price, and what they said") }
    var signal = Signal(.objection)
    let word = rest.prefix { $0 != " " }
    let said = String(rest.dropFirst(word.count)).trimmed
    signal.note = said.isEmpty ? String(word) : "\(word): \(said)"
    return .facts([("objection", signal.note, .signal(signal))], note: "")
  }

  private func signal(_ rest: String) -> Reading {
    let name = rest.prefix { $0 != " " }
    if name.isEmpty { return .problem("* names no signal; write *price.discussed") }
    let kinds = version.settings.kinds
    guard let kind = kinds.first(where: { $0.name == name }) else {
      let cure = proposal(for: String(name), among: kinds.map(\.name), otherwise: "? lists the signals")
      return .problem("*\(name) is no signal; \(cure)")
    }
    return .facts(
      [("signal", Wording.words(kind), .signal(Signal(kind)))], note: String(rest.dropFirst(name.count)).trimmed)
  }

  /// `Dr. Kern <kern@acme.example> signs`
  private func person(_ text: String) -> Found? {
    guard let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else { return nil }
    let name = String(text[..<open]).trimmed
    let mail = String(text[text.index(after: open)..<close])
    guard !name.isEmpty, mail.contains("@"), !mail.contains(" ") else { return nil }
    let role = String(text[text.index(after: close)...]).trimmed
    return ("person", "+ \(name) <\(mail)>", .person(Person(name: name, email: mail, role: role)))
  }

  /// A line of nothing but `12k€`, `+tag`, `@org`.
  private func edits(_ text: String) -> [Found]? {
    var found: [Found] = []
    for word in text.split(separator: " ").map(String.init) {
      if word.hasPrefix("+"), word.count > 1, word.dropFirst().first?.isLetter == true {
        let tag = String(word.dropFirst())
        found.append(("tag", "+\(tag)", .set([Edit("tag", .add, tag)])))
      } else if word.hasPrefix("@"), word.count > 1 {
        let company = String(word.dropFirst())
        found.append(("company", company, .set([Edit("company", .set, company)])))
      } else if case .money(let money) = MoneyReader.read(word) {
        found.append(("value", money.short, .set([Edit("value", .set, money.written)])))
      } else {
        return nil
      }
    }
    return found
  }
}

extension String {
  /// What stands behind a mark at the line's beginning; nil where the line does not begin with it.
  func after(_ mark: String) -> String? { hasPrefix(mark) ? String(dropFirst(mark.count)).trimmed : nil }
}

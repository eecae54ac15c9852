package import LeadlineCore
package import LeadlineText

/// Leads, events and counts as JSON, in the shapes of 6-commands.md, 2: what scripts build on. Absent facts are null.
package struct LeadJSON {
  private let source: PaneSource

  package init(_ pipeline: Pipeline, me: String) { source = PaneSource(pipeline, me: me) }

  private var zone: Zone { source.wording.zone }

  /// `{"schema": "leadline.NAME/1", "now": …, …}`
  package func document(_ name: String, _ members: [(String, JSONValue)]) -> JSONValue {
    .members([("schema", .string("leadline.\(name)/1")), ("now", .string(source.now.text))] + members)
  }

  package func list(_ name: String, _ worlds: [World], counted: Bool = false) -> JSONValue {
    document(name, [("items", .array(worlds.map(lead)))] + (counted ? [("counts", counts)] : []))
  }

  private func time(_ instant: Instant) -> JSONValue { .string(instant.text(in: zone)) }

  package func lead(_ world: World) -> JSONValue {
    .members(person(world) + standing(world) + plans(world) + history(world))
  }

  private func person(_ world: World) -> [(String, JSONValue)] {
    let lead = world.lead
    return [
      ("id", .string(lead.id.text)), ("name", .text(lead.name)), ("company", .text(lead.company)),
      ("emails", .strings(lead.emails)), ("phones", .strings(lead.phones)), ("owner", .text(lead.owner)),
      ("source", .text(lead.source)), ("tags", .strings(lead.tags)), ("value", lead.value.map(LeadJSON.money) ?? .null),
    ]
  }

  private func standing(_ world: World) -> [(String, JSONValue)] {
    [
      ("state", .string(source.stateName(world).rawValue.lowercased())), ("state_since", time(world.stageSince)),
      ("object", .boolean(world.lead.objects)), ("until", .text(world.until?.text)),
      ("decision", .text(world.decision)),
      ("decision_since", world.decision.isEmpty ? .null : time(world.decisionSince)),
      ("momentum", .integer(Int(source.momentum(world).rounded()))),
      ("silent_days", (world.isOpen ? world.silentDays(source.now, zone) : nil).map { .integer($0) } ?? .null),
      ("untouched_days", .integer(world.untouchedDates(source.now, zone))),
      ("owed_since", world.clocks.owed.map { time($0.since) } ?? .null),
    ]
  }

  private func plans(_ world: World) -> [(String, JSONValue)] {
    let actions = world.actions.sorted { ($0.deadline, $0.opened) < ($1.deadline, $1.opened) }
    return [
      ("next", world.next.map(action) ?? .null),
      ("agreed_next", .boolean(world.isOpen && world.isPlanned(at: source.now))),
      ("actions", .array(actions.map(action))), ("drafts", .array(world.drafts.map(draft))),
      (
        "promise",
        world.promise.map {
          .members([("text", .string($0.text)), ("due", .string($0.due.text(in: zone)))])
        } ?? .null
      ), ("escalated", .boolean(world.isOpen && world.isEscalated)),
    ]
  }

  private func history(_ world: World) -> [(String, JSONValue)] {
    var closed = JSONValue.null
    if case .closed(let closing, let at) = world.stage {
      closed = .members([
        ("outcome", .string(closing.ending.rawValue)), ("reason", .text(closing.reason)),
        ("fit", .text(closing.fit?.rawValue)), ("at", time(at)),
      ])
    }
    return [
      ("closed", closed), ("captured", time(world.captured)), ("imported", .boolean(world.isImported)),
      ("ext", LeadJSON.keys(world.lead.ext)),
    ]
  }

  package func action(_ action: Action) -> JSONValue {
    var rule = JSONValue.null
    if case .rule(let name) = action.author { rule = .string(name) }
    return .members([
      ("text", .string(action.text)), ("due", .string(action.due.text(in: zone))),
      ("by", .string(action.author.isRule ? "rule" : "person")), ("rule", rule), ("key", .string(action.key.text)),
      ("overdue", .boolean(action.isOverdue(at: source.now))),
    ])
  }

  private func draft(_ draft: Draft) -> JSONValue {
    .members([
      ("key", .string(draft.key.text)), ("does", .string(draft.intent.rawValue)), ("message", .text(draft.message)),
      ("rule", .string(draft.key.rule)),
    ])
  }

  package func event(_ event: Event) -> JSONValue {
    let parts = LineParts(event.fact)
    return .members([
      ("id", .string(event.id.text)), ("at", time(event.at)), ("recorded", time(event.time)),
      ("kind", .string(parts.kind)), ("lead", .text(event.lead?.text)), ("words", .strings(parts.words)),
      ("keys", LeadJSON.keys(parts.fields + event.extra)), ("by", .text(event.by)),
      ("undone", .boolean(source.pipeline.ledger.isUndone(event.id))),
    ])
  }

  private static func money(_ money: Money) -> JSONValue {
    .members([("amount", .hundredths(money.minor)), ("currency", .string(money.currency))])
  }

  /// Keys in their order; one that stands twice has an array.
  private static func keys(_ fields: [Field]) -> JSONValue {
    var order: [String] = []
    var values: [String: [String]] = [:]
    for field in fields {
      if values[field.key] == nil { order.append(field.key) }
      values[field.key, default: []].append(field.value)
    }
    return .members(
      order.map { key in
        let all = values[key] ?? []
        return (key, all.count == 1 ? .string(all[0]) : .strings(all))
      })
  }

  /// The numbers that stand on every screen.
  package var counts: JSONValue {
    let tally = source.tally
    let currency = source.version?.settings.currency ?? "EUR"
    let columns = Lists.states.map { state -> (String, JSONValue) in
      let column = tally.columns[state] ?? Tally.Column()
      return (
        state.rawValue,
        .members([
          ("count", .integer(column.count)), ("value", LeadJSON.money(column.sum(in: currency))),
          ("other_currencies", .integer(column.others)),
        ])
      )
    }
    return .members([
      ("due", .integer(tally.due)), ("escalated", .integer(tally.escalated)),
      ("warm_untouched_over_14d", .integer(tally.warmUntouched)), ("without_next", .integer(tally.withoutNext)),
      ("captured_late", .integer(tally.late)), ("new_untouched", .integer(tally.newUntouched)),
      ("columns", .members(columns)),
    ])
  }
}

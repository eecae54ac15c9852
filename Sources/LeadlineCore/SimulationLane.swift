/// One contact at a time (engine letter, 12): what rules ask for stands in one lane, and the upper rule has it.
extension Simulation {
  /// The suggestion that rules have open: its key, while its action is.
  private var suggestion: FiringKey? {
    lane.flatMap { key in world.actions.contains { $0.isSuggestion(key) } ? key : nil }
  }

  /// Carries out what a rung asks for. A later rung that asks or moves takes the place of what its ladder asked before.
  mutating func ask(_ rung: Rung, of rule: Rule, _ number: Int, _ key: FiringKey, _ at: Instant) {
    var template: Template?
    var draft: Draft?
    var moves = false
    for action in rung.actions {
      switch action {
      case .next(let next): template = next
      case .draft(let intent, let name):
        draft = Draft(key: key, intent: intent, message: name, goesOut: false, opened: at)
      case .send(let intent, let name):
        draft = Draft(key: key, intent: intent, message: name, goesOut: true, opened: at)
      case .move: moves = true
      case .escalate, .decide, .tag, .untag, .notify, .run, .close: break
      }
    }
    if template == nil && !moves { return }
    if let suggestion, suggestion.rule == key.rule, suggestion.anchor == key.anchor { closeSuggestion() }
    guard let template else { return }
    if let place = ladders.firstIndex(where: { $0.number == number }) { ladders[place].waitsForTouch = true }
    if world.lead.objects { return }
    if let suggestion {
      guard isAbove(key.rule, suggestion.rule) else { return supersede(key, by: suggestion.rule) }
      supersede(suggestion, by: key.rule)
      closeSuggestion()
    }
    open(template, draft, for: rule, key, at)
  }

  private func isAbove(_ rule: String, _ other: String) -> Bool {
    guard let list = version?.rules.list else { return false }
    let first = list.first { $0.name == rule || $0.name == other }
    return rule != other && first?.name == rule
  }

  private mutating func open(_ template: Template, _ draft: Draft?, for rule: Rule, _ key: FiringKey, _ at: Instant) {
    guard let deadline = due(template.timing, rule.when, at), let calendar else { return }
    lane = key
    world.actions.append(
      Action(
        key: .firing(key), text: text(of: template, at: at), due: .wall(calendar.zone.wall(at: deadline)),
        deadline: deadline, means: template.means, author: .rule(rule.name), opened: at, cause: world.latest))
    if let draft { world.drafts.append(draft) }
  }

  /// The later of the written time and our last touch + gap, in the owner's working hours (engine letter, 13 and 19).
  private func due(_ timing: Template.Timing, _ trigger: Trigger, _ at: Instant) -> Instant? {
    guard let version, let state = world.state else { return nil }
    let own = version.calendar.calendar(for: world.lead.owner)
    var due =
      switch timing {
      case .in(let interval): own.add(interval, to: at)
      case .now, .whenParkEnds: at
      case .today: own.close(after: at)
      case .at(let minute): own.next(minute: minute, at: at)
      }
    if !trigger.isExemptFromGap, let touch = world.lastTouch {
      due = max(due, version.calendar.add(version.rules[state].gap, to: touch.at))
    }
    return own.due(due)
  }

  /// Takes the open suggestion away, its draft with it.
  mutating func closeSuggestion() {
    guard let key = lane else { return }
    world.actions.removeAll { $0.isSuggestion(key) }
    world.drafts.removeAll { $0.key == key }
    lane = nil
  }
}

extension Action {
  /// Whether it is what a rule suggests under this key; one that a person has made their own is not.
  func isSuggestion(_ key: FiringKey) -> Bool {
    guard case .rule = author else { return false }
    return self.key == .firing(key)
  }
}

/// Whether a condition holds at an instant, and when that changes by itself (3-rules.md, 5; engine letter, 20–22).
extension Simulation {
  func holds(_ condition: Condition, at: Instant) -> Bool {
    switch condition {
    case .state(let states, let isNot): (world.state.map(states.contains) ?? false) != isNot
    case .decision(let decisions, let isNot): decisions.contains(world.decision) != isNot
    case .valueOver(let minor): world.lead.value.map { $0.minor > minor } ?? false
    case .valueUnder(let minor): world.lead.value.map { $0.minor < minor } ?? false
    case .owner(let word): world.lead.owner == word
    case .source(let word): world.lead.source == word
    case .tag(let word): world.lead.tags.contains(word)
    case .currency(let word): world.lead.value?.currency == word
    case .seen(let happening, let interval): isRecent(last(happening)?.at, interval, at)
    case .notSeen(let happening, let interval): !isRecent(last(happening)?.at, interval, at)
    case .answered(let interval): isRecent(lastAnswer, interval, at)
    case .notAnswered(let interval): !isRecent(lastAnswer, interval, at)
    case .neverTouched: world.lastTouch == nil && world.contacted == nil
    case .recycledOver(let count): parks > count
    case .touchesOver(let count): (world.clocks.run?.touches ?? 0) > count
    case .momentumUnder(let percent): version.map { world.momentum($0, at: at) < Double(percent) } ?? false
    case .promisePending: world.promise?.isPassed == false
    case .hasEmail: !world.lead.emails.isEmpty
    case .hasPhone: !world.lead.phones.isEmpty
    case .workingHours: calendar?.isOpen(at: at) ?? false
    }
  }

  /// All of `if` and none of `unless`.
  func conditionsHold(_ rule: Rule, at: Instant) -> Bool {
    rule.conditions.allSatisfy { holds($0, at: at) } && !rule.exceptions.contains { holds($0, at: at) }
  }

  /// The latest occurrence; of all that happened it alone can still lie in a window.
  func last(_ happening: Happening) -> Occurrence? { history.last { $0.what == happening } }

  /// Whether something lies in `(t-D, t]`, D reckoned forward from it.
  func isRecent(_ instant: Instant?, _ interval: Interval, _ t: Instant) -> Bool {
    guard let instant, let calendar, instant <= t else { return false }
    return calendar.add(interval, to: instant) > t
  }

  /// The first instant after `t` at which a condition may change without a fact; nil where it never does.
  func change(of condition: Condition, after t: Instant) -> Instant? {
    switch condition {
    case .seen(let happening, let interval), .notSeen(let happening, let interval):
      end(of: last(happening)?.at, interval, after: t)
    case .answered(let interval), .notAnswered(let interval): end(of: lastAnswer, interval, after: t)
    case .workingHours: calendar.map { $0.end(ofPeriodAt: t)?.advanced(by: 1) ?? $0.next(opening: t) }
    case .momentumUnder(let percent): momentumFalls(under: percent, after: t)
    case .state, .decision, .valueOver, .valueUnder, .owner, .source, .tag, .currency, .neverTouched, .recycledOver,
      .touchesOver, .promisePending, .hasEmail, .hasPhone:
      nil
    }
  }

  private func end(of instant: Instant?, _ interval: Interval, after t: Instant) -> Instant? {
    guard let instant, let calendar else { return nil }
    let end = calendar.add(interval, to: instant)
    return end > t ? end : nil
  }

  /// Momentum is looked at on full UTC hours. It only falls while no term is negative: then the hour is found by
  /// halving, else hour by hour.
  private func momentumFalls(under percent: Int, after t: Instant) -> Instant? {
    guard let version else { return nil }
    let first = Instant(milliseconds: (t.milliseconds / Instant.hour + 1) * Instant.hour)
    if world.signals.contains(where: { $0.weight < 0 }) { return first }
    func isUnder(_ hours: Int64) -> Bool {
      world.momentum(version, at: first.advanced(by: hours * Instant.hour)) < Double(percent)
    }
    var (low, high) = (Int64(0), Int64(1) << 20)
    if world.momentum(version, at: t) < Double(percent) || !isUnder(high) { return nil }
    while low < high {
      let middle = (low + high) / 2
      if isUnder(middle) { high = middle } else { low = middle + 1 }
    }
    return first.advanced(by: low * Instant.hour)
  }
}

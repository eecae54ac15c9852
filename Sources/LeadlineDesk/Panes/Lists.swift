package import LeadlineCore

/// The orders of the board's columns, of due and of silence: worked out when facts, filter or the clock's day change,
/// not when a key is pressed.
package struct Lists: Sendable {
  package private(set) var columns: [[LeadID]] = [[], [], []]
  package private(set) var due: [(kind: DueModel.Kind, leads: [LeadID])] = []
  package private(set) var silence: [(kind: SilenceModel.Kind, leads: [LeadID])] = []
  package private(set) var tally: Tally
  /// Leads of the whole book that are silent beyond their window: the tab's number.
  package private(set) var beyond = 0
  /// Under a filter, how many of each column are hidden by it is the tally's count less what stands here.
  package private(set) var isFiltered: Bool

  package static let states: [State] = [.hot, .warm, .recycle]

  package init(_ source: PaneSource, filter: Filter) {
    tally = source.tally
    isFiltered = !filter.isEmpty
    var open: [World] = []
    for world in source.pipeline.worlds.values where world.isOpen {
      if world.state != .recycle, source.isBeyondWindow(world) { beyond += 1 }
      if filter.isEmpty || source.holds(filter, world) { open.append(world) }
    }
    let keyed = open.map { Keyed($0, source) }
    columns = Lists.states.map { state in keyed.filter { $0.state == state }.sorted(by: Keyed.stands).map(\.lead) }
    due = Lists.due(keyed, source)
    silence = Lists.silence(keyed, source)
  }

  /// The sections of due alone, for whoever shows nothing else: no lead's momentum is reckoned.
  package static func due(_ source: PaneSource) -> [(kind: DueModel.Kind, leads: [LeadID])] {
    var keyed: [Keyed] = []
    for world in source.pipeline.worlds.values where world.isOpen {
      keyed.append(Keyed(world, source, isWeighed: false))
    }
    return due(keyed, source)
  }

  /// What an order needs to know of a lead, reckoned once. An object, because sorting moves it often.
  private final class Keyed {
    let lead: LeadID
    let state: State
    let name: String
    let next: Action?
    let isOverdue: Bool
    let isToday: Bool
    let isAsleep: Bool
    let momentum: Double
    let isFalling: Bool
    let silent: Int?
    let window: Instant?

    /// `isWeighed`: with what only the orders of columns and of silence ask for.
    init(_ world: World, _ source: PaneSource, isWeighed: Bool = true) {
      lead = world.lead.id
      state = world.state ?? .warm
      name = world.lead.title
      next = world.next
      isOverdue = next?.isOverdue(at: source.now) == true
      isToday = !isOverdue && world.isDue(source.now, source.zone)
      isAsleep = world.isAsleep
      momentum = isWeighed ? source.momentum(world) : 0
      isFalling = isWeighed && source.isFalling(world, momentum)
      silent = isWeighed ? world.silentDays(source.now, source.zone) : nil
      window = isWeighed ? source.window(world) : nil
    }

    /// Overdue, due today by time, momentum falling first, name.
    static func stands(_ a: Keyed, before b: Keyed) -> Bool {
      let (x, y) = (a.rank, b.rank)
      if x != y { return x < y }
      if x < 2, let p = a.next?.deadline, let q = b.next?.deadline, p != q { return p < q }
      if x >= 2, a.isFalling != b.isFalling { return a.isFalling }
      return a.name == b.name ? a.lead < b.lead : a.name < b.name
    }

    private var rank: Int { isOverdue ? 0 : isToday ? 1 : 2 }

    static func isDueEarlier(_ a: Keyed, _ b: Keyed) -> Bool {
      if let p = a.next?.deadline, let q = b.next?.deadline, p != q { return p < q }
      return a.name == b.name ? a.lead < b.lead : a.name < b.name
    }

    static func isSilentLonger(_ a: Keyed, _ b: Keyed) -> Bool {
      let (p, q) = (a.silent ?? -1, b.silent ?? -1)
      if p != q { return p > q }
      return a.name == b.name ? a.lead < b.lead : a.name < b.name
    }
  }

  private static func due(_ keyed: [Keyed], _ source: PaneSource) -> [(kind: DueModel.Kind, leads: [LeadID])] {
    let lastDay = source.wording.today.adding(7)
    let planned = keyed.filter { $0.next != nil }.sorted(by: Keyed.isDueEarlier)
    let week = planned.filter { !$0.isOverdue && !$0.isToday && ($0.next?.due.day ?? lastDay.adding(1)) <= lastDay }
    let triage = keyed.filter(\.isAsleep).sorted { $0.name < $1.name }
    let sections: [(DueModel.Kind, [Keyed])] = [
      (.overdue, planned.filter(\.isOverdue)), (.today, planned.filter(\.isToday)), (.week, week), (.triage, triage),
    ]
    return sections.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.map(\.lead)) }
  }

  private static func silence(_ keyed: [Keyed], _ source: PaneSource)
    -> [(kind: SilenceModel.Kind, leads: [LeadID])]
  {
    let silent = keyed.filter { $0.silent != nil }.sorted(by: Keyed.isSilentLonger)
    let talking = silent.filter { $0.state != .recycle }
    let sections: [(SilenceModel.Kind, [Keyed])] = [
      (.beyond, talking.filter { $0.window.map { $0 < source.now } ?? false }),
      (.within, talking.filter { $0.window.map { $0 >= source.now } ?? true }),
      (.parked, silent.filter { $0.state == .recycle }),
    ]
    return sections.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.map(\.lead)) }
  }

  /// Due today or earlier.
  package var dueToday: [LeadID] { due.filter { $0.kind == .overdue || $0.kind == .today }.flatMap(\.leads) }
  package var dueLeads: [LeadID] { due.flatMap(\.leads) }
  package var silentLeads: [LeadID] { silence.flatMap(\.leads) }
}

extension PaneSource {
  package func holds(_ filter: Filter, _ world: World) -> Bool {
    guard let version else { return false }
    return filter.holds(world, version.calendar, now) { $0.momentum(version, at: now) }
  }

  func isFalling(_ world: World, _ momentum: Double) -> Bool {
    guard let version, let state = world.state, !world.signals.isEmpty,
      let halfLife = version.calendar.meanLength(of: version.rules[state].halfLife)
    else { return false }
    return momentum < Momentum.of(world.signals, halfLife: halfLife, at: now.advanced(by: -7 * Instant.day))
  }

  func isBeyondWindow(_ world: World) -> Bool {
    world.silentDays(now, zone) != nil && window(world).map { $0 < now } == true
  }

  /// When a silence passes its window, counted from the run's latest touch.
  func window(_ world: World) -> Instant? {
    guard let version, let run = world.clocks.run, let allowed = allowedSilence(world) else { return nil }
    return version.calendar.add(allowed.wait, to: run.clock)
  }

  /// How long a lead may be silent, and what says so: the first rule that watches silence in its state, as `warm-silent`,
  /// else the `gap of warm`.
  func allowedSilence(_ world: World) -> (wait: Interval, name: String)? {
    guard let version, let state = world.state else { return nil }
    for rule in version.rules.list where !rule.isOff {
      guard case .silent(let wait) = rule.when, rule.conditions.allSatisfy({ $0.allows(state) }) else { continue }
      return (wait, rule.name)
    }
    return (version.rules[state].gap, "gap of \(state.rawValue)")
  }
}

extension Condition {
  /// False for a condition on the state that this one does not meet.
  fileprivate func allows(_ state: State) -> Bool {
    if case .state(let states, let isNot) = self { states.contains(state) != isNot } else { true }
  }
}

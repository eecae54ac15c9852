/// A rules file, understood: three state blocks that cover every open lead at every moment, and the rules in the order
/// in which they are written: of two that want the same, the upper one wins.
package struct Rules: Hashable, Sendable {
  package var hot: StateBlock
  package var warm: StateBlock
  package var recycle: StateBlock
  package var list: [Rule]

  package init(hot: StateBlock, warm: StateBlock, recycle: StateBlock, list: [Rule] = []) {
    self.hot = hot
    self.warm = warm
    self.recycle = recycle
    self.list = list
  }

  /// The rule of this name, and its place in the file; nil where the name is gone.
  package func rule(named name: String) -> Rule? { list.first { $0.name == name } }

  package subscript(state: State) -> StateBlock {
    switch state {
    case .hot: hot
    case .warm: warm
    case .recycle: recycle
    }
  }
}

/// What a state means, and what happens on a lead in it that has no other next action.
package struct StateBlock: Hashable, Sendable {
  package var state: State
  package var means: String
  package var next: Template
  /// An action overdue by this much is escalated.
  package var escalate: Interval
  /// The least time between two contacts that rules may suggest.
  package var gap: Interval
  package var halfLife: Interval

  package init(state: State, means: String, next: Template, escalate: Interval, gap: Interval, halfLife: Interval) {
    self.state = state
    self.means = means
    self.next = next
    self.escalate = escalate
    self.gap = gap
    self.halfLife = halfLife
  }
}

/// The number of this program's semantics: what an `adopt` names. A book that names a higher one is read, not written.
package enum Engine {
  package static let number = 1
}

/// `next "TEXT" in 8wh by call`: an action that rules open.
package struct Template: Hashable, Sendable {
  package enum Timing: Hashable, Sendable {
    case `in`(Interval)
    case now, today
    /// Minutes since midnight.
    case at(Int)
    case whenParkEnds
  }

  package var text: String
  package var timing: Timing
  package var means: Means?

  package init(_ text: String, _ timing: Timing, by means: Means? = nil) {
    self.text = text
    self.timing = timing
    self.means = means
  }

  /// What a text may name in braces: `{first}`.
  package static let fieldNames = ["name", "first", "company", "decision", "days"]
}

/// The rules and the calendar that hold from one moment until the next adoption.
/// Never changed, and met at every fact: shared instead of copied.
package final class Version: Sendable {
  package let from: Instant
  package let rules: Rules
  package let settings: BookSettings
  package let calendar: WorkCalendar

  package init(from: Instant, rules: Rules, settings: BookSettings, calendar: WorkCalendar) {
    self.from = from
    self.rules = rules
    self.settings = settings
    self.calendar = calendar
  }
}

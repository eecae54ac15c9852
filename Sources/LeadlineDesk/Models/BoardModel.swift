/// The board: hot, warm, recycle, with the lead under the cursor and what is due beside them.
package struct BoardModel: Hashable, Sendable {
  package enum Focus: Hashable, Sendable { case columns, detail, due }

  package var columns: [ColumnModel]
  /// The lead under the cursor; nil on an empty board.
  package var detail: DetailModel?
  package var due: DueModel
  package var focus: Focus
  /// What an empty book says instead of cards: how to get the first lead in.
  package var welcome: [String]

  package init(
    columns: [ColumnModel], detail: DetailModel?, due: DueModel, focus: Focus = .columns, welcome: [String] = []
  ) {
    self.columns = columns
    self.detail = detail
    self.due = due
    self.focus = focus
    self.welcome = welcome
  }
}

package struct ColumnModel: Hashable, Sendable {
  package var state: StateName
  /// `3`, or `2/6` under a filter.
  package var count: String
  /// `€42.5k`, `€14k (+2 other)`; empty where nothing has a value.
  package var value: String
  /// The cards in view, top to bottom.
  package var cards: [CardModel]
  package var hiddenAbove: Int
  package var hiddenBelow: Int
  package var isFocused: Bool

  package init(
    state: StateName, count: String, value: String, cards: [CardModel], hiddenAbove: Int = 0, hiddenBelow: Int = 0,
    isFocused: Bool = false
  ) {
    self.state = state
    self.count = count
    self.value = value
    self.cards = cards
    self.hiddenAbove = hiddenAbove
    self.hiddenBelow = hiddenBelow
    self.isFocused = isFocused
  }
}

/// A state as screens name it.
package enum StateName: String, Hashable, Sendable {
  case hot = "HOT"
  case warm = "WARM"
  case recycle = "RECYCLE"
  case won = "WON"
  case lost = "LOST"
  case dead = "DEAD"

  /// One letter, where there is room for no more.
  package var letter: String { String(rawValue.prefix(1)) }
}

package struct CardModel: Hashable, Sendable {
  package var name: String
  package var company: String
  package var value: String
  package var state: StateName
  /// The owner's initials where that is not me.
  package var owner: String
  /// A rule or a state's default set what happens next: `⚙`.
  package var isByRule: Bool
  /// `4/5 approval`
  package var decision: String
  package var sign: SignModel?
  package var when: WhenModel
  package var isCursor: Bool
  package var isMarked: Bool

  package init(
    name: String, company: String, value: String, state: StateName, owner: String, isByRule: Bool, decision: String,
    sign: SignModel?, when: WhenModel, isCursor: Bool = false, isMarked: Bool = false
  ) {
    self.name = name
    self.company = company
    self.value = value
    self.state = state
    self.owner = owner
    self.isByRule = isByRule
    self.decision = decision
    self.sign = sign
    self.when = when
    self.isCursor = isCursor
    self.isMarked = isMarked
  }
}

/// The last that was heard of a buyer: a signal, a silence, a promise.
package struct SignModel: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case signal, weak, silence, promise, objection }

  package var kind: Kind
  /// `proposal viewed 3×`, `silent 16d`
  package var text: String
  /// `viewed 3×`
  package var short: String

  package init(_ kind: Kind, _ text: String, short: String) {
    self.kind = kind
    self.text = text
    self.short = short
  }
}

/// When the next thing happens.
package struct WhenModel: Hashable, Sendable {
  package enum Urgency: Hashable, Sendable {
    /// `!!`
    case overdue
    /// `!`
    case today
    case later
    /// `⏲`, a park date
    case parked
    /// Imported, and asleep until something happens on it.
    case asleep
  }

  package var urgency: Urgency
  /// `Fri 12:00`, `15:15`, `today`, `Tue`, `11 Jan`
  package var text: String
  /// `Fri`: without the clock where a day says enough.
  package var short: String
  /// `mail`, `untouched 17d`, `meeting-missed`, `new budget`: what else the card's last line has room for.
  package var tail: String

  package init(_ urgency: Urgency, _ text: String, short: String, tail: String = "") {
    self.urgency = urgency
    self.text = text
    self.short = short
    self.tail = tail
  }
}

/// One section of a list: its name, how many it has, and those in view.
package struct SectionModel<Kind: Hashable & Sendable, Row: Hashable & Sendable>: Hashable, Sendable {
  package var kind: Kind
  package var count: Int
  package var rows: [Row]

  package init(_ kind: Kind, count: Int, rows: [Row]) {
    self.kind = kind
    self.count = count
    self.rows = rows
  }
}

/// What happens next, when, and why: overdue, today, and the seven days that follow.
package struct DueModel: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case overdue = "Overdue"
    case today = "Today"
    case week = "Next seven days"
    case triage = "To triage"
  }

  package var sections: [SectionModel<Kind, DueRowModel>] = []
  package var hiddenAbove = 0
  package var hiddenBelow = 0
  package var due = 0
  /// How many of them a filter shows; nil where none is set.
  package var shown: Int?
  package var warmUntouched = 0
  package var withoutNext = 0
  package var late = 0
  package var escalated = 0
  package var newUntouched = 0
  /// The lead under the cursor.
  package var detail: DetailModel?
  /// What stands where nothing is due.
  package var empty = ""

  package init() {}
}

package struct DueRowModel: Hashable, Sendable {
  package var name: String
  package var company: String
  package var state: StateName
  package var when: WhenModel
  /// `Agree who signs`
  package var text: String
  /// `call`; empty where nobody said
  package var means: String
  package var because: String
  package var sign: SignModel?
  /// `me`, or initials
  package var who: String
  package var isMine: Bool
  package var isByRule: Bool
  package var isEscalated: Bool
  package var isCursor: Bool
  package var isMarked: Bool

  package init(
    name: String, company: String, state: StateName, when: WhenModel, text: String, means: String, because: String,
    sign: SignModel?, who: String, isMine: Bool, isByRule: Bool, isEscalated: Bool, isCursor: Bool = false,
    isMarked: Bool = false
  ) {
    self.name = name
    self.company = company
    self.state = state
    self.when = when
    self.text = text
    self.means = means
    self.because = because
    self.sign = sign
    self.who = who
    self.isMine = isMine
    self.isByRule = isByRule
    self.isEscalated = isEscalated
    self.isCursor = isCursor
    self.isMarked = isMarked
  }
}

/// Who went quiet, after what, and what happens about it.
package struct SilenceModel: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case beyond = "Beyond their window"
    case within = "Within it"
    case parked = "Parked"
  }

  package var sections: [SectionModel<Kind, SilenceRowModel>] = []
  package var hiddenAbove = 0
  package var hiddenBelow = 0
  package var warmUntouched = 0
  /// The first names behind each number, for the head lines.
  package var warmUntouchedNames = ""
  package var withoutNext = 0
  package var withoutNextNames = ""
  package var escalated = 0
  package var escalatedNames = ""
  package var late = 0
  package var lateNames = ""
  package var beyond = 0
  package var newUntouched = 0
  package var detail: DetailModel?
  /// `3wd (warm-silent), passed Thu 5 Nov 09:05`
  package var window = ""
  package var empty = ""

  package init() {}
}

package struct SilenceRowModel: Hashable, Sendable {
  package var name: String
  package var state: StateName
  /// `21d`
  package var silent: String
  /// `call reached 2 Nov`, `parked 1 Oct`
  package var after: String
  package var untouched: String
  /// Warm and untouched over 14 days.
  package var isUntouchedTooLong: Bool
  package var decision: DecisionModel
  package var momentum: MomentumModel
  package var when: WhenModel
  /// `Send the two-page case`, `parked until 11 Jan`
  package var next: String
  package var who: String
  package var isMine: Bool
  package var isByRule: Bool
  package var isCursor: Bool

  package init(
    name: String, state: StateName, silent: String, after: String, untouched: String, isUntouchedTooLong: Bool,
    decision: DecisionModel, momentum: MomentumModel, when: WhenModel, next: String, who: String, isMine: Bool,
    isByRule: Bool, isCursor: Bool = false
  ) {
    self.name = name
    self.state = state
    self.silent = silent
    self.after = after
    self.untouched = untouched
    self.isUntouchedTooLong = isUntouchedTooLong
    self.decision = decision
    self.momentum = momentum
    self.when = when
    self.next = next
    self.who = who
    self.isMine = isMine
    self.isByRule = isByRule
    self.isCursor = isCursor
  }
}

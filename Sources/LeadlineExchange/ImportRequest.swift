package import LeadlineCore

/// What a person said of an import, besides the file.
package struct ImportRequest: Sendable {
  /// SOURCE of the key `import=SOURCE:KEY`.
  package var source = "csv"
  /// The column whose cells tell rows apart; nil for mail, else phone, else the row itself.
  package var key: String?
  /// Column and target, as `--map` has them.
  package var maps: [(column: String, target: String)] = []
  /// A word of the state column, and the state that it means.
  package var states: [(word: String, state: String)] = []
  /// Until when rows in recycle are parked that name no date.
  package var park: Day
  /// Why closed rows were closed that give no reason.
  package var reason = "imported"
  package var dates: DateOrder?
  /// For amounts that name no currency.
  package var currency: String
  /// The decisions of the book.
  package var decisions: [String] = []

  package init(park: Day, currency: String) {
    self.park = park
    self.currency = currency
  }
}

/// Where a row comes in: open in a state, or closed.
package enum ImportStage: Hashable, Sendable {
  case open(State)
  case closed(Ending)

  package init?(_ word: some StringProtocol) {
    let small = word.lowercased()
    if let state = State(rawValue: small) {
      self = .open(state)
    } else if let ending = Ending(rawValue: small) {
      self = .closed(ending)
    } else {
      return nil
    }
  }

  package var word: String {
    switch self {
    case .open(let state): state.rawValue
    case .closed(let ending): ending.rawValue
    }
  }

  package static let words = State.allCases.map(\.rawValue) + Ending.allCases.map(\.rawValue)
}

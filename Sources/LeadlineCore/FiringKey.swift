/// The name of one firing on every machine: RULE/LEAD/ANCHOR/RUNG (engine letter, 17). A rule of a state block is
/// `state warm`, its default action `default`.
package struct FiringKey: Hashable, Comparable, Sendable {
  package var rule: String
  package var lead: String
  package var anchor: String
  package var rung: Int

  package init(rule: String, lead: String, anchor: String, rung: Int) {
    self.rule = rule
    self.lead = lead
    self.anchor = anchor
    self.rung = rung
  }

  /// Nil unless the text has four parts and ends in a rung of 0 to 9999.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, !parts[0].isEmpty, let rung = Int(parts[3]), (0...9999).contains(rung) else { return nil }
    self.init(rule: String(parts[0]), lead: String(parts[1]), anchor: String(parts[2]), rung: rung)
  }

  package var text: String { "\(rule)/\(lead)/\(anchor)/\(rung)" }

  package static func < (a: FiringKey, b: FiringKey) -> Bool { a.text < b.text }
}

/// What `of=` and `for=` name: the event of an action, or the key of a firing.
package enum Reference: Hashable, Sendable {
  case event(EventID)
  case firing(FiringKey)

  package var text: String {
    switch self {
    case .event(let id): id.text
    case .firing(let key): key.text
    }
  }

  /// The id of an event, or the key of a firing; nil for anything else.
  package init?(_ text: String) {
    if let id = EventID(text) {
      self = .event(id)
    } else if let key = FiringKey(text) {
      self = .firing(key)
    } else {
      return nil
    }
  }
}

/// What a buyer did, as the book names it: `proposal.viewed`. Books may add their own.
package struct SignalKind: Hashable, Comparable, Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }

  package static func < (a: SignalKind, b: SignalKind) -> Bool { a.name < b.name }

  package static let replied = SignalKind("replied")
  package static let inbound = SignalKind("inbound")
  package static let callMissed = SignalKind("call.missed")
  package static let callAnswered = SignalKind("call.answered")
  package static let meetingBooked = SignalKind("meeting.booked")
  package static let meetingDeclined = SignalKind("meeting.declined")
  package static let meetingCancelled = SignalKind("meeting.cancelled")
  package static let meetingMissed = SignalKind("meeting.missed")
  package static let proposalSigned = SignalKind("proposal.signed")
  package static let proposalViewed = SignalKind("proposal.viewed")
  package static let pricingViewed = SignalKind("pricing.viewed")
  package static let priceDiscussed = SignalKind("price.discussed")
  package static let linkClicked = SignalKind("link.clicked")
  package static let objection = SignalKind("objection")
  package static let commit = SignalKind("commit")
  package static let emailOpened = SignalKind("email.opened")
  package static let away = SignalKind("away")
  package static let bounced = SignalKind("bounced")
  package static let unsubscribed = SignalKind("unsubscribed")

  /// The kinds that every book knows, strongest first (6-commands.md, 4).
  package static let known: [SignalKind] = [
    replied, inbound, callMissed, callAnswered, meetingBooked, proposalSigned, commit,
    proposalViewed, pricingViewed, linkClicked, meetingDeclined, meetingCancelled, meetingMissed, priceDiscussed,
    objection, emailOpened, away, bounced, unsubscribed,
  ]

  /// Engine letter, 25: seven strong kinds, opens weak, all others medium unless the book says otherwise.
  package var usualConfidence: Confidence {
    switch self {
    case .replied, .inbound, .callMissed, .callAnswered, .meetingBooked, .proposalSigned, .commit: .strong
    case .emailOpened: .weak
    default: .medium
    }
  }

  /// An answer of the buyer ends a silence; opens, views and clicks do not.
  package var isAnswer: Bool {
    switch self {
    case .replied, .inbound, .callMissed, .callAnswered, .meetingBooked, .meetingDeclined, .proposalSigned, .commit:
      true
    default: false
    }
  }

  /// A message that waits for us: the clock `owed` starts.
  package var asksForAnswer: Bool { self == .replied || self == .inbound || self == .callMissed }

  /// Neither strong, medium nor weak: a note of the mail system.
  package var isNotice: Bool { self == .away || self == .bounced || self == .unsubscribed }

  /// What the kind adds to momentum; unknown kinds add nothing (7-reports.md; engine letter, 22).
  package var usualWeight: Double {
    switch self {
    case .replied, .callAnswered, .inbound: 2
    case .meetingBooked: 1.5
    case .proposalViewed, .pricingViewed: 1
    case .linkClicked: 0.5
    case .emailOpened: 0.1
    case .meetingMissed: -0.5
    default: 0
    }
  }
}

/// The three states of an open lead.
package enum State: String, Hashable, Sendable, CaseIterable {
  case hot, warm, recycle
}

/// How a lead ended.
package enum Ending: String, Hashable, Sendable, CaseIterable {
  case won, lost, dead
}

/// Whether a lead was lost to our timing or to its fit.
package enum Fit: String, Hashable, Sendable, CaseIterable {
  case timing, fit, unknown
}

/// The way by which we reached out.
package enum Channel: String, Hashable, Sendable, CaseIterable {
  case mail, call, message, voicemail, meeting, proposal, visit

  /// What a touch came to where nobody said (engine letter, 10).
  package var usualOutcome: TouchOutcome {
    switch self {
    case .mail, .message, .proposal, .voicemail: .sent
    case .call: .reached
    case .meeting, .visit: .held
    }
  }
}

package enum TouchOutcome: String, Hashable, Sendable, CaseIterable {
  case reached, none, held, sent

  /// A conversation is an answer of theirs, then a touch of ours.
  package var isConversation: Bool { self == .reached || self == .held }
}

/// By what means an action is to be done.
package enum Means: String, Hashable, Sendable, CaseIterable {
  case call, mail, message, meeting, task

  /// The touch that doing the action is; a task is none.
  package var channel: Channel? {
    switch self {
    case .call: .call
    case .mail: .mail
    case .message: .message
    case .meeting: .meeting
    case .task: nil
    }
  }
}

/// The one thing that a message does.
package enum Intent: String, Hashable, Sendable, CaseIterable {
  case advance, clarify, close
}

/// How sure a signal is that a person of the buyer stood behind it.
package enum Confidence: String, Hashable, Sendable, CaseIterable {
  case machine, weak, medium, strong
}

extension Confidence: Comparable {
  package static func < (a: Confidence, b: Confidence) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .machine: 0
    case .weak: 1
    case .medium: 2
    case .strong: 3
    }
  }
}

import LeadlineCore

/// What a rules file may name besides the words of the language: the kinds and decisions of the book, and messages.
struct RuleWords {
  let decisions: [String]
  private let settings: BookSettings
  private let kinds: Set<String>
  /// Everything that may be watched for, nearest first in the sense of a proposal.
  let happenings: [String]

  init(_ settings: BookSettings) {
    self.settings = settings
    decisions = settings.decisions
    let names = settings.kinds.map(\.name)
    kinds = Set(names)
    happenings = names.prefix(64) + RuleWords.touches.keys.sorted()
  }

  /// The signal or touch of this name: a kind that the book knows comes before CHANNEL.OUTCOME.
  func happening(_ name: String) -> Happening? {
    kinds.contains(name) ? .signal(SignalKind(name)) : RuleWords.touches[name]
  }

  /// A weak signal is evidence, and never makes a rule fire by itself (engine letter, 25).
  func neverFires(_ happening: Happening) -> Bool {
    switch happening {
    case .signal(let kind): settings.confidence(of: kind) < .medium
    case .touch: false
    }
  }

  private static let touches: [String: Happening] = {
    var touches: [String: Happening] = [:]
    for channel in Channel.allCases {
      for outcome in TouchOutcome.allCases {
        let touch = Happening.touch(channel, outcome)
        touches[touch.name] = touch
      }
    }
    return touches
  }()

  /// What begins a trigger that is no kind.
  static let triggers = [
    "any", "captured", "owed", "silent", "untouched", "unplanned", "promise", "overdue", "in", "at", "recycle", "moved",
    "decided", "no",
  ]

  /// What begins a condition that is no kind.
  static let conditions = [
    "state", "decision", "value", "owner", "source", "tag", "currency", "no", "replied", "never", "recycled", "touches",
    "momentum", "promise", "has", "working",
  ]

  static let actions = [
    "next", "draft", "send", "move", "escalate", "decide", "tag", "untag", "notify", "run", "close",
  ]

  /// A name that is one of these stands in quotes. `replied` is left out: only conditions take it for another word.
  static let reserved = Set(
    triggers + conditions + actions + [
      "is", "not", "and", "or", "over", "under", "for", "to", "by", "again", "after", "times", "signals", "because",
      "ends", "passed", "then", "none", "fires", "quiet", "now", "today", "when",
    ]
  ).subtracting(["replied"])
}

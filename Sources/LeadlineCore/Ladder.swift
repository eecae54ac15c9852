/// What a firing belongs to: the fact, or the moment, that a rule answers. One firing of a rung for each (engine letter,
/// 17).
enum Anchor: Hashable, Sendable {
  /// A fact; or, where a firing is the anchor, thirteen digits of the SHA-256 of its key.
  case fact(EventID)
  case moment(Instant)
  case late(Reference, due: Instant)

  var text: String {
    switch self {
    case .fact(let id): id.text
    case .moment(let at): String(at.milliseconds)
    case .late(let action, let due): "\(action.anchorText)@\(due.milliseconds)"
    }
  }
}

extension FiringKey {
  /// What stands for this firing where it is the anchor of another.
  var digest: EventID? { EventID(Base32.encode(SHA256.hash(Array(text.utf8)), count: 13)) }
}

extension Reference {
  /// What stands for an action in the anchor of another firing.
  fileprivate var anchorText: String {
    switch self {
    case .event(let id): id.text
    case .firing(let key): "\(key.rule)-\(key.anchor)-\(key.rung)"
    }
  }
}

/// A rule at work on a lead: from its first rung until something ends it. One whose last rung has fired stays as long
/// as something may still take back what it opened.
struct Ladder: Sendable {
  /// Counts the ladders of a lead.
  let number: Int
  let rule: String
  /// The rule's place in the version in force.
  var index: Int
  let anchor: Anchor
  /// How many rungs have fired.
  var fired = 0
  var lastFired: Instant
  /// It asked for a contact, and nobody has touched the lead since.
  var waitsForTouch = false
  /// What a person put its action off to.
  var snoozed: Instant?
  /// What it stands on, one bit each: cleared where its own action ended that.
  var stands = UInt64.max

  func owns(_ key: FiringKey) -> Bool { key.rule == rule && key.anchor == anchor.text }
}

/// What a rule remembers of one lead.
struct RuleMemory: Sendable {
  /// An absence or a lull that fires unless something comes before.
  struct Pending: Sendable {
    var at: Instant
    var since: Instant
    var anchor: EventID
  }

  /// The anchors of its first rungs.
  var fired: [Anchor] = []
  /// The cooldown's end.
  var restsUntil = Instant.earliest
  /// How many occurrences lie before its last firing: a firing clears the window.
  var cleared = 0
  var pending: [Pending] = []
  /// The clock that was reckoned last, and where it ends.
  var reckoned: (start: Instant, ends: Instant)?
  var isStopped = false
}

/// Something that happened on a lead, as triggers and conditions look back at it.
struct Occurrence: Sendable {
  /// Nil for an answer that is neither a signal nor a touch: a meeting that they moved.
  var what: Happening?
  var at: Instant
  var id: EventID
  var confidence: Confidence
  var isAnswer: Bool
  /// Not within thirty minutes of the last counted one of its kind (engine letter, 21).
  var isCounted: Bool

  /// What machines may have caused never makes a rule fire, and neither do notices of the mail system, unless named.
  var triggers: Bool { confidence >= .medium }

  var isEngagement: Bool { triggers && isSignOfLife }

  /// A signal of the buyer, weak ones too: not our touch, not a notice of the mail system.
  var isSignOfLife: Bool {
    if case .signal(let kind) = what { !kind.isNotice } else { false }
  }
}

/// What rules may answer at one instant.
enum Stimulus: Sendable {
  /// The number of an occurrence.
  case occurrence(Int)
  case captured(EventID)
  case moved(State, EventID)
  case decided(String, EventID)
  case recycleEnds(EventID)
}

/// A rung that is to fire in this round.
struct Claim: Sendable {
  var rule: Int
  /// The ladder that goes on; nil begins one.
  var ladder: Int?
  var anchor: Anchor
  var start: Instant?
  var evidence: [EventID] = []
}

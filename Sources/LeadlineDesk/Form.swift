import LeadlineCore

/// A line that a person types to become events: its kind, the lead, the id that its event will have.
struct Form: Sendable {
  enum Kind: String, Sendable {
    case note, next, promise, add, park, snooze, close, search, filter, objection, away, meeting
  }

  let kind: Kind
  let lead: LeadID?
  let id: EventID
  let began: Instant
  var editor: LineEditor
  /// `snooze`: the due that the key stands for, or the signal asked for with `u`.
  var fixed = ""
  /// Asked for over to disk: keys wait until the world answered.
  var isSaving = false
  /// When the text last changed, if it is not kept since.
  var changed: Instant?
  var lastKept: Instant?

  init(_ kind: Kind, lead: LeadID?, id: EventID, began: Instant, text: String = "", history: [String] = []) {
    self.kind = kind
    self.lead = lead
    self.id = id
    self.began = began
    editor = LineEditor(text, history: history)
  }

  /// Search and filter are no events: nothing of them is kept.
  var isEvent: Bool { kind != .search && kind != .filter }

  var key: String {
    switch kind {
    case .note: "i"
    case .next: "t"
    case .promise: "r"
    case .add: "a"
    case .park: "p"
    case .snooze: fixed.isEmpty ? "z d" : fixed == "signal" ? "z u" : "z"
    case .close: "X o"
    case .search: "/"
    case .filter: "\\"
    case .objection: "s j"
    case .away: "s h"
    case .meeting: "s b"
    }
  }

  var title: String {
    switch kind {
    case .snooze: fixed == "signal" ? "snooze until" : fixed.isEmpty ? "snooze to" : "snooze to \(fixed)"
    case .note, .next, .promise, .add, .park, .close, .search, .filter, .objection, .away, .meeting: kind.rawValue
    }
  }

  var ghost: String {
    switch kind {
    case .note: "what is worth remembering"
    case .next: "what happens next due:thu 10:00"
    case .promise: "what they said they would do due:fri"
    case .add: "Ana Müller @Acme ana@acme.example 12k€ via:fair next:send case due:thu"
    case .park: "90d, 11 jan or a date; wake:replied ends it early; // why"
    case .snooze:
      fixed.isEmpty ? "thu, 3wd or a date // why" : fixed == "signal" ? "replied // why" : "why (Enter: no cause)"
    case .close: "won, lost or dead, then the reason; fit:timing or fit:fit"
    case .search: ""
    case .filter: "state:warm untouched:>14d owner:me"
    case .objection: "the word for it: price, timing, cut-over"
    case .away: "the day they are back; Enter: in 14 days"
    case .meeting: "thu 14:00; Enter: time not known yet"
    }
  }
}

package import LeadlineCore

/// All that can reach the desk from outside: the one door in.
package enum Message: Sendable {
  case key(Key)
  /// The clock says so much now: something may have come due.
  case tick(Instant)
  /// Events that were recorded, by this program, another process or another machine.
  case arrived([Recorded])
  case resized(columns: Int, rows: Int)
  /// The entries of an append effect were refused by the world.
  case failed(what: String, form: EventID?)
  /// The entries of an append effect are on disk.
  case saved(form: EventID?, lines: Int)
  /// Forms that an earlier session could not save.
  case found([UnsavedForm])
  case restore(Pipeline)
}

/// What the desk wants done in the world: the one door out. Values, so that a test can compare them.
package enum Effect: Hashable, Sendable {
  /// Record these as one act; `form` names the unsaved text that may go once they are on disk.
  case append([Entry], form: EventID?)
  case keep(UnsavedForm)
  case discard(EventID)
  case bell, quit, suspend, redraw, reload
}

/// A text that was typed and is not yet an event.
package struct UnsavedForm: Hashable, Sendable {
  /// The id that its event will have: a second try is the same event.
  package var id: EventID
  /// `note`, `next`, `call` …
  package var kind: String
  package var lead: String
  package var began: Instant
  package var text: String

  package init(id: EventID, kind: String, lead: String, began: Instant, text: String) {
    self.id = id
    self.kind = kind
    self.lead = lead
    self.began = began
    self.text = text
  }
}

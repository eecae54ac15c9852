/// One fact, one line of the journal: what a person decided, what a buyer did, or which rules were adopted.
package struct Event: Hashable, Sendable {
  package var id: EventID
  /// When it was recorded.
  package var time: Instant
  /// When it happened; the time of recording unless somebody said otherwise.
  package var at: Instant
  /// The order among facts of one moment: the wall clock, or one step past the greatest seen where that ran ahead.
  package var logical: Instant
  /// Nil where no lead is meant (`adopt`, `undo`): `-` in the journal.
  package var lead: LeadID?
  package var by: String
  /// What several events of one act of a person share: undone together.
  package var act: EventID?
  package var fact: Fact
  /// Keys that this program does not know, in their order: kept, and written again.
  package var extra: [Field]

  package init(
    id: EventID, time: Instant, at: Instant? = nil, logical: Instant? = nil, lead: LeadID?, by: String,
    act: EventID? = nil, fact: Fact, extra: [Field] = []
  ) {
    self.id = id
    self.time = time
    self.at = at ?? time
    self.logical = logical ?? time
    self.lead = lead
    self.by = by
    self.act = act
    self.fact = fact
    self.extra = extra
  }

  /// Facts count in the order of when they happened; the logical time and the id settle equals.
  package static func happenedBefore(_ a: Event, _ b: Event) -> Bool {
    if a.at != b.at { return a.at < b.at }
    if a.logical != b.logical { return a.logical < b.logical }
    return a.id < b.id
  }

  /// The order in which acts were taken: for undo, and for "the latest act".
  package static func wasTakenBefore(_ a: Event, _ b: Event) -> Bool {
    a.logical != b.logical ? a.logical < b.logical : a.id < b.id
  }
}

/// A key and its value, as they stand on a line.
package struct Field: Hashable, Sendable {
  package var key: String
  package var value: String

  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

/// Undo takes whole acts back by writing, never by deleting; undoing an undo is redo.
extension Ledger {
  /// The events that some undo in force takes back. An undo counts unless a later undo takes it back itself.
  func resolveUndos() -> Set<EventID> {
    var undone: Set<EventID> = []
    for undo in undos.values.sorted(by: { Event.wasTakenBefore($1, $0) }) where !undone.contains(undo.id) {
      guard case .undo(let of) = undo.fact else { continue }
      for target in act(of: of) {
        // Only what came before can be taken back; so no circle of undos can be.
        if let other = undos[target], !Event.wasTakenBefore(other, undo) { continue }
        undone.insert(target)
      }
    }
    return undone
  }

  /// All events of the act that this event belongs to, or that has this name; itself alone where it stands for itself.
  package func act(of id: EventID) -> [EventID] { acts[actOf[id] ?? id] ?? [id] }

  /// The latest act of a person on this replica that still stands: what `u` takes back.
  package func latestAct(by person: String) -> Event? {
    let own = entries.indices.filter { number in
      let entry = entries[number]
      return entry.isOwn && entry.lead >= 0 && entry.standing != .void && !undone.contains(entry.id)
    }
    let decoder = decoder()
    // Almost always the very latest is theirs: so no more is read than needs be.
    for number in own.sorted(by: { Entry.wasTakenBefore(entries[$1], entries[$0]) }) {
      if let event = event(number, decoder), event.by == person, !event.isUndo { return event }
    }
    return nil
  }

  /// The latest undo of a person on this replica that still stands and was followed by nothing new: what `C-r` takes
  /// back. An undo that brought something back (a redo) is none.
  package func latestUndo(by person: String) -> Event? {
    let mine = undos.values.filter { event in
      guard case .undo(let of) = event.fact, event.by == person, number(event.id).map({ entries[$0].isOwn }) == true
      else { return false }
      return !undone.contains(event.id) && undos[of] == nil
    }
    guard let undo = mine.max(by: Event.wasTakenBefore) else { return nil }
    if let act = latestAct(by: person), Event.wasTakenBefore(undo, act) { return nil }
    return undo
  }
}

extension Event {
  package var isUndo: Bool { if case .undo = fact { true } else { false } }
}

/// Something wrong in a text that someone wrote: where, what, and what to write instead. Readers never throw; they
/// collect findings and read on.
package struct Finding: Hashable, Sendable {
  package enum Severity: Hashable, Sendable { case error, warning }

  package var severity: Severity
  package var place: Place
  /// What is wrong, as a sentence without a full stop.
  package var what: String
  /// What to write instead; empty where there is nothing to propose.
  package var instead: String

  package init(_ severity: Severity = .error, at place: Place, _ what: String, instead: String = "") {
    self.severity = severity
    self.place = place
    self.what = what
    self.instead = instead
  }

  /// `rules:12:7: what is wrong; what to write instead`
  package var line: String {
    let head = "\(place.file):\(place.line):\(place.column): \(what)"
    return instead.isEmpty ? head : "\(head); \(instead)"
  }
}

/// A place in a text, counted from 1; a column counts Unicode scalars.
package struct Place: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

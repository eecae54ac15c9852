package import LeadlineCore
package import LeadlineText

/// A capture line as facts: the lead, and what was agreed with it.
package struct CaptureFacts: Sendable {
  package let line: CaptureLine
  package private(set) var capture = Capture()
  /// What follows the `lead` event in the same act.
  package private(set) var more: [Fact] = []
  package private(set) var due: Due?
  package private(set) var findings: [Finding]

  package init(_ text: String, now: Instant, version: Version, me: String) {
    line = CaptureReader.read(text, now: now, calendar: version.calendar)
    findings = line.findings
    fill(now, version, me)
  }

  package var isComplete: Bool { !findings.contains { $0.severity == .error } }

  package var slug: String { Slug.read(line.name.isEmpty ? line.company ?? line.emails.first ?? "" : line.name) }

  private mutating func fill(_ now: Instant, _ version: Version, _ me: String) {
    capture.name = line.name
    capture.company = line.company ?? ""
    capture.emails = line.emails
    capture.phones = line.phones
    capture.url = line.urls.first ?? ""
    capture.role = line.role ?? ""
    capture.value = line.value
    capture.source = line.source ?? ""
    capture.ref = line.ref ?? ""
    capture.owner = me
    capture.tags = line.tags
    capture.state = line.state ?? .warm
    capture.ext = line.ext.map { Field($0.name, $0.value) }
    let place = Place(file: "capture", line: 1, column: 1)
    if let decision = line.decision {
      let names = version.settings.decisions
      if names.contains(decision) {
        capture.decision = decision
      } else {
        let cure = proposal(for: decision, among: names, otherwise: "write one of \(names.joined(separator: ", "))")
        findings.append(Finding(at: place, "\"\(decision)\" is no decision of this book", instead: cure))
      }
    }
    if capture.state == .recycle { capture.until = version.calendar.zone.day(at: now).adding(90) }
    fillNext(now, version, place)
    if let note = line.note { more.append(.note(note, call: nil)) }
  }

  private mutating func fillNext(_ now: Instant, _ version: Version, _ place: Place) {
    due = line.due
    guard let next = line.next else {
      if due != nil {
        findings.append(Finding(at: place, "due: without next:", instead: "say what is due: next:call them due:thu"))
      }
      return
    }
    guard let due else {
      if line.dueText == nil {
        findings.append(Finding(at: place, "next: has no date", instead: "add due:thu or due:3wd"))
      }
      return
    }
    var intention = Intention(next, due: due)
    if case .wall = due { intention.zone = version.calendar.zone.name }
    more.append(.action(intention))
  }
}

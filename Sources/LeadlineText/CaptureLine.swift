package import LeadlineCore

/// One typed line that makes a lead, as far as it was understood.
package struct CaptureLine: Hashable, Sendable {
  package var name = ""
  package var company: String?
  package var emails: [String] = []
  package var phones: [String] = []
  package var urls: [String] = []
  package var value: Money?
  package var tags: [String] = []
  package var state: State?
  /// Where the lead came from: `via:`.
  package var source: String?
  package var ref: String?
  package var role: String?
  /// A decision by name; whether the book has it is for the caller to say.
  package var decision: String?
  /// The next action in words: `next:`.
  package var next: String?
  /// When the next action is due.
  package var due: Due?
  /// The same as it was typed: `thu 10:00`.
  package var dueText: String?
  /// The kind of signal that wakes a recycled lead.
  package var wake: String?
  /// The name of the zone that the buyer lives in.
  package var zone: String?
  /// `ext.NAME:value` in the order typed, without the `ext.`.
  package var ext: [CapturePair] = []
  package var note: String?

  /// What each stretch of the line was taken for, in the order of the line.
  package var tokens: [CaptureToken] = []
  package var findings: [Finding] = []

  package init() {}

  /// True where a lead can be made of this line: somebody is named or can be reached, and nothing is wrong.
  package var isComplete: Bool { !findings.contains { $0.severity == .error } }
}

/// A name and a text of one's own: `ext.NAME:value`.
package struct CapturePair: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// A stretch of a capture line and what it was understood as.
package struct CaptureToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case name, company, email, phone, url, value, tag, state
    case source, ref, role, decision, next, due, wake, zone, ext, note
    /// Nothing was made of it: a finding says why.
    case refused
  }

  /// Unicode scalars of the line, counted from 0.
  package var range: Range<Int>
  package var kind: Kind

  package init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

extension CaptureLine {
  /// What was understood, field by field: `("name", "Ana Müller")`.
  package var fields: [(label: String, text: String)] {
    var fields: [(label: String, text: String)] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { fields.append((label, text)) }
    }
    add("name", name)
    add("org", company)
    for email in emails { add("mail", email) }
    for phone in phones { add("phone", phone) }
    for url in urls { add("url", url) }
    add("value", value?.spaced)
    add("state", state?.rawValue)
    for tag in tags { add("tag", tag) }
    add("via", source)
    add("ref", ref)
    add("role", role)
    add("decision", decision)
    add("next", next)
    add("due", due?.preview)
    add("wake", wake)
    add("tz", zone)
    for pair in ext { add("ext.\(pair.name)", pair.value) }
    add("note", note)
    return fields
  }

  /// The preview under the line: `name Ana Müller · org Acme · mail ana@acme.de · value 12 000 EUR`.
  package var understood: String {
    fields.map { "\($0.label) \($0.text)" }.joined(separator: " · ")
  }
}

extension Due {
  /// `Thu 2026-11-26 10:00`: the weekday is what a person checks first.
  fileprivate var preview: String {
    let weekday =
      switch day.weekday {
      case .monday: "Mon"
      case .tuesday: "Tue"
      case .wednesday: "Wed"
      case .thursday: "Thu"
      case .friday: "Fri"
      case .saturday: "Sat"
      case .sunday: "Sun"
      }
    return "\(weekday) \(text.replacing("T", with: " "))"
  }
}

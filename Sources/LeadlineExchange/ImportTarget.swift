import LeadlineText

/// What a column of a table becomes.
package enum ImportTarget: Hashable, Sendable {
  case name, company, email, phone, url, role, value, source, ref, owner, tag, state, until, decision, contacted, closed
  case reason
  /// Anything but no in it means: do not contact. Never consent.
  case objection
  case ext(String)

  package static let words: [(word: String, target: ImportTarget)] = [
    ("name", .name), ("company", .company), ("email", .email), ("phone", .phone), ("url", .url), ("role", .role),
    ("value", .value), ("source", .source), ("ref", .ref), ("owner", .owner), ("tag", .tag), ("state", .state),
    ("until", .until), ("decision", .decision), ("contacted", .contacted), ("closed", .closed), ("reason", .reason),
    ("do-not-contact", .objection),
  ]

  /// `value`, `ext.NAME`; nil for a word that names no field.
  package init?(_ word: some StringProtocol) {
    let small = word.lowercased()
    if let known = ImportTarget.words.first(where: { $0.word == small }) {
      self = known.target
    } else if small.hasPrefix("ext."), word.utf8.count > 4 {
      self = .ext(ImportTarget.fieldName(String(word.dropFirst(4))))
    } else {
      return nil
    }
  }

  package var word: String {
    if case .ext(let name) = self { return "ext." + name }
    return ImportTarget.words.first { $0.target == self }?.word ?? ""
  }

  /// What a header says by itself; nil where it names no field.
  static func meant(by header: String) -> ImportTarget? {
    let small = header.lowercased()
    let opts = ["opt out", "opt-out", "optout", "do not contact", "do not call", "do not email", "unsubscribed"]
    if opts.contains(where: { small.contains($0) }) { return .objection }
    return synonyms[small]
  }

  private static let synonyms: [String: ImportTarget] = [
    "name": .name, "full name": .name, "contact": .name, "company": .company, "organization": .company,
    "organisation": .company, "account": .company, "email": .email, "e-mail": .email, "mail": .email,
    "email address": .email, "phone": .phone, "phone number": .phone, "telephone": .phone, "mobile": .phone,
    "url": .url, "website": .url, "role": .role, "title": .role, "job title": .role, "position": .role,
    "value": .value, "amount": .value, "source": .source, "owner": .owner, "tag": .tag, "tags": .tag, "state": .state,
  ]

  /// A header as the name of a key on a journal line: without blanks, quotes and `=`.
  package static func fieldName(_ header: String) -> String {
    var name = ""
    for scalar in header.unicodeScalars {
      let isBreak =
        scalar.properties.isWhitespace || scalar == "=" || scalar == "\"" || scalar == "^"
        || LineWriter.mustHide(scalar)
      name.unicodeScalars.append(isBreak ? "_" : scalar)
    }
    return name.isEmpty ? "_" : name
  }
}

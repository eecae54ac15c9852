package import LeadlineCore
package import LeadlineText

/// What the book has already, by what tells leads apart.
package struct ImportIndex: Sendable {
  package var keys: [String: LeadID] = [:]
  /// In small letters.
  package var mails: [String: LeadID] = [:]
  package var leads: [LeadID: Lead] = [:]

  package init() {}

  package mutating func add(_ world: World) {
    if let key = world.importKey { keys[key] = world.lead.id }
    for mail in world.lead.emails { mails[mail.lowercased()] = world.lead.id }
    leads[world.lead.id] = world.lead
  }
}

/// What an import would do, row by row: nothing is dropped in silence.
package struct ImportPlan: Sendable {
  /// New leads, in the order of the file.
  package private(set) var rows: [ImportRow] = []
  /// Rows that belong to a lead that the book has: what they add to it.
  package private(set) var merged: [(line: Int, lead: LeadID, edits: [Edit])] = []
  /// Rows of the file that belong to an earlier row of it.
  package private(set) var joined: [(line: Int, first: Int)] = []
  /// Rows that were imported before, or add nothing.
  package private(set) var known: [Int] = []
  package private(set) var refused: [Finding] = []
  package private(set) var warnings: [Finding] = []
  private var places: [String: Int] = [:]
  private var mailPlaces: [String: Int] = [:]

  package init(
    _ table: CSVTable, _ mapping: ImportMapping, _ request: ImportRequest, file: String, into index: ImportIndex
  ) {
    var reader = ImportRowReader(table, mapping, request, file: file)
    refused = table.findings.filter { $0.severity == .error }
    warnings = table.findings.filter { $0.severity != .error }
    guard !reader.findings.contains(where: { $0.severity == .error }) else {
      refused += reader.findings
      return
    }
    for number in table.rows.indices {
      switch reader.row(number) {
      case .success(let row): place(row, index)
      case .failure(let refusal): refused.append(refusal.finding)
      }
    }
    warnings += reader.findings
    for row in joined {
      warnings.append(
        Finding(
          .warning, at: Place(file: file, line: row.line, column: 1), "the same key or mail as line \(row.first)",
          instead: "joined with it"))
    }
  }

  private mutating func place(_ row: ImportRow, _ index: ImportIndex) {
    if index.keys[row.importKey] != nil {
      known.append(row.line)
      return
    }
    let mails = row.capture.emails.map { $0.lowercased() }
    if let first = places[row.importKey] ?? mails.compactMap({ mailPlaces[$0] }).first {
      joined.append((row.line, rows[first].line))
      rows[first].join(row)
      return
    }
    if let lead = mails.compactMap({ index.mails[$0] }).first, let before = index.leads[lead] {
      let edits = row.capture.additions(to: before)
      if edits.isEmpty { known.append(row.line) } else { merged.append((row.line, lead, edits)) }
      return
    }
    places[row.importKey] = rows.count
    for mail in mails { mailPlaces[mail] = rows.count }
    rows.append(row)
  }

  /// How many of the new leads come in where.
  package var stages: [(word: String, count: Int)] {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.capture.closed?.rawValue ?? row.capture.state?.rawValue ?? "", default: 0] += 1 }
    return ImportStage.words.compactMap { word in counts[word].map { (word, $0) } }
  }
}

extension ImportRow {
  /// What a further row of the same key adds.
  fileprivate mutating func join(_ other: ImportRow) {
    objects = objects || other.objects
    for mail in other.capture.emails where !capture.emails.contains(mail) { capture.emails.append(mail) }
    for phone in other.capture.phones where !capture.phones.contains(phone) { capture.phones.append(phone) }
    for tag in other.capture.tags where !capture.tags.contains(tag) { capture.tags.append(tag) }
    for field in other.capture.ext where !capture.ext.contains(field) { capture.ext.append(field) }
    if capture.company.isEmpty { capture.company = other.capture.company }
    capture.value = capture.value ?? other.capture.value
    capture.contacted = [capture.contacted, other.capture.contacted].compactMap { $0 }.max()
  }
}

extension Capture {
  /// What this capture adds to a lead: addresses and tags that it has not, and fields that are empty.
  package func additions(to lead: Lead) -> [Edit] {
    var edits: [Edit] = []
    for email in emails where !lead.emails.contains(email) { edits.append(Edit("email", .add, email)) }
    for phone in phones where !lead.phones.contains(phone) { edits.append(Edit("phone", .add, phone)) }
    for tag in tags where !lead.tags.contains(tag) { edits.append(Edit("tag", .add, tag)) }
    let fields = [
      ("name", name, lead.name), ("company", company, lead.company), ("url", url, lead.url), ("role", role, lead.role),
      ("source", source, lead.source), ("ref", ref, lead.ref),
      ("value", value?.written ?? "", lead.value?.written ?? ""),
    ]
    for (field, new, old) in fields where !new.isEmpty && old.isEmpty { edits.append(Edit(field, .set, new)) }
    for field in ext where !lead.ext.contains(where: { $0.key == field.key }) {
      edits.append(Edit("ext.\(field.key)", .set, field.value))
    }
    return edits
  }
}

package import LeadlineCore

/// Reads `book.toml`. What is wrong or missing takes its usual value, so that a book opens whatever stands there;
/// whether to adopt it in spite of errors is for others to say.
package struct BookSettingsReader {
  package static func read(_ text: String, file: String = "book.toml") -> (settings: BookSettings, findings: [Finding])
  {
    let (table, findings) = TOMLReader.read(text, file: file)
    var reader = BookSettingsReader(findings: findings)
    reader.readBook(table)
    return (reader.settings, reader.findings)
  }

  var settings = BookSettings()
  var findings: [Finding]

  private init(findings: [Finding]) { self.findings = findings }

  private enum Clock: String, CaseIterable { case real, pretend }

  private mutating func readBook(_ table: TOMLTable) {
    readID(table)
    settings.isClockPretended = table.choice("clock", of: Clock.self, &findings) == .pretend
    readDecisions(table)
    readCloseReasons(table)
    readCurrency(table)
    if let calendar = table.table("calendar", &findings) { readCalendar(calendar) }
    if let signals = table.table("signals", &findings) { readSignals(signals) }
    if let weights = table.table("weights", &findings) { readWeights(weights) }
    table.reportUnknown(
      besides: ["id", "clock", "decisions", "close_reasons", "currency", "calendar", "signals", "weights"], &findings)
  }

  private mutating func readID(_ table: TOMLTable) {
    guard table["id"] != nil else { return findings.append(.noBookID(table.place)) }
    guard let id = table.string("id", &findings) else { return }
    // It becomes part of a file name.
    guard !id.isEmpty, id.utf8.count <= 64, id.utf8.first != UInt8(ascii: "."), id.utf8.allSatisfy(\.belongsToName)
    else { return findings.append(.badBookID(table.place(of: "id"))) }
    settings.id = id
  }

  private mutating func readDecisions(_ table: TOMLTable) {
    guard let names = table.strings("decisions", &findings) else { return }
    guard (2...7).contains(names.count) else {
      return findings.append(.wrongDecisionCount(names.count, table.place(of: "decisions")))
    }
    var sound: [String] = []
    for (name, place) in names {
      if name.isEmpty || !name.utf8.allSatisfy({ $0.belongsToName || $0 >= 0x80 }) {
        findings.append(.badDecision(name, place))
      } else if sound.contains(name) {
        findings.append(.twice(name, place))
      } else {
        sound.append(name)
      }
    }
    if sound.count == names.count { settings.decisions = sound }
  }

  private mutating func readCloseReasons(_ table: TOMLTable) {
    guard let reasons = table.strings("close_reasons", &findings) else { return }
    for (reason, place) in reasons where reason.isEmpty { findings.append(.emptyReason(place)) }
    settings.closeReasons = reasons.map(\.text).filter { !$0.isEmpty }
  }

  private mutating func readCurrency(_ table: TOMLTable) {
    guard let currency = table.string("currency", &findings) else { return }
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard currency.utf8.count == 3, currency.utf8.allSatisfy(capitals.contains) else {
      return findings.append(.badCurrency(currency, table.place(of: "currency")))
    }
    settings.currency = currency
  }

  /// `[signals."demo.started"] confidence = "strong"`
  private mutating func readSignals(_ signals: TOMLTable) {
    for entry in signals.entries {
      guard let kind = signals.table(entry.key, &findings) else { continue }
      if kind["confidence"] == nil, let part = kind.entries.first(where: { $0.value.isTable }) {
        findings.append(.unquotedKind("\(entry.key).\(part.key)", entry.place))
        continue
      }
      guard entry.key.isKind else {
        findings.append(.badKind(entry.key, entry.place))
        continue
      }
      if kind["confidence"] == nil { findings.append(.noConfidence(entry.key, entry.place)) }
      if let confidence = kind.choice("confidence", of: Confidence.self, &findings) {
        settings.confidences[SignalKind(entry.key)] = confidence
      }
      kind.reportUnknown(besides: ["confidence"], &findings)
    }
  }

  /// Kinds of signals, and of conversations, which count too. A kind that nobody knows is kept with a warning.
  private mutating func readWeights(_ weights: TOMLTable) {
    let known = settings.kinds.map(\.name) + ["call.reached", "meeting.held", "visit.held", "machine"]
    let names = Set(known)
    for entry in weights.entries {
      if case .table(let parts) = entry.value, let part = parts.entries.first {
        findings.append(.unquotedKind("\(entry.key).\(part.key)", entry.place))
        continue
      }
      guard let weight = weights.number(entry.key, &findings) else { continue }
      guard abs(weight) <= 1000 else {
        findings.append(.badWeight(entry.key, entry.place))
        continue
      }
      settings.weights[SignalKind(entry.key)] = weight
      if !names.contains(entry.key) { findings.append(.unknownKind(entry.key, among: known.prefix(64), entry.place)) }
    }
  }
}

extension UInt8 {
  /// Letters, digits, `-`, `_`, `.`: what a name may hold that is typed in a shell or becomes part of a file name.
  fileprivate var belongsToName: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
}

extension String {
  fileprivate var isKind: Bool { !isEmpty && utf8.allSatisfy(\.belongsToName) }
}

extension TOMLValue {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}

extension Finding {
  fileprivate static func noBookID(_ place: Place) -> Finding {
    Finding(at: place, "the book has no id", instead: "write id = \"…\" in the first line, the same on every machine")
  }

  fileprivate static func badBookID(_ place: Place) -> Finding {
    Finding(at: place, "the id of the book cannot be used", instead: "write 1 to 64 letters, digits, - and _")
  }

  fileprivate static func badDecision(_ name: String, _ place: Place) -> Finding {
    Finding(at: place, "\"\(name)\" cannot name a decision", instead: "write one word of letters, digits, - and _")
  }

  fileprivate static func twice(_ name: String, _ place: Place) -> Finding {
    Finding(at: place, "\(name) stands here twice", instead: "remove one")
  }

  fileprivate static func wrongDecisionCount(_ count: Int, _ place: Place) -> Finding {
    Finding(at: place, "a book has 2 to 7 decisions, not \(count)", instead: "name what a buyer decides, first to last")
  }

  fileprivate static func emptyReason(_ place: Place) -> Finding {
    Finding(at: place, "a reason without words", instead: "write why a lead ended, or remove it")
  }

  fileprivate static func badCurrency(_ currency: String, _ place: Place) -> Finding {
    Finding(at: place, "\"\(currency)\" is no currency", instead: "write three capital letters, as in EUR")
  }

  fileprivate static func unquotedKind(_ kind: String, _ place: Place) -> Finding {
    Finding(at: place, "a kind with a dot needs quotes", instead: "write \"\(kind)\"")
  }

  fileprivate static func badKind(_ kind: String, _ place: Place) -> Finding {
    Finding(at: place, "\"\(kind)\" cannot name a kind of signal", instead: "write letters, digits, dots, - and _")
  }

  fileprivate static func noConfidence(_ kind: String, _ place: Place) -> Finding {
    Finding(at: place, "\(kind) has no confidence", instead: "write confidence = \"strong\", \"medium\" or \"weak\"")
  }

  fileprivate static func badWeight(_ kind: String, _ place: Place) -> Finding {
    Finding(at: place, "the weight of \(kind) is out of range", instead: "write a number from -1000 to 1000")
  }

  fileprivate static func unknownKind(_ kind: String, among known: some Sequence<String>, _ place: Place) -> Finding {
    Finding(
      .warning, at: place, "no signal of kind \(kind) is known",
      instead: proposal(for: kind, among: known, otherwise: "name it under [signals.\"\(kind)\"]"))
  }
}

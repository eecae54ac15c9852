package import LeadlineCore

/// Asking a table for what a program wants of it. An absent key is nil without a finding; a value of another type is
/// nil with one.
extension TOMLTable {
  package func string(_ key: String, _ findings: inout [Finding]) -> String? {
    typed(key, "a string", "write \(key) = \"…\"", &findings) { if case .string(let text) = $0 { text } else { nil } }
  }

  package func boolean(_ key: String, _ findings: inout [Finding]) -> Bool? {
    typed(key, "true or false", "write \(key) = true or \(key) = false", &findings) {
      if case .boolean(let claim) = $0 { claim } else { nil }
    }
  }

  package func integer(
    _ key: String, in range: ClosedRange<Int64> = .min ... .max, _ findings: inout [Finding]
  ) -> Int64? {
    typed(key, "a whole number", "write a whole number without quotes", &findings) { value -> Int64? in
      if case .integer(let number) = value { number } else { nil }
    }.flatMap { number in
      if range.contains(number) { return number }
      findings.append(
        Finding(
          at: place(of: key), "\(key) = \(number) is out of range",
          instead: "write a number from \(range.lowerBound) to \(range.upperBound)"))
      return nil
    }
  }

  /// A number with or without a fraction.
  package func number(_ key: String, _ findings: inout [Finding]) -> Double? {
    typed(key, "a number", "write a number without quotes", &findings, as: \.number)
  }

  package func date(_ key: String, _ findings: inout [Finding]) -> Day? {
    typed(key, "a date", "write \(key) = 2026-12-31", &findings) {
      if case .localDate(let day) = $0 { day } else { nil }
    }
  }

  package func table(_ key: String, _ findings: inout [Finding]) -> TOMLTable? {
    typed(key, "a table", "write [\(key)] on a line of its own", &findings) {
      if case .table(let table) = $0 { table } else { nil }
    }
  }

  package func array(_ key: String, _ findings: inout [Finding]) -> [TOMLElement]? {
    typed(key, "a list", "write \(key) = [ … ]", &findings) {
      if case .array(let elements) = $0 { elements } else { nil }
    }
  }

  /// The strings of a list with their places; an element of another type is a finding and left out.
  package func strings(_ key: String, _ findings: inout [Finding]) -> [(text: String, place: Place)]? {
    guard let elements = array(key, &findings) else { return nil }
    return elements.compactMap { element in
      if case .string(let text) = element.value { return (text, element.place) }
      findings.append(
        Finding(
          at: element.place, "\(key) is a list of strings; this is \(element.value.noun)", instead: "put it in quotes"))
      return nil
    }
  }

  /// One word of a closed set, spelled as its raw value.
  package func choice<Choice>(_ key: String, of type: Choice.Type, _ findings: inout [Finding]) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let word = string(key, &findings) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    findings.append(
      Finding(
        at: place(of: key), "\(key) cannot be \"\(word)\"",
        instead: proposal(for: word, among: words, otherwise: "write one of \(words.joined(separator: ", "))")))
    return nil
  }

  /// Names every key that is not `known`, as warnings unless told otherwise: the program starts all the same.
  package func reportUnknown(
    besides known: [String], as severity: Finding.Severity = .warning, _ findings: inout [Finding]
  ) {
    for entry in entries where !known.contains(entry.key) {
      findings.append(
        Finding(
          severity, at: entry.place, "unknown key \(entry.key)",
          instead: proposal(
            for: entry.key, among: known, otherwise: "known here: \(known.joined(separator: ", "))")))
    }
  }

  /// Where the key stands, or where the table begins if it has no such key.
  package func place(of key: String) -> Place { self[key]?.place ?? place }

  private func typed<Value>(
    _ key: String, _ wanted: String, _ instead: String, _ findings: inout [Finding], as cast: (TOMLValue) -> Value?
  ) -> Value? {
    guard let entry = self[key] else { return nil }
    if let value = cast(entry.value) { return value }
    findings.append(Finding(at: entry.place, "\(key) must be \(wanted), not \(entry.value.noun)", instead: instead))
    return nil
  }
}

extension TOMLValue {
  /// The number of an integer or a float.
  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    case .string, .boolean, .offsetDateTime, .localDateTime, .localDate, .localTime, .array, .table: nil
    }
  }
}

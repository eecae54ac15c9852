package import LeadlineCore
package import LeadlineText

/// Reads a filter: `state:hot value:>10k tag:fair untouched:>14d anna`. Bare words are text.
package struct FilterReader {
  private let dates: DueReader
  private let decisions: [String]
  private let currency: String

  /// `now` and the calendar give `due:fri` its day.
  package init(now: Instant, version: Version) {
    dates = DueReader(now: now, calendar: version.calendar)
    decisions = version.settings.decisions
    currency = version.settings.currency
  }

  package static let keys = [
    "state", "decision", "owner", "tag", "source", "value", "untouched", "silent", "owed", "momentum", "due", "next",
    "text",
  ]

  package func read(_ text: String) -> (filter: Filter, findings: [Finding]) {
    var terms: [FilterTerm] = []
    var findings: [Finding] = []
    for word in FilterReader.words(text) {
      let place = Place(file: "filter", line: 1, column: word.column)
      switch term(word.text, place) {
      case .success(let term): terms.append(term)
      case .failure(let wrong): findings.append(wrong.finding)
      }
    }
    return (Filter(terms: terms, text: text), findings)
  }

  private struct Wrong: Error {
    var finding: Finding

    init(_ place: Place, _ what: String, _ instead: String) {
      finding = Finding(at: place, what, instead: instead)
    }
  }

  /// Words between blanks; a quoted part keeps its blanks: `owner:"Ana M"`.
  private static func words(_ text: String) -> [(text: String, column: Int)] {
    var words: [(String, Int)] = []
    var word = ""
    var start = 1
    var isQuoted = false
    for (index, character) in text.enumerated() {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " " && !isQuoted {
        if !word.isEmpty { words.append((word, start)) }
        word = ""
      } else {
        if word.isEmpty { start = index + 1 }
        word.append(character)
      }
    }
    if !word.isEmpty { words.append((word, start)) }
    return words
  }

  private func term(_ word: String, _ place: Place) -> Result<FilterTerm, Wrong> {
    guard let colon = word.firstIndex(of: ":") else { return .success(.text(word)) }
    let key = String(word[..<colon])
    let value = String(word[word.index(after: colon)...])
    if value.isEmpty { return .failure(Wrong(place, "\(key): has no value", "write \(key):VALUE")) }
    switch key {
    case "state": return states(value, place)
    case "decision":
      if decisions.contains(value) { return .success(.decision(value)) }
      let cure = proposal(for: value, among: decisions, otherwise: "write one of \(decisions.joined(separator: ", "))")
      return .failure(Wrong(place, "\"\(value)\" is no decision of this book", cure))
    case "owner": return .success(.owner(value.lowercased()))
    case "tag": return .success(.tag(value.lowercased()))
    case "source": return .success(.source(value.lowercased()))
    case "text": return .success(.text(value))
    case "value": return amount(value, place)
    case "untouched", "silent", "owed": return age(key, value, place)
    case "momentum": return percent(value, place)
    case "due": return due(value, place)
    case "next":
      return value == "none"
        ? .success(.unplanned) : .failure(Wrong(place, "next: knows only none", "write next:none"))
    default:
      let cure = proposal(
        for: key, among: FilterReader.keys, otherwise: "write one of \(FilterReader.keys.joined(separator: ", "))")
      return .failure(Wrong(place, "\"\(key)\" is no filter", cure))
    }
  }

  private func states(_ value: String, _ place: Place) -> Result<FilterTerm, Wrong> {
    var words: [FilterTerm.StateWord] = []
    for part in value.split(separator: ",") {
      guard let word = FilterTerm.StateWord(rawValue: part.lowercased()) else {
        let names = FilterTerm.StateWord.names
        let cure = proposal(for: String(part), among: names, otherwise: "write one of \(names.joined(separator: ", "))")
        return .failure(Wrong(place, "\"\(part)\" is no state", cure))
      }
      words.append(word)
    }
    return .success(.state(words))
  }

  private func bound(_ value: String) -> (FilterTerm.Bound?, String) {
    switch value.first {
    case ">": (.over, String(value.dropFirst()))
    case "<": (.under, String(value.dropFirst()))
    default: (nil, value)
    }
  }

  private func amount(_ value: String, _ place: Place) -> Result<FilterTerm, Wrong> {
    let (bound, rest) = bound(value)
    guard let bound, case .money(let money) = MoneyReader.read(rest, currency: currency) else {
      return .failure(Wrong(place, "value:\(value) cannot be read", "write value:>10k or value:<500"))
    }
    return .success(.value(bound, money.minor))
  }

  private func age(_ key: String, _ value: String, _ place: Place) -> Result<FilterTerm, Wrong> {
    let (bound, rest) = bound(value)
    guard let clock = FilterTerm.Ages(rawValue: key), let bound, let interval = Interval(rest) else {
      return .failure(Wrong(place, "\(key):\(value) cannot be read", "write \(key):>14d (units m h wh d wd w)"))
    }
    return .success(.age(clock, bound, interval))
  }

  private func percent(_ value: String, _ place: Place) -> Result<FilterTerm, Wrong> {
    let (bound, rest) = bound(value)
    let digits = rest.hasSuffix("%") ? String(rest.dropLast()) : rest
    guard let bound, let percent = Int(digits), (0...100).contains(percent) else {
      return .failure(Wrong(place, "momentum:\(value) cannot be read", "write momentum:<20"))
    }
    return .success(.momentum(bound, percent))
  }

  private func due(_ value: String, _ place: Place) -> Result<FilterTerm, Wrong> {
    if value == "overdue" { return .success(.overdue) }
    let (bound, rest) = bound(value)
    let reading = dates.read(rest, at: place)
    if let due = reading.due { return .success(.due(bound, due.day)) }
    let finding = reading.findings.first
    return .failure(
      Wrong(place, finding?.what ?? "due:\(value) is no date", finding?.instead ?? "write due:overdue or due:<fri"))
  }
}

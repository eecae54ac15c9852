import LeadlineText

/// Reads one theme file into a layer; all it finds wrong goes to `findings`, and it reads on.
struct ThemeLayerReader {
  private(set) var layer = ThemeLayer()
  private(set) var findings: [Finding]

  init(_ text: String, file: String) {
    let (document, wrong) = TOMLReader.read(text, file: file)
    findings = wrong
    document.reportUnknown(besides: ["theme", "palette", "style"], as: .error, &findings)
    if let table = document.table("theme", &findings) { readHead(table) }
    if let table = document.table("palette", &findings) { readPalette(table) }
    if let table = document.table("style", &findings) { readStyles(table) }
  }

  private mutating func readHead(_ table: TOMLTable) {
    table.reportUnknown(
      besides: ["name", "appearance", "inherits", "author", "license", "background", "min_contrast"], as: .error,
      &findings)
    layer.name = table.string("name", &findings)
    layer.appearance = table.choice("appearance", of: Theme.Appearance.self, &findings)
    layer.inherits = table.string("inherits", &findings).map { ($0, table.place(of: "inherits")) }
    if let hex = table.string("background", &findings) {
      layer.background = rgb(hex, at: table.place(of: "background"))
    }
    guard let contrast = table.table("min_contrast", &findings) else { return }
    contrast.reportUnknown(besides: ["text", "decor"], as: .error, &findings)
    layer.minimalText = ratio("text", contrast)
    layer.minimalDecor = ratio("decor", contrast)
  }

  private mutating func ratio(_ key: String, _ table: TOMLTable) -> Double? {
    guard let ratio = table.number(key, &findings) else { return nil }
    if (1...21).contains(ratio) { return ratio }
    findings.append(.contrastOutOfRange(key, at: table.place(of: key)))
    return nil
  }

  private mutating func readPalette(_ table: TOMLTable) {
    for entry in table.entries { layer.palette[entry.key] = paletteColour(entry) }
  }

  private mutating func paletteColour(_ entry: TOMLEntry) -> Colour? {
    guard case .table(let table) = entry.value else {
      guard let word = word(entry.value, of: entry.key, at: entry.place) else { return nil }
      return plain(word, at: entry.place)
    }
    table.reportUnknown(besides: ["rgb", "x256", "x16"], as: .error, &findings)
    guard table["rgb"] != nil else {
      findings.append(.paletteWithoutRGB(entry.key, at: entry.place))
      return nil
    }
    let exact = table.string("rgb", &findings).flatMap { rgb($0, at: table.place(of: "rgb")) }
    let x256 = table.integer("x256", in: 0...255, &findings).map { UInt8($0) }
    let x16 = table["x16"].flatMap { index16($0) }
    return exact.map { .exact($0, x256: x256, x16: x16) }
  }

  /// One of the sixteen, by name or number.
  private mutating func index16(_ entry: TOMLEntry) -> UInt8? {
    switch word(entry.value, of: "x16", at: entry.place) {
    case .colour(.index(let index)) where index < 16: return index
    case .name(let name):
      if let index = Colour.names.firstIndex(of: name) { return UInt8(index) }
      findings.append(.unknownColour(name, among: Colour.names, at: entry.place))
    case .colour: findings.append(.notOfSixteen(at: entry.place))
    case nil: break
    }
    return nil
  }

  /// A palette entry may name the terminal's colours, not other entries.
  private mutating func plain(_ word: ThemeLayer.Word, at place: Place) -> Colour? {
    switch word {
    case .colour(let colour): return colour
    case .name(let name):
      if let colour = Colour(name: name) { return colour }
      findings.append(.unknownColour(name, among: Colour.names + ["default"], at: place))
      return nil
    }
  }

  private mutating func readStyles(_ table: TOMLTable) {
    for entry in table.entries {
      if isScope(entry.key) {
        layer.styles[entry.key] = spec(entry)
      } else if case .table(let inner) = entry.value, let first = inner.entries.first,
        isScope("\(entry.key).\(first.key)")
      {
        findings.append(.unquotedScope("\(entry.key).\(first.key)", at: entry.place))
      } else {
        findings.append(.unknownScope(entry.key, at: entry.place))
      }
    }
  }

  /// A role's scope, or one around it.
  private func isScope(_ name: String) -> Bool {
    Role.allCases.contains { $0.scope == name || $0.scope.hasPrefix(name + ".") }
  }

  private mutating func spec(_ entry: TOMLEntry) -> ThemeLayer.Spec? {
    var spec = ThemeLayer.Spec(place: entry.place)
    guard case .table(let table) = entry.value else {
      spec.foreground = word(entry.value, of: entry.key, at: entry.place)
      return spec.foreground == nil ? nil : spec
    }
    let known = ["fg", "bg", "attr", "mono"]
    for inner in table.entries where !known.contains(inner.key) {
      let scope = "\(entry.key).\(inner.key)"
      findings.append(
        isScope(scope) ? .unquotedScope(scope, at: inner.place) : .unknownStyleKey(inner.key, known, at: inner.place))
    }
    spec.foreground = table["fg"].flatMap { word($0.value, of: "fg", at: $0.place) }
    spec.background = table["bg"].flatMap { word($0.value, of: "bg", at: $0.place) }
    spec.attributes = attributes("attr", table)
    spec.mono = attributes("mono", table)
    return spec
  }

  private mutating func attributes(_ key: String, _ table: TOMLTable) -> Attributes {
    var all: Attributes = []
    for (text, place) in table.strings(key, &findings) ?? [] {
      if let known = Attributes.words.first(where: { $0.word == text }) {
        all.insert(known.attribute)
      } else {
        findings.append(.unknownAttribute(text, at: place))
      }
    }
    return all
  }

  /// `"#rrggbb"`, an index 0–255, or a name to look up later.
  private mutating func word(_ value: TOMLValue, of key: String, at place: Place) -> ThemeLayer.Word? {
    switch value {
    case .string(let text):
      return text.hasPrefix("#") ? rgb(text, at: place).map { .colour(.exact($0, x256: nil, x16: nil)) } : .name(text)
    case .integer(let number):
      if let index = UInt8(exactly: number) { return .colour(.index(index)) }
      findings.append(.indexOutOfRange(number, at: place))
    case .float, .boolean, .offsetDateTime, .localDateTime, .localDate, .localTime, .array, .table:
      findings.append(.notAColour(key, value.noun, at: place))
    }
    return nil
  }

  private mutating func rgb(_ hex: String, at place: Place) -> RGB? {
    if let rgb = RGB(hex: hex) { return rgb }
    findings.append(.badHex(hex, at: place))
    return nil
  }
}

extension Finding {
  fileprivate static func contrastOutOfRange(_ key: String, at place: Place) -> Finding {
    Finding(at: place, "a contrast of \(key) is a ratio from 1 to 21", instead: "WCAG asks 4.5 of text, 3 of shapes")
  }
  fileprivate static func paletteWithoutRGB(_ name: String, at place: Place) -> Finding {
    Finding(at: place, "\(name) has no rgb", instead: "write \(name) = { rgb = \"#rrggbb\", x256 = …, x16 = … }")
  }
  fileprivate static func notOfSixteen(at place: Place) -> Finding {
    Finding(at: place, "x16 is one of the sixteen colours", instead: "write a name such as \"bright-blue\", or 0 to 15")
  }
  fileprivate static func unknownScope(_ name: String, at place: Place) -> Finding {
    Finding(
      at: place, "unknown scope \(name)",
      instead: proposal(for: name, among: Role.allCases.map(\.scope), otherwise: "the scopes stand in themes/README.md")
    )
  }
  fileprivate static func unquotedScope(_ scope: String, at place: Place) -> Finding {
    Finding(at: place, "the scope \(scope) is not in quotes", instead: "write \"\(scope)\" = …")
  }
  fileprivate static func unknownStyleKey(_ key: String, _ known: [String], at place: Place) -> Finding {
    Finding(
      at: place, "unknown key \(key)",
      instead: proposal(for: key, among: known, otherwise: "a style has \(known.joined(separator: ", "))"))
  }
  fileprivate static func unknownAttribute(_ word: String, at place: Place) -> Finding {
    let words = Attributes.words.map(\.word)
    return Finding(
      at: place, "unknown attribute \(word)",
      instead: proposal(for: word, among: words, otherwise: "write one of \(words.joined(separator: ", "))"))
  }
  fileprivate static func indexOutOfRange(_ number: Int64, at place: Place) -> Finding {
    Finding(at: place, "there is no colour \(number)", instead: "write an index from 0 to 255")
  }
  fileprivate static func notAColour(_ key: String, _ noun: String, at place: Place) -> Finding {
    Finding(at: place, "\(key) must be a colour, not \(noun)", instead: "write \"#rrggbb\", a name or an index")
  }
  fileprivate static func badHex(_ text: String, at place: Place) -> Finding {
    Finding(at: place, "\(text) is not a colour", instead: "write six hexadecimal digits: #rrggbb")
  }
}

extension Finding {
  static func unknownColour(_ name: String, among known: [String], at place: Place) -> Finding {
    Finding(
      at: place, "unknown colour \(name)",
      instead: proposal(for: name, among: known, otherwise: "name it in [palette] or write \"#rrggbb\""))
  }
}

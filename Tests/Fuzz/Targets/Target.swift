/// What is fuzzed: each takes any bytes, and traps where the program would, or where a promise of it does not hold.
enum Target: String, CaseIterable {
  case line, toml, rules, csv, capture, dates, zone, keys, desk, unsaved

  /// The one that the arguments name: `--toml`. libFuzzer itself passes over what begins with two hyphens.
  static let named = CommandLine.arguments.dropFirst().lazy.compactMap { word in
    word.hasPrefix("--") ? Target(rawValue: String(word.dropFirst(2))) : nil
  }.first

  func take(_ bytes: [UInt8]) {
    switch self {
    case .line: takeLines(bytes)
    case .toml: takeSettings(bytes)
    case .rules: takeRules(bytes)
    case .csv: takeTable(bytes)
    case .capture: takeCapture(bytes)
    case .dates: takeDates(bytes)
    case .zone: takeZone(bytes)
    case .keys: takeKeys(bytes)
    case .desk: takeSession(bytes)
    case .unsaved: takeUnsaved(bytes)
    }
  }
}

/// Ends the process, so that libFuzzer keeps the input, where the claim does not hold.
func claim(_ holds: Bool, _ claim: @autoclosure () -> String) {
  if !holds { fatalError(claim()) }
}

/// The bytes as text, what is not UTF-8 replaced.
func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

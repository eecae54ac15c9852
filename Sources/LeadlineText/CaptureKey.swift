/// The keys of a capture line.
enum CaptureKey: Hashable {
  case via, ref, role, decision, due, next, wake, tz
  case ext(String)

  static let words = ["via", "ref", "role", "decision", "due", "next", "wake", "tz"]

  init?(_ word: some StringProtocol) {
    if word.lowercased().hasPrefix("ext."), word.utf8.count > 4 {
      let name = String(word.dropFirst(4))
      guard KeyName.isSound(name) else { return nil }
      self = .ext(name)
      return
    }
    switch word.lowercased() {
    case "via": self = .via
    case "ref": self = .ref
    case "role": self = .role
    case "decision": self = .decision
    case "due": self = .due
    case "next": self = .next
    case "wake": self = .wake
    case "tz": self = .tz
    default: return nil
    }
  }

  var kind: CaptureToken.Kind {
    switch self {
    case .via: .source
    case .ref: .ref
    case .role: .role
    case .decision: .decision
    case .due: .due
    case .next: .next
    case .wake: .wake
    case .tz: .zone
    case .ext: .ext
    }
  }

  /// As it is typed, without the colon.
  var word: String {
    switch self {
    case .via: "via"
    case .ref: "ref"
    case .role: "role"
    case .decision: "decision"
    case .due: "due"
    case .next: "next"
    case .wake: "wake"
    case .tz: "tz"
    case .ext(let name): "ext.\(name)"
    }
  }
}

extension CaptureWord {
  /// What stands before and after the first colon; nil without one.
  var pair: (key: String, value: String)? {
    guard !isQuoted, let colon = text.firstIndex(of: ":") else { return nil }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  /// True where a text that runs on, like that of `next:`, ends before this word.
  var endsText: Bool {
    if isQuoted { return false }
    return text.hasPrefix("//") || pair.flatMap { CaptureKey($0.key) } != nil
  }
}

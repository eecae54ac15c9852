/// The spelling of keys in help, footer, config.toml and tests: `j`, `C-n`, `A-f`, `S-Tab`, `Esc`, `Space`, `F2`.
extension Key {
  package init?(name: String) {
    if let key = Key.named[name] {
      self = key
    } else if name.hasPrefix("C-"), name.count == 3, let last = name.last {
      self = .control(last)
    } else if name.hasPrefix("A-"), name.count == 3, let last = name.last {
      self = .alt(last)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if name.count == 1, let only = name.first {
      self = .character(only)
    } else {
      return nil
    }
  }

  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "A-\(character)"
    case .function(let number): "F\(number)"
    case .paste: "paste"
    case .up, .down, .left, .right, .shiftLeft, .shiftRight, .shiftUp, .shiftDown, .home, .end, .pageUp, .pageDown,
      .insert, .delete, .backspace, .enter, .tab, .shiftTab, .escape:
      Key.named.first { $0.value == self }?.key ?? ""
    }
  }

  private static let named: [String: Key] = [
    "↑": .up, "↓": .down, "←": .left, "→": .right, "S-←": .shiftLeft, "S-→": .shiftRight, "S-↑": .shiftUp,
    "S-↓": .shiftDown, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown, "Ins": .insert,
    "Del": .delete, "Backspace": .backspace, "Enter": .enter, "Tab": .tab, "S-Tab": .shiftTab, "Esc": .escape,
    "Space": .character(" "),
  ]

  /// Keys behind one another, between blanks: `g b`.
  package static func sequence(_ names: String) -> [Key] {
    names.split(separator: " ").compactMap { Key(name: String($0)) }
  }
}

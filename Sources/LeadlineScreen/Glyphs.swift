import LeadlineText

/// Which glyphs the terminal can show. `ascii` sends no byte of 0x80 or above.
package enum Glyphs: Hashable, Sendable {
  case unicode, ascii

  /// The text as it may be drawn: through the gate, and in ASCII where nothing else can be shown.
  package func shown(_ text: String) -> String {
    switch self {
    case .unicode: Display.safe(text)
    case .ascii: Display.ascii(text)
    }
  }

  /// A histogram bar of that many eighths of a column. ASCII rounds to whole columns.
  package func bar(eighths: Int) -> String {
    let length = max(0, eighths)
    switch self {
    case .unicode:
      let part = length % 8 == 0 ? "" : String(Glyphs.eighths[length % 8 - 1])
      return String(repeating: "█", count: length / 8) + part
    case .ascii: return String(repeating: "#", count: (length + 4) / 8)
    }
  }

  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// One column for each value, as high as its share of `top` (of the largest value when nil).
  package static func sparkline(_ values: [Int], top: Int? = nil) -> String {
    let highest = Double(max(1, top ?? values.max() ?? 1))
    return String(
      values.map { value in
        let share = Double(max(0, value)) / highest
        return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
      })
  }

  /// Five, since ASCII tells no more apart.
  private static let levels: [Character] = ["▁", "▂", "▃", "▅", "▇"]
}

/// The signs of the screens; a canvas in ASCII turns them into those of `Display.ascii`, where `sent` takes two columns.
package enum Sign: String, CaseIterable, Sendable {
  case cursor = "▌"
  case hot = "▲"
  case signal = "◉"
  case silence = "◌"
  case sent = "→"
  case call = "☎"
  case trigger = "⏲"
  case due = "!"
  case overdue = "!!"
  case stepDone = "●"
  case stepNow = "◐"
  case stepTodo = "○"
  case unsaved = "✎"
  case marked = "✓"
  case result = "▸"
  case byRule = "⚙"
  case more = "↓"
  case less = "↑"
  case field = "▏"
}

import LeadlineCore

/// A call going on: lines with the moment at which each was begun.
struct Call: Sendable {
  struct Line: Sendable {
    var at: Instant
    var editor = LineEditor()
  }

  /// The id of the touch that the call will be; its notes name it.
  let id: EventID
  let lead: LeadID
  let began: Instant
  var lines: [Line]
  var row = 0
  /// Rows of what was understood that the person switched off, by what they say.
  var off: Set<String> = []
  /// The row under the cursor of the review.
  var review: Int?
  /// The answer to "why none?", while it is being asked.
  var question: LineEditor?
  var isSaving = false
  var changed: Instant?
  var lastKept: Instant?

  init(id: EventID, lead: LeadID, began: Instant) {
    self.id = id
    self.lead = lead
    self.began = began
    lines = [Line(at: began)]
  }

  var isEmpty: Bool { lines.allSatisfy { $0.editor.characters.isEmpty } }

  var texts: [(at: Instant, text: String)] {
    lines.map { ($0.at, $0.editor.text.trimmed) }.filter { !$0.1.isEmpty }
  }

  // MARK: the text as it is kept

  /// A line each: milliseconds, a blank, the text.
  var unsaved: UnsavedForm {
    let text = lines.map { "\($0.at.milliseconds) \($0.editor.text)" }.joined(separator: "\n")
    return UnsavedForm(id: id, kind: "call", lead: lead.text, began: began, text: text)
  }

  init(_ kept: UnsavedForm) {
    self.init(id: kept.id, lead: LeadID(kept.lead), began: kept.began.held)
    let lines = kept.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      let at = Int64(parts[0]).map { Instant(milliseconds: $0).held } ?? began
      return Line(at: at, editor: LineEditor(parts.count > 1 ? String(parts[1]) : ""))
    }
    if !lines.isEmpty { self.lines = lines }
    row = self.lines.count - 1
  }

  // MARK: typing

  /// Whether the key means something in the text.
  mutating func press(_ key: Key, at now: Instant) -> Bool {
    switch key {
    case .enter: breakLine(now)
    case .up, .control("p"): row = max(0, row - 1)
    case .down: row = min(lines.count - 1, row + 1)
    case .backspace where lines[row].editor.cursor == 0: joinLine()
    case .paste(let text): paste(text, now)
    default: return lines[row].editor.press(key)
    }
    return true
  }

  private mutating func breakLine(_ now: Instant) {
    let editor = lines[row].editor
    let rest = String(editor.characters[editor.cursor...])
    lines[row].editor.set(String(editor.characters[..<editor.cursor]))
    var next = Line(at: now)
    next.editor = LineEditor(rest)
    _ = next.editor.press(.home)
    lines.insert(next, at: row + 1)
    row += 1
  }

  private mutating func joinLine() {
    guard row > 0 else { return }
    let rest = lines[row].editor.text
    lines.remove(at: row)
    row -= 1
    let head = lines[row].editor.text
    lines[row].editor.set(head + rest)
    for _ in rest { _ = lines[row].editor.press(.left) }
  }

  private mutating func paste(_ text: String, _ now: Instant) {
    for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 { breakLine(now) }
      lines[row].editor.insert(String(part))
    }
  }

  /// A line of its own that begins with `text`, and the cursor behind it.
  mutating func begin(_ text: String, _ now: Instant) {
    if !lines[row].editor.characters.isEmpty {
      row = lines.count - 1
      if !lines[row].editor.characters.isEmpty {
        _ = lines[row].editor.press(.end)
        breakLine(now)
      }
    }
    lines[row].editor.set(text)
  }
}

import LeadlineTestKit

/// What opened over the board, on a screen or in a mock-up: a box above the status line, or a bar in its place.
struct PopupBox {
  /// `d  done… · call: Agree who signs`
  private(set) var title = ""
  /// What stands at the right end of the title's line.
  private(set) var subject = ""
  /// The lines inside the frame.
  private(set) var lines: [String] = []
  /// The rows above it.
  private(set) var above: [String] = []
  /// The line of a bar; empty for a box.
  private(set) var bar = ""
  private(set) var footer = ""

  init(_ screen: String) {
    var rows = screen.split(separator: "\n", omittingEmptySubsequences: false).map {
      // Where a mock-up has the cursor's mark the cell is blank.
      PopupBox.trimmed(String($0.map { $0 == "▏" ? " " : $0 }))
    }
    while rows.last == "" { rows.removeLast() }
    footer = rows.popLast() ?? ""
    let status = rows.popLast() ?? ""
    let last = rows.lastIndex { !$0.isEmpty } ?? 0
    guard status.isEmpty,
      let top = rows[...last].lastIndex(where: { $0.hasPrefix("┌─ ") && $0.filter { $0 == "┌" }.count == 1 })
    else {
      bar = status
      return
    }
    above = Array(rows[..<top])
    let words = rows[top].split(separator: "─").map { PopupBox.trimmed(String($0.drop { $0 == " " })) }.filter {
      $0.count > 1
    }
    title = words.first ?? ""
    subject = words.count > 1 ? words.last ?? "" : ""
    lines = rows[(top + 1)..<last].map { PopupBox.trimmed(String($0.dropFirst(2).dropLast())) }
  }

  /// Every word inside the frame from a line on, in reading order.
  func words(from line: Int) -> [Substring] { lines.dropFirst(line).flatMap { $0.split(separator: " ") } }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}

import LeadlineDesk

/// The manual as one page, longer than most screens.
struct HelpPage {
  let groups: [HelpModel.Group]
  let layout: Layout

  /// Draws the page from line `scroll` on; returns what a phone says of the rest.
  func draw(on canvas: inout Canvas, in place: Rectangle, scroll: Int) -> String {
    let margin = layout.shape == .wide ? 2 : layout.shape == .compact ? 1 : 0
    let width = max(0, place.width - margin)
    let columns = layout.helpColumns(groups.map(\.rows.count))
    let share = width / max(1, columns.count)
    let lines = columns.map { column in
      Array(column.map { self.lines(of: groups[$0], on: canvas, width: share) }.joined(separator: [.blank]))
    }
    let height = lines.map(\.count).max() ?? 0
    let legend = self.legend(width: width, on: canvas)
    let total = height + 1 + legend.count
    let top = max(0, min(scroll, total - place.height))
    for row in 0..<min(place.height, max(0, total - top)) {
      let (line, y) = (top + row, place.y + row)
      for (index, column) in lines.enumerated() where line < column.count {
        canvas.put(column[line], x: place.x + margin + index * share, y: y, width: share - 1)
      }
      if line == height { canvas.hline(x: place.x, y: y, width: place.width) }
      if line > height { canvas.put(legend[line - height - 1], x: place.x + margin, y: y, width: width) }
    }
    let hidden = total - top - place.height
    return hidden > 0 ? "signs, clocks, all keys: \(Sign.more.rawValue)" : ""
  }

  private func lines(of group: HelpModel.Group, on canvas: Canvas, width: Int) -> [Line] {
    let keys = group.rows.map { canvas.columns(of: $0.key) }.max() ?? 0
    let field = min(keys, max(4, width / 2)) + 2
    let rows = group.rows.map { row in
      let pad = String(repeating: " ", count: max(1, field - canvas.columns(of: row.key)))
      return Line([Span(row.key + pad, .key), Span(row.word, .keyDesc)])
    }
    return [Line([Span(group.title, .paneTitleFocus)])] + rows
  }

  /// What the signs and the words of the first line mean; as many on a line as fit.
  private func legend(width: Int, on canvas: Canvas) -> [Line] {
    let parts = layout.shape == .wide ? HelpPage.signs + [[]] + HelpPage.words : HelpPage.signs + HelpPage.words
    return parts.flatMap { part in
      part.isEmpty ? [Line.blank] : filled(part, width: width, on: canvas)
    }
  }

  private func filled(_ words: [String], width: Int, on canvas: Canvas) -> [Line] {
    var lines: [Line] = []
    var line = ""
    for word in words {
      let longer = line.isEmpty ? word : "\(line)   \(word)"
      if !line.isEmpty, canvas.columns(of: longer) > width {
        lines.append(Line([Span(line)]))
        line = word
      } else {
        line = longer
      }
    }
    return lines + [Line([Span(line)])]
  }

  private static let signs = [
    [
      "! due today", "!! overdue or escalated", "◉ signal", "◌ silence", "→ sent", "☎ call, meeting",
      "⏲ date, promise", "▲ hot", "▌ cursor", "✓ marked", "⚙ set by a rule or default", "MA owner when not me",
      "· all else",
    ],
    ["●◐○ decision made, being made, not yet"],
  ]
  private static let words = [
    ["silent: they have not answered since", "untouched: we have not been in touch since"],
    ["14d: warm, untouched over 14 days", "next: without an agreed next", "late: captured late"],
    ["Nothing deletes: the journal only grows; u takes back the last thing"],
    ["keys are yours: config.toml [keys]", "leadline help is the manual"],
  ]
}

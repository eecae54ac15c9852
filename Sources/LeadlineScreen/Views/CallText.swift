import LeadlineDesk
import LeadlineText

/// What is typed during a call, long lines over several rows, so far down that the cursor is seen.
struct CallText {
  let lines: [CallModel.Line]
  /// Blanks between a line's time and its text.
  let gap: Int

  private struct Row {
    var time: String
    var text: String
    /// Columns before the cursor.
    var cursor: Int?
  }

  func draw(on canvas: inout Canvas, in place: Rectangle, isFocused: Bool) {
    let indent = 5 + gap
    let rows = lines.map { self.rows(of: $0, on: canvas, width: place.width - indent) }
    let visible = tail(of: rows, height: place.height)
    for (index, row) in visible.prefix(place.height).enumerated() {
      let y = place.y + index
      canvas.put([Span(row.time, .textDim)], x: place.x, y: y, width: min(5, place.width))
      canvas.put(row.text, x: place.x + indent, y: y, role: .prompt, width: place.width - indent)
      if let column = row.cursor, isFocused {
        canvas.cursor = Point(x: min(place.x + indent + column, canvas.size.columns - 1), y: y)
      }
    }
  }

  /// From the start of a line on; where lines are left out above, one row below stays free for the next one.
  private func tail(of lines: [[Row]], height: Int) -> [Row] {
    let all = Array(lines.joined())
    guard all.count > height, height > 0 else { return all }
    let cursor = all.firstIndex { $0.cursor != nil } ?? all.count - 1
    var first = 0
    for line in lines {
      if cursor - first < height - 1 || first + line.count > cursor { break }
      first += line.count
    }
    return Array(all.dropFirst(max(first, cursor - height + 1)))
  }

  private func rows(of line: CallModel.Line, on canvas: Canvas, width: Int) -> [Row] {
    let text = canvas.glyphs.shown(line.text)
    var parts = wrapped(text, width: max(1, width))
    if parts.isEmpty { parts = [""] }
    var rows = parts.map { Row(time: "", text: $0) }
    rows[0].time = line.time
    guard let cursor = line.cursor else { return rows }
    var before = canvas.glyphs.shown(String(line.text.prefix(max(0, cursor)))).count
    for index in rows.indices {
      let isLast = index == rows.count - 1
      if before < rows[index].text.count || isLast {
        let head = String(rows[index].text.prefix(before))
        rows[index].cursor = min(displayWidth(head), max(0, width))
        break
      }
      before -= rows[index].text.count
    }
    return rows
  }
}

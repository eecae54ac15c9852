import LeadlineText

/// Words of one meaning.
struct Span: Hashable {
  var text: String
  var role: Role

  init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// One line of a pane: words from its left end, and words that stand at its right end.
struct Line: Hashable {
  var left: [Span]
  var right: [Span]
  /// Where both have no room: the left part is cut, or (false) the right part is left out.
  var keepsRight: Bool

  init(_ left: [Span] = [], right: [Span] = [], keepsRight: Bool = false) {
    self.left = left
    self.right = right
    self.keepsRight = keepsRight
  }

  static let blank = Line()
}

extension Canvas {
  /// Columns that a text takes once it is drawn here.
  func columns(of text: String) -> Int { displayWidth(glyphs.shown(text)) }

  func columns(of spans: [Span]) -> Int { spans.reduce(0) { $0 + columns(of: $1.text) } }

  /// Spans behind one another, the last one that fits ending in an ellipsis where more follows. Returns the column after.
  @discardableResult
  mutating func put(_ spans: [Span], x: Int, y: Int, width: Int, ground: Ground = .plain) -> Int {
    guard width > 0 else { return x }
    var pen = x
    for span in columns(of: spans) <= width ? spans : shortened(spans, to: width) {
      pen = put(span.text, x: pen, y: y, role: span.role, ground: ground, width: x + width - pen)
    }
    return pen
  }

  private func shortened(_ spans: [Span], to width: Int) -> [Span] {
    let mark = glyphs.shown("…")
    var room = width - displayWidth(mark)
    var kept: [Span] = []
    for span in spans {
      let shown = cut(glyphs.shown(span.text), room, ellipsis: "")
      kept.append(Span(shown, span.role))
      room -= displayWidth(shown)
      if shown != glyphs.shown(span.text) { break }
    }
    while let last = kept.last, last.text.last == " " || last.text.isEmpty {
      kept[kept.count - 1].text.removeLast(last.text.isEmpty ? 0 : 1)
      if kept[kept.count - 1].text.isEmpty { kept.removeLast() }
    }
    return kept + [Span(mark, kept.last?.role ?? .text)]
  }

  mutating func put(_ line: Line, x: Int, y: Int, width: Int, ground: Ground = .plain) {
    let (left, right) = (columns(of: line.left), columns(of: line.right))
    let gap = left == 0 || right == 0 ? 0 : 1
    let isWhole = left + gap + right <= width
    let showsRight = right > 0 && right <= width && (isWhole || line.keepsRight)
    put(line.left, x: x, y: y, width: showsRight ? width - right - gap : width, ground: ground)
    if showsRight { put(line.right, x: x + width - right, y: y, width: right, ground: ground) }
  }

  /// Lines from the top of `rectangle` down; what is too much is left out.
  mutating func put(_ lines: [Line], in rectangle: Rectangle) {
    for (row, line) in lines.prefix(rectangle.height).enumerated() {
      put(line, x: rectangle.x, y: rectangle.y + row, width: rectangle.width)
    }
  }

  /// Parts with `gap` blanks between them. A part that has no room left is left out whole, the first one never.
  func joined(_ parts: [Span], gap: Int = 3, width: Int) -> [Span] {
    var spans: [Span] = []
    var used = 0
    for part in parts where !part.text.isEmpty {
      let needed = columns(of: part.text) + (spans.isEmpty ? 0 : gap)
      guard spans.isEmpty || used + needed <= width else { continue }
      if !spans.isEmpty { spans.append(Span(String(repeating: " ", count: gap))) }
      spans.append(part)
      used += needed
    }
    return spans
  }

  /// The text, or as many of its parts as fit; parts end before one of `stops`.
  func brief(_ text: String, at stops: Set<Character> = [",", "·"], width: Int) -> String {
    guard columns(of: text) > width else { return text }
    var best = ""
    var rest = Substring(text)
    var taken = ""
    while let stop = rest.firstIndex(where: stops.contains) {
      taken += rest[..<stop]
      let part = taken.hasSuffix(" ") ? String(taken.dropLast()) : taken
      if columns(of: part) <= width { best = part } else { break }
      taken.append(rest[stop])
      rest = rest[rest.index(after: stop)...]
    }
    return best.isEmpty ? text : best
  }

  /// The selected row: its gutter sign, its ground, and the terminal's cursor.
  mutating func select(_ rectangle: Rectangle, isFocused: Bool = true) {
    for y in rectangle.y..<max(rectangle.y, rectangle.bottom) {
      put(Sign.cursor.rawValue, x: rectangle.x, y: y, role: .textStrong)
    }
    // The sign keeps its own ground: on a reversed one it would be the half that is dark.
    lay(isFocused ? .cursor : .cursorUnfocused, under: rectangle.split(columns: 1).right)
    if isFocused { cursor = Point(x: max(0, rectangle.x), y: max(0, rectangle.y)) }
  }
}

/// At most `width` columns, ending in `ellipsis` where it was cut, with no blank before it.
func fitted(_ text: String, _ width: Int, ellipsis: String) -> String {
  guard displayWidth(text) > width else { return text }
  var kept = cut(text, max(0, width - displayWidth(ellipsis)), ellipsis: "")
  while kept.last == " " { kept.removeLast() }
  return kept + ellipsis
}

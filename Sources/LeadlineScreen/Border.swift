import LeadlineText

/// A word set into a border.
package struct Title: Hashable, Sendable {
  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role = .paneTitle) {
    self.text = text
    self.role = role
  }
}

/// How a border is drawn.
package enum Lines: Hashable, Sendable {
  case single, double

  fileprivate var corners: (topLeft: String, topRight: String, bottomLeft: String, bottomRight: String) {
    switch self {
    case .single: ("┌", "┐", "└", "┘")
    case .double: ("╔", "╗", "╚", "╝")
    }
  }
  fileprivate var horizontal: String { self == .single ? "─" : "═" }
  fileprivate var vertical: String { self == .single ? "│" : "║" }
}

extension Canvas {
  /// A border around `rectangle`, its inside untouched: `┌─ left ─── right ─┐` above, `└── bottom ──┘` below.
  package mutating func box(
    _ rectangle: Rectangle, _ lines: Lines = .single, left: Title? = nil, right: Title? = nil, bottom: Title? = nil,
    role: Role = .paneBorder, ground: Ground = .plain
  ) {
    guard rectangle.width >= 2, rectangle.height >= 2 else {
      fill(rectangle, role: role, ground: ground)
      return
    }
    let (x, y, last, foot) = (rectangle.x, rectangle.y, rectangle.right - 1, rectangle.bottom - 1)
    let corners = lines.corners
    let inner = rectangle.width - 2
    put(corners.topLeft, x: x, y: y, role: role, ground: ground)
    rule(lines, x: x + 1, y: y, width: inner, left, right, lead: 1, role, ground)
    put(corners.topRight, x: last, y: y, role: role, ground: ground)
    fill(Rectangle(x: x, y: y + 1, width: 1, height: foot - y - 1), lines.vertical, role: role, ground: ground)
    fill(Rectangle(x: last, y: y + 1, width: 1, height: foot - y - 1), lines.vertical, role: role, ground: ground)
    put(corners.bottomLeft, x: x, y: foot, role: role, ground: ground)
    rule(lines, x: x + 1, y: foot, width: inner, bottom, nil, lead: 2, role, ground)
    put(corners.bottomRight, x: last, y: foot, role: role, ground: ground)
  }

  /// A horizontal line, with a title as `── title ───`.
  package mutating func hline(
    x: Int, y: Int, width: Int, title: Title? = nil, role: Role = .paneBorder, ground: Ground = .plain
  ) {
    rule(.single, x: x, y: y, width: width, title, nil, lead: 2, role, ground)
  }

  /// `lead` dashes stand before the left title, one behind the right one. The right title gives way first, then the
  /// left one is cut.
  private mutating func rule(
    _ lines: Lines, x: Int, y: Int, width: Int, _ left: Title?, _ right: Title?, lead: Int, _ role: Role,
    _ ground: Ground
  ) {
    fill(Rectangle(x: x, y: y, width: width, height: 1), lines.horizontal, role: role, ground: ground)
    var room = width - lead
    let leftWidth = left.map { displayWidth(glyphs.shown($0.text)) + 2 } ?? 0
    if let right {
      let taken = displayWidth(glyphs.shown(right.text)) + 2
      if leftWidth + taken + 2 <= room {
        put(" \(right.text) ", x: x + width - 1 - taken, y: y, role: right.role, ground: ground, width: taken)
        room -= taken + 1
      }
    }
    guard let left, room >= 5 else { return }
    let text = cut(glyphs.shown(left.text), room - 2 - (leftWidth > room ? 1 : 0), ellipsis: glyphs.shown("…"))
    put(" \(text) ", x: x + lead, y: y, role: left.role, ground: ground, width: room)
  }
}

/// How many cells a screen or a part of it has.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  /// Negative measures count as zero.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place: column and row from the upper left, from 0.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A part of a screen. It may lie partly or wholly outside; whoever draws into it clips.
package struct Rectangle: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  /// Negative measures count as zero.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  /// The column and the row just outside.
  package var right: Int { x + width }
  package var bottom: Int { y + height }
  package var isEmpty: Bool { width == 0 || height == 0 }
  package var size: Size { Size(columns: width, rows: height) }

  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < right && point.y >= y && point.y < bottom
  }

  /// What both have in common; empty when they do not meet.
  package func intersection(_ other: Rectangle) -> Rectangle {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rectangle(
      x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  /// What is left inside a border of one cell, and further inside by `columns` at both sides.
  package func inset(columns: Int = 0) -> Rectangle {
    Rectangle(x: x + 1 + columns, y: y + 1, width: width - 2 - 2 * columns, height: height - 2)
  }

  /// Upper part of `rows` and the rest. A negative number measures the lower part instead.
  package func split(rows: Int) -> (top: Rectangle, bottom: Rectangle) {
    let cut = rows < 0 ? max(0, height + rows) : min(rows, height)
    return (
      Rectangle(x: x, y: y, width: width, height: cut),
      Rectangle(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  /// Left part of `columns` and the rest. A negative number measures the right part instead.
  package func split(columns: Int) -> (left: Rectangle, right: Rectangle) {
    let cut = columns < 0 ? max(0, width + columns) : min(columns, width)
    return (
      Rectangle(x: x, y: y, width: cut, height: height),
      Rectangle(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  /// `count` parts side by side, as equal as cells allow; the first ones get the cells left over.
  package func columns(_ count: Int) -> [Rectangle] {
    guard count > 0 else { return [] }
    let (share, rest) = width.quotientAndRemainder(dividingBy: count)
    var left = x
    return (0..<count).map { index in
      let part = Rectangle(x: left, y: y, width: share + (index < rest ? 1 : 0), height: height)
      left = part.right
      return part
    }
  }

  /// A rectangle of that size in the middle of this one, cut to fit.
  package func centred(_ size: Size) -> Rectangle {
    let wide = min(size.columns, width)
    let high = min(size.rows, height)
    return Rectangle(x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high)
  }
}

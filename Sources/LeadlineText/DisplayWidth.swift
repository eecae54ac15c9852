/// How many columns a text takes that has passed the gate (`Display`): the sum over its scalars, as glibc, ncurses and
/// the terminals count.
package func displayWidth(_ text: String) -> Int {
  var width = 0
  for scalar in text.unicodeScalars { width += displayWidth(scalar) }
  return width
}

/// 0 for what joins the scalar before, 2 for East Asian wide and emoji, else 1.
package func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value == 0 ? 0 : 1 }
  if (0x2010...0x2319).contains(value) || (0x2500...0x25fc).contains(value) { return isJoining(value) ? 0 : 1 }
  if WidthTable.wide.covers(value) { return 2 }
  return WidthTable.zero.covers(value) ? 0 : 1
}

/// U+2028–202E, U+2060–206F and the marks for symbols inside the block that is otherwise one column wide.
private func isJoining(_ value: UInt32) -> Bool {
  (0x202a...0x202e).contains(value) || (0x2060...0x206f).contains(value) || (0x20d0...0x20f0).contains(value)
}

extension [ClosedRange<UInt32>] {
  /// Binary search in ranges that ascend and do not meet.
  fileprivate func covers(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < count && self[low].lowerBound <= value
  }
}

package enum Alignment: Hashable, Sendable { case left, right }

/// Exactly `width` columns: padded with spaces, or cut and ended with `ellipsis`. A wide glyph is never halved.
package func fit(_ text: String, _ width: Int, ellipsis: String = "…", alignment: Alignment = .left) -> String {
  let shown = cut(text, width, ellipsis: ellipsis)
  let padding = String(repeating: " ", count: max(0, width - displayWidth(shown)))
  switch alignment {
  case .left: return shown + padding
  case .right: return padding + shown
  }
}

/// At most `width` columns: the text itself, or as much as leaves room for `ellipsis`.
package func cut(_ text: String, _ width: Int, ellipsis: String = "…") -> String {
  guard displayWidth(text) > width else { return text }
  let mark = displayWidth(ellipsis) <= width ? ellipsis : ""
  return head(of: text, max(0, width - displayWidth(mark))) + mark
}

/// The longest beginning that takes at most `width` columns, marks of its last glyph included.
private func head(of text: String, _ width: Int) -> String {
  var kept = String.UnicodeScalarView()
  var used = 0
  for scalar in text.unicodeScalars {
    used += displayWidth(scalar)
    if used > width { break }
    kept.append(scalar)
  }
  return String(kept)
}

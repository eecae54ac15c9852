/// One key as the person pressed it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// A printable character, shift already applied: `H`, `$`, `ü`.
  case character(Character)
  /// Control with a small letter: `.control("d")` is C-d.
  case control(Character)
  /// Alt (Meta) with a character.
  case alt(Character)
  case up, down, left, right, shiftLeft, shiftRight, shiftUp, shiftDown
  case home, end, pageUp, pageDown, insert, delete, backspace
  case enter, tab, shiftTab, escape
  case function(Int)
  /// A bracketed paste, whole. It never runs keys.
  case paste(String)
}

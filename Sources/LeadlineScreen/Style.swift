/// How the terminal is to show a cell, in the numbers of its own colour depth.
package struct Style: Hashable, Sendable {
  /// A palette index, in `ColourDepth.direct` 0xRRGGBB (0–7 stay palette indexes there); -1 is the terminal's own.
  package var foreground: Int32
  package var background: Int32
  package var attributes: Attributes

  package init(foreground: Int32 = -1, background: Int32 = -1, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
  package static let strike = Attributes(rawValue: 32)

  /// The words of a theme file, in the order they are listed there.
  package static let words: [(word: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ("strike", .strike),
  ]
}

/// How many colours a terminal takes.
package enum ColourDepth: CaseIterable, Hashable, Sendable {
  /// No colour at all (`NO_COLOR`, vt100): attributes carry the meaning.
  case none
  case eight, sixteen
  /// The 256 colours of xterm.
  case many
  /// 24 bits, through a `-direct` terminal description.
  case direct
}

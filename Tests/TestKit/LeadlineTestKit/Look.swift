import CVterm

/// How a cell of the terminal looks.
package struct Look: Equatable {
  /// A space where nothing stands.
  package let glyph: String
  package let width: Int
  /// Palette indexes; nil for the terminal's own colour and for 24 bits.
  package let foreground: UInt8?
  package let background: UInt8?
  package let isBold: Bool
  package let isUnderlined: Bool
  package let isReversed: Bool

  init(_ cell: VTermScreenCell) {
    let scalars = withUnsafeBytes(of: cell.chars) { bytes in
      bytes.bindMemory(to: UInt32.self).prefix { $0 != 0 && $0 != .max }.compactMap(Unicode.Scalar.init)
    }
    glyph = scalars.isEmpty ? " " : String(String.UnicodeScalarView(scalars))
    width = Int(cell.width)
    foreground = Look.index(cell.fg)
    background = Look.index(cell.bg)
    isBold = cell.attrs.bold != 0
    isUnderlined = cell.attrs.underline != 0
    isReversed = cell.attrs.reverse != 0
  }

  /// Bit 0 of the type tells a palette index, the bits above a default colour.
  private static func index(_ colour: VTermColor) -> UInt8? {
    colour.type & 1 == 1 && colour.type & 6 == 0 ? colour.indexed.idx : nil
  }
}

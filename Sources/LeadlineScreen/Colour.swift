/// A colour of a theme, before it is known what the terminal can show.
package enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// An entry of the terminal's palette; 0–15 are the person's own colours.
  case index(UInt8)
  /// An exact colour, with its fall-backs where a theme fixes them by hand.
  case exact(RGB, x256: UInt8?, x16: UInt8?)

  /// The words for the palette entries 0–15.
  package static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red", "bright-green",
    "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// What will be seen; nil where only the person's own palette knows.
  func rgb(for depth: ColourDepth) -> RGB? {
    if case .exact(let rgb, _, _) = self, depth == .direct { return rgb }
    guard depth == .direct || depth == .many, let index = UInt8(exactly: number(for: .many)), index >= 16 else {
      return nil
    }
    return RGB(xterm: index)
  }

  /// The number to ask the terminal for, and -1 for its own colour.
  func number(for depth: ColourDepth) -> Int32 {
    switch (depth, self) {
    case (.none, _), (_, .standard): -1
    case (.direct, .index(let index)): index < 8 ? Int32(index) : RGB(xterm: index).packed
    case (.direct, .exact(let rgb, _, _)): rgb.packed
    case (.many, .index(let index)): Int32(index)
    case (.many, .exact(let rgb, let x256, _)): Int32(x256 ?? rgb.nearest(in: 16...255))
    case (.sixteen, .index(let index)), (.eight, .index(let index)):
      Int32(index < 16 ? index : RGB(xterm: index).nearest(in: 0...15))
    case (.sixteen, .exact(let rgb, _, let x16)), (.eight, .exact(let rgb, _, let x16)):
      Int32(x16 ?? rgb.nearest(in: 0...15))
    }
  }
}

/// A colour of the sRGB space.
package struct RGB: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#rrggbb`, and nothing shorter.
  package init?(hex: String) {
    let digits = hex.dropFirst()
    guard hex.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  package var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Xterm's own colour for a palette index: 16 named ones, a cube of 6 × 6 × 6, 24 greys.
  package init(xterm index: UInt8) {
    if index < 16 {
      self = RGB.named[Int(index)]
    } else if index < 232 {
      let cube = Int(index) - 16
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      self.init(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    } else {
      let grey = 8 + 10 * (index - 232)
      self.init(grey, grey, grey)
    }
  }

  private static let named = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
    RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  /// 0xRRGGBB. A `-direct` terminal takes 0–7 for palette entries, so the near-blacks there move up to 8.
  fileprivate var packed: Int32 { max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue)) }

  /// A step of `share` (0...1) towards another colour.
  package func moved(towards other: RGB, by share: Double) -> RGB {
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8(clamping: Int((Double(from) + (Double(to) - Double(from)) * share).rounded()))
    }
    return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }
}

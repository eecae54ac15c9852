package import LeadlineText

/// A set of colours, resolved: one pen for each role (themes/README.md).
package struct Theme: Sendable {
  package enum Appearance: String, CaseIterable, Sendable { case dark, light, any }

  package var name: String
  package var appearance: Appearance
  /// What the terminal's background is taken for when contrast is checked; nil where the theme does not say.
  package var background: RGB?
  /// Ratios, 1...21, that letters and shapes must reach.
  package var minimalContrast: (text: Double, decor: Double)
  private var pens: [Pen]

  /// Asks `pen` once for each role.
  init(
    name: String, appearance: Appearance = .any, background: RGB? = nil,
    minimalContrast: (text: Double, decor: Double) = (4.5, 3.0), pen: (Role) -> Pen
  ) {
    self.name = name
    self.appearance = appearance
    self.background = background
    self.minimalContrast = minimalContrast
    pens = Role.allCases.map(pen)
  }

  package subscript(role: Role) -> Pen { pens[Int(role.rawValue)] }

  /// The styles of every role on every ground for a terminal of that depth.
  package func styles(for depth: ColourDepth) -> StyleTable {
    StyleTable { role, ground in style(role, on: ground, depth) }
  }

  private func style(_ role: Role, on ground: Ground, _ depth: ColourDepth) -> Style {
    let own = self[role].style(for: depth)
    let under: Style
    switch ground {
    case .plain: return own
    case .cursor: under = self[.cursor].style(for: depth)
    case .cursorUnfocused: under = self[.cursorUnfocused].style(for: depth)
    }
    var style = own
    style.attributes.formUnion(under.attributes)
    if under.attributes.contains(.reverse) {
      // Reversed, many foregrounds would make a row of patches: a bar has one colour.
      (style.foreground, style.background) = (under.foreground, under.background)
      // Dim letters on the bright side of a bar can hardly be read.
      style.attributes.remove(.dim)
    } else if style.background == -1 {
      style.background = under.background
      if style.foreground == style.background { style.foreground = under.foreground }
    }
    return style
  }
}

/// What a theme says of one role.
package struct Pen: Hashable, Sendable {
  package var foreground: Colour = .standard
  package var background: Colour = .standard
  package var attributes: Attributes = []
  /// The attributes where there is no colour.
  package var mono: Attributes = []
  /// Where the theme says it.
  package var place: Place

  fileprivate func style(for depth: ColourDepth) -> Style {
    let style = Style(
      foreground: foreground.number(for: depth), background: background.number(for: depth),
      attributes: depth == .none ? mono : attributes)
    return depth == .eight ? style.folded : style
  }
}

extension Style {
  /// For eight colours: the bright ones are their plain ones in bold, and bright black, which would vanish on black,
  /// is the terminal's own foreground, dim.
  fileprivate var folded: Style {
    var style = self
    if foreground == 8 {
      style.foreground = -1
      style.attributes.insert(.dim)
    } else if foreground > 8 {
      style.foreground -= 8
      style.attributes.insert(.bold)
    }
    if background >= 8 { style.background -= 8 }
    return style
  }
}

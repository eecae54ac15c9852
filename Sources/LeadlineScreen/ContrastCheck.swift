package import LeadlineText

/// Whether a theme can be read: letters and shapes against the background, letters on the selected row too. Colours
/// that only the person's own palette knows are not judged.
package enum ContrastCheck {
  package static func findings(for theme: Theme) -> [Finding] {
    Role.allCases.flatMap { role -> [Finding] in
      let exact = findings(role, of: theme, at: .direct)
      return exact.isEmpty ? findings(role, of: theme, at: .many) : exact
    }
  }

  private static func findings(_ role: Role, of theme: Theme, at depth: ColourDepth) -> [Finding] {
    let pen = theme[role]
    guard let ink = pen.foreground.rgb(for: depth) else { return [] }
    let contrast = theme.minimalContrast
    let least = role.isDecoration ? contrast.decor : contrast.text
    let selected = theme[.cursor].background.rgb(for: depth)
    var grounds: [(name: String, colour: RGB?)] = []
    if pen.background != .standard {
      grounds = [("its own ground", pen.background.rgb(for: depth))]
    } else {
      grounds = [("the background", theme.background)] + (role.isDecoration ? [] : [("the selected row", selected)])
    }
    return grounds.compactMap { name, ground in
      guard let ground, ink.contrast(with: ground) < least else { return nil }
      let depthName = depth == .many ? " in 256 colours" : ""
      return .tooFaint(role, ink, on: ground, name + depthName, least, at: pen.place)
    }
  }
}

extension RGB {
  /// The nearest colour on the way to white or black that reaches the ratio; nil where neither does.
  fileprivate func readable(on ground: RGB, _ least: Double) -> RGB? {
    let end = ground.luminance < 0.18 ? RGB(255, 255, 255) : RGB(0, 0, 0)
    return (1...50).lazy.map { moved(towards: end, by: Double($0) / 50) }.first { $0.contrast(with: ground) >= least }
  }
}

extension Finding {
  fileprivate static func tooFaint(
    _ role: Role, _ ink: RGB, on ground: RGB, _ what: String, _ least: Double, at place: Place
  ) -> Finding {
    let cure = ink.readable(on: ground, least)
    return Finding(
      at: place,
      "\(role.scope) \(ink.hex) on \(what) \(ground.hex) has a contrast of \(ratio(ink.contrast(with: ground))), "
        + "less than \(ratio(least))",
      instead: cure.map { "\($0.hex) would do" } ?? "choose another background")
  }
}

/// Two decimals, cut, so that what falls short never looks as if it reached.
private func ratio(_ value: Double) -> String {
  let hundredths = Int(value * 100)
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}

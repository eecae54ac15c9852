package import LeadlineText

/// Reads themes: a file, its parents, and under all of them the built-in theme, so that whatever is wrong there is a
/// theme to go on with.
package enum ThemeReader {
  /// `parents` gives the text of a theme by its name; `terminal` is always there. `known` are the names to propose for
  /// one that is not.
  package static func read(
    _ text: String, file: String, parents: (String) -> String?, known: [String] = []
  ) -> (theme: Theme, findings: [Finding]) {
    read(text, file: file, parents: parents, known: known) { terminal[$0] }
  }

  /// The theme that is used where no other is.
  package static let terminal: Theme = {
    let file = "terminal.toml"
    let nowhere = Place(file: file, line: 1, column: 1)
    return read(BuiltInThemes.terminal, file: file, parents: { _ in nil }, known: []) { _ in Pen(place: nowhere) }.theme
  }()

  private static func read(
    _ text: String, file: String, parents: (String) -> String?, known: [String], otherwise: (Role) -> Pen
  ) -> (theme: Theme, findings: [Finding]) {
    let first = ThemeLayerReader(text, file: file)
    var (layers, findings) = ([first.layer], first.findings)
    var names = [name(of: file)]
    while let (parent, place) = layers.last?.inherits {
      if names.contains(parent) {
        findings.append(.circle(names + [parent], at: place))
        break
      }
      guard names.count <= 16, let text = parents(parent) ?? BuiltInThemes.text(of: parent) else {
        findings.append(.unknownTheme(parent, among: known + BuiltInThemes.names, at: place))
        break
      }
      let next = ThemeLayerReader(text, file: "\(parent).toml")
      layers.append(next.layer)
      findings += next.findings
      names.append(parent)
    }
    let whole = layers.dropLast().reversed().reduce(layers[layers.count - 1]) { $1.over($0) }
    findings += unknownColours(in: whole)
    return (theme(of: whole, named: names[0], otherwise: otherwise), findings)
  }

  /// `themes/harbor.toml` is the theme harbor.
  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last ?? ""
    return String(last.hasSuffix(".toml") ? last.dropLast(5) : last)
  }

  private static func unknownColours(in layer: ThemeLayer) -> [Finding] {
    let known = layer.palette.keys.sorted() + Colour.names + ["default"]
    let specs = layer.styles.values.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    return specs.flatMap { spec in
      [spec.foreground, spec.background].compactMap { word -> Finding? in
        guard case .name(let name)? = word, layer.colour(.name(name)) == nil else { return nil }
        return .unknownColour(name, among: known, at: spec.place)
      }
    }
  }

  private static func theme(of layer: ThemeLayer, named name: String, otherwise: (Role) -> Pen) -> Theme {
    Theme(
      name: layer.name ?? name, appearance: layer.appearance ?? .any, background: layer.background,
      minimalContrast: (layer.minimalText ?? 4.5, layer.minimalDecor ?? 3)
    ) { role in
      layer.spec(for: role).map { pen($0, in: layer) } ?? otherwise(role)
    }
  }

  /// A style that names no foreground writes in that of `text`.
  private static func pen(_ spec: ThemeLayer.Spec, in layer: ThemeLayer) -> Pen {
    let foreground = spec.foreground ?? layer.styles["text"]?.foreground
    return Pen(
      foreground: foreground.flatMap { layer.colour($0) } ?? .standard,
      background: spec.background.flatMap { layer.colour($0) } ?? .standard,
      attributes: spec.attributes, mono: spec.mono, place: spec.place)
  }
}

extension Finding {
  fileprivate static func circle(_ names: [String], at place: Place) -> Finding {
    Finding(
      at: place, "themes inherit each other in a circle: \(names.joined(separator: " → "))",
      instead: "let one of them inherit terminal")
  }
  fileprivate static func unknownTheme(_ name: String, among known: [String], at place: Place) -> Finding {
    Finding(
      at: place, "unknown theme \(name)",
      instead: proposal(for: name, among: known, otherwise: "leadline themes list names them"))
  }
}

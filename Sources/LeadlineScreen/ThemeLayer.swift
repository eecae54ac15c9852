import LeadlineText

/// One theme file, read but not yet resolved: its colours are still names, since a child may give them other values.
struct ThemeLayer {
  /// A colour as written in a style.
  enum Word: Hashable {
    case colour(Colour)
    case name(String)
  }

  struct Spec {
    var foreground: Word?
    var background: Word?
    var attributes: Attributes = []
    var mono: Attributes = []
    var place: Place
  }

  var name: String?
  var appearance: Theme.Appearance?
  var inherits: (name: String, place: Place)?
  var background: RGB?
  var minimalText: Double?
  var minimalDecor: Double?
  var palette: [String: Colour] = [:]
  var styles: [String: Spec] = [:]

  /// This layer, and what it does not say from `parent`.
  func over(_ parent: ThemeLayer) -> ThemeLayer {
    var both = parent
    both.name = name ?? parent.name
    both.appearance = appearance ?? parent.appearance
    both.background = background ?? parent.background
    both.minimalText = minimalText ?? parent.minimalText
    both.minimalDecor = minimalDecor ?? parent.minimalDecor
    both.palette.merge(palette) { _, own in own }
    both.styles.merge(styles) { _, own in own }
    return both
  }

  /// The style for a scope, or for the nearest scope around it: `a.b.c`, `a.b`, `a`, `text`.
  func spec(for role: Role) -> Spec? {
    var scope = role.scope[...]
    while true {
      if let spec = styles[String(scope)] { return spec }
      guard let dot = scope.lastIndex(of: ".") else { return styles["text"] }
      scope = scope[..<dot]
    }
  }

  /// The colour a word stands for here; nil for a name that does not exist.
  func colour(_ word: Word) -> Colour? {
    switch word {
    case .colour(let colour): colour
    case .name(let name): palette[name] ?? Colour(name: name)
    }
  }
}

extension Colour {
  /// `default` or one of the sixteen names.
  init?(name: String) {
    if name == "default" {
      self = .standard
    } else if let index = Colour.names.firstIndex(of: name) {
      self = .index(UInt8(index))
    } else {
      return nil
    }
  }
}

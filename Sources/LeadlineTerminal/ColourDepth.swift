package import LeadlineScreen

extension ColourDepth {
  /// The depth of a terminal that takes so many colours.
  package init(colours: Int) {
    switch colours {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case ..<0x8000: self = .many
    default: self = .direct
    }
  }
}

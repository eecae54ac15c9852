/// One place of the screen: what stands there and what it means.
package struct Cell: Hashable, Sendable {
  /// One base scalar with at most two combining marks; a space where nothing stands.
  package var glyph: Character
  /// Columns taken: 1, 2, or 0 for the right half of the wide glyph before.
  package var width: UInt8
  package var role: Role
  package var ground: Ground

  package init(glyph: Character = " ", width: UInt8 = 1, role: Role = .text, ground: Ground = .plain) {
    self.glyph = glyph
    self.width = width
    self.role = role
    self.ground = ground
  }

  package static let blank = Cell()
}

/// What a row of cells lies on: the selected row is a ground, so that every role keeps its meaning there.
package enum Ground: UInt8, CaseIterable, Hashable, Sendable {
  case plain, cursor, cursorUnfocused
}

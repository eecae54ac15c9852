import LeadlineDesk

/// What a section of a list is headed with.
protocol SectionHead {
  var title: String { get }
  var role: Role { get }
}

extension Canvas {
  /// Sections and rows one below the other. `row` draws one at the top of the place that is left, and returns the lines
  /// it took. A section without rows in view has no head; where there is none at all, `empty` says why.
  mutating func list<Kind: SectionHead, Row>(
    _ sections: [SectionModel<Kind, Row>], empty: String, in place: Rectangle, lead: Int,
    row: (inout Canvas, Row, Rectangle) -> Int
  ) {
    var rest = place
    for section in sections where !section.rows.isEmpty && !rest.isEmpty {
      head("\(section.kind.title) \(section.count)", role: section.kind.role, lead: lead, in: rest)
      rest = rest.split(rows: 1).bottom
      for model in section.rows where !rest.isEmpty {
        rest = rest.split(rows: row(&self, model, rest)).bottom
      }
    }
    if sections.allSatisfy({ $0.rows.isEmpty }) {
      put([Span(empty, .textDim)], x: place.x + 1, y: place.y, width: place.width - 2)
    }
  }

  /// A section's name in a line across a list: `── Today 4 ────`.
  private mutating func head(_ name: String, role: Role, lead: Int, in place: Rectangle) {
    put([Span(String(repeating: "─", count: place.width), .paneBorder)], x: place.x, y: place.y, width: place.width)
    put([Span(" \(name) ", role)], x: place.x + lead, y: place.y, width: place.width - lead)
  }
}

/// Every role on every ground, resolved for one colour depth.
package struct StyleTable: Sendable {
  private var styles: [Style]

  /// Asks `style` once for each role and ground.
  package init(style: (Role, Ground) -> Style) {
    styles = Role.allCases.flatMap { role in Ground.allCases.map { style(role, $0) } }
  }

  package subscript(role: Role, ground: Ground) -> Style {
    styles[Int(role.rawValue) * Ground.allCases.count + Int(ground.rawValue)]
  }
}

/// A set of colours, resolved: one pen for each role (themes/README.md).
package struct Theme: Sendable {
  package var name: String

  package init(name: String) { self.name = name }

  /// The styles of every role on every ground for a terminal of that depth.
  package func styles(for depth: ColourDepth) -> StyleTable {
    StyleTable { _, _ in Style() }
  }
}

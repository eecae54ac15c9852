import Glibc
package import LeadlineScreen

/// A canvas as text, compared with the file that says how it should look: glyphs first, then one letter a cell for its
/// role and ground.
package enum Golden {
  /// What differs from `Tests/Goldens/SUITE/NAME.txt`, or nil: `#expect(Golden.complaint(canvas, "board") == nil)`.
  /// With LEADLINE_RECORD=1 the file is written, and that is a complaint too.
  package static func complaint(
    _ canvas: Canvas, _ name: String, file: String = #filePath, recording: Bool = isRecording
  ) -> String? {
    let suite = TextFile.folder(of: file).split(separator: "/").last ?? ""
    let path = "\(TextFile.top)/Tests/Goldens/\(suite)/\(name).txt"
    let actual = text(of: canvas)
    if recording {
      return TextFile.write(actual, to: path)
        ? "\(name) was recorded; look at it and run again" : "\(path) cannot be written"
    }
    guard let expected = TextFile.read(path) else {
      return "there is no \(path); LEADLINE_RECORD=1 writes it\n\(actual)"
    }
    return expected == actual ? nil : "\(name) looks different\n" + difference(expected, actual)
  }

  /// Whether LEADLINE_RECORD=1 stands in the environment.
  package static let isRecording = getenv("LEADLINE_RECORD").map { String(cString: $0) } == "1"

  package static func text(of canvas: Canvas) -> String {
    var letters = RoleLetters()
    let rows = 0..<canvas.size.rows
    let glyphs = rows.map { Golden.glyphs(of: canvas.row($0)) }
    let roles = rows.map { canvas.row($0).map { letters.letter(for: $0) }.joined() }
    let cursor = canvas.cursor.map { "cursor \($0.x),\($0.y)\n" } ?? ""
    let head = "\(canvas.size.columns)×\(canvas.size.rows)\n"
    return head + glyphs.map { trimmed($0) + "\n" }.joined() + "\n" + roles.map { trimmed($0) + "\n" }.joined() + "\n"
      + letters.legend + cursor
  }

  /// A row as it is seen; the right half of a wide glyph is part of the glyph.
  package static func glyphs(of row: ArraySlice<Cell>) -> String {
    row.map { $0.width == 0 ? "" : String($0.glyph) }.joined()
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).compactMap { index in
      let (was, now) = (index < old.count ? old[index] : "", index < new.count ? new[index] : "")
      return was == now ? nil : "\(index + 1)- \(was)\n\(index + 1)+ \(now)"
    }.joined(separator: "\n")
  }
}

/// One letter for each role and ground, in the order they are met; plain text is a space.
private struct RoleLetters {
  private var met: [String] = []
  private static let alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".map { String($0) }

  mutating func letter(for cell: Cell) -> String {
    if cell.role == .text && cell.ground == .plain { return " " }
    let name = cell.ground == .plain ? cell.role.scope : "\(cell.role.scope) on \(cell.ground)"
    if let index = met.firstIndex(of: name) { return RoleLetters.letter(index) }
    met.append(name)
    return RoleLetters.letter(met.count - 1)
  }

  var legend: String {
    met.enumerated().map { "\(RoleLetters.letter($0)) \($1)\n" }.joined()
  }

  private static func letter(_ index: Int) -> String { index < alphabet.count ? alphabet[index] : "?" }
}

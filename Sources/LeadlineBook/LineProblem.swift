/// A line of the journal, or a file of the book, that is not as it should be: where, what, and what mends it.
package struct LineProblem: Hashable, Sendable {
  package enum Severity: Int, Hashable, Comparable, Sendable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Used, and to be looked at.
    case warning
    /// Not used.
    case unused
    /// Could not be read at all.
    case unreadable

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// The whole path.
  package var file: String
  /// Counted from 1; 0 for a whole file.
  package var line: Int
  /// The word for what it is: that of `LineClass`, or `tail`, `too long`, `future`, `unreadable`, `book.toml`.
  package var kind: String
  package var severity: Severity
  /// The line as it stands, at most 4 KiB of it.
  package var text: String
  package var what: String
  /// The command that mends it; empty where nothing needs mending.
  package var fix: String

  package init(
    file: String, line: Int, kind: String, severity: Severity, text: String = "", what: String, fix: String = ""
  ) {
    self.file = file
    self.line = line
    self.kind = kind
    self.severity = severity
    self.text = text
    self.what = what
    self.fix = fix
  }

  /// Bytes of a line that are kept to be shown.
  static let shown = 4096
}

extension LineProblem {
  /// `s/…/…/` on one line of a file, as a person can paste it.
  private static func edit(_ script: String, _ line: Int, _ file: String) -> String {
    "sed -i '\(line)\(script)' \(quoted(file))"
  }

  static func comment(_ line: Int, _ file: String) -> String { edit("s/^/# /", line, file) }
  static func vouch(_ line: Int, _ file: String) -> String { edit(#"s/ \^[0-9a-fA-F]*$/ ^-/"#, line, file) }
  static func delete(_ line: Int, _ file: String) -> String { edit("d", line, file) }

  /// A path as a shell takes it.
  package static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2f, 0x2e, 0x2d, 0x5f: true
      default: false
      }
    }
    return isPlain && !path.isEmpty
      ? path : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}

package import LeadlineCore

/// Writes an event as a line of the journal: what a person reads first, what the machine needs last.
package struct LineWriter: Sendable {
  /// The longest line that is written; longer text belongs in a blob.
  package static let longest = 64 * 1024

  private let checksum = Checksum()

  package init() {}

  /// The line without its LF.
  package func bytes(_ event: Event) -> [UInt8] {
    let parts = LineParts(event.fact)
    var line: [UInt8] = []
    line.reserveCapacity(160)
    line += event.time.text.utf8
    line += [0x20]
    line += parts.kind.utf8
    line += [0x20]
    line += (event.lead?.text ?? "-").utf8
    for word in parts.words { append(word, to: &line, quotingKeys: true) }
    for field in parts.fields { append(field, to: &line) }
    for field in event.extra { append(field, to: &line) }
    if event.at != event.time { append(Field("at", event.at.text), to: &line) }
    if !event.by.isEmpty { append(Field("by", event.by), to: &line) }
    if let act = event.act { append(Field("act", act.text), to: &line) }
    if event.logical != event.time { append(Field("lc", event.logical.text), to: &line) }
    append(Field("id", event.id.text), to: &line)
    let check = checksum.of(line)
    line += [0x20, 0x5e]
    line += Checksum.digits(check)
    return line
  }

  private func append(_ field: Field, to line: inout [UInt8]) {
    line.append(0x20)
    // A key cannot be quoted: one that would break the line is spelled otherwise.
    line += (KeyName.isSound(field.key) ? field.key : KeyName.spelled(field.key)).utf8
    line.append(0x3d)
    append(field.value, to: &line, quotingKeys: false, separated: false)
  }

  private func append(_ word: String, to line: inout [UInt8], quotingKeys: Bool, separated: Bool = true) {
    if separated { line.append(0x20) }
    if isBare(word, quotingKeys: quotingKeys) {
      line += word.utf8
    } else {
      line.append(0x22)
      for scalar in word.unicodeScalars { append(scalar, to: &line) }
      line.append(0x22)
    }
  }

  private func isBare(_ word: String, quotingKeys: Bool) -> Bool {
    guard let first = word.utf8.first, first != 0x5e else { return false }
    for byte in word.utf8 {
      switch byte {
      case 0x22, 0x5c, 0...0x20, 0x7f...: return false
      case 0x3d where quotingKeys: return false
      default: continue
      }
    }
    return true
  }

  private func append(_ scalar: Unicode.Scalar, to line: inout [UInt8]) {
    switch scalar {
    case "\"": line += #"\""#.utf8
    case "\\": line += #"\\"#.utf8
    case "\n": line += #"\n"#.utf8
    case "\r": line += #"\r"#.utf8
    case "\t": line += #"\t"#.utf8
    case let scalar where LineWriter.mustHide(scalar):
      line += "\\u{\(String(scalar.value, radix: 16))}".utf8
    case let scalar: line += UTF8.encode(scalar).map { Array($0) } ?? []
    }
  }

  /// What must not stand in a journal as it is, so that `cat`, `less` and `git diff` are safe: C0, DEL, C1, line and
  /// paragraph separators, bidi controls, U+FEFF, tag characters, non-characters.
  package static func mustHide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1f, 0x7f...0x9f, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfdd0...0xfdef, 0xfeff,
      0xe0000...0xe007f:
      true
    case let value: value & 0xfffe == 0xfffe
    }
  }
}

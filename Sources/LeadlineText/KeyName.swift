/// What may stand before the `=` of a line of the journal.
package enum KeyName {
  /// Not empty, and nothing in it that would end it or that must not stand in a journal.
  package static func isSound(_ name: some StringProtocol) -> Bool {
    !name.isEmpty && (name.utf8.allSatisfy(isPlain) || name.unicodeScalars.allSatisfy(isSound))
  }

  /// The name with `_` in the place of each scalar that may not stand in it: `Lead Source` is `Lead_Source`.
  package static func spelled(_ name: String) -> String {
    if name.isEmpty { return "_" }
    var spelled = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { spelled.append(isSound(scalar) ? scalar : "_") }
    return String(spelled)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "\"")
  }

  private static func isSound(_ scalar: Unicode.Scalar) -> Bool {
    scalar != " " && scalar != "=" && scalar != "\"" && !LineWriter.mustHide(scalar)
  }
}

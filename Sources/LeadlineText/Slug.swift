import LeadlineCore

/// The part of a lead's id that a person can recognise.
package enum Slug {
  /// One to nine characters of `a-z 0-9` from the first word of a name, or from its first words where the first gives
  /// fewer than three: `acme` of "Acme GmbH", `drkern` of "Dr. Kern". Latin letters lose their marks; a name that
  /// gives nothing is `lead`.
  package static func read(_ name: String) -> String {
    var slug: [UInt8] = []
    for scalar in name.unicodeScalars.prefix(256) {
      if scalar.properties.isWhitespace, slug.count >= 3 { break }
      slug.append(contentsOf: letters(of: scalar))
      if slug.count >= 9 { break }
    }
    return slug.isEmpty ? "lead" : String(decoding: slug.prefix(9), as: UTF8.self)
  }

  /// A new id for a lead of that name: slug, `-`, five random base-32 letters; at most 15 bytes. Draw again while taken.
  package static func leadID(for name: String, using random: inout some RandomNumberGenerator) -> String {
    let tail = (0..<5).map { _ in Base32.alphabet[Int.random(in: 0..<32, using: &random)] }
    return "\(read(name))-\(String(decoding: tail, as: UTF8.self))"
  }

  private static func letters(of scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "a"..."z", "0"..."9": return [UInt8(truncatingIfNeeded: scalar.value)]
    case "A"..."Z": return [UInt8(truncatingIfNeeded: scalar.value + 32)]
    default: break
    }
    guard scalar.value >= 0xC0, scalar.value <= 0x2AF || (0x1E00...0x1EFF).contains(scalar.value) else { return [] }
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return latin[small] ?? []
  }

  private static let latin: [Unicode.Scalar: [UInt8]] = {
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for (plain, marked) in [
      ("a", "àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặ"), ("ae", "æ"), ("b", "ḃ"), ("c", "çćĉċč"), ("d", "ďđðḋ"),
      ("e", "èéêëēĕėęěȅȇẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧ"), ("h", "ĥħḣ"), ("i", "ìíîïĩīĭįıǐȉȋỉịi"), ("ij", "ĳ"),
      ("j", "ĵ"), ("k", "ķĸǩ"), ("l", "ĺļľŀł"), ("m", "ṁ"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőơǒȍȏọỏốồổỗộớờởỡợ"),
      ("oe", "œ"), ("p", "ṗ"), ("r", "ŕŗřȑȓ"), ("s", "śŝşšșṡſ"), ("ss", "ß"), ("t", "ţťŧțṫ"), ("th", "þ"),
      ("u", "ùúûüũūŭůűųưǔȕȗụủứừửữự"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
    ] {
      for scalar in marked.unicodeScalars { table[scalar] = Array(plain.utf8) }
    }
    return table
  }()
}

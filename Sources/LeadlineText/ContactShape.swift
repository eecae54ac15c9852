/// The shapes by which a mail address and an address on the web are known. They say what a word looks like, not
/// whether it reaches anybody.

/// One `@` between a local part and a domain of at least two labels; nothing that a mail program could take for an
/// option, a list or a header.
package func isEmail(_ text: String) -> Bool {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty, parts[0].utf8.count <= 64 else { return false }
  let local = parts[0].unicodeScalars
  guard local.first != "-", local.first != ".", local.last != "." else { return false }
  let isPlain = local.allSatisfy { scalar in
    scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
      && !"\"(),:;<>[\\]".unicodeScalars.contains(scalar) && !(0x80...0x9F).contains(scalar.value)
  }
  return isPlain && isDomain(String(parts[1]))
}

/// `http://…`, `https://…`, `www.…`, or a domain with a path: `linkedin.com/in/ana`.
package func isURL(_ text: String) -> Bool {
  let small = text.lowercased()
  for scheme in ["https://", "http://"] where small.hasPrefix(scheme) { return small.utf8.count > scheme.utf8.count }
  if small.hasPrefix("www."), small.utf8.count > 4 { return true }
  guard let slash = text.firstIndex(of: "/") else { return false }
  return isDomain(String(text[..<slash]))
}

/// Two or more labels of letters, digits and inner hyphens, the last of at least two letters.
func isDomain(_ text: String) -> Bool {
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  guard labels.count >= 2, text.utf8.count <= 253, let last = labels.last else { return false }
  let isPunycode = last.lowercased().hasPrefix("xn--")
  guard last.unicodeScalars.count >= 2, isPunycode || last.unicodeScalars.allSatisfy(\.properties.isAlphabetic) else {
    return false
  }
  return labels.allSatisfy { label in
    guard let first = label.unicodeScalars.first, first != "-", label.unicodeScalars.last != "-" else { return false }
    return label.utf8.count <= 63
      && label.unicodeScalars.allSatisfy { $0 == "-" || isDigit($0) || $0.properties.isAlphabetic }
  }
}

func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// A word without the commas and semicolons after it.
func trimmed(_ text: String) -> String {
  var scalars = text.unicodeScalars[...]
  while let last = scalars.last, last == "," || last == ";" { scalars.removeLast() }
  return String(scalars)
}

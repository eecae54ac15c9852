/// `{field}` in the text of a template.
extension Template {
  /// The names that stand in braces, in their order.
  package static func fields(of text: String) -> [String] {
    var names: [String] = []
    _ = Template.fill(text) { name in
      names.append(name)
      return nil
    }
    return names
  }

  /// Each `{name}` replaced by its value; one without a value stays as it is written.
  package static func fill(_ text: String, _ value: (String) -> String?) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { return out + rest[open...] }
      let after = rest.index(after: close)
      out += value(String(rest[rest.index(after: open)..<close])) ?? String(rest[open..<after])
      rest = rest[after...]
    }
    return out + rest
  }
}

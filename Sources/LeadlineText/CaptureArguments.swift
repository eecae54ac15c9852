extension CaptureReader {
  /// One capture line of the words that a shell gave: where its quotes held words together (`@"Two Words"` arrives as
  /// `@Two Words`), they are put back. A single argument is taken for the whole line.
  package static func line(of arguments: [String]) -> String {
    guard arguments.count > 1 else { return arguments.first ?? "" }
    return arguments.map(quoted).joined(separator: " ")
  }

  private static func quoted(_ argument: String) -> String {
    guard argument.contains(where: \.isWhitespace), !argument.contains("\""), !argument.hasPrefix("//") else {
      return argument
    }
    if let sign = argument.first, "@+#".contains(sign) { return "\(sign)\"\(argument.dropFirst())\"" }
    guard let colon = argument.firstIndex(of: ":"), CaptureKey(argument[..<colon]) != nil else { return argument }
    return "\(argument[...colon])\"\(argument[argument.index(after: colon)...])\""
  }
}

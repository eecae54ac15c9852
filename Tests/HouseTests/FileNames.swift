/// File names in code spans of a page: a path from the page's own folder or from the top, or a name of its own.
enum FileNames {
  static func missing(from pages: [String], in files: Files) -> [String] {
    pages.flatMap { page -> [String] in
      let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      return names(in: files[page] ?? "").filter { name in
        !files.keys.contains {
          $0 == folder + name || $0 == name || $0.hasSuffix("/" + name) || $0.hasPrefix(folder + name + "/")
        }
      }.map { "\(page): there is no \($0)" }
    }
  }

  /// Spans that end like a file of this tree and hold no blank or placeholder.
  private static func names(in text: String) -> [String] {
    let spans = text.split(separator: "`", omittingEmptySubsequences: false)
    return spans.indices.filter { $0 % 2 == 1 }.map { String(spans[$0]) }.filter { span in
      [".swift", ".md", ".c", ".h", ".toml"].contains { span.hasSuffix($0) }
        && !span.contains { " *<…~".contains($0) } && !span.contains("NAME")
    }
  }
}

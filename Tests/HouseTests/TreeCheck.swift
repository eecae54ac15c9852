/// What lies where, and what no file says because it holds on one machine only.
enum TreeCheck {
  static let top: Set = ["Package.swift", "Sources", "Tests", "README.md", "themes", "LICENSE"]

  /// Names at the top that nothing calls for. Hidden ones belong to tools.
  static func strays(in files: Files) -> [String] {
    Set(files.keys.compactMap { $0.split(separator: "/").first.map { String($0) } })
      .filter { !$0.hasPrefix(".") && !top.contains($0) }.sorted()
  }

  /// Paths of the machine it was written on. Ana, who lives in the examples, has a home.
  static func machinePaths(in files: Files) -> [String] {
    let folders = ["work", "root", "home"].map { "/\($0)/" }
    return lines(of: files) { line in
      folders.contains { folder in
        line.ranges(of: folder).contains { range in
          let isWhole =
            line[..<range.lowerBound].last.map { !$0.isLetter && !$0.isNumber && !".~_-".contains($0) } ?? true
          return isWhole && !line[range.lowerBound...].hasPrefix("/home" + "/ana")
        }
      }
    }.map { $0 + ": a path of one machine" }
  }

  /// Hosts that packages come through: which one is the reader's own business.
  static func packageHosts(in files: Files) -> [String] {
    let parts = ["registry", "mirror", "proxy", "artifact", "nexus", "pypi", "npmjs", "crates", "archive", "localhost"]
    return lines(of: files) { line in
      line.ranges(of: "://").contains { range in
        let host = line[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
        return parts.contains { host.contains($0) }
      }
    }.map { $0 + ": a host that packages come through" }
  }

  private static func lines(of files: Files, where isWrong: (Substring) -> Bool) -> [String] {
    files.sorted { $0.key < $1.key }.flatMap { path, text in
      WordCheck.lines(text).filter { isWrong($0.text) }.map { "\(path):\($0.line)" }
    }
  }
}

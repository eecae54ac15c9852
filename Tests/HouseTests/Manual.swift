/// A page of Markdown, as far as a table in it is compared with one in code.
struct Manual {
  let name: String
  private let lines: [Substring]

  /// Nil where there is no such page.
  init?(_ name: String, in files: Files) {
    guard let text = files[name] else { return nil }
    self.name = name
    lines = WordCheck.lines(text).map(\.text)
  }

  /// What stands in code spans in the first cell of each row of the tables below a heading, up to the next heading of its
  /// rank. Nil where there is no such heading.
  func firstCells(under heading: String) -> [String]? {
    guard let start = lines.firstIndex(where: { Manual.heading($0)?.title == heading }),
      let rank = Manual.heading(lines[start])?.rank
    else { return nil }
    let section = lines[(start + 1)...].prefix { (Manual.heading($0)?.rank ?? .max) > rank }
    return section.filter { $0.hasPrefix("|") }.flatMap { Manual.spans(in: Manual.firstCell(of: $0)) }
  }

  /// The words that follow the program's name: `list` for `leadline list 'state:hot'`.
  var verbs: [String] {
    lines.flatMap { line in
      line.ranges(of: "leadline ").compactMap { range in
        let verb = line[range.upperBound...].prefix { ("a"..."z").contains($0) || $0 == "-" }
        return verb.first?.isLetter == true ? String(verb) : nil
      }
    }
  }

  /// Where a table of the page and one of the code differ, both ways.
  func differences(under heading: String, from code: [String]) -> [String] {
    guard let written = firstCells(under: heading) else { return ["\(name) has no heading \"\(heading)\""] }
    let twice = unique(written).filter { word in written.count { $0 == word } > 1 }
    return differences(written, code, at: ", \(heading)")
      + twice.map { "\(name), \(heading): `\($0)` stands there twice" }
  }

  /// Verbs of the shell that the page shows nowhere, in an example or in the table of commands, and those it invents.
  func differences(fromVerbs code: [String]) -> [String] {
    differences(verbs + (firstCells(under: "Commands") ?? []), code, at: "")
  }

  private func differences(_ written: [String], _ code: [String], at place: String) -> [String] {
    unique(code).filter { !written.contains($0) }.map { "\(name)\(place): `\($0)` is missing" }
      + unique(written).filter { !code.contains($0) }.map { "\(name)\(place): `\($0)` is not in the code" }
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private static func heading(_ line: Substring) -> (rank: Int, title: String)? {
    let rank = line.prefix { $0 == "#" }.count
    guard rank > 0, line.dropFirst(rank).first == " " else { return nil }
    return (rank, String(line.dropFirst(rank).drop { $0 == " " }))
  }

  /// A bar behind a backslash is no end of a cell.
  private static func firstCell(of row: Substring) -> Substring {
    let cell = row.dropFirst()
    let end = cell.indices.first { cell[$0] == "|" && ($0 == cell.startIndex || cell[cell.index(before: $0)] != "\\") }
    return cell[..<(end ?? cell.endIndex)]
  }

  private static func spans(in cell: Substring) -> [String] {
    let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }
}

import Glibc
import LeadlineCore
import LeadlineTestKit
import LeadlineText
import Testing

/// Malformed files, `Tests/Fixtures/rules/NAME.rules`: a sentence that says what is wrong, the findings to expect, and a
/// whole file with marks where they point. `#: 1 what; instead` is the finding at mark 1.
struct RulesFixture: CustomTestStringConvertible {
  let name: String
  let marked: MarkedText

  init?(_ name: String) {
    guard let text = TextFile.read("\(RulesFixture.folder)/\(name)") else { return nil }
    self.name = name
    marked = MarkedText(text)
  }

  var testDescription: String { name }

  /// Findings as they are printed, in the order of the text.
  var expected: [String] {
    let lines = marked.text.split(separator: "\n").filter { $0.hasPrefix("#: ") }.map { $0.dropFirst(3) }
    return lines.compactMap { line -> (Place, String)? in
      guard let mark = line.first?.wholeNumberValue, let place = marked.place(mark, file: name) else { return nil }
      return (place, "\(name):\(place.line):\(place.column): \(line.dropFirst(2))")
    }.sorted { ($0.0.line, $0.0.column) < ($1.0.line, $1.0.column) }.map(\.1)
  }

  static let folder = "\(TextFile.top)/Tests/Fixtures/rules"

  static let all: [RulesFixture] = {
    guard let folder = opendir(folder) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".rules") { names.append(name) }
    }
    return names.sorted().compactMap(RulesFixture.init)
  }()
}

@Suite struct RulesFixtureTests {
  @Test(arguments: RulesFixture.all)
  func `a malformed file is refused with place and cure, all at once`(fixture: RulesFixture) {
    let (_, findings) = RulesReader.read(fixture.marked.text, file: fixture.name)
    #expect(findings.map(\.line) == fixture.expected)
    #expect(fixture.expected.count == fixture.marked.text.split(separator: "\n").count { $0.hasPrefix("#: ") })
    #expect(findings.allSatisfy { $0.severity == .error && !$0.instead.isEmpty })
    #expect(fixture.marked.text.hasPrefix("# "))
  }

  @Test(arguments: RulesFixture.all)
  func `the rules before a malformed file stay in force`(fixture: RulesFixture) {
    let texts = [DefaultRules.text, fixture.marked.text]
    let (versions, findings) = VersionReader { _ in .utc }.read(
      texts.enumerated().map { (Instant(milliseconds: Int64($0)), Adoption(engine: 1, rules: $1, book: "")) })
    #expect(
      versions.map(\.rules) == [RulesReader.read(DefaultRules.text).rules, RulesReader.read(DefaultRules.text).rules])
    #expect(!findings.isEmpty)
  }

  @Test func `there are thirty of them and more, each with a sentence of its own`() {
    #expect(RulesFixture.all.count >= 30)
    let sentences = RulesFixture.all.compactMap { $0.marked.text.split(separator: "\n").first }
    #expect(Set(sentences).count == RulesFixture.all.count)
  }
}

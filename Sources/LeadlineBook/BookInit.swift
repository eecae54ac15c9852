import LeadlineCore
import LeadlineText

/// What a new book begins with.
package struct BookPlan: Sendable {
  /// The name of the zone that the book lives in.
  package var zone: String
  /// A book for trials: commands may write at a pretended time.
  package var isClockPretended: Bool
  /// Who makes it.
  package var person: String

  package init(zone: String, isClockPretended: Bool = false, person: String) {
    self.zone = zone
    self.isClockPretended = isClockPretended
    self.person = person
  }
}

extension Book {
  /// Makes a book in a directory that is not one yet, with the usual rules in force, and opens it.
  package static func create(
    at path: String, _ plan: BookPlan, clock: Clock = .wall, environment: [String: String]
  ) throws(Failure) -> Book {
    for taken in ["book.toml", "journal"] where Kernel.status(of: "\(path)/\(taken)").result >= 0 {
      throw Failure(.taken, "make a book in", path)
    }
    var settings = BookSettings()
    settings.id = Base32.encode((0..<5).map { _ in UInt8.random(in: 0...255) }, count: 8)
    settings.zone = plan.zone
    settings.isClockPretended = plan.isClockPretended
    let text = BookSettingsWriter.text(for: settings)
    try Paths.makePrivate(path)
    try Paths.makePrivate(path + "/journal")
    try SmallFile.create(path + "/rules", Array(DefaultRules.text.utf8))
    for (name, text) in [(".gitattributes", attributes), (".gitignore", ignored)]
    where Kernel.status(of: "\(path)/\(name)").result < 0 {
      try SmallFile.create("\(path)/\(name)", Array(text.utf8))
    }
    // Last: what makes it a book.
    try SmallFile.create(path + "/book.toml", Array(text.utf8))
    let book = try open(at: path, clock: clock, environment: environment)
    let adoption = Adoption(engine: Engine.number, rules: DefaultRules.text, book: text)
    try book.append([Entry(id: newID(), lead: nil, by: plan.person, fact: .adopt(adoption))])
    return book
  }

  private static let attributes = "journal/** -text merge=union\n"
  private static let ignored = "journal/.lock\n*.tmp\n"

  /// Bytes for a source of ids, drawn once for a process.
  package static func seed() -> [UInt8] { (0..<32).map { _ in UInt8.random(in: 0...255) } }

  private static func newID() -> EventID {
    var ids = IDSource(seed: seed())
    return ids.next()
  }
}

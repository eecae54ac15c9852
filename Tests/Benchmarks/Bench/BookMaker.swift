import Glibc
import LeadlineBook
import LeadlineCore
import LeadlineText

/// Writes a story down as a book: its settings, and a segment for each month.
struct BookMaker {
  private let folder: String
  private let writer = LineWriter()
  private var month = ""
  private var text: [UInt8] = []

  private init(_ folder: String) { self.folder = folder }

  static func make(_ folder: String, leads: Int, events: Int) throws(Failure) {
    try Paths.makePrivate(folder + "/journal")
    var settings = BookSettings()
    settings.id = "bench\(leads)"
    settings.isClockPretended = true
    let toml = BookSettingsWriter.text(for: settings)
    var maker = BookMaker(folder)
    var failure: Failure?
    var story = Story(leads: leads, events: events, days: max(90, events / 1_000))
    story.tell(Adoption(engine: 1, rules: DefaultRules.text, book: toml)) { event in
      do throws(Failure) { try maker.add(event) } catch { failure = error }
    }
    try maker.finish()
    if let failure { throw failure }
    try SmallFile.create(folder + "/rules", Array(DefaultRules.text.utf8))
    try SmallFile.create(folder + "/book.toml", Array(toml.utf8))
  }

  private mutating func add(_ event: Event) throws(Failure) {
    let month = String(event.time.text.prefix(7))
    if month != self.month { try finish() }
    if text.isEmpty { text = Array("#leadline journal 1\n".utf8) }
    self.month = month
    text += writer.bytes(event)
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func finish() throws(Failure) {
    if text.isEmpty { return }
    try SmallFile.create("\(folder)/journal/\(month).bench-0000.log", text)
    text = []
  }
}

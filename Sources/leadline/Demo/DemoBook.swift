import Glibc
import LeadlineBook
import LeadlineCore
import LeadlineText

/// The demo book: the story of DemoStory written as a real journal into a fresh directory, and taken away at the end.
final class DemoBook {
  /// Mon 23 November 2026, 09:12 in Berlin.
  static let now = Instant(milliseconds: 1_795_421_520_000)
  static let me = "sam"

  let folder: String
  /// The process's environment, with every place that the demo writes to inside `folder`.
  let environment: [String: String]
  var path: String { folder + "/book" }

  init(_ environment: [String: String]) throws(Failure) {
    let parent = try DemoBook.parent(environment)
    DemoBook.sweep(parent)
    folder = "\(parent)/leadline-demo.\(getpid())"
    self.environment = environment.merging(["XDG_STATE_HOME": folder + "/state"]) { $1 }
    try Paths.makePrivate(path + "/journal")
    do throws(Failure) {
      try write()
    } catch {
      DemoBook.remove(folder)
      throw error
    }
  }

  func remove() { DemoBook.remove(folder) }

  deinit { remove() }

  func open(running: Bool) throws(Failure) -> Book {
    let clock = Clock.pretend(DemoBook.now)
    return try Book.open(at: path, clock: running ? clock.running : clock, environment: environment)
  }

  private func write() throws(Failure) {
    var settings = BookSettings()
    settings.id = "demo"
    settings.zone = "Europe/Berlin"
    settings.isClockPretended = true
    let text = BookSettingsWriter.text(for: settings)
    try SmallFile.create(path + "/book.toml", Array(text.utf8))
    try SmallFile.create(path + "/rules", Array(DefaultRules.text.utf8))
    let events = DemoTelling(zone: ZoneFiles.zone(named: settings.zone) ?? .utc).events(adopting: text)
    let writer = LineWriter()
    var months: [String: [UInt8]] = [:]
    for event in events {
      let month = String(event.time.text.prefix(7))
      months[month, default: Array("#leadline journal 1\n".utf8)] += writer.bytes(event) + [UInt8(ascii: "\n")]
    }
    // Not this replica's segments: nobody takes back what somebody in the story did.
    for (month, bytes) in months { try SmallFile.create("\(path)/journal/\(month).demo-0000.log", bytes) }
  }

  // MARK: the directory

  private static func parent(_ environment: [String: String]) throws(Failure) -> String {
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/"), access(runtime, W_OK) == 0 {
      return runtime
    }
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let root = state ?? environment["HOME"].map({ $0 + "/.local/state" }) else {
      throw Failure(.missing, "find", "$HOME")
    }
    try Paths.makePrivate(root + "/leadline")
    return root + "/leadline"
  }

  /// Takes away what a demo left behind that was killed.
  private static func sweep(_ parent: String) {
    guard let names = try? Descriptor(directory: parent).names() else { return }
    for name in names where name.hasPrefix("leadline-demo.") {
      guard let process = pid_t(name.dropFirst("leadline-demo.".utf8.count)), process > 0 else { continue }
      if process == getpid() || kill(process, 0) != 0 && errno == ESRCH { remove("\(parent)/\(name)") }
    }
  }

  private static func remove(_ path: String) {
    if let names = try? Descriptor(directory: path).names() {
      for name in names { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

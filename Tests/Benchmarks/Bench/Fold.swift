import Glibc
import LeadlineBook
import LeadlineCore
import LeadlineText

/// Opens a book in this process as far as it is asked to, so that each part of the way can be measured by itself.
struct Fold {
  enum Depth: String, CaseIterable {
    /// Cuts the files into lines.
    case lines
    /// Reads every line and its check.
    case events
    /// Files every event under its lead.
    case ledger
    /// Works out every lead's world.
    case worlds
  }

  /// Prints what there was and how much memory it took.
  static func run(_ book: String, _ depth: Depth) throws(Failure) {
    let paths = try Paths(book: book, id: "bench", environment: ["XDG_STATE_HOME": "/tmp"])
    var segments = SegmentReader(paths: paths)
    _ = try segments.survey()
    var headings = HeadingReader()
    var lines = LineReader()
    var pipeline = Pipeline(now: Story.end, decoder: { LineDecoder() }) {
      VersionReader { _ in .utc }.read($0, from: $1).version
    }
    var sound = 0
    let reading = segments.read { line, _, block, start in
      if depth == .lines { return }
      if let heading = headings.heading(of: line) {
        sound += 1
        if depth != .events { pipeline.add(heading, in: block, at: start, length: line.count, isOwn: false) }
        return
      }
      let read = lines.read(line)
      guard read.kind == .sound, let event = read.event else { return }
      sound += 1
      if depth != .events { pipeline.add(event) }
    }
    if depth == .ledger { pipeline.settle(to: Story.end) }
    if depth == .worlds { pipeline.refresh(to: Story.end) }
    print("\(reading.lines) lines, \(sound) sound, \(pipeline.worlds.count) worlds, \(Memory.ofThisProcess) kB")
  }
}

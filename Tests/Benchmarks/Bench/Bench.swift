import Glibc
import LeadlineBook

/// Where the programs lie, and the books that are measured.
struct Bench {
  let scratch: String
  let leadline: String
  let bare: String
  let itself: String
  let small: String
  let middle: String
  let large: String
  let csv: String?

  /// The moment at which the books are looked at.
  static let now = "2025-11-30T11:00:00Z"

  /// - Parameter scratch: a folder that may be filled; books that lie there already are used again.
  init(program: String, scratch: String, csv: String?) throws(Failure) {
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    self.scratch = scratch
    self.csv = csv
    itself = program
    leadline = folder + "/leadline"
    bare = folder + "/bench-bare"
    (small, middle, large) = (scratch + "/small", scratch + "/middle", scratch + "/large")
    try Paths.makePrivate(scratch + "/person")
    for (book, leads) in [(small, 1_000), (middle, 10_000), (large, 100_000)] where !Files.exists(book + "/book.toml") {
      try BookMaker.make(book, leads: leads, events: leads * 10)
    }
  }

  func on(_ book: String, _ words: [String] = []) -> [String] {
    [leadline, "--book", book, "--now", Bench.now] + words
  }

  /// Instructions of a run under callgrind, in millions; nil without valgrind.
  func instructions(_ words: [String]) -> Double? {
    guard let valgrind = Files.tool("valgrind") else { return nil }
    let out = scratch + "/callgrind.out"
    unlink(out)
    _ = Command([valgrind, "--tool=callgrind", "--callgrind-out-file=\(out)"] + words).run(scratch)
    return Bench.total(out)
  }

  static func total(_ path: String) -> Double? {
    guard let text = Files.text(path) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix("summary:") || line.hasPrefix("totals:") {
      if let total = Double(line.split(separator: " ").last ?? "") { return total / 1_000_000 }
    }
    return nil
  }

  /// How often each system call stands in what `strace -f -o` wrote, by name.
  static func count(_ path: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in (Files.text(path) ?? "").split(separator: "\n") {
      guard let call = line.split(separator: " ").dropFirst().first, call.contains("("),
        let name = call.split(separator: "(").first
      else { continue }
      counts[String(name), default: 0] += 1
    }
    return counts
  }
}

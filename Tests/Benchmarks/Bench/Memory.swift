import Glibc

/// What the kernel says of a process.
enum Memory {
  /// Proportional set size in kB; nil where the process is gone.
  static func of(_ id: pid_t) -> Int? { field("Pss:", in: "/proc/\(id)/smaps_rollup") }

  static var ofThisProcess: Int { of(getpid()) ?? 0 }

  /// The number behind a word at the beginning of a line.
  static func field(_ name: String, in path: String) -> Int? {
    guard let text = Files.text(path) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix(name) {
      return Int(line.dropFirst(name.count).split { $0 == " " || $0 == "\t" }.first ?? "")
    }
    return nil
  }
}

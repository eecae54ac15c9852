import Glibc

/// A repository of a thousand commits for tig to show.
struct History {
  private let folder: String
  private let tig: String

  /// Nil without tig and git.
  init?(_ scratch: String) {
    guard let tig = Files.tool("tig"), let git = Files.tool("git") else { return nil }
    self.tig = tig
    folder = scratch + "/history"
    if Files.exists(folder + "/.git") { return }
    var stream = ""
    for number in 1...1_000 {
      let words = "commit number \(number)\n"
      stream += "commit refs/heads/main\ncommitter Ana <ana@example.com> \(1_700_000_000 + number * 600) +0000\n"
      stream += "data \(words.utf8.count)\n\(words)\n"
    }
    let file = scratch + "/history.stream"
    guard let out = fopen(file, "w") else { return nil }
    fputs(stream, out)
    fclose(out)
    var imported = Command(shell: "\(git) init -q -b main \(folder) && cd \(folder) && \(git) fast-import --quiet")
    imported.input = file
    if imported.run(scratch).status != 0 { return nil }
  }

  func probe(_ bench: Bench) -> PtyProbe { PtyProbe([tig], bench.scratch, in: folder) }
}

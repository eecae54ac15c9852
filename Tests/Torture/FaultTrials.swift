import Glibc

/// A disk that is full, broken or read-only at one call of an append.
enum FaultTrials {
  static let all = [
    Trial("T5", "a full disk, and a read-only one", needsRoot: true, run: fullDisk),
    Trial("T6", "an error at each call on the journal", run: errorAtEachCall),
    Trial("T6s", "a file that may grow by a few bytes only", run: shortWrites),
    Trial("T7", "fdatasync fails once", run: syncFailsOnce),
  ]

  private static func fullDisk(_ setting: Setting) -> Outcome {
    let sizes = stride(from: 16, through: setting.isFull ? 524 : 76, by: 4)
    var outcome = Outcome(tried: "")
    var refused = 0
    var counted = 0
    var acknowledged = 0
    for size in sizes {
      guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
      // What the book holds so far lies on the small disk too.
      let mount = """
        cd '\(book.journal)' && mkdir ../aside && { cp -p *.log ../aside 2>/dev/null; true; } && \
        mount -t tmpfs -o size=\(size)k,mode=700 none '\(book.journal)' && \
        { cp -p ../aside/*.log '\(book.journal)' 2>/dev/null; true; }
        """
      guard Process.run(["sh", "-c", mount], output: book.output).code == 0 else {
        return .skip("no tmpfs can be mounted")
      }
      defer { _ = Process.run(["umount", book.journal], output: book.output) }
      counted += 1
      for number in 0..<1000 {
        let end = book.note("t5-\(number)-" + String(repeating: "x", count: 2000))
        guard end.code != 0 else { continue }
        refused += 1
        if end.code != 74 { outcome.faults.append("exit \(end.code ?? -1) on a full disk") }
        if !end.output.contains(book.journal) { outcome.faults.append("the disk is not named: \(end.output)") }
        break
      }
      acknowledged += book.acknowledged.count
      _ = Process.run(["mount", "-o", "remount,size=4m", book.journal], output: book.output)
      readOnly(book, &outcome)
      book.settle(&outcome)
    }
    outcome.tried = "\(counted) sizes, \(refused) refusals, \(acknowledged) acknowledged"
    if refused < counted { outcome.faults.append("\(counted - refused) disks never filled") }
    return outcome
  }

  private static func readOnly(_ book: TrialBook, _ outcome: inout Outcome) {
    _ = Process.run(["mount", "-o", "remount,ro", book.journal], output: book.output)
    let end = book.note("t5-read-only")
    if end.code != 74 || !end.output.contains("read-only") {
      outcome.faults.append("exit \(end.code ?? -end.signal) on a read-only disk: \(end.output)")
    }
    _ = Process.run(["mount", "-o", "remount,rw", book.journal], output: book.output)
  }

  private static let errors = ["EIO", "ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EMFILE", "ENOMEM", "EINTR"]

  private static let tampered = [
    "openat", "fstat", "newfstatat", "getdents64", "pread64", "flock", "write", "fdatasync", "fsync",
  ]

  private static func errorAtEachCall(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    guard book.note("first").code == 0 else { return .skip("a note fails without faults") }
    var outcome = Outcome(tried: "")
    var number = 0
    var refused = 0
    /// A new replica begins a new segment, which takes other calls than one that is there.
    func state(isNew: Bool) -> [String: String] { isNew ? ["XDG_STATE_HOME": "\(book.root)/state-\(number)"] : [:] }
    for isNew in [false, true] {
      let calls = book.calls(environment: state(isNew: isNew)).filter { tampered.contains($0.name) }
      for call in calls {
        for error in errors where error != "EINTR" || call.name != "getdents64" {
          number += 1
          let fault = book.strace("inject=\(call.name):error=\(error):when=\(call.number)")
          let end = book.note("t6-\(number)", under: fault, environment: state(isNew: isNew))
          let place = "\(call.name) \(call.number)\(isNew ? " of a new segment" : "") with \(error)"
          if end.code != 0 { refused += 1 }
          if let fault = wrong(end, error) { outcome.faults.append("\(place): \(fault): \(end.output)") }
        }
      }
    }
    outcome.tried = "\(number) notes, \(errors.count) errors, \(refused) refused"
    book.settle(&outcome)
    return outcome
  }

  /// A note that meets an error is saved all the same, or refused with a code of its own and the reason.
  private static func wrong(_ end: Process.End, _ error: String) -> String? {
    guard let code = end.code else { return "signal \(end.signal)" }
    if code == 0 { return nil }
    if error == "EINTR" { return "not taken up again" }
    if ![74, 75, 77].contains(code) { return "exit \(code)" }
    return end.output.contains("cannot ") ? nil : "no reason"
  }

  /// A limit on the file's size gives real short writes and leaves real fragments of a line.
  private static func shortWrites(_ setting: Setting) -> Outcome {
    guard File.hasTool("prlimit") else { return .skip("prlimit is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    guard book.note("first").code == 0, let segment = book.segment else { return .skip("a note fails without faults") }
    var outcome = Outcome(tried: "")
    let steps = setting.isFull ? 100 : 30
    for room in 0..<steps {
      let size = (File.bytes(segment) ?? []).count
      let end = book.note("t6s-\(room)", under: ["prlimit", "--fsize=\(size + room):unlimited"])
      if end.code != 74 { outcome.faults.append("exit \(end.code ?? -end.signal) where \(room) bytes were left") }
      if book.note("t6s-\(room)-whole").code != 0 { outcome.faults.append("the note after it failed") }
    }
    outcome.tried = "\(steps) short writes, \(book.torn) lines cut"
    if book.torn == 0 { outcome.faults.append("no line was cut") }
    book.settle(&outcome)
    return outcome
  }

  private static func syncFailsOnce(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    guard book.note("first").code == 0, let segment = book.segment else { return .skip("a note fails without faults") }
    let trace = book.root + "/trace"
    let end = book.note(
      "t7",
      under: ["strace", "-f", "-y", "-o", trace, "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=1"])
    var outcome = Outcome(tried: "1 failed sync")
    let syncs = (File.text(trace) ?? "").split(separator: "\n").filter {
      $0.contains("fdatasync(") && $0.contains(segment)
    }
    if syncs.count != 1 { outcome.faults.append("the segment whose sync failed was synced \(syncs.count) times") }
    let rescue = segment.dropLast(4) + ".r1.log"
    if end.code != 0 || !File.exists(String(rescue)) { outcome.faults.append("no rescue segment: \(end.output)") }
    book.settle(&outcome)
    return outcome
  }
}

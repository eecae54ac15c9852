import Glibc

/// A disk that is full, broken or read-only at one call of an append.
enum FaultTrials {
  static let all = [
    Trial("T5", "a full disk", needsRoot: true, run: fullDisk),
    Trial("T6", "an error at each call of an append", run: errorAtEachCall),
    Trial("T6s", "a file that may grow by a few bytes only", run: shortWrites),
    Trial("T7", "fdatasync fails once", run: syncFailsOnce),
    Trial("T6w", "write, then fdatasync, then exit 0", run: order),
  ]

  private static func fullDisk(_ setting: Setting) -> Outcome {
    let sizes = stride(from: 16, through: setting.isFull ? 524 : 76, by: 4)
    var outcome = Outcome(tried: "")
    var refused = 0
    var counted = 0
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
        let end = book.note("t5-\(number)-" + String(repeating: "x", count: 700))
        guard end.code != 0 else { continue }
        refused += 1
        if end.code != 74 { outcome.faults.append("exit \(end.code ?? -1) on a full disk") }
        if !end.output.contains(book.journal) { outcome.faults.append("the disk is not named: \(end.output)") }
        break
      }
      _ = Process.run(["mount", "-o", "remount,size=4m", book.journal], output: book.output)
      book.settle(&outcome)
    }
    outcome.tried = "\(counted) sizes, \(refused) refusals"
    if refused < counted { outcome.faults.append("\(counted - refused) disks never filled") }
    return outcome
  }

  private static let errors = ["EIO", "ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EMFILE", "ENOMEM", "EINTR"]

  private static func errorAtEachCall(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    guard book.note("first").code == 0, let segment = book.segment else { return .skip("a note fails without faults") }
    var outcome = Outcome(tried: "")
    var number = 0
    var refused = 0
    for error in errors {
      for call in ["openat", "fstat,newfstatat", "pread64", "write", "fdatasync", "fsync"] {
        for when in 1...(setting.isFull ? 20 : 3) {
          number += 1
          let fault = TrialBook.strace(on: segment, "inject=\(call):error=\(error):when=\(when)")
          let end = book.note("t6-\(number)", under: fault)
          guard let code = end.code else {
            outcome.faults.append("signal \(end.signal) at \(call) \(error) \(when)")
            continue
          }
          if code != 0 { refused += 1 }
          if ![0, 3, 74, 75, 77].contains(code) { outcome.faults.append("exit \(code) at \(call) \(error) \(when)") }
          if code != 0 && end.output.isEmpty { outcome.faults.append("no word at \(call) \(error) \(when)") }
          if error == "EINTR" && code != 0 { outcome.faults.append("EINTR at \(call) \(when) was not taken up again") }
        }
      }
    }
    outcome.tried = "\(number) notes, \(refused) refused"
    book.settle(&outcome)
    return outcome
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

  /// The order of calls that every acknowledgement rests on.
  private static func order(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    let trace = book.root + "/trace"
    let calls = ["strace", "-f", "-y", "-o", trace, "-e", "trace=write,fdatasync,exit_group,ftruncate,flock"]
    let end = book.note("t6w", under: calls)
    var outcome = Outcome(tried: "1 note under strace")
    let lines = (File.text(trace) ?? "").split(separator: "\n").map(String.init)
    func first(_ call: String, _ path: String) -> Int? { lines.firstIndex { $0.contains(call) && $0.contains(path) } }
    guard end.code == 0, let write = first("write(", ".log>"), let sync = first("fdatasync(", ".log>"),
      let exit = first("exit_group(0)", ""), write < sync, sync < exit
    else {
      outcome.faults.append("the calls are not write, fdatasync, exit 0: \(end.output)")
      return outcome
    }
    if lines.count(where: { $0.contains("write(") && $0.contains(".log>") }) != 1 {
      outcome.faults.append("more than one write for one line")
    }
    return outcome
  }
}

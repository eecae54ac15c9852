import Glibc

/// A lock whose holder is killed, stopped, or one of many.
enum LockTrials {
  static let all = [Trial("T32", "a lock held, stopped, killed, and fifty waiting", run: lock)]

  private static func lock(_ setting: Setting) -> Outcome {
    guard File.hasTool("flock") else { return .skip("flock is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    guard book.note("first").code == 0 else { return .skip("a note fails without faults") }
    var outcome = Outcome(tried: "1 stopped holder, 1 killed holder, 50 waiting")
    let held = book.root + "/held"
    let hold = ["flock", "-o", book.journal + "/.lock", "sh", "-c", "touch '\(held)'; exec sleep 60"]
    guard let holder = Process(hold, output: "/dev/null") else { return .skip("flock cannot be started") }
    while !File.exists(held) { usleep(1000) }
    holder.kill(SIGSTOP)
    let blocked = book.note("t32-stopped")
    if blocked.code != 75 { outcome.faults.append("exit \(blocked.code ?? -1) while the lock is held") }
    if !blocked.output.contains("\(holder.id)") { outcome.faults.append("the holder is not named: \(blocked.output)") }
    holder.kill()
    _ = holder.wait()
    if book.note("t32-killed").code != 0 { outcome.faults.append("a killed holder still holds the lock") }
    let many = (0..<50).map { number in
      ("t32-\(number)", Process(book.noting("t32-\(number)"), environment: book.environment, output: "/dev/null"))
    }
    for (text, process) in many {
      if process?.wait().code == 0 { book.acknowledge(text) } else { outcome.faults.append("\(text) was turned away") }
    }
    book.settle(&outcome)
    return outcome
  }
}

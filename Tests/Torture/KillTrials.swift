import Glibc

/// `kill -9` of a note at every call of its append, and at moments that the dice choose.
enum KillTrials {
  static let all = [
    Trial("T1", "kill -9 of a note at random moments", run: atRandom),
    Trial("T2", "kill -9 of a note at each call of an append", run: atEachCall),
  ]

  private static func atRandom(_ setting: Setting) -> Outcome {
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    var dice = Dice(state: setting.seed)
    let kills = setting.isFull ? 10_000 : 300
    let usual = span(of: book)
    var cut = 0
    var ended = 0
    for number in 0..<kills {
      let text = "t1-\(number)"
      guard
        let note = Process(book.noting(text), environment: book.environment, output: book.output)
      else { continue }
      usleep(UInt32.random(in: 0...usual, using: &dice))
      note.kill()
      if note.wait().code == 0 {
        book.acknowledge(text)
        ended += 1
      } else {
        cut += 1
        // Nothing short of a power cut tears so short a write in two: what it leaves is put there by hand.
        if Bool.random(using: &dice) { book.tear(bytes: Int.random(in: 1...60, using: &dice)) }
      }
    }
    var outcome = Outcome(tried: "\(kills) kills, \(cut) before the end, \(ended) acknowledged, \(book.torn) lines cut")
    book.settle(&outcome)
    return outcome
  }

  /// Microseconds that a note takes here, with a little beyond.
  private static func span(of book: TrialBook) -> UInt32 {
    var longest: UInt32 = 1000
    for number in 0..<5 {
      var before = timespec()
      var after = timespec()
      clock_gettime(CLOCK_MONOTONIC, &before)
      _ = book.note("span-\(number)")
      clock_gettime(CLOCK_MONOTONIC, &after)
      let taken = (after.tv_sec - before.tv_sec) * 1_000_000 + (after.tv_nsec - before.tv_nsec) / 1000
      longest = max(longest, UInt32(clamping: taken))
    }
    return longest + longest / 5
  }

  /// The calls on the segment, each killed before it is executed: between open and close without exception.
  private static func atEachCall(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    guard book.note("first").code == 0, let segment = book.segment else { return .skip("a note fails without faults") }
    var kills = 0
    var number = 0
    for round in 0..<(setting.isFull ? 20 : 8) {
      for call in ["openat", "fstat,newfstatat", "pread64", "write", "fdatasync", "fsync", "close"] {
        for when in 1...3 {
          number += 1
          let kill = TrialBook.strace(on: segment, "inject=\(call):signal=KILL:when=\(when)")
          if book.note("t2-\(round)-\(number)", under: kill).signal == SIGKILL { kills += 1 }
        }
      }
    }
    var outcome = Outcome(tried: "\(number) notes, \(kills) killed inside an append, \(book.torn) lines cut")
    if kills < 50 { outcome.faults.append("only \(kills) kills fell inside an append") }
    book.settle(&outcome)
    return outcome
  }
}

extension TrialBook {
  /// strace that tampers with the calls on one file, whether they name it by its path or within its directory.
  static func strace(on path: String, _ tampering: String) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ["strace", "-f", "-o", "/dev/null", "-P", path, "-P", name, "-e", tampering]
  }

  /// Leaves the beginning of a line at the end of the segment, as a writer does that is cut off.
  func tear(bytes: Int) {
    guard let segment, let line = File.bytes(segment)?.split(separator: 0x0a).last else { return }
    let file = open(segment, O_WRONLY | O_APPEND | O_CLOEXEC)
    _ = write(file, Array(line), min(bytes, line.count - 1))
    close(file)
  }

  /// The path of the segment that is written to.
  var segment: String? {
    File.names(journal).first { $0.hasSuffix(".log") }.map { journal + "/" + $0 }
  }
}

import Glibc

/// `kill -9` of a note at every call of its append, and at moments that the dice choose.
enum KillTrials {
  static let all = [
    Trial("T1", "kill -9 of a note at random moments", run: atRandom),
    Trial("T2", "kill -9 of a note before each call on the journal", run: atEachCall),
  ]

  private static func atRandom(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    var dice = Dice(state: setting.seed)
    let wanted = setting.isFull ? 10_000 : 300
    let usual = span(of: book)
    let inside = book.calls().filter(\.isInside)
    var (kills, killsInside) = (0, 0)
    for number in 0..<(3 * wanted) where kills < wanted {
      let text = "t1-\(number)"
      // The clock rarely hits the moment between open and close: every third kill is aimed at it.
      let aim = number % 3 == 0 ? inside.randomElement(using: &dice) : nil
      let tool = aim.map { book.strace("inject=\($0.name):signal=KILL:when=\($0.number)") } ?? []
      let moment = UInt32.random(in: 0...usual, using: &dice)
      guard let note = Process(tool + book.noting(text), environment: book.environment, output: book.output)
      else { continue }
      if aim == nil {
        usleep(moment)
        note.kill()
      }
      let end = note.wait()
      if end.code == 0 { book.acknowledge(text) }
      guard end.signal == SIGKILL else { continue }
      kills += 1
      if aim != nil { killsInside += 1 }
      // Nothing short of a power cut tears so short a write in two: what it leaves is put there by hand.
      if Bool.random(using: &dice) { book.tear(bytes: Int.random(in: 1...60, using: &dice)) }
    }
    var outcome = Outcome(tried: "")
    if kills < wanted { outcome.faults.append("only \(kills) kills came before the end") }
    if killsInside < wanted / 6 { outcome.faults.append("only \(killsInside) kills fell inside an append") }
    outcome.tried = "\(kills) kills, \(killsInside) between open and close"
    outcome.tried += ", \(book.acknowledged.count) acknowledged, \(book.torn) lines cut"
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

  private static func atEachCall(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    guard book.note("first").code == 0 else { return .skip("a note fails without faults") }
    var outcome = Outcome(tried: "")
    var (kills, inside, number) = (0, 0, 0)
    let calls = book.calls()
    for _ in 0..<(setting.isFull ? 20 : 4) {
      for call in calls {
        number += 1
        let end = book.note("t2-\(number)", under: book.strace("inject=\(call.name):signal=KILL:when=\(call.number)"))
        guard end.signal == SIGKILL else {
          outcome.faults.append("\(call.name) \(call.number) was not reached: exit \(end.code ?? -end.signal)")
          continue
        }
        kills += 1
        if call.isInside { inside += 1 }
      }
    }
    outcome.tried = "\(kills) kills at \(calls.count) calls, \(inside) between open and close"
    outcome.tried += ", \(book.acknowledged.count) acknowledged, \(book.torn) lines cut"
    book.settle(&outcome)
    return outcome
  }
}

extension TrialBook {
  /// Leaves the beginning of a line at the end of the segment, as a writer does that is cut off.
  func tear(bytes: Int) {
    guard let segment, let line = File.bytes(segment)?.split(separator: 0x0a).last else { return }
    let file = open(segment, O_WRONLY | O_APPEND | O_CLOEXEC)
    _ = write(file, Array(line), min(bytes, line.count - 1))
    close(file)
  }
}

import Glibc
import LeadlineBook

/// The goals that somebody asks for, all of them without a word.
struct Goals {
  private var wanted: [String]
  private var scratch = "/tmp/leadline-bench"
  private var csv: String?
  private var idle = 60

  init(_ words: [String]) {
    wanted = words
    scratch = take("--scratch") ?? scratch
    csv = take("--csv")
    idle = take("--idle").flatMap { Int($0) } ?? idle
  }

  private mutating func take(_ name: String) -> String? {
    guard let index = wanted.firstIndex(of: name), index + 1 < wanted.count else { return nil }
    wanted.remove(at: index)
    return wanted.remove(at: index)
  }

  /// - Parameter program: the path of this one; the others lie beside it.
  func measure(_ program: String) throws(Failure) {
    let bench = try Bench(program: program, scratch: scratch, csv: csv)
    let (screen, commands, reading) = (
      ScreenGoals(bench: bench), CommandGoals(bench: bench), ReadingGoals(bench: bench)
    )
    let goals: [(name: String, rows: () -> [Row])] = [
      ("1", screen.opening), ("3", reading.rows), ("4", screen.memory), ("5", screen.bytes), ("7", screen.keys),
      ("8", { screen.idle(seconds: idle) }), ("9", commands.saving), ("10", commands.note), ("11", commands.due),
      ("12", commands.importing), ("12a", screen.leaving), ("19", commands.binary),
    ]
    print("goal | measured | reference | ratio | verdict")
    for goal in goals where wanted.isEmpty || wanted.contains(goal.name) {
      for row in goal.rows() { row.print() }
      fflush(nil)
    }
  }
}

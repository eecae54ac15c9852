import Glibc

/// Goals 3 and 4: what a book costs to read, in this process.
struct ReadingGoals {
  let bench: Bench

  func rows() -> [Row] { [fold(), growth(), instructions(), everything()] + memory() }

  private func command(_ book: String, _ depth: Fold.Depth) -> Command {
    Command([bench.itself, "fold", book, depth.rawValue])
  }

  private static let awk = #"'{n[$3]++; k[$3" "$2]++; last[$3]=$1} END {for (l in n) c++; print c}'"#

  private func mawk(_ book: String) -> Command? {
    Files.tool("mawk").map { Command(shell: "\($0) \(ReadingGoals.awk) \(book)/journal/*.log") }
  }

  private func against(_ goal: String, _ depth: Fold.Depth, limit: Double) -> Row {
    guard let mawk = mawk(bench.large) else { return .skipped(goal, "mawk is not installed") }
    let times = Command.inTurn([command(bench.large, depth), mawk], bench.scratch, runs: 7)
    let ratio = times[0] / times[1]
    return Row(
      goal, times[0].milliseconds, reference: "mawk's fold \(times[1].milliseconds)", ratio: ratio.short,
      holds: ratio <= limit)
  }

  private func fold() -> Row { against("3 read, check, fold 1 M events: <= 0.2 x mawk", .ledger, limit: 0.2) }

  private func everything() -> Row {
    against("3 (engine) the same and every world: <= 0.35 x mawk", .worlds, limit: 0.35)
  }

  private func growth() -> Row {
    let times = Command.inTurn(
      [command(bench.middle, .ledger), command(bench.large, .ledger)], bench.scratch, runs: 7)
    let ratio = times[1] / times[0]
    return Row(
      "3 100 k -> 1 M events: <= x 10.5", times[1].milliseconds, reference: "100 k events \(times[0].milliseconds)",
      ratio: ratio.short, holds: ratio <= 10.5)
  }

  private func instructions() -> Row {
    let goal = "3 instructions an event, read + check + fold: <= 1,200"
    let words = { (depth: Fold.Depth) in [bench.itself, "fold", bench.middle, depth.rawValue] }
    guard let ledger = bench.instructions(words(.ledger)), let events = bench.instructions(words(.events)),
      let worlds = bench.instructions(words(.worlds))
    else { return .skipped(goal, "valgrind is not installed") }
    let each = { (millions: Double) in Int(millions * 10) }
    return Row(
      goal, "\(each(ledger))", reference: "read + check \(each(events)), with every world \(each(worlds))",
      ratio: (Double(each(ledger)) / 1_200).short, holds: each(ledger) <= 1_200)
  }

  private func memory() -> [Row] {
    [("1,000 leads, 10 k events", bench.small, 10.0), ("100,000 leads, 1 M events", bench.large, 100)].map {
      let (name, book, limit) = $0
      var command = command(book, .worlds)
      command.output = bench.scratch + "/fold.out"
      _ = command.run(bench.scratch)
      let words = (Files.text(command.output) ?? "").split { $0 == " " || $0 == "\n" }
      let megabytes = (words.dropLast().last.flatMap { Double($0) } ?? .nan) / 1024
      return Row(
        "4 memory of the facts and worlds, \(name): <= \(Int(limit)) MiB", "\(megabytes.short) MiB",
        ratio: (megabytes / limit).short, holds: megabytes <= limit)
    }
  }
}

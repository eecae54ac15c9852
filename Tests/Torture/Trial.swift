/// One row of the reliability table: a fault, provoked often, and what was lost.
struct Trial: Sendable {
  /// As design calls it: `T5`.
  let id: String
  let name: String
  /// Whether it mounts file systems.
  let needsRoot: Bool
  let run: @Sendable (Setting) -> Outcome

  init(_ id: String, _ name: String, needsRoot: Bool = false, run: @escaping @Sendable (Setting) -> Outcome) {
    self.id = id
    self.name = name
    self.needsRoot = needsRoot
    self.run = run
  }
}

/// What every trial of a run shares.
struct Setting: Sendable {
  /// The program under trial.
  let program: String
  let isFull: Bool
  let seed: UInt64
}

/// What a trial came to.
struct Outcome {
  /// What was tried, with its counts: `300 kills, 61 inside an append`.
  var tried: String
  /// Acknowledged lines that are missing, or present twice.
  var lost = 0
  /// What went otherwise than it must; empty where the trial held.
  var faults: [String] = []
  /// Why it was not run; then nothing else counts.
  var skipped: String?

  var held: Bool { skipped != nil || lost == 0 && faults.isEmpty }

  /// What is printed: one line, and what went wrong below it.
  func lines(of trial: Trial, _ options: Options) -> [String] {
    let head = "\(trial.id)  \(trial.name): "
    if let skipped { return [head + "not run, \(skipped)"] }
    let line = head + "\(tried), \(lost) lost, seed \(options.setting.seed): \(held ? "held" : "FAILED")"
    if held { return [line] }
    return [line] + faults.prefix(20).map { "    " + $0 } + ["    again: " + options.again(trial.id)]
  }

  static func skip(_ why: String) -> Outcome { Outcome(tried: "", skipped: why) }
}

/// Numbers that come again with the seed (Sebastiano Vigna, splitmix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

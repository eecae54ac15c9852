import Glibc

/// A program to be run and measured.
struct Command {
  let words: [String]
  var input = "/dev/null"
  var output = "/dev/null"

  init(_ words: [String]) { self.words = words }

  /// One line of shell, for references that read many files.
  init(shell line: String) { self.init(["/bin/sh", "-c", line]) }

  struct Run {
    /// From before the start to after the end.
    let milliseconds: Double
    let residentKilobytes: Int
    let status: Int32
  }

  /// What programs of a benchmark see: nothing of the person who runs it.
  static func environment(_ scratch: String) -> [String] {
    [
      "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(scratch)/person", "XDG_STATE_HOME=\(scratch)/person/state",
      "XDG_CONFIG_HOME=\(scratch)/person/config", "LANG=C.UTF-8", "TERM=xterm-256color",
    ]
  }

  func run(_ scratch: String) -> Run {
    let started = Time.now
    let id = spawn(scratch)
    var status: Int32 = 0
    var used = rusage()
    while wait4(id, &status, 0, &used) < 0 && errno == EINTR {}
    return Run(
      milliseconds: Time.now - started, residentKilobytes: used.ru_maxrss,
      status: status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f)
  }

  /// The median of runs in turn with another, so that a slow minute of the machine strikes both.
  static func inTurn(_ commands: [Command], _ scratch: String, runs: Int) -> [Double] {
    var times = [[Double]](repeating: [], count: commands.count)
    for _ in 0..<runs {
      for (index, command) in commands.enumerated() {
        let run = command.run(scratch)
        if run.status != 0 { times[index].append(.nan) } else { times[index].append(run.milliseconds) }
      }
    }
    return times.map { $0.contains { $0.isNaN } ? .nan : median($0) }
  }

  private func spawn(_ scratch: String) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, scratch + "/errors", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = Command.environment(scratch).map { strdup($0) }
    defer { for word in arguments + variables { free(word) } }
    arguments.append(nil)
    variables.append(nil)
    var id: pid_t = 0
    return posix_spawn(&id, words[0], &actions, nil, arguments, variables) == 0 ? id : -1
  }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  if sorted.isEmpty { return .nan }
  return sorted.count % 2 == 1
    ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
}

enum Time {
  /// Milliseconds of a clock that nobody sets.
  static var now: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) * 1_000 + Double(now.tv_nsec) / 1_000_000
  }
}

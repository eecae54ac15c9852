import ArgumentParser

/// A command that works through a `Shell`: what it prints is written at its end, and its exit code is the shell's.
protocol BookCommand: ParsableCommand {
  var common: CommonOptions { get }
  func run(_ shell: Shell) throws
}

extension BookCommand {
  mutating func run() throws {
    let shell = try Shell(common)
    try run(shell)
    try shell.out.flush()
    if shell.status != 0 { throw ExitCode(shell.status) }
  }
}

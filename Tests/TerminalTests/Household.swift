import Glibc
import LeadlineScreen
import LeadlineTestKit

/// A home of its own in a temporary directory, with a book in it: what a person has, for one test.
final class Household {
  struct Trouble: Error { var call: String, number: Int32 }

  let folder: String
  var environment: [String: String]

  init(now: String? = nil) throws {
    var template = Array("/tmp/leadline-test-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    guard mkdtemp(&template) != nil else { throw Trouble(call: "mkdtemp", number: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    environment = [
      "HOME": folder, "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "USER": "sam",
      "LOGNAME": "sam", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
    ]
    // Leaks of the terminal library are not what a sanitizer is asked about.
    if let options = Household.variable("ASAN_OPTIONS") { environment["ASAN_OPTIONS"] = options }
    let init_ = try run(now.map { ["--now", $0, "init", book] } ?? ["init", book])
    guard init_.status == 0 else { throw Trouble(call: "init: \(init_.output)", number: init_.status) }
    if let now { environment["LEADLINE_NOW"] = now }
  }

  deinit { _ = try? Household.spawn(["/bin/rm", "-rf", folder], environment: [:]) }

  var book: String { folder + "/book" }

  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static var program: String { PtySession.product("leadline") }

  /// The screen on this household's book.
  func screen(columns: Int = 80, rows: Int = 24, terminal: String = "xterm-256color", extra: [String: String] = [:])
    throws -> PtySession
  {
    var environment = environment
    environment["TERM"] = terminal
    environment.merge(extra) { $1 }
    return try PtySession(
      [Household.program, "--book", book], environment: environment, size: Size(columns: columns, rows: rows))
  }

  /// Runs a command to its end; what it printed on standard output.
  @discardableResult
  func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let isAbout = arguments.contains("init")
    return try Household.spawn(
      [Household.program] + (isAbout ? [] : ["--book", book]) + arguments, environment: environment)
  }

  func add(_ line: String) throws { _ = try run(["add", "--yes", line]) }

  /// All segments of the journal, one behind the other.
  func journal() throws -> String {
    try Household.spawn(["/bin/sh", "-c", "cat \(book)/journal/*.log"], environment: [:]).output
  }

  static func spawn(_ arguments: [String], environment: [String: String]) throws -> (status: Int32, output: String) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Trouble(call: "pipe", number: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    // Else what runs on in the background would hold the pipe open.
    posix_spawn_file_actions_addclose(&actions, ends[1])
    defer { posix_spawn_file_actions_destroy(&actions) }
    let argv = arguments.map { strdup($0) } + [nil]
    let plain = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let envp = plain.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var pid: pid_t = 0
    let result = posix_spawn(&pid, arguments[0], &actions, nil, argv, envp)
    close(ends[1])
    guard result == 0 else {
      close(ends[0])
      throw Trouble(call: "posix_spawn \(arguments[0])", number: result)
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(ends[0], &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += block[..<count]
    }
    close(ends[0])
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
    return (code, String(decoding: bytes, as: UTF8.self))
  }
}

import Glibc
import LeadlineTestKit
import Testing

/// A person's shell with a book in a directory of its own: runs the built program as anybody would.
final class TrialShell {
  struct Answer {
    var code: Int32
    var out: String
    var error: String

    var lines: [String] { out.split(separator: "\n").map(String.init) }

    func json() throws -> JSONNode { try #require(JSONNode(out), "no JSON: \(out.prefix(200))") }
  }

  let root: String
  var book: String { root + "/book" }
  static let monday = "2026-11-23T08:12:00Z"

  init(withBook: Bool = true) throws {
    root = "/tmp/leadline-command.\(getpid()).\(UInt64.random(in: 0 ... .max))"
    try #require(mkdir(root, 0o700) == 0)
    if withBook { #expect(try run("init", "--zone", "Europe/Berlin").code == 0) }
  }

  deinit { _ = system("rm -rf '\(root)'") }

  @discardableResult
  func run(_ words: String..., out: String? = nil, input: String = "") throws -> Answer {
    try run(words: words, out: out, input: input)
  }

  /// `out`: where standard output goes instead of into the answer; empty for closed.
  func run(words: [String], out: String? = nil, input: String = "") throws -> Answer {
    let number = UInt32.random(in: 0 ... .max)
    let (inFile, outFile, errorFile) = ("\(root)/in.\(number)", "\(root)/out.\(number)", "\(root)/error.\(number)")
    try write(input, to: inFile)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inFile, O_RDONLY, 0)
    if out == "" {
      posix_spawn_file_actions_addclose(&actions, 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, out ?? outFile, O_WRONLY | O_CREAT, 0o600)
    }
    posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT, 0o600)
    let code = try spawn([PtySession.product("leadline")] + words, &actions)
    return Answer(code: code, out: text(outFile), error: text(errorFile))
  }

  private func spawn(_ arguments: [String], _ actions: inout posix_spawn_file_actions_t) throws -> Int32 {
    var variables = [
      "HOME=\(root)", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "USER=sam", "LEADLINE_BOOK=\(book)",
      "LEADLINE_NOW=\(TrialShell.monday)",
    ]
    if let profile = getenv("LLVM_PROFILE_FILE") { variables.append("LLVM_PROFILE_FILE=\(String(cString: profile))") }
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process = pid_t()
    try #require(posix_spawn(&process, arguments[0], &actions, nil, &argv, &envp) == 0)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }

  func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == bytes.count)
  }

  func text(_ path: String) -> String {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[..<count]
    }
  }

  /// The one segment of the book.
  var segment: String {
    get throws {
      let listing = "\(root)/listing"
      _ = system("ls '\(book)'/journal/*.log > '\(listing)'")
      return try #require(text(listing).split(separator: "\n").first.map(String.init))
    }
  }

  /// The id of a lead that was just added.
  func lead(_ words: String...) throws -> String {
    let answer = try run(words: ["add"] + words)
    let part = try #require(answer.out.split(separator: " ").dropFirst().first, "\(answer.error)")
    return String(part)
  }
}

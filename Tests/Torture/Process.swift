import Glibc

/// A program that was started, its output in a file.
struct Process {
  let id: pid_t
  private let output: String

  struct End {
    /// The exit code, or nil where a signal ended it.
    let code: Int32?
    let signal: Int32
    let output: String
  }

  /// - Parameter environment: all that it gets besides PATH.
  init?(_ words: [String], environment: [String: String] = [:], output: String) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let set = environment.map { "\($0.key)=\($0.value)" }
    let all = ["env", "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"] + set + words
    var arguments: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var id: pid_t = 0
    let nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    guard posix_spawn(&id, "/usr/bin/env", &actions, nil, arguments, nothing) == 0 else { return nil }
    self.id = id
    self.output = output
  }

  func kill(_ signal: Int32 = SIGKILL) { Glibc.kill(id, signal) }

  func wait() -> End {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7f
    return End(code: signal == 0 ? status >> 8 & 0xff : nil, signal: signal, output: File.text(output) ?? "")
  }

  static func run(_ words: [String], environment: [String: String] = [:], output: String) -> End {
    Process(words, environment: environment, output: output)?.wait() ?? End(code: 127, signal: 0, output: "")
  }
}

enum File {
  static func bytes(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &block, block.count)
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += block.prefix(count)
    }
  }

  static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  static func write(_ bytes: [UInt8], to path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(file, Array(bytes[done...]), bytes.count - done)
      if count <= 0 { return }
      done += count
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func names(_ directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  static func hasTool(_ name: String) -> Bool {
    ["/usr/local/bin/", "/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].contains { exists($0 + name) }
  }
}

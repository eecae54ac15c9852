import Glibc
import LeadlineText

/// Runs a person's own program with a text as its last argument: no shell between, a process group of its own, ten
/// seconds.
struct Courier {
  private let words: [String]
  private static let patience = 10_000

  /// `command`: a program and its first arguments, parted by blanks. Nil where there is none.
  init?(_ command: String) {
    words = command.split(separator: " ").map(String.init)
    if words.isEmpty { return nil }
  }

  /// Whether the program ended well in time.
  /// - Throws: a complaint where it cannot be started.
  func send(_ text: String) throws -> Bool {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    defer { posix_spawnattr_destroy(&attributes) }
    var arguments = (words + [Display.safe(text)]).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let error = posix_spawnp(&process, words[0], nil, &attributes, arguments, environ)
    guard error == 0 else {
      throw Complaint(
        69, "cannot run \(Display.safe(words[0])): \(String(cString: strerror(error)))",
        "name a program that takes the text as its last argument, such as notify-send")
    }
    return Courier.wait(for: process) == 0
  }

  /// Its exit status; -1 where it was ended for taking too long.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    for _ in 0..<(patience / 10) {
      let result = waitpid(process, &status, WNOHANG)
      if result == process { return status & 0x7f == 0 ? status >> 8 & 0xff : -1 }
      if result < 0 && errno != EINTR { return -1 }
      usleep(10_000)
    }
    kill(-process, SIGKILL)
    waitpid(process, &status, 0)
    return -1
  }
}

import Glibc
import LeadlineText

/// What a command prints: gathered, and written once at its end, so that a command that says 0 has said all of it.
struct Output {
  private var bytes: [UInt8] = []
  /// Letters of ASCII only: a terminal that is not set to UTF-8.
  let isPlain: Bool

  init(isPlain: Bool = false) { self.isPlain = isPlain }

  mutating func line(_ text: String = "") {
    bytes += (isPlain ? Display.ascii(text) : text).utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Bytes as they are: JSON, and what a person asked to have raw.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Writes everything. Standard output that is closed, full or gone is a failure, never silence.
  mutating func flush() throws {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = count < 0 ? errno : EIO
        throw Complaint(74, "cannot write to standard output: \(String(cString: strerror(error)))")
      }
      done += count
    }
    bytes = []
  }

  static func error(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Display.visible(String($0)) + "\n" }
    let bytes = Array(lines.joined().utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// Columns of the terminal behind standard output; nil where there is none.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Descriptors 0 to 2 always name something: a file that was opened as number 1 would get what is printed.
  static func secureDescriptors() {
    for number in 0...2 as ClosedRange<Int32> where fcntl(number, F_GETFD) < 0 {
      // For 1 and 2 open the wrong way round, so that writing fails as it must.
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
  }
}

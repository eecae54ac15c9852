import CPty
import Glibc

/// A program on a pty, its bytes counted and timed but not understood: an emulator would take more time than the program.
final class PtyProbe {
  private let master: Int32
  private(set) var id: pid_t = 0
  private let firstModes: [UInt32]
  private let started: Double
  private var hasEnded = false
  private(set) var tail: [UInt8] = []

  /// What came until the line was quiet.
  struct Burst {
    /// From the beginning of the wait to the last byte.
    var milliseconds = 0.0
    var bytes = 0
  }

  init(_ words: [String], _ scratch: String, columns: Int32 = 120, rows: Int32 = 40, in folder: String? = nil) {
    master = cpty_open(columns, rows)
    firstModes = PtyProbe.modes(of: master)
    let shell = folder.map { ["/usr/bin/env", "-C", $0] } ?? []
    var arguments: [UnsafeMutablePointer<CChar>?] = (shell + words).map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = Command.environment(scratch).map { strdup($0) }
    defer { for word in arguments + variables { free(word) } }
    arguments.append(nil)
    variables.append(nil)
    started = Time.now
    _ = arguments.withUnsafeBufferPointer { words in
      variables.withUnsafeBufferPointer { variables in
        PtyProbe.present(words) { words in PtyProbe.present(variables) { cpty_spawn(master, words, $0, &id) } }
      }
    }
  }

  /// C has no word for an array that ends with NULL: the type of its elements says "not null".
  private static func present<R>(
    _ list: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>,
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>>) -> R
  ) -> R {
    UnsafeRawPointer(list.baseAddress.unsafelyUnwrapped).withMemoryRebound(
      to: UnsafeMutablePointer<CChar>.self, capacity: list.count, body)
  }

  deinit {
    var time: Int64 = 0
    if !hasEnded {
      kill(id, SIGKILL)
      while cpty_reap(id, &time) < 0 { poll(nil, 0, 1) }
    }
    close(master)
  }

  /// The first paint: from the start of the program.
  func opening(quiet: Int32 = 150) -> Burst {
    var burst = listen(quiet: quiet, patience: 20_000, from: started)
    // A program may ask the terminal something and paint only then.
    if burst.bytes < 200 {
      let more = listen(quiet: quiet, patience: 2_000, from: started)
      burst.bytes += more.bytes
      burst.milliseconds = max(burst.milliseconds, more.milliseconds)
    }
    return burst
  }

  func press(_ keys: String, quiet: Int32 = 25, patience: Int32 = 2_000) -> Burst {
    let start = Time.now
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    return listen(quiet: quiet, patience: patience, from: start)
  }

  func resize(columns: Int32, rows: Int32) -> Burst {
    let start = Time.now
    _ = cpty_resize(master, columns, rows)
    return listen(quiet: 100, patience: 2_000, from: start)
  }

  /// Reads for `patience` milliseconds until the first byte, and then until none has come for `quiet`.
  func listen(quiet: Int32, patience: Int32, from start: Double) -> Burst {
    var burst = Burst()
    var line = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var block = [UInt8](repeating: 0, count: 65_536)
    while poll(&line, 1, burst.bytes == 0 ? patience : quiet) > 0 {
      let count = read(master, &block, block.count)
      if count <= 0 { break }
      burst.bytes += count
      burst.milliseconds = Time.now - start
      tail = Array((tail + block.prefix(count)).suffix(100_000))
    }
    return burst
  }

  /// Milliseconds until it has ended; nil where it goes on. Its exit code goes to `status`.
  func end(_ status: inout Int32, patience: Double = 5_000) -> Double? {
    let start = Time.now
    var time: Int64 = 0
    while Time.now - start < patience {
      status = cpty_reap(id, &time)
      hasEnded = status >= 0
      if hasEnded { return Time.now - start }
      var line = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&line, 1, 1) > 0, line.revents & Int16(POLLIN) != 0 {
        _ = listen(quiet: 0, patience: 0, from: start)
      }
    }
    return nil
  }

  func signal(_ number: Int32) { kill(id, number) }

  /// Whether the terminal has the modes it had before the program began, and its usual screen.
  var isGivenBack: Bool {
    let bytes = Array("\u{1b}[?1049l".utf8)
    let hasLeft = tail.count >= bytes.count && tail.indices.contains { tail[$0...].starts(with: bytes) }
    return hasLeft && PtyProbe.modes(of: master) == firstModes
  }

  private static func modes(of master: Int32) -> [UInt32] {
    var modes = termios()
    guard cpty_modes(master, &modes) == 0 else { return [] }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}

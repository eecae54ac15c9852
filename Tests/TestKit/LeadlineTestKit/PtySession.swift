import CPty
import CVterm
import Glibc
package import LeadlineScreen

/// A program on a pty, seen through libvterm. Belongs to one test; the program dies with it.
package final class PtySession {
  /// Every byte the program has sent.
  package private(set) var raw: [UInt8] = []
  package private(set) var size: Size
  /// The modes of the terminal before the program began.
  package let firstModes: [UInt32]
  /// Processor time of the program, known once it has ended.
  package private(set) var microseconds: Int64 = 0
  package var pid: Int32 { process }

  private let emulator: OpaquePointer
  private let screen: OpaquePointer
  private var master: Int32
  private var process: pid_t = 0

  /// `arguments` begin with the program's path. `environment` comes on top of a plain one: xterm-256color, C.UTF-8.
  package init(_ arguments: [String], environment: [String: String] = [:], size: Size = Size(columns: 80, rows: 24))
    throws
  {
    self.size = size
    master = cpty_open(Int32(size.columns), Int32(size.rows))
    if master < 0 { throw Failure(call: "open a pty", number: -master) }
    guard let emulator = vterm_new(Int32(size.rows), Int32(size.columns)), let screen = vterm_obtain_screen(emulator)
    else { throw Failure(call: "start libvterm", number: 0) }
    (self.emulator, self.screen) = (emulator, screen)
    vterm_set_utf8(emulator, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
    firstModes = PtySession.modes(of: master)
    try start(arguments, PtySession.plain.merging(environment) { $1 })
  }

  package struct Failure: Error {
    let call: String
    let number: Int32

    package init(call: String, number: Int32) {
      self.call = call
      self.number = number
    }
  }

  private static var plain: [String: String] {
    var plain = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    if let profile = getenv("LLVM_PROFILE_FILE") { plain["LLVM_PROFILE_FILE"] = String(cString: profile) }
    return plain
  }

  private func start(_ arguments: [String], _ environment: [String: String]) throws {
    let words = arguments.compactMap { strdup($0) }
    let variables = environment.compactMap { strdup("\($0)=\($1)") }
    defer { (words + variables).forEach { free($0) } }
    let status = PtySession.list(words) { words in
      PtySession.list(variables) { cpty_spawn(master, words, $0, &process) }
    }
    if status < 0 { throw Failure(call: "start \(arguments.first ?? "")", number: -status) }
  }

  private static func list<R>(
    _ strings: [UnsafeMutablePointer<CChar>], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>>) -> R
  ) -> R {
    let list: [UnsafeMutablePointer<CChar>?] = strings + [nil]
    return list.withUnsafeBufferPointer { buffer in
      // C has no word for an array that ends with NULL: the type of its elements says "not null".
      UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped).withMemoryRebound(
        to: UnsafeMutablePointer<CChar>.self, capacity: buffer.count, body)
    }
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      while cpty_reap(process, &microseconds) < 0 { poll(nil, 0, 1) }
    }
    hangUp()
    vterm_free(emulator)
  }

  /// A product of this package: it lies beside the test bundle.
  package static func product(_ name: String) -> String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/" + name
  }
}

// What a person does.
extension PtySession {
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Also more than the line takes at once: what the program says meanwhile is read.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EAGAIN || !listen(milliseconds: 5) {
        return
      }
    }
  }

  package func resize(_ size: Size) {
    self.size = size
    vterm_set_size(emulator, Int32(size.rows), Int32(size.columns))
    _ = cpty_resize(master, Int32(size.columns), Int32(size.rows))
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// The line drops.
  package func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }
}

// What a person sees.
extension PtySession {
  package static let patience = 20_000

  /// Waits until the screen holds `text`.
  package func wait(for text: String, milliseconds: Int = patience) -> Bool {
    wait(milliseconds: milliseconds) { $0.text.contains(text) }
  }

  /// Waits for output until `isTrue`.
  package func wait(milliseconds: Int = patience, until isTrue: (PtySession) -> Bool) -> Bool {
    let end = PtySession.now + milliseconds
    while !isTrue(self) {
      let left = end - PtySession.now
      if left <= 0 || !listen(milliseconds: Int32(min(left, 50))) { return isTrue(self) }
    }
    return true
  }

  /// Waits for the program's end and reads the last it said: exit status, or 128 + signal; nil where it goes on.
  package func exitStatus(milliseconds: Int = patience) -> Int32? {
    let end = PtySession.now + milliseconds
    while process > 0, PtySession.now < end {
      let status = cpty_reap(process, &microseconds)
      if status >= 0 {
        process = 0
        while listen(milliseconds: 0, endsWhenQuiet: true) {}
        return status
      }
      if !listen(milliseconds: 5) { poll(nil, 0, 1) }
    }
    return nil
  }

  package var modes: [UInt32] { PtySession.modes(of: master) }

  /// True between entering and leaving the alternate screen.
  package var isAlternate: Bool {
    last("\u{1b}[?1049h") > last("\u{1b}[?1049l")
  }

  private func last(_ sequence: String) -> Int {
    let bytes = Array(sequence.utf8)
    return raw.indices.last { raw[$0...].starts(with: bytes) } ?? -1
  }

  package var cursor: Point {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(emulator), &position)
    return Point(x: Int(position.col), y: Int(position.row))
  }

  package var text: String { (0..<size.rows).map(row).joined(separator: "\n") }

  /// A row without the blanks at its end.
  package func row(_ y: Int) -> String {
    var row = ""
    var x = 0
    while x < size.columns {
      let seen = look(x: x, y: y)
      row += seen.glyph
      x += max(1, seen.width)
    }
    while row.last == " " { row.removeLast() }
    return row
  }

  package func look(x: Int, y: Int) -> Look {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
    return Look(cell)
  }

  /// Reads what comes within that time; false at the end of the line.
  @discardableResult private func listen(milliseconds: Int32, endsWhenQuiet: Bool = false) -> Bool {
    var line = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard master >= 0, poll(&line, 1, milliseconds) >= 0 else { return false }
    if line.revents == 0 { return !endsWhenQuiet }
    return withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      let count = read(master, buffer.baseAddress, buffer.count)
      guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      raw += bytes
      _ = vterm_input_write(emulator, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
      reply()
      return true
    }
  }

  /// What a terminal answers when it is asked.
  private func reply() {
    var bytes = [CChar](repeating: 0, count: 1_024)
    let count = vterm_output_read(emulator, &bytes, bytes.count)
    if count > 0 { _ = write(master, bytes, count) }
  }

  private static func modes(of master: Int32) -> [UInt32] {
    var modes = termios()
    guard cpty_modes(master, &modes) == 0 else { return [] }
    let characters = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + characters
  }

  private static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}

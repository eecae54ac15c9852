import Glibc

/// The calls to the kernel and the C library that hand over memory: the only file of this room with unsafe code. Each
/// call returns what the kernel returns: a result, or the error number negated. EINTR is never seen outside.
enum Kernel {
  static func open(_ path: String, at directory: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    guard isNameable(path) else { return -EINVAL }
    return repeated { unsafe openat(directory, path, flags | O_CLOEXEC, mode) }
  }

  static func close(_ descriptor: Int32) {
    _ = Glibc.close(descriptor)
  }

  /// Reads up to `count` bytes into `buffer` from index `start` on, from a place in the file or from where the
  /// descriptor stands; 0 at the end of the file.
  static func read(
    _ descriptor: Int32, into buffer: inout [UInt8], at start: Int, count: Int, from offset: Int64?
  ) -> Int {
    precondition(start >= 0 && count >= 0 && start + count <= buffer.count)
    return unsafe buffer.withUnsafeMutableBytes { bytes in
      repeated {
        let target = unsafe bytes.baseAddress?.advanced(by: start)
        guard let offset else { return unsafe Glibc.read(descriptor, target, count) }
        return unsafe pread(descriptor, target, count, off_t(offset))
      }
    }
  }

  /// One `write` of everything from index `start` on; the count may fall short.
  static func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Int {
    precondition(start >= 0 && start <= bytes.count)
    return unsafe bytes.withUnsafeBytes { bytes in
      repeated {
        unsafe Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
    }
  }

  static func synchroniseContent(_ descriptor: Int32) -> Int32 { repeated { fdatasync(descriptor) } }
  static func synchronise(_ descriptor: Int32) -> Int32 { repeated { fsync(descriptor) } }
  static func truncate(_ descriptor: Int32, to length: Int64) -> Int32 {
    repeated { ftruncate(descriptor, off_t(length)) }
  }
  static func restrict(_ descriptor: Int32, to mode: mode_t) -> Int32 { repeated { fchmod(descriptor, mode) } }
  static func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 { repeated { flock(descriptor, operation) } }

  static func status(of descriptor: Int32) -> (result: Int32, status: FileStatus) {
    var buffer = stat()
    let result = repeated { unsafe fstat(descriptor, &buffer) }
    return (result, FileStatus(buffer))
  }

  /// The status of what the path names; a symbolic link is not followed.
  static func status(of path: String, at directory: Int32 = AT_FDCWD) -> (result: Int32, status: FileStatus) {
    guard isNameable(path) else { return (-EINVAL, FileStatus(stat())) }
    var buffer = stat()
    let result = repeated { unsafe fstatat(directory, path, &buffer, AT_SYMLINK_NOFOLLOW) }
    return (result, FileStatus(buffer))
  }

  static func makeDirectory(_ path: String) -> Int32 { repeated { unsafe mkdir(path, 0o700) } }
  static func remove(_ path: String) -> Int32 { repeated { unsafe unlink(path) } }
  static func rename(_ old: String, to new: String) -> Int32 { repeated { unsafe Glibc.rename(old, new) } }
  /// Gives a file a second name; fails with EEXIST where the name is taken.
  static func link(_ old: String, to new: String) -> Int32 { repeated { unsafe Glibc.link(old, new) } }

  /// The path without links and dots, or nil where it names nothing.
  static func realPath(of path: String) -> String? {
    guard isNameable(path), let buffer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer)
  }

  /// The names in a directory, sorted by bytes, without `.` and `..`.
  static func names(in directory: Int32) -> (result: Int32, names: [String]) {
    // A descriptor of its own: closedir closes what it was given.
    let copy = fcntl(directory, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return (-errno, []) }
    var stream = unsafe fdopendir(copy)
    while unsafe stream == nil && errno == EINTR { unsafe stream = unsafe fdopendir(copy) }
    guard let stream = unsafe stream else {
      let error = errno
      close(copy)
      return (-error, [])
    }
    defer { unsafe closedir(stream) }
    unsafe rewinddir(stream)
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { return (-errno, []) }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return (0, names)
  }

  /// The index of the first LF at or after `start`, or nil.
  static func newline(in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, 0x0a, bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Milliseconds since 1970 by the clock on the wall.
  static func wallMilliseconds() -> Int64 { milliseconds(of: CLOCK_REALTIME) }
  /// Milliseconds by a clock that nobody sets.
  static func steadyMilliseconds() -> Int64 { milliseconds(of: CLOCK_MONOTONIC) }

  static func sleep(milliseconds: Int) {
    var rest = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    var left = timespec()
    while unsafe nanosleep(&rest, &left) != 0 && errno == EINTR { rest = left }
  }

  static func hostName() -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let result = unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return Int32(-1) }
      return unsafe gethostname(base, 255)
    }
    return result == 0 ? String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self) : ""
  }

  static func reason(of error: Int32) -> String {
    guard let text = unsafe strerror(error) else { return "error \(error)" }
    return unsafe String(cString: text)
  }

  /// Adds a watch on a directory to an inotify descriptor.
  static func watch(_ descriptor: Int32, _ path: String, events: UInt32) -> Int32 {
    repeated { unsafe inotify_add_watch(descriptor, path, events) }
  }

  /// The masks and names of the events in what an inotify descriptor gave.
  static func watchEvents(in buffer: [UInt8], count: Int) -> [(mask: UInt32, name: String)] {
    let head = MemoryLayout<inotify_event>.size
    var events: [(mask: UInt32, name: String)] = []
    unsafe buffer.withUnsafeBytes { bytes in
      var offset = 0
      while offset + head <= min(count, bytes.count) {
        let event = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let end = min(offset + head + Int(event.len), bytes.count)
        let name = unsafe bytes[(offset + head)..<end].prefix { $0 != 0 }
        events.append((event.mask, unsafe String(decoding: name, as: UTF8.self)))
        offset = end
      }
    }
    return events
  }

  private static func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// A NUL inside a path would silently name another file.
  private static func isNameable(_ path: String) -> Bool { !path.utf8.contains(0) }

  private static func repeated<Number: FixedWidthInteger & SignedInteger>(_ call: () -> Number) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { return -Number(errno) }
    }
  }
}

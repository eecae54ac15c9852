import Glibc

/// The journal's lock: one writer at a time, across all processes of this machine. The file stays for ever; what is
/// locked is its inode.
package enum Lock {
  package static let name = ".lock"

  /// Does something under the lock.
  /// - Parameters:
  ///   - patience: milliseconds to wait for it; 0 tries once.
  ///   - waiting: called before each pause with the id of the process that holds the lock, where the kernel tells.
  /// - Throws: `.locked` when patience ends; what `body` throws.
  package static func holding<Result>(
    in directory: borrowing Descriptor, patience: Int, waiting: (_ holder: Int32?) -> Void = { _ in },
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let deadline = Kernel.steadyMilliseconds() + Int64(patience)
    var pause = 5
    while true {
      let file = try open(in: directory)
      let result = Kernel.lock(file.number, LOCK_EX | LOCK_NB)
      if result >= 0 {
        // Unlocked by name and not only by closing: a child may have inherited the descriptor.
        defer { _ = Kernel.lock(file.number, LOCK_UN) }
        // Somebody may have removed the file in between: then this lock keeps nobody out.
        if isNamed(try file.status(), in: directory) { return try body() }
        continue
      }
      guard result == -EWOULDBLOCK else { throw Failure("lock", file.path, error: -result) }
      let holder = holder(of: try file.status())
      let left = deadline - Kernel.steadyMilliseconds()
      guard left > 0 else { throw Failure(.locked(holder: holder), "write to", directory.path) }
      waiting(holder)
      Kernel.sleep(milliseconds: min(pause, Int(left)))
      pause = min(pause * 2, 50)
    }
  }

  private static func open(in directory: borrowing Descriptor) throws(Failure) -> Descriptor {
    let file = try Descriptor(name, in: directory, O_RDWR | O_CREAT | O_NONBLOCK)
    let status = try file.status()
    guard status.isRegular else { throw Failure(.refused(.notRegular), "lock", file.path) }
    guard status.isOurs else { throw Failure(.refused(.foreignOwner), "lock", file.path) }
    if status.permissions != 0o600 { try file.restrict(to: 0o600) }
    return file
  }

  private static func isNamed(_ status: FileStatus, in directory: borrowing Descriptor) -> Bool {
    let (result, named) = Kernel.status(of: name, at: directory.number)
    return result >= 0 && named.isSameFile(as: status)
  }

  /// The process that holds a lock on a file, from lines like `1: FLOCK  ADVISORY  WRITE 4211 fe:01:393218 0 EOF`.
  static func holder(of status: FileStatus, table: [UInt8]? = nil) -> Int32? {
    guard let table = table ?? (try? SmallFile.read("/proc/locks", limit: 1 << 20)) else { return nil }
    let major = (status.device >> 8 & 0xfff) | (status.device >> 32 & 0xffff_f000)
    let minor = (status.device & 0xff) | (status.device >> 12 & 0xffff_ff00)
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 6, fields[1] == "FLOCK", let process = Int32(fields[4]), process > 0 else { continue }
      let file = fields[5].split(separator: ":")
      guard file.count == 3, UInt64(file[0], radix: 16) == major, UInt64(file[1], radix: 16) == minor,
        UInt64(file[2]) == status.inode
      else { continue }
      return process
    }
    return nil
  }
}

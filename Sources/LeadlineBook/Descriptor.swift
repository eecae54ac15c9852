import Glibc

/// An open file that closes itself. Every call names the path in its failure.
package struct Descriptor: ~Copyable {
  package let number: Int32
  package let path: String

  deinit { Kernel.close(number) }

  /// Opens a path. A symbolic link at its end is refused unless `following`.
  package init(_ path: String, _ flags: Int32, mode: UInt32 = 0o600, following: Bool = false) throws(Failure) {
    let number = Kernel.open(path, flags | (following ? 0 : O_NOFOLLOW), mode: mode)
    guard number >= 0 else { throw Failure("open", path, error: -number) }
    self.init(number: number, path: path)
  }

  /// Opens a name in a directory that is open already.
  package init(
    _ name: String, in directory: borrowing Descriptor, _ flags: Int32, mode: UInt32 = 0o600
  ) throws(Failure) {
    let path = directory.path + "/" + name
    let number = Kernel.open(name, at: directory.number, flags | O_NOFOLLOW, mode: mode)
    guard number >= 0 else { throw Failure("open", path, error: -number) }
    self.init(number: number, path: path)
  }

  package init(directory path: String) throws(Failure) {
    try self.init(path, O_RDONLY | O_DIRECTORY)
  }

  init(number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  package borrowing func status() throws(Failure) -> FileStatus {
    let (result, status) = Kernel.status(of: number)
    guard result >= 0 else { throw Failure("look at", path, error: -result) }
    return status
  }

  /// Writes everything: one call, and further ones only where the kernel took less.
  package borrowing func write(_ bytes: [UInt8]) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = Kernel.write(number, bytes, from: done)
      guard count > 0 else { throw Failure("write to", path, error: count == 0 ? EIO : Int32(-count)) }
      done += count
    }
  }

  /// Reads into a buffer from index `start` on until `count` bytes are there or the file ends; says how many came.
  /// - Parameter offset: a place in the file, or nil for where the descriptor stands.
  package borrowing func read(
    into buffer: inout [UInt8], at start: Int = 0, count: Int, from offset: Int64? = nil
  ) throws(Failure) -> Int {
    var done = 0
    while done < count {
      let place = offset.map { $0 + Int64(done) }
      let got = Kernel.read(number, into: &buffer, at: start + done, count: count - done, from: place)
      guard got >= 0 else { throw Failure("read", path, error: Int32(-got)) }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// The bytes from `offset` on, `count` of them or fewer where the file ends.
  package borrowing func bytes(at offset: Int64, count: Int) throws(Failure) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let got = try read(into: &buffer, count: count, from: offset)
    if got < count { buffer.removeLast(count - got) }
    return buffer
  }

  /// fdatasync: the content is on the disk, or this throws. A failed one must never be repeated and believed.
  package borrowing func synchroniseContent() throws(Failure) {
    let result = Kernel.synchroniseContent(number)
    guard result >= 0 else { throw Failure("write to", path, error: -result) }
  }

  /// fsync: for a directory, its names are on the disk.
  package borrowing func synchronise() throws(Failure) {
    let result = Kernel.synchronise(number)
    guard result >= 0 else { throw Failure("write to", path, error: -result) }
  }

  borrowing func truncate(to length: Int64) throws(Failure) {
    let result = Kernel.truncate(number, to: length)
    guard result >= 0 else { throw Failure("shorten", path, error: -result) }
  }

  borrowing func restrict(to mode: UInt32) throws(Failure) {
    let result = Kernel.restrict(number, to: mode)
    guard result >= 0 else { throw Failure("change the mode of", path, error: -result) }
  }

  package borrowing func names() throws(Failure) -> [String] {
    let (result, names) = Kernel.names(in: number)
    guard result >= 0 else { throw Failure("list", path, error: -result) }
    return names
  }
}

import Glibc

/// A file small enough to be held whole: read with a limit, replaced in one step.
package enum SmallFile {
  /// - Throws: `.tooLong` above `limit` bytes, `.refused` for anything but a regular file.
  package static func read(_ path: String, limit: Int, following: Bool = true) throws(Failure) -> [UInt8] {
    let file = try Descriptor(path, O_RDONLY | O_NONBLOCK, following: following)
    guard try file.status().isRegular else { throw Failure(.refused(.notRegular), "read", path) }
    // The size is no promise: files of /proc say 0.
    var bytes: [UInt8] = []
    var filled = 0
    while true {
      let room = min(max(4096, filled), limit + 1 - filled)
      guard room > 0 else { throw Failure(.tooLong(limit: limit), "read", path) }
      bytes.append(contentsOf: repeatElement(0, count: room))
      let got = try file.read(into: &bytes, at: filled, count: room)
      filled += got
      if got < room { break }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Makes a file that is not there yet, 0600, content and name on the disk when this returns.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let folder = try Descriptor(Paths.folder(of: path), O_RDONLY | O_DIRECTORY, following: true)
    let file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL)
    do throws(Failure) {
      try fill(file, bytes)
    } catch {
      _ = Kernel.remove(path)
      throw error
    }
    try folder.synchronise()
  }

  /// Puts new content in the place of a file's: a reader sees the old or the new, never a part.
  /// - Parameter lasting: whether the new name must also survive a power cut when this returns.
  package static func replace(_ path: String, _ bytes: [UInt8], lasting: Bool = true) throws(Failure) {
    let draft = try draft(of: path, bytes)
    let result = Kernel.rename(draft, to: path)
    guard result >= 0 else {
      _ = Kernel.remove(draft)
      throw Failure("replace", path, error: -result)
    }
    if lasting {
      try Descriptor(Paths.folder(of: path), O_RDONLY | O_DIRECTORY, following: true).synchronise()
    }
  }

  package static func remove(_ path: String) throws(Failure) {
    let result = Kernel.remove(path)
    guard result >= 0 else { throw Failure("remove", path, error: -result) }
  }

  /// The content under another name beside the path, synced.
  static func draft(of path: String, _ bytes: [UInt8]) throws(Failure) -> String {
    let draft = path + ".\(getpid()).tmp"
    // Left behind by a process of the same id that was killed.
    _ = Kernel.remove(draft)
    let file = try Descriptor(draft, O_WRONLY | O_CREAT | O_EXCL)
    do throws(Failure) {
      try fill(file, bytes)
    } catch {
      _ = Kernel.remove(draft)
      throw error
    }
    return draft
  }

  private static func fill(_ file: borrowing Descriptor, _ bytes: [UInt8]) throws(Failure) {
    try file.restrict(to: 0o600)
    try file.write(bytes)
    try file.synchroniseContent()
  }
}

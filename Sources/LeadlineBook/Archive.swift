import Glibc
import LeadlineCore

/// Writes and reads the archive of a backup.
enum Archive {
  /// The name of the last member.
  static let manifest = "leadline-manifest"

  /// A file or directory that is to be written.
  struct Entry: Hashable {
    let path: String
    let isDirectory: Bool
    let size: Int64

    func header(time: Int64) -> TarHeader {
      TarHeader(name: path, isDirectory: isDirectory, size: size, time: time)
    }
  }

  /// A file or directory in an archive, and where its content begins.
  struct Member: Hashable {
    let header: TarHeader
    let offset: Int64
    /// SHA-256 of the content; empty for a directory.
    let hash: [UInt8]
  }

  private static let block = 1 << 20

  static func write(
    _ entries: [Entry], of book: String, to path: String, time: Int64
  ) throws(Failure) -> [Member] {
    let archive = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL)
    var members: [Member] = []
    var end: Int64 = 0
    for entry in entries {
      let header = entry.header(time: time)
      try put(header, into: archive)
      end += Int64(TarHeader.block)
      let hash = entry.isDirectory ? [] : try copy(book + "/" + entry.path, header.size, into: archive)
      members.append(Member(header: header, offset: end, hash: hash))
      try archive.write([UInt8](repeating: 0, count: header.padding))
      end += header.size + Int64(header.padding)
    }
    let list = manifest(of: members)
    let header = TarHeader(name: manifest, isDirectory: false, size: Int64(list.count), time: time)
    try put(header, into: archive)
    try archive.write(list + [UInt8](repeating: 0, count: header.padding + 2 * TarHeader.block))
    try archive.synchroniseContent()
    return members
  }

  static func members(of path: String) throws(Failure) -> [Member] {
    try members(in: Descriptor(path, O_RDONLY, following: true))
  }

  /// The members of an archive, each byte of which is as `write` wrote it.
  static func members(in archive: borrowing Descriptor) throws(Failure) -> [Member] {
    let size = try archive.status().size
    var members: [Member] = []
    var offset: Int64 = 0
    while true {
      guard let header = TarHeader(try archive.bytes(at: offset, count: TarHeader.block)),
        offset + Int64(TarHeader.block) + header.size + Int64(header.padding) <= size
      else { throw damaged(archive, at: offset) }
      offset += Int64(TarHeader.block)
      if header.name == manifest {
        let list = manifest(of: members)
        let rest = list + [UInt8](repeating: 0, count: header.padding + 2 * TarHeader.block)
        guard header.size == list.count, offset + Int64(rest.count) == size,
          try archive.bytes(at: offset, count: rest.count) == rest
        else { throw damaged(archive, at: offset) }
        return members
      }
      let hash = header.isDirectory ? [] : try hash(of: archive, from: offset, header.size)
      members.append(Member(header: header, offset: offset, hash: hash))
      offset += header.size
      guard try archive.bytes(at: offset, count: header.padding).allSatisfy({ $0 == 0 }) else {
        throw damaged(archive, at: offset)
      }
      offset += Int64(header.padding)
    }
  }

  /// Writes a member's content to a file that is not there yet.
  static func unpack(_ member: Member, from archive: borrowing Descriptor, to path: String) throws(Failure) {
    let file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL)
    try file.restrict(to: 0o600)
    var hash = SHA256()
    var done: Int64 = 0
    while done < member.header.size {
      let bytes = try archive.bytes(at: member.offset + done, count: Int(min(Int64(block), member.header.size - done)))
      guard !bytes.isEmpty else { break }
      hash.update(bytes)
      try file.write(bytes)
      done += Int64(bytes.count)
    }
    guard hash.finish() == member.hash else { throw damaged(archive, at: member.offset) }
    try file.synchroniseContent()
  }

  private static func put(_ header: TarHeader, into archive: borrowing Descriptor) throws(Failure) {
    guard let bytes = header.bytes else {
      throw Failure(.damaged("no archive can hold this name or size"), "back up", header.name)
    }
    try archive.write(bytes)
  }

  /// Copies the first `size` bytes of a file; what a writer appends meanwhile is not of this backup.
  private static func copy(
    _ path: String, _ size: Int64, into archive: borrowing Descriptor
  ) throws(Failure) -> [UInt8] {
    let file = try Descriptor(path, O_RDONLY | O_NONBLOCK)
    guard try file.status().isRegular else { throw Failure(.unsteady, "back up", path) }
    var hash = SHA256()
    var done: Int64 = 0
    while done < size {
      let bytes = try file.bytes(at: done, count: Int(min(Int64(block), size - done)))
      guard !bytes.isEmpty else { throw Failure(.unsteady, "back up", path) }
      hash.update(bytes)
      try archive.write(bytes)
      done += Int64(bytes.count)
    }
    return hash.finish()
  }

  private static func hash(
    of archive: borrowing Descriptor, from offset: Int64, _ size: Int64
  ) throws(Failure) -> [UInt8] {
    var hash = SHA256()
    var done: Int64 = 0
    while done < size {
      let bytes = try archive.bytes(at: offset + done, count: Int(min(Int64(block), size - done)))
      guard !bytes.isEmpty else { throw damaged(archive, at: offset + done) }
      hash.update(bytes)
      done += Int64(bytes.count)
    }
    return hash.finish()
  }

  /// One line for each file, as `sha256sum --check` reads it; the sizes and directories stand in the headers.
  private static func manifest(of members: [Member]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for member in members where !member.header.isDirectory {
      for byte in member.hash { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
      text += Array("  \(member.header.name)\n".utf8)
    }
    return text
  }

  private static func damaged(_ archive: borrowing Descriptor, at offset: Int64) -> Failure {
    Failure(.damaged("the backup is damaged near byte \(offset)"), "read", archive.path)
  }
}

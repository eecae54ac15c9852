import Glibc
import LeadlineCore

/// A copy of a book in one file: a tar archive whose last member lists every file with its SHA-256.
package struct Backup: Hashable, Sendable {
  package let path: String
  /// Files in it, the manifest not counted, and their bytes.
  package let files: Int
  package let bytes: Int64
  /// What in the book was left out, and why: links, sockets, names that no archive can hold.
  package let skipped: [Failure]

  /// How many are kept in the state directory.
  package static let kept = 14

  /// Writes a backup, reads it back and compares it, and then lets the oldest go that are too many.
  /// - Parameters:
  ///   - destination: a file that is not there yet; nil for the state directory.
  ///   - patience: milliseconds to wait for writers; they are held up only while the sizes are taken.
  package static func make(
    of paths: Paths, to destination: String? = nil, patience: Int
  ) throws(Failure) -> Backup {
    var time = Kernel.wallMilliseconds()
    let path: String
    if let destination {
      path = destination
    } else {
      try Paths.makePrivate(paths.backups)
      while Kernel.status(of: name(of: time, in: paths)).result >= 0 { time += 1 }
      path = name(of: time, in: paths)
    }
    let (entries, skipped) = try survey(paths, patience: patience)
    let draft = path + ".\(getpid()).tmp"
    let members: [Archive.Member]
    do throws(Failure) {
      members = try Archive.write(entries, of: paths.book, to: draft, time: time / 1000)
      guard try Archive.members(of: draft) == members else {
        throw Failure(.damaged("what was written does not read back the same"), "write", path)
      }
      let result = Kernel.link(draft, to: path)
      guard result >= 0 else { throw Failure("create", path, error: -result) }
      _ = Kernel.remove(draft)
      try Descriptor(Paths.folder(of: path), O_RDONLY | O_DIRECTORY, following: true).synchronise()
    } catch {
      _ = Kernel.remove(draft)
      throw error
    }
    if destination == nil { try prune(paths) }
    let files = members.filter { !$0.header.isDirectory }
    return Backup(
      path: path, files: files.count, bytes: files.reduce(0) { $0 + $1.header.size }, skipped: skipped)
  }

  /// The backups in the state directory, oldest first.
  package static func all(in paths: Paths) throws(Failure) -> [String] {
    try Descriptor(directory: paths.backups).names().filter(isName).map { paths.backups + "/" + $0 }
  }

  /// Reads a backup whole; throws `.damaged` where one byte of it is not as it was written.
  package static func verify(_ path: String) throws(Failure) -> (files: Int, bytes: Int64) {
    let files = try Archive.members(of: path).filter { !$0.header.isDirectory }
    return (files.count, files.reduce(0) { $0 + $1.header.size })
  }

  /// Verifies a backup and unpacks it into a directory that is empty or not there. A failure on the way leaves what was
  /// unpacked so far; nothing that was there before is ever touched.
  package static func restore(_ path: String, into directory: String) throws(Failure) {
    let file = try Descriptor(path, O_RDONLY, following: true)
    let members = try Archive.members(in: file)
    try Paths.makePrivate(directory)
    guard try Descriptor(directory: directory).names().isEmpty else {
      throw Failure(.taken, "restore into", directory)
    }
    var folders = [directory]
    for member in members {
      let target = directory + "/" + member.header.name
      if member.header.isDirectory {
        try Paths.makePrivate(target)
        folders.append(target)
      } else {
        try Archive.unpack(member, from: file, to: target)
      }
    }
    for folder in folders.reversed() { try Descriptor(directory: folder).synchronise() }
  }

  /// What lies in the book, with the sizes that it had at one moment.
  private static func survey(
    _ paths: Paths, patience: Int
  ) throws(Failure) -> (entries: [Archive.Entry], skipped: [Failure]) {
    var entries: [Archive.Entry] = []
    var skipped: [Failure] = []
    do throws(Failure) {
      let journal = try Descriptor(directory: paths.journal)
      try Lock.holding(in: journal, patience: patience) { () throws(Failure) in
        try walk("", of: paths.book, &entries, &skipped)
      }
    } catch  where error.kind == .readOnly || error.kind == .denied {
      // Where this program may not lock, it may not write either.
      try walk("", of: paths.book, &entries, &skipped)
    }
    return (entries, skipped)
  }

  private static func walk(
    _ folder: String, of book: String, _ entries: inout [Archive.Entry], _ skipped: inout [Failure]
  ) throws(Failure) {
    for name in try Descriptor(directory: folder.isEmpty ? book : book + "/" + folder).names() {
      let path = folder.isEmpty ? name : folder + "/" + name
      if path == ".git" || path == "journal/" + Lock.name || path == Archive.manifest { continue }
      let (result, status) = Kernel.status(of: book + "/" + path)
      let entry = Archive.Entry(path: path, isDirectory: status.isDirectory, size: status.isDirectory ? 0 : status.size)
      if result < 0 {
        skipped.append(Failure("back up", book + "/" + path, error: -result))
      } else if !status.isDirectory && !status.isRegular {
        skipped.append(Failure(.refused(status.isLink ? .link : .notRegular), "back up", book + "/" + path))
      } else if entry.header(time: 0).bytes == nil {
        skipped.append(Failure(.damaged("no archive can hold this name or size"), "back up", book + "/" + path))
      } else {
        entries.append(entry)
        if status.isDirectory { try walk(path, of: book, &entries, &skipped) }
      }
    }
  }

  private static func prune(_ paths: Paths) throws(Failure) {
    for path in try all(in: paths).dropLast(kept) { try SmallFile.remove(path) }
  }

  /// Milliseconds since 1970 in thirteen digits: names in order are backups in order.
  private static func name(of time: Int64, in paths: Paths) -> String { "\(paths.backups)/\(time).tar" }

  private static func isName(_ name: String) -> Bool {
    name.utf8.count == 17 && name.hasSuffix(".tar") && name.utf8.prefix(13).allSatisfy { (0x30...0x39).contains($0) }
  }
}

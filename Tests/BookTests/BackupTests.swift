import Glibc
@testable import LeadlineBook
import Testing

struct BackupTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("one\ntwo\n", to: folder.segment)
    try folder.write("", to: folder.paths.rules)
    shell(
      "cd '\(folder.paths.book)' && mkdir -p .git blobs/ab inbox/new && echo x > .git/config && touch journal/.lock")
    try folder.write([UInt8](repeating: 7, count: 2000), to: folder.paths.book + "/blobs/ab/abcdef")
  }

  private func make() throws(Failure) -> Backup { try Backup.make(of: folder.paths, patience: 0) }

  @Test func `a book comes back from its backup file by file`() throws {
    let backup = try make()
    #expect(backup.files == 3 && backup.bytes == 2008 && backup.skipped.isEmpty)
    let there = folder.root + "/restored"
    try Backup.restore(backup.path, into: there)
    #expect(shell("cd '\(folder.paths.book)' && diff -r -x .git -x .lock . '\(there)'") == 0)
    #expect(try folder.names(there) == ["blobs", "inbox", "journal", "rules"])
    #expect(try folder.status(there + "/journal").permissions == 0o700)
    #expect(try folder.status(there + "/rules").permissions == 0o600)
  }

  @Test func `one flipped byte anywhere is refused and nothing is unpacked`() throws {
    shell("rm -r '\(folder.paths.book)/blobs' '\(folder.paths.book)/inbox'")
    let backup = try make()
    let bytes = try SmallFile.read(backup.path, limit: 1 << 20)
    var accepted: [Int] = []
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 1 << (index % 8)
      try folder.write(flipped, to: folder.root + "/flipped.tar")
      if failure({ _ = try Backup.verify(folder.root + "/flipped.tar") }) == nil { accepted.append(index) }
    }
    #expect(accepted.isEmpty)
    #expect(failure { try Backup.restore(folder.root + "/flipped.tar", into: folder.root + "/r") }?.exitCode == 65)
    #expect(access(folder.root + "/r", F_OK) != 0)
  }

  @Test(arguments: [1, 512, 1024, 2048]) func `a backup that is cut short or goes on is refused`(count: Int) throws {
    let bytes = try SmallFile.read(make().path, limit: 1 << 20)
    try folder.write(Array(bytes.dropLast(count)), to: folder.root + "/short.tar")
    try folder.write(bytes + [UInt8](repeating: 0, count: count), to: folder.root + "/long.tar")
    #expect(failure { _ = try Backup.verify(folder.root + "/short.tar") } != nil)
    #expect(failure { _ = try Backup.verify(folder.root + "/long.tar") } != nil)
  }

  @Test func `a directory that holds anything is not restored into`() throws {
    let backup = try make()
    #expect(failure { try Backup.restore(backup.path, into: folder.paths.book) }?.kind == .taken)
    #expect(try folder.text(folder.segment) == "one\ntwo\n")
  }

  @Test func `fourteen backups are kept, the newest ones`() throws {
    var made: [String] = []
    for _ in 0..<16 { made.append(try make().path) }
    #expect(try Backup.all(in: folder.paths) == Array(made.suffix(14)))
  }

  @Test func `a link is left out and told of`() throws {
    shell("ln -s /etc/hostname '\(folder.paths.book)/link'; mkfifo '\(folder.paths.book)/pipe'")
    let backup = try make()
    #expect(backup.skipped.map(\.kind) == [.refused(.link), .refused(.notRegular)])
    #expect(backup.files == 3)
  }

  @Test func `tar and sha256sum read a backup`() throws {
    let deep = "d/" + String(repeating: "long-name/", count: 12)
    shell("mkdir -p '\(folder.paths.book)/\(deep)' && echo deep > '\(folder.paths.book)/\(deep)file'")
    let backup = try make()
    shell("mkdir '\(folder.root)/untarred'")
    let check = "tar xf '\(backup.path)' && sha256sum --quiet -c leadline-manifest && test -f '\(deep)file'"
    #expect(shell("cd '\(folder.root)/untarred' && \(check)") == 0)
    _ = try Backup.verify(backup.path)
  }

  @Test(arguments: ["../x", "/x", "a/../b", "a//b", "a/.", "", "a\nb", "../\u{301}x"])
  func `no member leads out of the directory`(name: String) {
    #expect(TarHeader(name: name, isDirectory: false, size: 0, time: 0).bytes == nil)
  }

  @Test func `a backup goes to a named place but never over a file`() throws {
    let place = folder.root + "/mine.tar"
    #expect(try Backup.make(of: folder.paths, to: place, patience: 0).path == place)
    #expect(failure { _ = try Backup.make(of: folder.paths, to: place, patience: 0) }?.exitCode == 73)
    #expect(try folder.names(folder.paths.backups).isEmpty)
  }
}

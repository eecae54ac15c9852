import Glibc
@testable import LeadlineBook
import LeadlineCore
import Testing

struct LockTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  private var journalLock: String { folder.paths.journal + "/" + Lock.name }

  @Test func `an append waits for the lock and then says who holds it`() throws {
    let journal = try Descriptor(directory: folder.paths.journal)
    try Lock.holding(in: journal, patience: 0) { () throws(Failure) in
      var appender = folder.appender()
      let error = failure { try appender.append("one", patience: 30) }
      #expect(error?.exitCode == 75)
      // Some file systems hide their device from /proc/locks: then nobody is named, never somebody else.
      #expect(error?.kind == .locked(holder: getpid()) || error?.kind == .locked(holder: nil))
    }
    var appender = folder.appender()
    try appender.append("one")
  }

  @Test func `waiting tells of the holder before each pause`() throws {
    let journal = try Descriptor(directory: folder.paths.journal)
    let lock = journalLock
    try folder.write("", to: lock)
    let holder = Glibc.open(lock, O_RDWR)
    defer { Glibc.close(holder) }
    #expect(flock(holder, LOCK_EX) == 0)
    var told = 0
    // Let go at the first word of the wait: the lock is had at the next try, however slow the machine is.
    let isHeld = try Lock.holding(
      in: journal, patience: 60_000,
      waiting: { _ in
        told += 1
        flock(holder, LOCK_UN)
      }
    ) { true }
    #expect(isHeld)
    #expect(told == 1)
  }

  @Test func `a lock held by another process is waited for`() throws {
    let journal = folder.paths.journal
    try folder.write("", to: journal + "/.lock")
    shell(
      "flock '\(journal)/.lock' -c 'touch \(folder.root)/held; while [ -e \(folder.root)/held ]; do sleep 0.01; done' &"
    )
    while access(folder.root + "/held", F_OK) != 0 { usleep(1000) }
    var appender = folder.appender()
    #expect(failure { try appender.append("one") }?.exitCode == 75)
    unlink(folder.root + "/held")
    try appender.append("one", patience: 10_000)
    #expect(try folder.text(folder.segment).hasSuffix("\none\n"))
  }

  @Test func `a failure inside gives the lock back`() throws {
    let journal = try Descriptor(directory: folder.paths.journal)
    let error = failure {
      try Lock.holding(in: journal, patience: 0) { () throws(Failure) in throw Failure(.missing, "try", "it") }
    }
    #expect(error?.kind == .missing)
    try Lock.holding(in: journal, patience: 0) {}
  }

  @Test(arguments: ["ln -s /etc/hostname L", "mkdir L", "mkfifo L"])
  func `a lock that is no plain file is refused`(making: String) throws {
    shell(making.replacing("L", with: "'\(folder.paths.journal)/.lock'"))
    var appender = folder.appender()
    guard case .refused = failure({ try appender.append("one") })?.kind else { return #expect(Bool(false)) }
  }

  @Test func `the lock's file stays and is private`() throws {
    var appender = folder.appender()
    try appender.append("one")
    let before = try folder.status(folder.paths.journal + "/.lock")
    try appender.append("two")
    let after = try folder.status(folder.paths.journal + "/.lock")
    #expect(before.isSameFile(as: after))
    #expect(after.permissions == 0o600)
  }

  @Test func `the holder is read from the kernel's table by device and inode`() throws {
    try folder.write("", to: folder.root + "/f")
    let status = try folder.status(folder.root + "/f")
    func hex(_ number: UInt64) -> String { (number < 16 ? "0" : "") + String(number, radix: 16) }
    let place = "\(hex(status.device >> 8 & 0xfff)):\(hex(status.device & 0xff)):\(status.inode)"
    let table =
      "1: POSIX  ADVISORY  WRITE 11 \(place) 0 EOF\n2: FLOCK  ADVISORY  WRITE 22 00:01:\(status.inode + 1) 0 EOF\n"
    #expect(Lock.holder(of: status, table: Array(table.utf8)) == nil)
    let held = table + "3: FLOCK  ADVISORY  WRITE 33 \(place) 0 EOF\n"
    #expect(Lock.holder(of: status, table: Array(held.utf8)) == 33)
  }
}

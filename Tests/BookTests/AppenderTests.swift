import Glibc
import LeadlineBook
import LeadlineCore
import Testing

struct AppenderTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test func `a new segment begins with its format and is private`() throws {
    var appender = folder.appender()
    let receipt = try appender.append("one", "two")
    #expect(receipt.segment == Folder.segment)
    #expect(try folder.text(folder.segment) == "#leadline journal 1\none\ntwo\n")
    #expect(try folder.status(folder.segment).permissions == 0o600)
  }

  @Test func `a second append stands below the first`() throws {
    var appender = folder.appender()
    try appender.append("one")
    try appender.append("two")
    #expect(try folder.text(folder.segment) == "#leadline journal 1\none\ntwo\n")
  }

  @Test func `a fragment becomes a line of its own`() throws {
    try folder.write("#leadline journal 1\none\n2026-11-2", to: folder.segment)
    var appender = folder.appender()
    try appender.append("two")
    #expect(try folder.text(folder.segment) == "#leadline journal 1\none\n2026-11-2\ntwo\n")
    #expect(try folder.names(folder.paths.quarantine).isEmpty)
  }

  @Test(arguments: [3, 70_000]) func `a fragment with control bytes goes to quarantine`(length: Int) throws {
    let fragment = [UInt8](repeating: 0, count: length)
    try folder.write(Array("one\n2026".utf8) + fragment, to: folder.segment)
    var appender = folder.appender()
    try appender.append("two")
    #expect(try folder.text(folder.segment) == "one\ntwo\n")
    let kept = try #require(try folder.names(folder.paths.quarantine).first)
    let bytes = try SmallFile.read(folder.paths.quarantine + "/" + kept, limit: 1 << 20)
    #expect(bytes == Array("2026".utf8) + fragment)
  }

  @Test func `a tab at the end of a line written by hand is no damage`() throws {
    try folder.write("by hand\t", to: folder.segment)
    var appender = folder.appender()
    try appender.append("two")
    #expect(try folder.text(folder.segment) == "by hand\t\ntwo\n")
  }

  @Test func `the stamp runs ahead of a clock that is behind`() throws {
    var appender = folder.appender()
    let seen = Instant(milliseconds: 1_795_253_999_999)
    let receipt = try appender.append(clock: Folder.november, after: seen, patience: 0) { stamp in
      [Array("\(stamp.logical.milliseconds)".utf8)]
    }
    #expect(receipt.stamp.logical == seen.advanced(by: 1))
    #expect(receipt.stamp.isAhead)
    #expect(try folder.text(folder.segment) == "#leadline journal 1\n1795254000000\n")
  }

  @Test func `a line over the writer's limit writes nothing`() throws {
    var appender = folder.appender()
    let limit = Appender.lineLimit
    let error = failure { try appender.append("one", String(repeating: "x", count: limit + 1)) }
    #expect(error?.kind == .tooLong(limit: limit))
    #expect(error?.exitCode == 65)
    #expect(try folder.names(folder.paths.journal) == [".lock"])
  }

  @Test func `a line with a line feed writes nothing`() throws {
    var appender = folder.appender()
    #expect(failure { try appender.append("one\ntwo") } != nil)
    #expect(try folder.names(folder.paths.journal) == [".lock"])
  }

  @Test(arguments: ["ln -s /etc/hostname S", "mkfifo S", "mkdir S", "touch S; ln S S.twin"])
  func `a segment that is no plain file is refused and a rescue segment used`(making: String) throws {
    shell("S='\(folder.segment)'; " + making.replacing("S", with: "\"$S\""))
    var appender = folder.appender()
    let receipt = try appender.append("one")
    #expect(receipt.segment == "2026-11.ana-k7q2.r1.log")
    guard case .refused = receipt.rescuedFrom?.kind else { return #expect(Bool(false), "\(receipt)") }
    #expect(try folder.text(folder.paths.journal + "/" + receipt.segment) == "#leadline journal 1\none\n")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func `a segment of another owner is refused`() throws {
    shell("touch '\(folder.segment)'; chown 12345 '\(folder.segment)'")
    var appender = folder.appender()
    #expect(try appender.append("one").rescuedFrom?.kind == .refused(.foreignOwner))
  }

  @Test func `a journal that is a link is refused`() throws {
    shell(
      "mv '\(folder.paths.journal)' '\(folder.root)/elsewhere'; ln -s '\(folder.root)/elsewhere' '\(folder.paths.journal)'"
    )
    var appender = folder.appender()
    #expect(failure { try appender.append("one") } != nil)
    #expect(try folder.names(folder.root + "/elsewhere").isEmpty)
  }

  @Test func `a segment that git made readable to all is made private`() throws {
    try folder.write("one\n", to: folder.segment)
    chmod(folder.segment, 0o644)
    var appender = folder.appender()
    try appender.append("two")
    #expect(try folder.status(folder.segment).permissions == 0o600)
  }

  @Test func `a segment replaced between two appends gets the next line`() throws {
    var appender = folder.appender()
    try appender.append("one")
    shell("cp '\(folder.segment)' '\(folder.segment).new'; mv '\(folder.segment).new' '\(folder.segment)'")
    try appender.append("two")
    #expect(try folder.text(folder.segment) == "#leadline journal 1\none\ntwo\n")
  }

  @Test func `a known segment that was removed for good is made anew`() throws {
    var appender = folder.appender()
    try appender.append("one")
    unlink(folder.segment)
    try appender.append("two")
    #expect(try folder.text(folder.segment) == "#leadline journal 1\ntwo\n")
  }

  @Test func `a missing book is a failure and not a new book`() throws {
    shell("rm -r '\(folder.paths.journal)'")
    var appender = folder.appender()
    #expect(failure { try appender.append("one") }?.kind == .missing)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can mount a small file system"), arguments: [4, 8, 16, 64])
  func `a full disk keeps every acknowledged line and names itself`(kilobytes: Int) throws {
    let mounted = shell("mount -t tmpfs -o size=\(kilobytes)k,mode=700 none '\(folder.paths.journal)' 2>/dev/null")
    try #require(mounted == 0)
    defer { shell("umount '\(folder.paths.journal)'") }
    var appender = folder.appender()
    var acknowledged: [String] = []
    var error: Failure?
    while error == nil {
      let line = "\(acknowledged.count) " + String(repeating: "x", count: 300)
      error = failure { try appender.append(line) }
      if error == nil { acknowledged.append(line) }
    }
    #expect(error?.kind == .diskFull)
    #expect(error?.exitCode == 74)
    #expect(error?.sentence.contains("\(folder.paths.journal) (tmpfs) is full") == true)
    let present = Set(try folder.text(folder.segment).split(separator: "\n").map(String.init))
    #expect(present.isSuperset(of: acknowledged))
    #expect(!acknowledged.isEmpty)
  }
}

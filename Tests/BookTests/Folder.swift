import Glibc
import LeadlineBook
import LeadlineCore
import Testing

/// A book in a temporary directory of its own, removed at the end.
final class Folder {
  let root: String
  let paths: Paths

  init() throws {
    root = "/tmp/leadline-book.\(getpid()).\(UInt64.random(in: 0 ... .max))"
    try #require(mkdir(root, 0o700) == 0)
    try Paths.makePrivate(root + "/book/journal")
    paths = try Paths(book: root + "/book", id: "b1", environment: ["HOME": root])
    try paths.makeState()
  }

  deinit { shell("rm -rf '\(root)'") }

  static let november = Clock.pretend(Instant(milliseconds: 1_795_253_405_120))
  static let segment = "2026-11.ana-k7q2.log"

  var segment: String { paths.journal + "/" + Folder.segment }

  func appender() -> Appender { Appender(paths: paths, replica: Replica(name: "ana-k7q2")) }

  func text(_ path: String) throws -> String {
    String(decoding: try SmallFile.read(path, limit: 8 << 20), as: UTF8.self)
  }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Descriptor(path, O_WRONLY | O_CREAT | O_TRUNC).write(bytes)
  }

  func status(_ path: String) throws -> FileStatus { try Descriptor(path, O_RDONLY, following: true).status() }

  func names(_ directory: String) throws -> [String] { try Descriptor(directory: directory).names() }
}

@discardableResult
func shell(_ command: String) -> Int32 { system(command) }

extension Appender {
  @discardableResult
  mutating func append(_ lines: String..., patience: Int = 0) throws(Failure) -> Receipt {
    try append(clock: Folder.november, patience: patience) { _ in lines.map { Array($0.utf8) } }
  }
}

/// The failure that a piece of work ends with.
func failure(_ work: () throws -> Void) -> Failure? {
  do {
    try work()
    return nil
  } catch {
    return error as? Failure
  }
}

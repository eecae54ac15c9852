import Glibc
package import LeadlineCore

/// Appends lines to this replica's segment of the month. When `append` returns, they are on the disk; when it throws,
/// nothing may be called saved, and the same lines may be given again.
package struct Appender: ~Copyable {
  /// Bytes of a line, its LF not counted.
  package static let lineLimit = 64 << 10
  package static let header = "#leadline journal 1"

  package let paths: Paths
  package let replica: Replica
  /// Segments that were seen: one that is missing now is being replaced by git and will come back.
  private var known: Set<String> = []
  /// Segments whose sync has failed: what the kernel says of them afterwards is not to be believed.
  private var spoilt: Set<String> = []
  /// The inodes of segments whose name in the directory is known to be on the disk.
  private var anchored: [String: UInt64] = [:]
  /// Whether a sync of the directory has failed: no name in it can be believed any more, a rescue segment's neither.
  private var isDirectorySpoilt = false

  package init(paths: Paths, replica: Replica) {
    self.paths = paths
    self.replica = replica
  }

  /// What an append came to.
  package struct Receipt: Hashable, Sendable {
    package let stamp: Stamp
    /// The name of the segment in journal/.
    package let segment: String
    /// Why the usual segment was not used, where a rescue segment was.
    package let rescuedFrom: Failure?
  }

  /// Tells of segments that a reader has seen.
  package mutating func know(_ segments: some Sequence<String>) { known.formUnion(segments) }

  /// Writes lines in one act: lock, stamp, write, sync.
  /// - Parameters:
  ///   - greatest: the greatest logical time seen so far.
  ///   - patience: milliseconds to wait for the lock.
  ///   - waiting: called while waiting, with the process that holds the lock.
  ///   - lines: gives the lines for a stamp, without LF; called once, under the lock. No line may hold an LF.
  package mutating func append(
    clock: Clock = .wall, after greatest: Instant? = nil, patience: Int,
    waiting: (_ holder: Int32?) -> Void = { _ in }, lines: (Stamp) -> [[UInt8]]
  ) throws(Failure) -> Receipt {
    let journal = try Descriptor(directory: paths.journal)
    return try Lock.holding(in: journal, patience: patience, waiting: waiting) { () throws(Failure) in
      let stamp = Stamp(clock: clock, after: greatest)
      let text = try Appender.text(of: lines(stamp), path: journal.path)
      let month = Appender.month(of: stamp.recorded)
      let usual = "\(month).\(replica.name).log"
      do throws(Failure) {
        guard !spoilt.contains(usual) else {
          throw Failure(.inputOutput, "write to", "\(journal.path)/\(usual)", error: EIO)
        }
        try write(text, to: usual, in: journal)
        return Receipt(stamp: stamp, segment: usual, rescuedFrom: nil)
      } catch  where error.asksForRescue {
        let rescue = "\(month).\(replica.name).r1.log"
        guard !spoilt.contains(rescue) else { throw error }
        try write(text, to: rescue, in: journal)
        return Receipt(stamp: stamp, segment: rescue, rescuedFrom: error)
      }
    }
  }

  /// The name of the month in UTC: `2026-11`.
  static func month(of instant: Instant) -> String {
    let day = Day(number: Int32(clamping: instant.milliseconds / Instant.day)).civil
    return "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)"
  }

  private static func text(of lines: [[UInt8]], path: String) throws(Failure) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
    for line in lines {
      guard line.count <= lineLimit else { throw Failure(.tooLong(limit: lineLimit), "write a line to", path) }
      guard !line.contains(UInt8(ascii: "\n")) else {
        throw Failure(.damaged("the line holds a line feed"), "write a line to", path)
      }
      text += line
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// Writes and syncs until the name still means the file that was written to.
  private mutating func write(
    _ text: [UInt8], to name: String, in journal: borrowing Descriptor
  ) throws(Failure) {
    var wasStale = false
    for _ in 1...5 {
      do throws(Failure) {
        let segment = try open(name, in: journal)
        let status = try put(text, into: segment, named: name, in: journal)
        // By its whole path: the directory, too, may have been replaced.
        let (result, named) = Kernel.status(of: segment.path)
        if result >= 0 && named.isSameFile(as: status) { return }
      } catch {
        guard error.error == ESTALE, !wasStale else { throw error }
        wasStale = true
      }
    }
    throw Failure(.unsteady, "write to", "\(journal.path)/\(name)")
  }

  /// One write and its sync. A failed sync is never repeated: the segment is left alone from then on.
  private mutating func put(
    _ text: [UInt8], into segment: borrowing Descriptor, named name: String, in journal: borrowing Descriptor
  ) throws(Failure) -> FileStatus {
    let status = try segment.status()
    var bytes: [UInt8] = []
    if status.size == 0 {
      bytes = Array((Appender.header + "\n").utf8)
    } else if try Tail.heal(segment, size: status.size, quarantine: paths.quarantine) {
      bytes = [UInt8(ascii: "\n")]
    }
    bytes += text
    do throws(Failure) {
      try segment.write(bytes)
    } catch {
      if error.error == EIO { spoilt.insert(name) }
      throw error
    }
    do throws(Failure) {
      try segment.synchroniseContent()
    } catch {
      spoilt.insert(name)
      throw error
    }
    try anchor(name, status.inode, in: journal)
    return status
  }

  /// Syncs the directory where the segment's name may not be on the disk yet: also when another process made the file,
  /// for it may have died before it came to this.
  private mutating func anchor(_ name: String, _ inode: UInt64, in journal: borrowing Descriptor) throws(Failure) {
    if anchored[name] == inode { return }
    guard !isDirectorySpoilt else { throw Failure(.inputOutput, "write to", journal.path, error: EIO) }
    do throws(Failure) {
      try journal.synchronise()
    } catch {
      isDirectorySpoilt = true
      throw error
    }
    anchored[name] = inode
  }

  private mutating func open(_ name: String, in journal: borrowing Descriptor) throws(Failure) -> Descriptor {
    var absences = 0
    while true {
      do throws(Failure) {
        let segment = try Descriptor(name, in: journal, O_RDWR | O_APPEND)
        if try Appender.accept(segment) {
          known.insert(name)
          return segment
        }
      } catch  where error.kind == .missing {
        if !known.contains(name) || absences >= 20, let segment = try create(name, in: journal) { return segment }
      }
      absences += 1
      guard absences <= 40 else { throw Failure(.unsteady, "open", "\(journal.path)/\(name)") }
      Kernel.sleep(milliseconds: 5)
    }
  }

  /// A new segment, or nil where somebody made it in this moment.
  private mutating func create(_ name: String, in journal: borrowing Descriptor) throws(Failure) -> Descriptor? {
    do throws(Failure) {
      let segment = try Descriptor(name, in: journal, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      try segment.restrict(to: 0o600)
      known.insert(name)
      return segment
    } catch  where error.kind == .taken {
      return nil
    }
  }

  /// Whether the open file is one to append to; false where its name has just been taken away.
  private static func accept(_ segment: borrowing Descriptor) throws(Failure) -> Bool {
    let status = try segment.status()
    if status.links == 0 { return false }
    guard status.isRegular else { throw Failure(.refused(.notRegular), "append to", segment.path) }
    guard status.isOurs else { throw Failure(.refused(.foreignOwner), "append to", segment.path) }
    guard status.links == 1 else { throw Failure(.refused(.severalNames), "append to", segment.path) }
    // git makes its files 0644.
    if status.permissions != 0o600 { try segment.restrict(to: 0o600) }
    return true
  }
}

extension Failure {
  /// The segment cannot be used, but another one perhaps can.
  fileprivate var asksForRescue: Bool {
    switch kind {
    case .refused: true
    case .inputOutput: error == EIO
    case .diskFull, .readOnly, .denied, .locked, .missing, .taken, .exhausted, .unsteady, .tooLong, .damaged: false
    }
  }
}

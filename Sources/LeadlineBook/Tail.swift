import Glibc

/// What stands after the last LF of a segment: the fragment of a write that was cut off.
enum Tail {
  private static let block = 64 << 10

  /// Makes the end of a segment fit for a new line. Says whether that line must begin with an LF, so that the fragment
  /// becomes a line of its own. A fragment with control bytes, which a power cut leaves, goes to quarantine first and is
  /// then cut off: the one truncation in the program.
  static func heal(_ segment: borrowing Descriptor, size: Int64, quarantine: String) throws(Failure) -> Bool {
    if try segment.bytes(at: size - 1, count: 1) == [UInt8(ascii: "\n")] { return false }
    let (start, isClean) = try begin(of: segment, size: size)
    if isClean { return true }
    try keep(segment, from: start, to: size, quarantine: quarantine)
    try segment.truncate(to: start)
    return false
  }

  /// Where the fragment begins, and whether it is free of control bytes.
  private static func begin(
    of segment: borrowing Descriptor, size: Int64
  ) throws(Failure) -> (start: Int64, isClean: Bool) {
    var end = size
    var isClean = true
    while end > 0 {
      let start = max(0, end - Int64(block))
      let bytes = try segment.bytes(at: start, count: Int(end - start))
      let feed = bytes.lastIndex(of: UInt8(ascii: "\n"))
      let fragment = bytes[(feed.map { $0 + 1 } ?? 0)...]
      if fragment.contains(where: isControl) { isClean = false }
      if let feed { return (start + Int64(feed) + 1, isClean) }
      end = start
    }
    return (0, isClean)
  }

  /// Tab and CR may come from an editor; no line of ours holds either, or any other.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x7f || byte < 0x20 && byte != 0x09 && byte != 0x0d
  }

  private static func keep(
    _ segment: borrowing Descriptor, from start: Int64, to end: Int64, quarantine: String
  ) throws(Failure) {
    try Paths.makePrivate(quarantine)
    let folder = try Descriptor(directory: quarantine)
    let name = Paths.last(of: segment.path)
    let copy = try Descriptor(
      "\(name).\(start).\(Kernel.wallMilliseconds())-\(getpid())", in: folder, O_WRONLY | O_CREAT | O_EXCL)
    var place = start
    while place < end {
      let bytes = try segment.bytes(at: place, count: Int(min(Int64(block), end - place)))
      if bytes.isEmpty { break }
      try copy.write(bytes)
      place += Int64(bytes.count)
    }
    try copy.synchroniseContent()
    try folder.synchronise()
  }
}

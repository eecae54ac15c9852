import Glibc
package import LeadlineCore

/// Reads the journal: all of it at first, and then what has come since. Takes no lock.
///
/// Look with `survey`, drop what was read where it says `.replaced`, then `read`.
package struct SegmentReader {
  /// Bytes of a line; a longer one is reported and passed over.
  package static let lineLimit = 1 << 20

  package let paths: Paths
  /// In the order of discovery: an index stays what it is as long as the reader lives.
  package private(set) var segments: [Segment] = []
  /// By the bytes of the name: two names that look alike are two files.
  private var indices: [[UInt8]: Int] = [:]

  package init(paths: Paths) { self.paths = paths }

  package enum Survey: Hashable, Sendable {
    case unchanged
    /// There is more to read.
    case grown
    /// A file was replaced, shortened, edited or removed: everything must be read again, and `read` will.
    case replaced
  }

  /// What a reading met besides lines.
  package struct Reading: Hashable, Sendable {
    /// Lines above the limit: where, and their length in bytes.
    package var tooLong: [LinePlace: Int64] = [:]
    /// Text after the last LF of a segment: no error while a writer may be at work. At most 64 KiB of it.
    package var tails: [LinePlace: [UInt8]] = [:]
    /// Files that could not be read.
    package var failures: [Failure] = []
    /// The greatest N of `#leadline journal N` in what was read; above 1 the book is of a newer program.
    package var format = 1
    /// Lines handed over.
    package var lines = 0
  }

  /// Compares the directory with what was read. Sizes, inodes and, to look closer, times; the lines are not read.
  package mutating func survey() throws(Failure) -> Survey {
    let names = try SegmentReader.names(in: paths)
    var hasGrown = false
    var isReplaced = false
    for name in names where indices[Array(name.utf8)] == nil {
      indices[Array(name.utf8)] = segments.count
      segments.append(Segment(name: name))
    }
    for segment in segments {
      let (result, now) = Kernel.status(of: path(of: segment))
      guard let then = segment.status else {
        if result >= 0 && now.isRegular && now.isOurs { hasGrown = hasGrown || now.size > 0 }
        continue
      }
      guard result >= 0, now.isSameFile(as: then), now.size >= segment.covered else {
        isReplaced = true
        continue
      }
      if now.size != then.size {
        hasGrown = true
        if !isSeamWhole(segment) { isReplaced = true }
      } else if now.modified != then.modified {
        // Touched but not longer: the clock may be wrong, so it is read again rather than believed.
        isReplaced = true
      }
    }
    guard isReplaced else { return hasGrown ? .grown : .unchanged }
    for index in segments.indices { segments[index].forget() }
    return .replaced
  }

  /// Hands over the lines that were not read yet, without their LF, file by file. One bad file never stops the others.
  package mutating func read(_ body: (_ line: Span<UInt8>, _ place: LinePlace) -> Void) -> Reading {
    read { line, place, _, _ in body(line, place) }
  }

  /// The same, with the block that the line stands in and its first byte there.
  package mutating func read(
    _ body: (_ line: Span<UInt8>, _ place: LinePlace, _ block: TextBlock, _ start: Int) -> Void
  ) -> Reading {
    var reading = Reading()
    for index in segments.indices {
      do throws(Failure) {
        try read(index, &reading, body)
      } catch {
        reading.failures.append(error)
      }
    }
    return reading
  }

  package func path(of segment: Segment) -> String { paths.journal + "/" + segment.name }

  /// The names of all segments: the archive's first, each folder sorted.
  package static func names(in paths: Paths) throws(Failure) -> [String] {
    var names: [String] = []
    if let years = try? Descriptor(directory: paths.archive).names() {
      for year in years {
        guard let files = try? Descriptor(directory: "\(paths.archive)/\(year)").names() else { continue }
        names += files.filter { $0.hasSuffix(".log") }.map { "archive/\(year)/\($0)" }
      }
    }
    names += try Descriptor(directory: paths.journal).names().filter { $0.hasSuffix(".log") }
    return names
  }

  private mutating func read(
    _ index: Int, _ reading: inout Reading, _ body: (Span<UInt8>, LinePlace, TextBlock, Int) -> Void
  ) throws(Failure) {
    let path = path(of: segments[index])
    let (found, named) = Kernel.status(of: path)
    if found == -ENOENT { return }
    if let then = segments[index].status, found >= 0, named == then { return }
    let file = try Descriptor(path, O_RDONLY | O_NONBLOCK)
    let status = try file.status()
    guard status.isRegular else { throw Failure(.refused(.notRegular), "read", path) }
    guard status.isOurs else { throw Failure(.refused(.foreignOwner), "read", path) }
    // Replaced since the survey: the next one will see it.
    if let then = segments[index].status, !status.isSameFile(as: then) { return }
    var cursor = Cursor(segment: index, offset: segments[index].covered, lines: segments[index].lines)
    defer {
      segments[index].covered = cursor.offset
      segments[index].lines = cursor.lines
    }
    try cursor.walk(file, to: status.size, &reading, body)
    segments[index].status = status
    segments[index].seam = try file.seam(before: cursor.offset)
  }

  private func isSeamWhole(_ segment: Segment) -> Bool {
    guard let file = try? Descriptor(path(of: segment), O_RDONLY | O_NONBLOCK),
      let seam = try? file.seam(before: segment.covered)
    else { return false }
    return seam == segment.seam
  }
}

extension Descriptor {
  fileprivate borrowing func seam(before offset: Int64) throws(Failure) -> [UInt8] {
    let length = min(offset, 64)
    return try bytes(at: offset - length, count: Int(length))
  }
}

/// A place in a segment that moves on line by line.
private struct Cursor {
  let segment: Int
  /// Of the line that comes next.
  var offset: Int64
  /// Lines before it.
  var lines: Int

  var place: LinePlace { LinePlace(segment: segment, offset: offset, number: lines + 1) }

  /// Reads blocks from the cursor to `end` and hands over the whole lines in them.
  mutating func walk(
    _ file: borrowing Descriptor, to end: Int64, _ reading: inout SegmentReader.Reading,
    _ body: (Span<UInt8>, LinePlace, TextBlock, Int) -> Void
  ) throws(Failure) {
    var next = offset
    /// What of the last block belongs to a line that goes on in the next.
    var begun: [UInt8] = []
    // Length so far of a line that is too long to be held; its bytes are dropped.
    var dropped: Int64 = 0
    while next < end {
      let room = Int(min(Int64(SegmentReader.lineLimit), end - next))
      var bytes = begun + repeatElement(0, count: room)
      let got = try file.read(into: &bytes, at: begun.count, count: room, from: next)
      if got == 0 { break }
      next += Int64(got)
      bytes.removeLast(room - got)
      let block = TextBlock(bytes)
      let rest = deliver(block, &dropped, &reading, body)
      begun = Array(block.bytes[rest...])
      if dropped + Int64(begun.count) > SegmentReader.lineLimit {
        dropped += Int64(begun.count)
        begun = []
      }
    }
    if !begun.isEmpty || dropped > 0 {
      reading.tails[place] = try file.bytes(at: offset, count: Int(min(next - offset, 64 << 10)))
    }
  }

  /// Hands over the whole lines of a block; says where the rest begins.
  private mutating func deliver(
    _ block: TextBlock, _ dropped: inout Int64, _ reading: inout SegmentReader.Reading,
    _ body: (Span<UInt8>, LinePlace, TextBlock, Int) -> Void
  ) -> Int {
    let held = block.bytes
    let bytes = held.span
    var start = 0
    while let feed = Kernel.newline(in: bytes, from: start) {
      let length = dropped + Int64(feed - start)
      if length > SegmentReader.lineLimit {
        reading.tooLong[place] = length
      } else {
        let line = bytes.extracting(start..<feed)
        reading.lines += 1
        reading.format = max(reading.format, format(of: line))
        body(line, place, block, start)
      }
      dropped = 0
      offset += length + 1
      lines += 1
      start = feed + 1
    }
    return start
  }

  private static let mark = Array("#leadline journal ".utf8)

  /// N of `#leadline journal N`, 1 for any other line.
  private func format(of line: Span<UInt8>) -> Int {
    guard line.count > Cursor.mark.count, line[0] == Cursor.mark[0] else { return 1 }
    for index in Cursor.mark.indices where line[index] != Cursor.mark[index] { return 1 }
    var number = 0
    for index in Cursor.mark.count..<line.count {
      guard (0x30...0x39).contains(line[index]) else { break }
      number = min(number * 10 + Int(line[index] - 0x30), 1_000_000)
    }
    return max(number, 1)
  }
}

/// A file of the journal, as a reader knows it.
package struct Segment: Hashable, Sendable {
  /// Below journal/: `2026-11.ana-k7q2.log`, `archive/2024/2024-03.ana-k7q2.log`.
  package let name: String
  /// The file behind the name when it was last read; nil before.
  package var status: FileStatus?
  /// Bytes read so far: up to and with the last LF.
  package var covered: Int64 = 0
  /// Lines read so far.
  package var lines = 0
  /// The last bytes before `covered`: an editor that wrote in place has most likely changed them.
  var seam: [UInt8] = []

  init(name: String) { self.name = name }

  mutating func forget() {
    status = nil
    covered = 0
    lines = 0
    seam = []
  }
}

/// Where a line stands.
package struct LinePlace: Hashable, Sendable {
  /// Index into the reader's segments.
  package let segment: Int
  /// Of its first byte, in bytes from the beginning of the file.
  package let offset: Int64
  /// Counted from 1.
  package let number: Int

  package init(segment: Int, offset: Int64, number: Int) {
    self.segment = segment
    self.offset = offset
    self.number = number
  }
}

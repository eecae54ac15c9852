extension Zone {
  /// Reads a compiled zone file (TZif, RFC 8536), version 1 or later: from version 2 on the 64-bit block and the rule
  /// after it. Nil where the bytes are no such file, are cut short, have a rule that cannot be read, or count leap
  /// seconds, which `Instant` does not.
  package init?(tzif bytes: [UInt8], name: String = "") {
    guard let narrow = ZoneBlock(bytes, at: 0, timeWidth: 4) else { return nil }
    if narrow.version == 0 {
      self.init(name: name, bytes: bytes, block: narrow, rule: nil)
      return
    }
    guard let wide = ZoneBlock(bytes, at: narrow.end, timeWidth: 8), wide.end < bytes.count, bytes[wide.end] == 0x0A,
      let lineEnd = bytes[(wide.end + 1)...].firstIndex(of: 0x0A)
    else { return nil }
    let footer = bytes[(wide.end + 1)..<lineEnd]
    let rule = ZoneRule(posix: footer)
    if rule == nil && !footer.isEmpty { return nil }
    self.init(name: name, bytes: bytes, block: wide, rule: rule)
  }

  /// Reads a rule as the variable TZ may hold it: `CET-1CEST,M3.5.0,M10.5.0/3`.
  package init?(posix text: String) {
    guard let rule = ZoneRule(posix: Array(text.utf8)[...]) else { return nil }
    self.init(name: text, first: rule.standard, transitions: [], offsets: [], rule: rule)
  }

  private init?(name: String, bytes: [UInt8], block: ZoneBlock, rule: ZoneRule?) {
    guard block.leapCount == 0, block.typeCount > 0, let first = block.offset(ofType: 0, in: bytes) else { return nil }
    var transitions: [Int64] = []
    var offsets: [Int32] = []
    transitions.reserveCapacity(block.timeCount)
    offsets.reserveCapacity(block.timeCount)
    for index in 0..<block.timeCount {
      let time = block.time(index, in: bytes)
      guard transitions.last.map({ $0 < time }) ?? true,
        let offset = block.offset(ofType: block.type(index, in: bytes), in: bytes)
      else { return nil }
      transitions.append(time)
      offsets.append(Int32(offset))
    }
    self.init(name: name, first: first, transitions: transitions, offsets: offsets, rule: rule)
  }
}

/// Header and measures of one block of the file; all of it lies within the bytes.
private struct ZoneBlock {
  let version: UInt8
  let leapCount: Int
  let timeCount: Int
  let typeCount: Int
  let end: Int
  private let start: Int
  private let timeWidth: Int

  init?(_ bytes: [UInt8], at header: Int, timeWidth: Int) {
    guard bytes.count - header >= 44, bytes[header..<header + 4].elementsEqual("TZif".utf8) else { return nil }
    func count(_ index: Int) -> Int { Int(bytes.bigEndian(at: header + 20 + 4 * index, width: 4)) }
    version = bytes[header + 4]
    leapCount = count(2)
    timeCount = count(3)
    typeCount = count(4)
    self.timeWidth = timeWidth
    start = header + 44
    // Six counts below 2^32 and small widths: no sum comes near overflow.
    end =
      start + timeCount * (timeWidth + 1) + typeCount * 6 + count(5) + leapCount * (timeWidth + 4) + count(1) + count(0)
    guard end <= bytes.count else { return nil }
  }

  func time(_ index: Int, in bytes: [UInt8]) -> Int64 {
    let raw = bytes.bigEndian(at: start + index * timeWidth, width: timeWidth)
    return timeWidth == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
  }

  func type(_ index: Int, in bytes: [UInt8]) -> Int { Int(bytes[start + timeCount * timeWidth + index]) }

  /// Seconds east of UTC, or nil where there is no such type or it is more than a day off.
  func offset(ofType type: Int, in bytes: [UInt8]) -> Int? {
    guard type < typeCount else { return nil }
    let raw = bytes.bigEndian(at: start + timeCount * (timeWidth + 1) + type * 6, width: 4)
    let offset = Int(Int32(truncatingIfNeeded: raw))
    return abs(offset) < 86_400 ? offset : nil
  }
}

extension [UInt8] {
  fileprivate func bigEndian(at start: Int, width: Int) -> UInt64 {
    self[start..<start + width].reduce(0) { $0 << 8 | UInt64($1) }
  }
}

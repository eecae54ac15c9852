/// How the bytes of a table are to be read: what they encode, and what stands between two cells.
package struct CSVDialect: Hashable, Sendable {
  package enum Encoding: Hashable, Sendable { case utf8, utf16LittleEndian, utf16BigEndian }

  package var encoding: Encoding
  /// Length of the byte order mark at the beginning, 0 without one.
  package var mark: Int

  /// By the byte order mark; without one by the zeros that UTF-16 leaves beside ASCII in the first 4 KiB.
  package init(of bytes: [UInt8]) {
    encoding = .utf8
    mark = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      mark = 3
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, mark) = (.utf16LittleEndian, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, mark) = (.utf16BigEndian, 2)
    } else {
      var zeros = (even: 0, odd: 0)
      let pairs = min(bytes.count, 4096) / 2
      for pair in 0..<pairs {
        if bytes[2 * pair] == 0 { zeros.even += 1 }
        if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
      }
      if zeros.odd * 2 > pairs, zeros.even * 10 < pairs { encoding = .utf16LittleEndian }
      if zeros.even * 2 > pairs, zeros.odd * 10 < pairs { encoding = .utf16BigEndian }
    }
  }

  /// The table in UTF-8 without its mark, and the lines on which half a character stood (U+FFFD stands there now).
  func utf8(_ bytes: [UInt8]) -> (text: [UInt8], broken: [Int]) {
    let body = bytes[mark...]
    if encoding == .utf8 { return (mark == 0 ? bytes : Array(body), []) }
    let low = encoding == .utf16LittleEndian ? 0 : 1
    var units = Units(bytes: body, low: low, at: body.startIndex)
    var text: [UInt8] = []
    text.reserveCapacity(body.count)
    var broken: [Int] = []
    var line = 1
    var decoder = UTF16()
    reading: while true {
      switch decoder.decode(&units) {
      case .emptyInput: break reading
      case .error:
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        if broken.last != line { broken.append(line) }
      case .scalarValue(let scalar):
        if scalar == "\n" || (scalar == "\r" && !units.isBefore(0x0A)) { line += 1 }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if body.count % 2 == 1, broken.last != line { broken.append(line) }
    return (text, broken)
  }

  /// The 16-bit units of a text; an odd byte at the end is none.
  private struct Units: IteratorProtocol {
    let bytes: ArraySlice<UInt8>
    let low: Int
    var at: Int

    mutating func next() -> UInt16? {
      guard let unit = peek else { return nil }
      at += 2
      return unit
    }

    private var peek: UInt16? {
      at + 1 < bytes.endIndex ? UInt16(bytes[at + 1 - low]) << 8 | UInt16(bytes[at + low]) : nil
    }

    func isBefore(_ unit: UInt16) -> Bool { peek == unit }
  }
}

extension CSVDialect {
  /// Comma, semicolon or tab: the one that gives most of the first 50 lines the same number of cells, and of two such
  /// the one that gives more cells. Separators inside quotes do not count.
  static func separator(of text: [UInt8]) -> UInt8 {
    let candidates: [UInt8] = [.comma, .semicolon, .tab]
    let end = min(text.count, 262_144)
    var lines: [[Int]] = []
    var counts = [0, 0, 0]
    var isStart = true
    var at = 0
    while at < end, lines.count < 50 {
      let byte = text[at]
      at += 1
      if byte == .quote, isStart, let close = closing(in: text, from: at, end: end) {
        at = close + 1
      } else if let candidate = candidates.firstIndex(of: byte) {
        counts[candidate] += 1
        isStart = true
        continue
      } else if byte == .lineFeed || byte == .carriageReturn {
        lines.append(counts)
        counts = [0, 0, 0]
        isStart = true
        continue
      }
      isStart = false
    }
    if lines.count < 50 { lines.append(counts) }
    return best(of: candidates, in: lines)
  }

  /// The quote that closes a cell: the first that is not doubled.
  static func closing(in text: [UInt8], from start: Int, end: Int) -> Int? {
    var at = start
    while at < end {
      if text[at] == .quote {
        guard at + 1 < end, text[at + 1] == .quote else { return at }
        at += 1
      }
      at += 1
    }
    return nil
  }

  private static func best(of candidates: [UInt8], in lines: [[Int]]) -> UInt8 {
    var best: (separator: UInt8, lines: Int, cells: Int) = (.comma, 0, 0)
    for (place, separator) in candidates.enumerated() {
      var times: [Int: Int] = [:]
      for line in lines where line[place] > 0 { times[line[place], default: 0] += 1 }
      for (cells, lines) in times where (lines, cells) > (best.lines, best.cells) { best = (separator, lines, cells) }
    }
    return best.separator
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}

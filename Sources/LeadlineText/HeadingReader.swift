package import LeadlineCore

/// Reads the heading of a journal line without making anything of what the line says. It answers only where the line is
/// beyond doubt one that `LineReader` finds sound; whatever is unusual, and all that is wrong, is left to that one.
package struct HeadingReader: Sendable {
  private typealias Word = PackedWord

  private let checksum = Checksum()
  private let forms = LineForm.all
  /// Of each form the word of its kind.
  private let kinds = LineForm.all.map(\.word)
  private var dates = DateMemory()

  package init() {}

  /// The heading of a sound line; nil for a line that needs a closer look.
  package mutating func heading(of line: Span<UInt8>) -> Heading? {
    // Nothing shorter holds a time, an id and a check. From here on eight bytes can be taken from anywhere before `end`.
    let end = line.count - 10
    guard end > 40, line[end] == 0x20, line[end + 1] == 0x5e, line[24] == 0x20, let check = check(line, end),
      let time = dates.instant(line)
    else { return nil }
    var next = 25
    let kind = HeadingReader.word(line, &next)
    guard line[next] == 0x20, let number = kinds.firstIndex(of: kind) else { return nil }
    next += 1
    let name = HeadingReader.word(line, &next)
    guard line[next] == 0x20, next < end, let lead = ShortName(name.first, name.second, count: name.count),
      name != HeadingReader.nobody
    else { return nil }
    var found = Found()
    guard read(line, next, end, forms[number], &found), let id = found.id else { return nil }
    return Heading(
      id: id, time: time, at: found.at ?? time, logical: found.logical ?? time, act: found.act, lead: lead,
      kind: forms[number].kind, check: check)
  }

  private static let nobody = Word("-".utf8)

  /// The check of a line that has it, is UTF-8, and is free of control characters.
  private func check(_ line: Span<UInt8>, _ end: Int) -> UInt32? {
    let (check, signs) = checksum.ofText(line, count: end)
    guard line.word(at: end + 2) == Checksum.packedDigits(check), signs != .controls else { return nil }
    return signs == .ascii || (try? UTF8Span(validating: line)) != nil ? check : nil
  }

  // MARK: words and keys

  /// What an event itself has, and how much of its kind stands there.
  private struct Found {
    var id: EventID?
    var at: Instant?
    var logical: Instant?
    var act: EventID?
    var words = 0
    var needed = 0
  }

  /// The cut of `LineTokens.cut`, where nothing is kept. False where something is in doubt.
  private func read(_ line: Span<UInt8>, _ start: Int, _ end: Int, _ form: LineForm, _ found: inout Found) -> Bool {
    var next = start
    while next < end {
      if line[next] == 0x20 {
        next += 1
        continue
      }
      let begin = next
      if line[begin] == 0x22 {
        guard HeadingReader.pass(quoted: line, &next, end), form.takes(word: nil, at: found.words) else { return false }
        found.words += 1
      } else {
        let word = HeadingReader.word(line, &next)
        if line[next] == 0x3d, next > begin {
          next += 1
          guard read(value: line, &next, end, of: word, form, &found) else { return false }
        } else {
          let isPlain = line[next] == 0x20
          HeadingReader.pass(bare: line, &next)
          guard form.takes(word: isPlain ? word : nil, at: found.words) else { return false }
          found.words += 1
        }
      }
      if line[next] != 0x20 { return false }
    }
    return found.words >= form.leastWords && found.needed == form.needed
  }

  /// The word up to a blank, a quote or an equals sign. There is always one: the blank before the check.
  @inline(__always)
  private static func word(_ line: Span<UInt8>, _ next: inout Int) -> Word {
    var word = Word()
    while true {
      let bytes = line.word(at: next)
      let stops =
        Bytes.zeros(bytes ^ Bytes.each(0x20)) | Bytes.zeros(bytes ^ Bytes.each(0x3d))
        | Bytes.zeros(bytes ^ Bytes.each(0x22))
      if stops != 0 {
        let count = stops.trailingZeroBitCount >> 3
        word.append(bytes & (1 << UInt64(8 * count) &- 1), count)
        next += count
        return word
      }
      word.append(bytes, 8)
      next += 8
    }
  }

  /// Up to the next blank.
  @inline(__always)
  private static func pass(bare line: Span<UInt8>, _ next: inout Int) {
    while true {
      let stops = Bytes.zeros(line.word(at: next) ^ Bytes.each(0x20))
      if stops != 0 { return next += stops.trailingZeroBitCount >> 3 }
      next += 8
    }
  }

  /// Past the quote that closes the one at `next`.
  @inline(__always)
  private static func pass(quoted line: Span<UInt8>, _ next: inout Int, _ end: Int) -> Bool {
    next += 1
    while next < end {
      let bytes = line.word(at: next)
      let stops = Bytes.zeros(bytes ^ Bytes.each(0x22)) | Bytes.zeros(bytes ^ Bytes.each(0x5c))
      if stops == 0 {
        next += 8
        continue
      }
      next += stops.trailingZeroBitCount >> 3
      if next < end, line[next] == 0x22 {
        next += 1
        return true
      }
      next += 2
    }
    return false
  }

  private func read(
    value line: Span<UInt8>, _ next: inout Int, _ end: Int, of key: Word, _ form: LineForm, _ found: inout Found
  ) -> Bool {
    let begin = next
    let isQuoted = line[begin] == 0x22
    if isQuoted {
      guard HeadingReader.pass(quoted: line, &next, end) else { return false }
    } else {
      HeadingReader.pass(bare: line, &next)
    }
    guard let shape = form.shape(of: key) else { return HeadingReader.isName(line, from: begin - 1 - key.count, key) }
    if isQuoted { return shape.fits(quoted: line.extracting(begin + 1..<next - 1)) }
    let value = line.extracting(begin..<next)
    switch shape {
    case .any: break
    case .id:
      guard found.id == nil, let id = EventID(value) else { return false }
      found.id = id
    case .act:
      guard found.act == nil, let act = EventID(value) else { return false }
      found.act = act
    case .at:
      guard found.at == nil, let at = Instant(value) else { return false }
      found.at = at
    case .logical:
      guard found.logical == nil, let logical = Instant(value) else { return false }
      found.logical = logical
    case .value(let shape, let isNeeded):
      guard shape.fits(value) else { return false }
      if isNeeded { found.needed += 1 }
    }
    return true
  }
}

extension HeadingReader {
  /// Whether a key that no program knows is beyond doubt a name: it ends at none of the signs that end one.
  private static func isName(_ line: Span<UInt8>, from start: Int, _ key: Word) -> Bool {
    for place in start..<start + key.count where line[place] >= 0x7f { return false }
    return true
  }
}

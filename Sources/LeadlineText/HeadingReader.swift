package import LeadlineCore

/// Reads the heading of a journal line without making anything of what the line says. It answers only where the line is
/// beyond doubt one that `LineReader` finds sound; whatever is unusual, and all that is wrong, is left to that one.
package struct HeadingReader: Sendable {
  private let checksum = Checksum()
  private let forms = LineForm.all
  /// Of each form the word of its kind.
  private let kinds = LineForm.all.map(\.word)

  package init() {}

  /// The heading of a sound line; nil for a line that needs a closer look.
  package func heading(of line: Span<UInt8>) -> Heading? {
    // Nothing shorter holds a time, an id and a check.
    let end = line.count - 10
    guard end > 40, line[end] == 0x20, line[end + 1] == 0x5e, let check = HeadingReader.check(line, at: end + 2),
      line[24] == 0x20, isPlain(line, end, check), let time = Instant(journal: line.extracting(0..<24))
    else { return nil }
    var next = 25
    let kind = LineForm.Word(line, &next)
    guard line[next] == 0x20, let number = kinds.firstIndex(of: kind) else { return nil }
    next += 1
    let start = next
    while next < end, line[next] != 0x20 { next += 1 }
    guard let lead = ShortName(line.extracting(start..<next)), next - start > 1 || line[start] != 0x2d else {
      return nil
    }
    var found = Found()
    guard read(line, next, end, forms[number], &found), let id = found.id else { return nil }
    return Heading(
      id: id, time: time, at: found.at ?? time, logical: found.logical ?? time, act: found.act, lead: lead,
      kind: forms[number].kind, check: check)
  }

  /// The eight small hexadecimal digits in this place.
  private static func check(_ line: Span<UInt8>, at start: Int) -> UInt32? {
    var check: UInt32 = 0
    for index in start..<start + 8 {
      switch line[index] {
      case 0x30...0x39: check = check << 4 | UInt32(line[index] - 0x30)
      case 0x61...0x66: check = check << 4 | UInt32(line[index] - 0x57)
      default: return nil
      }
    }
    return check
  }

  /// Whether the line has no control characters, is UTF-8, and has this check.
  private func isPlain(_ line: Span<UInt8>, _ end: Int, _ check: UInt32) -> Bool {
    let (sum, signs) = checksum.ofText(line, count: end)
    if sum != check || signs == .controls { return false }
    return signs == .ascii || (try? UTF8Span(validating: line)) != nil
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
    while true {
      while next < end, line[next] == 0x20 { next += 1 }
      if next == end { break }
      let begin = next
      if line[begin] == 0x22 {
        guard HeadingReader.pass(quoted: line, &next, end), form.takes(word: nil, at: found.words) else { return false }
        found.words += 1
      } else {
        var word = LineForm.Word()
        while next < end, line[next] != 0x20, line[next] != 0x3d, line[next] != 0x22 {
          word.append(line[next])
          next += 1
        }
        if next < end, line[next] == 0x3d, next > begin {
          if word.isForeign { return false }
          next += 1
          guard read(value: line, &next, end, of: word, form, &found) else { return false }
        } else {
          while next < end, line[next] != 0x20 { next += 1 }
          guard form.takes(word: LineForm.Word(line.extracting(begin..<next)), at: found.words) else { return false }
          found.words += 1
        }
      }
      if next < end, line[next] != 0x20 { return false }
    }
    return found.words >= form.leastWords && found.needed == form.needed
  }

  /// Past the quote that closes the one at `next`.
  private static func pass(quoted line: Span<UInt8>, _ next: inout Int, _ end: Int) -> Bool {
    next += 1
    while next < end, line[next] != 0x22 { next += line[next] == 0x5c ? 2 : 1 }
    guard next < end else { return false }
    next += 1
    return true
  }

  private func read(
    value line: Span<UInt8>, _ next: inout Int, _ end: Int, of key: LineForm.Word, _ form: LineForm,
    _ found: inout Found
  ) -> Bool {
    let begin = next
    if next < end, line[next] == 0x22 {
      guard HeadingReader.pass(quoted: line, &next, end) else { return false }
      return form.shape(of: key).map { $0.fits(quoted: line.extracting(begin + 1..<next - 1)) } ?? true
    }
    while next < end, line[next] != 0x20 { next += 1 }
    guard let shape = form.shape(of: key) else { return true }
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

import Glibc
import LeadlineCore
import LeadlineText

/// What `check` tells of.
extension Book {
  /// Gathers what is not as it should be in what was read last.
  func resolveProblems() {
    problems = intake.marks.compactMap(problem)
    for mark in intake.future {
      problems.append(
        LineProblem(
          file: file(mark.place), line: mark.place.number, kind: "future", severity: .warning, text: text(mark.text),
          what: "recorded more than a day after now: some machine's clock ran ahead; the line is used",
          fix: LineProblem.comment(mark.place.number, file(mark.place))))
    }
    for (place, length) in last.tooLong.sorted(by: { $0.key.offset < $1.key.offset }) {
      problems.append(
        LineProblem(
          file: file(place), line: place.number, kind: "too long", severity: .unused,
          text: beginning(place),
          what: "the line has \(length) bytes, over the limit of \(SegmentReader.lineLimit); it was not read",
          fix: "leadline backup && " + LineProblem.delete(place.number, file(place))))
    }
    for (place, bytes) in last.tails {
      problems.append(
        LineProblem(
          file: file(place), line: place.number, kind: "tail", severity: .note, text: text(bytes),
          what: "the last line has no end: a writer is at work, or was cut off before it said saved"))
    }
    for failure in last.failures {
      problems.append(
        LineProblem(
          file: failure.path, line: 0, kind: "unreadable", severity: .unreadable, what: failure.sentence,
          fix: "ls -l \(LineProblem.quoted(failure.path))"))
    }
    for finding in settingsFindings {
      problems.append(
        LineProblem(
          file: paths.book + "/" + finding.place.file, line: finding.place.line, kind: "book.toml", severity: .warning,
          what: finding.what, fix: finding.instead))
    }
    problems.sort { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private func problem(_ mark: Intake.Mark) -> LineProblem? {
    let (file, line) = (file(mark.place), mark.place.number)
    var problem = LineProblem(
      file: file, line: line, kind: mark.reading.kind.rawValue, severity: .warning, text: text(mark.text),
      what: mark.reading.what)
    switch mark.reading.kind {
    case .altered:
      problem.what = "changed after it was written: its check does not match; it is used until somebody decides"
      problem.fix = LineProblem.vouch(line, file)
    case .cut:
      if isWholeElsewhere(mark.text) { return nil }
      problem.severity = .unused
      problem.what = "cut off while it was written; it was never called saved, and it is not used"
      problem.fix = LineProblem.comment(line, file)
    case .conflict:
      problem.what = "a conflict marker of a merge; the lines of both sides are used"
      problem.fix = LineProblem.delete(line, file)
    case .bad:
      problem.severity = .unused
      let cure = mark.reading.instead.isEmpty ? "" : "; \(mark.reading.instead)"
      problem.what = "column \(mark.reading.offset + 1): \(mark.reading.what)\(cure); the line is not used"
      problem.fix = LineProblem.comment(line, file)
    case .blank, .comment, .header, .sound, .handWritten, .vouched, .void: return nil
    }
    return problem
  }

  /// Whether the id of a cut line stands in a whole one: then nothing was lost, and nothing needs a word.
  private func isWholeElsewhere(_ line: [UInt8]) -> Bool {
    let words = line.split(separator: 0x20)
    guard let word = words.last(where: { $0.starts(with: Array("id=".utf8)) }),
      let id = EventID(word.dropFirst(3))
    else { return false }
    return facts.ledger.event(id) != nil
  }

  /// What can be shown of a line that was passed over.
  private func beginning(_ place: LinePlace) -> String {
    let path = file(place)
    guard let file = try? Descriptor(path, O_RDONLY | O_NONBLOCK),
      let bytes = try? file.bytes(at: place.offset, count: LineProblem.shown)
    else { return "" }
    return text(bytes)
  }

  private func file(_ place: LinePlace) -> String { reader.path(of: reader.segments[place.segment]) }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix(LineProblem.shown), as: UTF8.self) }
}

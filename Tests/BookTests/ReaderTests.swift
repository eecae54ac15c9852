import Glibc
import LeadlineBook
import LeadlineCore
import Testing

struct ReaderTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  /// Surveys and reads; the lines as `segment:number text`.
  private func read(_ reader: inout SegmentReader) throws -> (SegmentReader.Survey, [String], SegmentReader.Reading) {
    let survey = try reader.survey()
    var lines: [String] = []
    let reading = reader.read { line, place in
      var text = "\(place.segment):\(place.number) "
      for index in line.indices { text.unicodeScalars.append(Unicode.Scalar(line[index])) }
      lines.append(text)
    }
    return (survey, lines, reading)
  }

  @Test func `the archive is read first, then the segments by name`() throws {
    shell("mkdir -p '\(folder.paths.archive)/2024'")
    try folder.write("old\n", to: folder.paths.archive + "/2024/2024-03.ana-k7q2.log")
    try folder.write("hand\n", to: folder.paths.journal + "/2026-11.log")
    try folder.write("#leadline journal 1\none\n\ntwo\n", to: folder.segment)
    try folder.write("not a segment\n", to: folder.paths.journal + "/notes.txt")
    var reader = SegmentReader(paths: folder.paths)
    let (survey, lines, reading) = try read(&reader)
    #expect(survey == .grown)
    #expect(lines == ["0:1 old", "1:1 #leadline journal 1", "1:2 one", "1:3 ", "1:4 two", "2:1 hand"])
    #expect(reading.failures.isEmpty && reading.tails.isEmpty && reading.format == 1)
  }

  @Test func `only what has come since is read again`() throws {
    try folder.write("one\n", to: folder.segment)
    var reader = SegmentReader(paths: folder.paths)
    _ = try read(&reader)
    #expect(try read(&reader).0 == .unchanged)
    var appender = folder.appender()
    try appender.append("two")
    let (survey, lines, _) = try read(&reader)
    #expect(survey == .grown)
    #expect(lines == ["0:2 two"])
  }

  @Test func `a tail is told of and read when its end has come`() throws {
    try folder.write("one\ntw", to: folder.segment)
    var reader = SegmentReader(paths: folder.paths)
    let (_, lines, reading) = try read(&reader)
    #expect(lines == ["0:1 one"])
    #expect(reading.tails == [LinePlace(segment: 0, offset: 4, number: 2): Array("tw".utf8)])
    try Descriptor(folder.segment, O_WRONLY | O_APPEND).write(Array("o\n".utf8))
    #expect(try read(&reader).1 == ["0:2 two"])
  }

  @Test(arguments: [
    "cp F G; mv G F", "printf 'one\\n' > G; mv G F", "printf 'on' > F", "printf 'ONE\\ntwo\\nthree\\n' > F",
    "rm F", "printf 'ONE\\ntwo\\n' > F; touch -d 2001-01-01 F",
  ])
  func `a segment that did not merely grow makes everything be read again`(change: String) throws {
    try folder.write("one\ntwo\n", to: folder.segment)
    try folder.write("other\n", to: folder.paths.journal + "/2026-12.log")
    var reader = SegmentReader(paths: folder.paths)
    _ = try read(&reader)
    shell(change.replacing("F", with: "'\(folder.segment)'").replacing("G", with: "'\(folder.root)/g'"))
    let (survey, lines, _) = try read(&reader)
    #expect(survey == .replaced)
    #expect(lines.contains("1:1 other"))
    #expect(try read(&reader).0 != .replaced)
  }

  @Test func `a line of two mebibytes is told of and passed over`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 2 << 20)
    try folder.write(Array("one\n".utf8) + long + Array("\ntwo\n".utf8), to: folder.segment)
    var reader = SegmentReader(paths: folder.paths)
    let (_, lines, reading) = try read(&reader)
    #expect(lines == ["0:1 one", "0:3 two"])
    #expect(reading.tooLong == [LinePlace(segment: 0, offset: 4, number: 2): 2 << 20])
  }

  @Test(arguments: [0, 1, -1]) func `a line at the reader's limit is read, one above it is not`(over: Int) throws {
    let length = SegmentReader.lineLimit + over
    try folder.write([UInt8](repeating: 0x78, count: length) + Array("\ntwo\n".utf8), to: folder.segment)
    var reader = SegmentReader(paths: folder.paths)
    let (_, lines, reading) = try read(&reader)
    #expect(lines.count == (over > 0 ? 1 : 2))
    #expect(reading.tooLong.count == (over > 0 ? 1 : 0))
  }

  @Test func `every line of a journal of several blocks comes once, in order, whole`() throws {
    let lines = (0..<60_000).map { "\($0) " + String(repeating: "x", count: $0 % 97) }
    try folder.write(lines.joined(separator: "\n") + "\n", to: folder.segment)
    var reader = SegmentReader(paths: folder.paths)
    _ = try reader.survey()
    let wanted = lines.map { Array($0.utf8) }
    var count = 0
    var wrong = 0
    _ = reader.read { line, place in
      if place.number != count + 1 || line.count != wanted[count].count || line[0] != wanted[count][0] { wrong += 1 }
      count += 1
    }
    #expect(count == 60_000 && wrong == 0)
  }

  @Test(arguments: ["ln -s /etc/hostname F", "mkfifo F", "mkdir F"])
  func `a file that is no segment is reported and the others are read`(making: String) throws {
    try folder.write("one\n", to: folder.segment)
    shell(making.replacing("F", with: "'\(folder.paths.journal)/2026-10.log'"))
    var reader = SegmentReader(paths: folder.paths)
    let (_, lines, reading) = try read(&reader)
    #expect(lines == ["1:1 one"])
    #expect(reading.failures.map(\.exitCode) == [77])
  }

  @Test func `two names that look alike are two segments`() throws {
    try folder.write("one\n", to: folder.paths.journal + "/caf\u{e9}.log")
    try folder.write("two\n", to: folder.paths.journal + "/cafe\u{301}.log")
    var reader = SegmentReader(paths: folder.paths)
    #expect(try read(&reader).1.count == 2)
  }

  @Test func `a greater format anywhere is told`() throws {
    try folder.write("#leadline journal 1\none\n#leadline journal 12\n", to: folder.segment)
    var reader = SegmentReader(paths: folder.paths)
    #expect(try read(&reader).2.format == 12)
  }

  @Test func `a watch tells of another writer and is silent about the lock`() throws {
    var appender = folder.appender()
    try appender.append("one")
    let watch = try Watch(directory: folder.paths.journal)
    #expect(watch.drain() == .none)
    try Lock.holding(in: Descriptor(directory: folder.paths.journal), patience: 0) {}
    #expect(watch.drain() == .none)
    try appender.append("two")
    #expect(watch.drain() == .some)
    shell("mv '\(folder.paths.journal)' '\(folder.root)/elsewhere'")
    #expect(watch.drain() == .lost)
  }
}

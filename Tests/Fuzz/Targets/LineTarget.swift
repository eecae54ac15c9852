import LeadlineCore
import LeadlineText

/// Each line of the input as it stands, and once more with a right check behind it.
func takeLines(_ bytes: [UInt8]) {
  var reader = LineReader()
  let writer = LineWriter()
  for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
    takeLine(Array(line), &reader, writer)
    takeLine(line + Array(" ^".utf8) + Checksum.digits(Checksum().of(Array(line))), &reader, writer)
  }
}

/// What was read as an event is written in one safe line, and reads as the same event.
private func takeLine(_ line: [UInt8], _ reader: inout LineReader, _ writer: LineWriter) {
  let reading = reader.read(line.span)
  claim(reading.offset <= line.count, "the problem lies in the line")
  guard let event = reading.event else { return }
  let written = writer.bytes(event)
  claim(!text(written).unicodeScalars.contains(where: LineWriter.mustHide), "nothing in \(text(written)) is hidden")
  let again = reader.read(written.span)
  claim(again.kind == .sound, "\(again.kind) \(again.what): \(text(written))")
  claim(
    again.event == event || hasKeyTwice(event, text(line)), "\(text(line)) is written as \(text(written))")
}

/// Of a key that stands twice it is no promise which counts.
private func hasKeyTwice(_ event: Event, _ line: String) -> Bool {
  let words = line.split(separator: " ")
  return event.extra.contains { field in words.count { $0.hasPrefix(field.key + "=") } > 1 }
}

import LeadlineCore
import LeadlineDesk
import LeadlineText

/// The first line as a capture, what is behind it as a filter, and what the capture would record as lines.
func takeCapture(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0x0a, maxSplits: 1, omittingEmptySubsequences: false)
  takeCapture(text(parts[0]))
  let filter = parts.count > 1 ? parts[1] : parts[0]
  let (read, findings) = FilterReader(now: SmallBook.now, version: SmallBook.version).read(text(filter))
  claim(findings.isEmpty || !filter.isEmpty, "an empty filter is right")
  for world in SmallBook.pipeline.worlds.values {
    _ = read.holds(world, SmallBook.version.calendar, SmallBook.now) { _ in 0.5 }
  }
}

private func takeCapture(_ text: String) {
  let line = CaptureReader.read(text, now: SmallBook.now, calendar: SmallBook.version.calendar)
  let count = text.unicodeScalars.count
  var end = 0
  for token in line.tokens {
    claim(token.range.lowerBound >= end && token.range.upperBound <= count, "the words of \(text) stand in order")
    end = token.range.upperBound
  }
  _ = line.understood
  let facts = CaptureFacts(text, now: SmallBook.now, version: SmallBook.version, me: "sam")
  _ = facts.slug
  for fact in [.lead(facts.capture)] + facts.more where facts.isComplete { takeFact(fact, text) }
}

/// What a form records is read from the journal as it was recorded.
func takeFact(_ fact: Fact, _ text: @autoclosure () -> String) {
  guard let id = EventID("4k9w2m7xq4b0c1") else { return }
  let event = Event(id: id, time: SmallBook.now, lead: LeadID("acme-4f2kq"), by: "sam", fact: fact)
  var reader = LineReader()
  let again = reader.read(LineWriter().bytes(event).span)
  claim(again.event == event, "\(text()) is recorded as \(fact) and read as \(again)")
}

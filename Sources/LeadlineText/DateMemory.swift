import LeadlineCore

/// The times at the head of lines: that of the line before had the same date almost always.
struct DateMemory: Sendable {
  /// The bytes of `2026-11-` and of `21T`, and the midnight that they mean.
  private var month: UInt64 = 0
  private var day: UInt64 = 0
  private var midnight: Int64 = 0

  /// The time in the first 24 bytes of a line, in the form that our own lines have.
  @inline(__always)
  mutating func instant(_ line: Span<UInt8>) -> Instant? {
    let (month, rest) = (line.word(at: 0), line.word(at: 8))
    if month != self.month || rest & 0xff_ffff != day {
      guard let instant = Instant(journal: line.extracting(0..<24)) else { return nil }
      let sinceMidnight = instant.milliseconds % Instant.day
      (self.month, day, midnight) = (month, rest & 0xff_ffff, instant.milliseconds - sinceMidnight)
      return instant
    }
    guard line[13] == 0x3a, line[16] == 0x3a, line[19] == 0x2e, line[23] == 0x5a else { return nil }
    var areDigits = true
    let (hour, minute) = (line.pair(at: 11, &areDigits), line.pair(at: 14, &areDigits))
    let second = line.pair(at: 17, &areDigits)
    let thousandth = line.pair(at: 20, &areDigits) * 10 + line.digit(at: 22, &areDigits)
    guard areDigits, hour < 24, minute < 60, second < 60 else { return nil }
    return Instant(milliseconds: midnight + Int64(((hour * 60 + minute) * 60 + second) * 1000 + thousandth))
  }
}

import LeadlineCore

/// The parts of RFC 3339, read from bytes without allocating. Each reader begins at `next` and moves it past what it
/// read; where it answers nil, `next` means nothing any more.
extension Span<UInt8> {
  func take(_ character: Unicode.Scalar, _ next: inout Int) -> Bool {
    guard next < count, self[next] == UInt8(ascii: character) else { return false }
    next += 1
    return true
  }

  /// The number that the two digits in this place make; `areDigits` becomes false where they are none.
  @inline(__always)
  func pair(at place: Int, _ areDigits: inout Bool) -> Int {
    digit(at: place, &areDigits) * 10 + digit(at: place + 1, &areDigits)
  }

  @inline(__always)
  func digit(at place: Int, _ isDigit: inout Bool) -> Int {
    let digit = self[place] &- 0x30
    isDigit = isDigit && digit < 10
    return Int(digit)
  }

  /// Exactly so many digits, and a value in range.
  func number(digits: Int, _ range: ClosedRange<Int>, _ next: inout Int) -> Int? {
    guard count - next >= digits else { return nil }
    var value = 0
    for index in next..<next + digits {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    next += digits
    return range.contains(value) ? value : nil
  }

  /// `2026-11-26`
  func day(_ next: inout Int) -> Day? {
    guard let year = number(digits: 4, 1...9999, &next), take("-", &next),
      let month = number(digits: 2, 1...12, &next), take("-", &next), let day = number(digits: 2, 1...31, &next)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `09:30`, in minutes since midnight.
  func minute(_ next: inout Int) -> Int? {
    guard let hour = number(digits: 2, 0...23, &next), take(":", &next), let minute = number(digits: 2, 0...59, &next)
    else { return nil }
    return hour * 60 + minute
  }

  /// `09:30`, `09:30:05` or `09:30:05.12`, in milliseconds since midnight.
  func millisecond(_ next: inout Int) -> Int? {
    guard let minute = minute(&next) else { return nil }
    guard take(":", &next) else { return minute * 60_000 }
    guard let second = number(digits: 2, 0...59, &next) else { return nil }
    guard take(".", &next) else { return (minute * 60 + second) * 1000 }
    return thousandth(&next).map { (minute * 60 + second) * 1000 + $0 }
  }

  /// The digits after the point of a second, one to nine, as milliseconds; what is finer is dropped.
  private func thousandth(_ next: inout Int) -> Int? {
    let start = next
    var (value, scale) = (0, 100)
    while next < count, (0x30...0x39).contains(self[next]) {
      value += Int(self[next] - 0x30) * scale
      scale /= 10
      next += 1
    }
    return (1...9).contains(next - start) ? value : nil
  }

  /// `Z`, `+01:00` or `-03:30`, in minutes east of UTC.
  func offset(_ next: inout Int) -> Int? {
    if take("Z", &next) { return 0 }
    if take("+", &next) { return minute(&next) }
    return take("-", &next) ? minute(&next).map { -$0 } : nil
  }
}

package import LeadlineCore

extension Instant {
  /// Reads a time of the journal: RFC 3339 with a zone, `2026-11-21T09:30:05.120Z`; also without milliseconds, without
  /// seconds, or with an offset, `2026-11-21T10:31+01:00`. Digits beyond the milliseconds are dropped. Nil for anything
  /// else, and outside `earliest...latest`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  package init?(_ bytes: Span<UInt8>) {
    if let instant = Instant(journal: bytes) {
      self = instant
      return
    }
    var next = 0
    guard let day = bytes.day(&next), bytes.take("T", &next), let wall = bytes.millisecond(&next),
      let offset = bytes.offset(&next), next == bytes.count
    else { return nil }
    self.init(utc: day, millisecond: wall - offset * 60_000)
  }

  /// The form that the journal's own lines have, 24 bytes and no other: `2026-11-21T09:30:05.120Z`.
  package init?(journal bytes: Span<UInt8>) {
    // A million of these are read at once, so the places are fixed and the digits are judged together.
    guard bytes.count == 24, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A,
      bytes[16] == 0x3A,
      bytes[19] == 0x2E, bytes[23] == 0x5A
    else { return nil }
    var areDigits = true
    let year = bytes.pair(at: 0, &areDigits) * 100 + bytes.pair(at: 2, &areDigits)
    let month = bytes.pair(at: 5, &areDigits)
    let date = bytes.pair(at: 8, &areDigits)
    let hour = bytes.pair(at: 11, &areDigits)
    let minute = bytes.pair(at: 14, &areDigits)
    let second = bytes.pair(at: 17, &areDigits)
    let thousandth = bytes.pair(at: 20, &areDigits) * 10 + bytes.digit(at: 22, &areDigits)
    guard areDigits, hour < 24, minute < 60, second < 60, let day = Day(year: year, month: month, day: date)
    else { return nil }
    self.init(utc: day, millisecond: ((hour * 60 + minute) * 60 + second) * 1000 + thousandth)
  }

  private init?(utc day: Day, millisecond: Int) {
    self.init(milliseconds: Int64(day.number) * Instant.day + Int64(millisecond))
    guard milliseconds >= Instant.earliest.milliseconds, milliseconds <= Instant.latest.milliseconds else { return nil }
  }

  /// `2026-11-21T09:30:05.120Z`, always 24 bytes within `earliest...latest`.
  package var text: String {
    let wall = Zone.utc.wall(at: self)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    bytes.append(wall, upTo: .milliseconds)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As JSON gives it: the zone's wall time with its offset, `2026-11-23T10:00:00+01:00`. Parts of a second are dropped,
  /// and an offset that is not of full minutes (Liberia to 1972) is cut to them: it is still the same instant.
  package func text(in zone: Zone) -> String {
    let minutes = zone.offset(at: self) / 60
    let wall = Zone.utc.wall(at: Instant(milliseconds: milliseconds + Int64(minutes) * Instant.minute))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(25)
    bytes.append(wall, upTo: .seconds)
    bytes.append(UInt8(ascii: minutes < 0 ? "-" : "+"))
    bytes.append(abs(minutes) / 60, digits: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(abs(minutes) % 60, digits: 2)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Day {
  /// Reads `2026-11-26`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  package init?(_ bytes: Span<UInt8>) {
    var next = 0
    guard let day = bytes.day(&next), next == bytes.count else { return nil }
    self = day
  }

  package var text: String {
    var bytes: [UInt8] = []
    bytes.append(self)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WallTime {
  /// Reads `2026-11-26T17:00`, with seconds and milliseconds where they are given; nil for anything else, and with a
  /// zone.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  package init?(_ bytes: Span<UInt8>) {
    var next = 0
    guard let day = bytes.day(&next), bytes.take("T", &next), let millisecond = bytes.millisecond(&next),
      next == bytes.count
    else { return nil }
    self.init(day: day, millisecond: Int32(millisecond))
  }

  /// `2026-11-26T17:00`; seconds and milliseconds only where they are not zero.
  package var text: String {
    var bytes: [UInt8] = []
    bytes.append(self, upTo: millisecond % 1000 != 0 ? .milliseconds : millisecond % 60_000 != 0 ? .seconds : .minutes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Due {
  /// Reads the `due=` of a journal line: `2026-11-26` or `2026-11-26T17:00`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  package init?(_ bytes: Span<UInt8>) {
    if let day = Day(bytes) {
      self = .day(day)
    } else if let wall = WallTime(bytes) {
      self = .wall(wall)
    } else {
      return nil
    }
  }

  package var text: String {
    switch self {
    case .day(let day): day.text
    case .wall(let wall): wall.text
    }
  }

  /// As JSON gives it: the date alone, or the instant with the zone's offset.
  package func text(in zone: Zone) -> String {
    switch self {
    case .day(let day): day.text
    case .wall(let wall): zone.instant(of: wall).text(in: zone)
    }
  }
}

private enum Precision { case minutes, seconds, milliseconds }

extension [UInt8] {
  fileprivate mutating func append(_ number: Int, digits: Int) {
    var scale = 1
    for _ in 1..<digits { scale *= 10 }
    while scale > 0 {
      append(0x30 + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  fileprivate mutating func append(_ day: Day) {
    let civil = day.civil
    append(Swift.min(Swift.max(civil.year, 0), 9999), digits: 4)
    append(UInt8(ascii: "-"))
    append(civil.month, digits: 2)
    append(UInt8(ascii: "-"))
    append(civil.day, digits: 2)
  }

  fileprivate mutating func append(_ wall: WallTime, upTo precision: Precision) {
    append(wall.day)
    append(UInt8(ascii: "T"))
    append(wall.hour, digits: 2)
    append(UInt8(ascii: ":"))
    append(wall.minute, digits: 2)
    if precision == .minutes { return }
    append(UInt8(ascii: ":"))
    append(wall.second, digits: 2)
    if precision == .seconds { return }
    append(UInt8(ascii: "."))
    append(Int(wall.millisecond) % 1000, digits: 3)
  }
}

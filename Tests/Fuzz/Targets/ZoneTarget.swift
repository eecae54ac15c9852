import LeadlineCore

/// The bytes as a zone file and as a rule of TZ.
func takeZone(_ bytes: [UInt8]) {
  if let zone = Zone(tzif: bytes, name: "f") { takeZone(zone) }
  if bytes.count < 200, let zone = Zone(posix: text(bytes)) { takeZone(zone) }
}

private func takeZone(_ zone: Zone) {
  let calendar = WorkCalendar(zone: zone)
  for second: Int64 in stride(from: -100_000_000, to: 7_400_000_000, by: 187_500_001) {
    let instant = Instant(milliseconds: second * 1000)
    claim(abs(zone.offset(at: instant)) < 8 * 86_400, "the offset \(zone.offset(at: instant)) is one")
    let wall = zone.wall(at: instant)
    claim((0..<86_400_000).contains(wall.millisecond), "\(wall) is a time of day")
    let back = zone.instant(of: wall)
    claim(back >= .earliest && back <= .latest, "\(wall) is \(back)")
    claim(calendar.next(opening: instant.held) >= instant.held, "work begins after \(instant.held)")
  }
}

import LeadlineCore
import LeadlineText

private let zone = Zone(posix: "CET-1CEST,M3.5.0,M10.5.0/3") ?? .utc
private let calendar = WorkCalendar(zone: zone)

/// Each line as everything that is written in a few words: times, dates, stretches, money, ids, keys.
func takeDates(_ bytes: [UInt8]) {
  for line in bytes.split(separator: 0x0a, maxSplits: 7, omittingEmptySubsequences: false) { takeWords(text(line)) }
}

private func takeWords(_ text: String) {
  if let instant = Instant(text) {
    claim(Instant(instant.text) == instant, "\(text) is written as \(instant.text)")
    _ = (zone.wall(at: instant), instant.text(in: zone))
    _ = calendar.due(instant)
  }
  if let day = Day(text) { claim(Day(day.text) == day, "\(text) is written as \(day.text)") }
  if let wall = WallTime(text) {
    claim(WallTime(wall.text) == wall, "\(text) is written as \(wall.text)")
    _ = zone.instant(of: wall)
  }
  takeDue(text)
  if let interval = Interval(text) {
    claim(Interval(interval.description) == interval, "\(text) is written as \(interval)")
    for instant in [SmallBook.now, .earliest, .latest] {
      let later = calendar.add(interval, to: instant)
      claim(later >= instant && later <= .latest, "\(text) after \(instant.text) is \(later.text)")
    }
  }
  takeMoney(text)
  if let id = EventID(text) { claim(EventID(id.text) == id, "\(text) is written as \(id.text)") }
  if let key = FiringKey(text) { claim(FiringKey(key.text) == key, "\(text) is written as \(key.text)") }
  _ = Slug.read(text)
}

private func takeDue(_ text: String) {
  if let due = Due(text) {
    claim(Due(due.text) == due, "\(text) is written as \(due.text)")
    _ = (due.deadline(in: calendar), due.text(in: zone))
  }
  let place = Place(file: "f", line: 1, column: 1)
  for now in [SmallBook.now, .earliest, .latest] {
    let (due, findings) = DueReader(now: now, calendar: calendar).read(text, at: place)
    claim((due == nil) == !findings.isEmpty, "\(text) is a due or a finding says why not")
    if let due { claim(Due(due.text) == due, "\(text) is written as \(due.text)") }
    let (day, faults) = ParkDateReader(now: now, calendar: calendar).read(text, at: place)
    claim((day == nil) == !faults.isEmpty, "\(text) is a day or a finding says why not")
    if let day { claim(Day(day.text) == day, "\(text) is written as \(day.text)") }
  }
}

private func takeMoney(_ text: String) {
  if let money = Money(written: text) {
    claim(Money(written: money.written) == money, "\(text) is written as \(money.written)")
  }
  for currency in [nil, "EUR"] {
    guard case .money(let money) = MoneyReader.read(text, currency: currency) else { continue }
    claim(Money(written: money.written) == money, "\(text) is written as \(money.written)")
    _ = (money.spaced, money.short, money.adding(money))
  }
}

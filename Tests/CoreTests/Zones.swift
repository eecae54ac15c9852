import Glibc
import LeadlineCore

/// A zone of this machine, and UTC where it has none: a test then fails, and does not trap.
func zone(_ name: String) -> Zone {
  zoneFile(name).flatMap { Zone(tzif: $0, name: name) } ?? .utc
}

func zoneFile(_ name: String) -> [UInt8]? {
  let file = open("/usr/share/zoneinfo/" + name, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = read(file, &bytes, bytes.count)
  return count > 0 ? Array(bytes.prefix(count)) : nil
}

/// A wall time written as people do, `2026-03-29 02:30`.
func wall(_ text: String) -> WallTime {
  let parts = text.split { "- :".contains($0) }.compactMap { Int($0) }
  guard parts.count == 5, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
    return WallTime(day: Day(number: 0), millisecond: 0)
  }
  return WallTime(day: day, hour: parts[3], minute: parts[4])
}

func day(_ text: String) -> Day { wall(text + " 00:00").day }

/// `2026-03-29 02:30` as UTC.
func utc(_ text: String) -> Instant { Zone.utc.instant(of: wall(text)) }

/// The wall time that the calendar's zone shows then.
func say(_ instant: Instant, _ zone: Zone) -> String {
  let wall = zone.wall(at: instant)
  let civil = wall.day.civil
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(civil.year)-\(two(civil.month))-\(two(civil.day)) \(two(wall.hour)):\(two(wall.minute))"
}

/// A stretch of time as people name it: an amount and a unit, `30m 2h 4wh 7d 5wd 2w`. How long it is depends on the
/// calendar it is added in (`WorkCalendar.add`).
package struct Interval: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case minutes = "m"
    case hours = "h"
    case workingHours = "wh"
    case days = "d"
    case workingDays = "wd"
    case weeks = "w"
  }

  /// 0...999,999: nothing is reckoned backwards.
  package let amount: Int
  package let unit: Unit

  /// An amount outside 0...999,999 is held within it.
  package init(amount: Int, unit: Unit) {
    self.amount = min(max(amount, 0), Interval.greatest)
    self.unit = unit
  }

  package static let greatest = 999_999
}

extension Interval: CustomStringConvertible {
  /// Reads `5wd`: one to six digits and a unit in lower case, nothing else. Nil for a bare number too.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard (1...6).contains(digits.count), let unit = Unit(rawValue: String(text.dropFirst(digits.count))) else {
      return nil
    }
    self.init(amount: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, unit: unit)
  }

  package var description: String { "\(amount)\(unit.rawValue)" }
}

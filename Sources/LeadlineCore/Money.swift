/// An amount in one currency.
package struct Money: Hashable, Sendable {
  /// Hundredths of the currency's unit, also where the currency itself has no cents or thousandths.
  package var minor: Int64
  /// ISO 4217 code, three capital letters.
  package var currency: String

  package init(minor: Int64, currency: String) {
    self.minor = minor
    self.currency = currency
  }

  /// The most that a reader lets in: a trillion units, so that the sum over a book stays far from the end of `Int64`.
  package static let greatest: Int64 = 100_000_000_000_000

  /// The sum, held at the ends of `Int64`; nil where the currencies differ.
  package func adding(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    let (sum, overflow) = minor.addingReportingOverflow(other.minor)
    return Money(minor: overflow ? (minor < 0 ? .min : .max) : sum, currency: currency)
  }
}

extension Money {
  /// Reads the form that stands in a journal, and no other: `12000 EUR`, `-8500.50 CHF`.
  package init?(written text: some StringProtocol) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 3, parts[1].utf8.allSatisfy({ (0x41...0x5a).contains($0) }) else {
      return nil
    }
    var digits = parts[0]
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let halves = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let units = Money.number(halves[0], 1...13), units <= Money.greatest / 100 else { return nil }
    var minor = units * 100
    if halves.count == 2 {
      guard let cents = Money.number(halves[1], 1...2) else { return nil }
      minor += halves[1].utf8.count == 1 ? cents * 10 : cents
    }
    self.init(minor: isNegative ? -minor : minor, currency: String(parts[1]))
  }

  private static func number(_ text: some StringProtocol, _ lengths: ClosedRange<Int>) -> Int64? {
    guard lengths.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(text)
  }
}

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

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
    let bytes = Array(text.utf8.prefix(32))
    let digits = bytes.dropLast(4)
    let currency = bytes.suffix(3)
    guard bytes.count >= 5, bytes[bytes.count - 4] == 0x20, currency.allSatisfy({ (0x41...0x5a).contains($0) }) else {
      return nil
    }
    let isNegative = digits.first == 0x2d
    let point = digits.firstIndex(of: 0x2e) ?? digits.endIndex
    guard let units = Money.number(digits[..<point].dropFirst(isNegative ? 1 : 0), 1...13),
      units <= Money.greatest / 100
    else { return nil }
    var minor = units * 100
    if point < digits.endIndex {
      let decimals = digits[(point + 1)...]
      guard let cents = Money.number(decimals, 1...2) else { return nil }
      minor += decimals.count == 1 ? cents * 10 : cents
    }
    self.init(minor: isNegative ? -minor : minor, currency: String(decoding: currency, as: UTF8.self))
  }

  private static func number(_ digits: ArraySlice<UInt8>, _ lengths: ClosedRange<Int>) -> Int64? {
    guard lengths.contains(digits.count) else { return nil }
    var number: Int64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - 0x30)
    }
    return number
  }
}

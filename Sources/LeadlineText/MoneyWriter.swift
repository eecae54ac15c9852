package import LeadlineCore

extension Money {
  /// As the journal has it: `12000 EUR`, `12000.50 EUR`.
  package var written: String { "\(amount) \(currency)" }

  /// The number alone, with a point and two decimals only where there are cents: `12000`, `12000.50`.
  package var amount: String {
    let sign = minor < 0 ? "-" : ""
    let cents = minor.magnitude % 100
    let decimals = cents == 0 ? "" : cents < 10 ? ".0\(cents)" : ".\(cents)"
    return "\(sign)\(minor.magnitude / 100)\(decimals)"
  }

  /// For a line that a person reads: `12 000 EUR`, `12 000.50 EUR`.
  package var spaced: String {
    let parts = amount.split(separator: ".", omittingEmptySubsequences: false)
    var grouped = ""
    for (place, digit) in parts[0].reversed().enumerated() {
      if place > 0, place % 3 == 0, digit != "-" { grouped.append(" ") }
      grouped.append(digit)
    }
    let decimals = parts.count > 1 ? ".\(parts[1])" : ""
    return "\(String(grouped.reversed()))\(decimals) \(currency)"
  }

  /// For a narrow column, rounded to a tenth of its unit: `€588`, `€8.5k`, `€42.5k`, `€1.2m`, `CHF 12k`.
  package var short: String {
    let sign = minor < 0 ? "-" : ""
    let mark = Currency.sign(of: currency).map { String($0) } ?? "\(currency) "
    return sign + mark + Money.short(minor.magnitude)
  }

  private static func short(_ minor: UInt64) -> String {
    if minor < 100_000 - 50 { return "\((minor + 50) / 100)" }
    var unit: UInt64 = 100_000
    for letter in ["k", "m"] {
      let tenths = (minor + unit / 20) / (unit / 10)
      if tenths < 10_000 { return Money.tenths(tenths) + letter }
      unit *= 1000
    }
    return Money.tenths(minor / (unit / 10)) + "b"
  }

  private static func tenths(_ count: UInt64) -> String {
    count % 10 == 0 ? "\(count / 10)" : "\(count / 10).\(count % 10)"
  }
}

import LeadlineCore
import LeadlineText
import Testing

@Suite struct MoneyReaderTests {
  @Test(
    arguments: [
      ("12k€", "12000 EUR"), ("EUR12k", "12000 EUR"), ("4500EUR", "4500 EUR"), ("€8.5k", "8500 EUR"),
      ("$12k", "12000 USD"),
      ("1.2m€", "1200000 EUR"), ("€1.2M", "1200000 EUR"), ("12000 EUR", "12000 EUR"), ("EUR 12 000", "12000 EUR"),
      ("€1,054", "1054 EUR"), ("1.054,50€", "1054.50 EUR"), ("1,054.50 USD", "1054.50 USD"),
      ("CHF 1'054.05", "1054.05 CHF"),
      ("8,5k€", "8500 EUR"), ("0.125k€", "125 EUR"), ("1.2345k€", "1234.50 EUR"), ("€1,054,000", "1054000 EUR"),
      ("£0.07", "0.07 GBP"), ("4500eur", "4500 EUR"), ("1054.000 EUR", "1054 EUR"), ("12k EUR", "12000 EUR"),
      ("1\u{202F}054,50 €", "1054.50 EUR"), ("€1000000000000", "1000000000000 EUR"),
    ] as [(String, String)])
  func `an amount is read as people write it`(text: String, written: String) {
    #expect(MoneyReader.read(text) == Money(written: written).map(MoneyReading.money))
  }

  @Test(arguments: ["", "12", "12k", "1,054", "Ana", "3M", "4you", "EUR", "€", "B2B", "12top", "k€"])
  func `what names no currency or no number is not money`(text: String) {
    #expect(MoneyReader.read(text) == .other)
  }

  @Test(arguments: [("1054", "1054 USD"), ("1,054", "1054 USD"), ("12.5k", "12500 USD"), ("8 EUR", "8 EUR")])
  func `a column may have a currency of its own`(text: String, written: String) {
    #expect(MoneyReader.read(text, currency: "USD") == Money(written: written).map(MoneyReading.money))
  }

  @Test(
    arguments: [
      ("1.054k€", "1.054k€ has two readings"), ("€12USD", "€12USD names two currencies"),
      ("-12k€", "a value is not negative: -12k€"), ("€1.2345", "€1.2345 has more than two decimals"),
      ("€1000000000001", "€1000000000001 is more than a trillion"),
      (
        "€99999999999999999999999999999999999999999k",
        "€99999999999999999999999999999999999999999k is more than a trillion"
      ),
      ("€1..2", "€1..2 is no number"), ("1e9EUR", "1e9EUR is no number"), ("€12,34.567,8", "€12,34.567,8 is no number"),
    ] as [(String, String)])
  func `what could mean two things is refused, not guessed`(text: String, what: String) {
    guard case .refused(what, _) = MoneyReader.read(text) else {
      Issue.record("\(MoneyReader.read(text))")
      return
    }
  }

  @Test(
    arguments: [
      (0, "€0"), (4950, "€50"), (58_800, "€588"), (99_949, "€999"), (99_950, "€1k"), (105_400, "€1.1k"),
      (850_000, "€8.5k"),
      (1_200_000, "€12k"), (4_250_000, "€42.5k"), (99_994_999, "€999.9k"), (99_995_000, "€1m"), (120_000_000, "€1.2m"),
      (Money.greatest, "€1000b"), (-850_000, "-€8.5k"),
    ] as [(Int64, String)])
  func `a narrow column has a short amount`(minor: Int64, short: String) {
    #expect(Money(minor: minor, currency: "EUR").short == short)
  }

  @Test(
    arguments: [
      (1_200_000, "12 000 EUR"), (58_800, "588 EUR"), (-123_456_705, "-1 234 567.05 EUR"), (10, "0.10 EUR"),
      (-12_300, "-123 EUR"),
    ] as [(Int64, String)])
  func `a line for people groups the thousands`(minor: Int64, spaced: String) {
    #expect(Money(minor: minor, currency: "EUR").spaced == spaced)
  }

  @Test func `a currency without a sign is named`() {
    #expect(Money(minor: 1_200_000, currency: "CHF").short == "CHF 12k")
  }
}

import LeadlineCore

extension RulesLine {
  /// Takes a duration of at least so much; a bare number is told the units.
  mutating func interval(form: String, least: Int = 0) -> Interval? {
    guard let word = peek, !isMark(0) else {
      report(isAtEnd || isMark(0) ? "a duration is missing" : "\(shown) is no duration", instead: "write \(form)")
      return nil
    }
    guard let interval = Interval(word) else {
      let isNumber = word.isNumber
      let units = Interval.Unit.allCases.map { "\(word)\($0.rawValue)" }.joined(separator: " ")
      report(
        isNumber ? "\(shown.dropFirst().dropLast()) has no unit" : "\(shown) is no duration",
        instead: isNumber && word.utf8.count < 7
          ? "write one of \(units)" : "write an amount and a unit, such as 30m 2h 4wh 7d 5wd 2w")
      return nil
    }
    guard interval.amount >= least else {
      report("\(word) is no time at all", instead: "write at least \(least)\(interval.unit.rawValue)")
      return nil
    }
    skip()
    keepNumber(.duration)
    return interval
  }

  /// Takes a whole number.
  mutating func count(_ range: ClosedRange<Int>, form: String) -> Int? {
    guard let word = peek, word.isNumber, let count = Int(word), range.contains(count) else {
      let lacks = isAtEnd || isMark(0)
      report(
        lacks ? "a number is missing" : "\(shown) is no number from \(range.lowerBound) to \(range.upperBound)",
        instead: "write \(form)")
      return nil
    }
    skip()
    keepNumber(.count)
    return count
  }

  /// Takes a whole number with a `%` behind it.
  mutating func percent(form: String) -> Int? {
    let word = peek ?? ""
    guard word.hasSuffix("%"), String(word.dropLast()).isNumber, let percent = Int(word.dropLast()),
      (1...100).contains(percent)
    else {
      let isBare = word.isNumber && word.utf8.count < 4
      report(
        isAtEnd ? "a share is missing" : "\(shown) is no share from 1% to 100%",
        instead: isBare ? "write \(word)%" : "write \(form)")
      return nil
    }
    skip()
    keepNumber(.percent)
    return percent
  }

  /// Takes an amount of money in units: `10000`, `10000.50`. In hundredths.
  mutating func amount(form: String) -> Int64? {
    let word = peek ?? ""
    guard let money = Money(written: word + " EUR"), word.utf8.first != UInt8(ascii: "-") else {
      report(isAtEnd ? "an amount is missing" : "\(shown) is no plain number", instead: RulesLine.plain(word, form))
      return nil
    }
    skip()
    keepNumber(.amount)
    if let word = peek, Currency.code(word) != nil || Currency.code(word.uppercased()) != nil {
      report("an amount has no currency here", instead: "write and currency is \(word.uppercased()) behind it")
      skip()
      return nil
    }
    return money.minor
  }

  /// `12k` and `10,000` as they are to be written.
  private static func plain(_ word: String, _ form: String) -> String {
    guard word.utf8.count < 32, case .money(let money) = MoneyReader.read(word, currency: "EUR") else {
      return "write \(form)"
    }
    return "write \(MoneyText.plain(money.minor))"
  }

  /// Takes a time of day, in minutes since midnight.
  mutating func minute(form: String) -> Int? {
    let bytes = Array((peek ?? "").utf8.prefix(16))
    var end = 0
    guard let minute = bytes.span.minute(&end), end == bytes.count else {
      report(isAtEnd ? "a time of day is missing" : "\(shown) is no time of day", instead: "write \(form)")
      return nil
    }
    skip()
    return minute
  }
}

/// Amounts as rules have them: no currency, no marks between thousands.
enum MoneyText {
  static func plain(_ minor: Int64) -> String {
    let (units, cents) = minor.quotientAndRemainder(dividingBy: 100)
    return cents == 0 ? "\(units)" : "\(units).\(cents < 10 ? "0" : "")\(cents)"
  }
}

extension String {
  /// Digits and nothing else.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy(\.isDigit) }
}

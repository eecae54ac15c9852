package import LeadlineCore

/// What a word is, read as money.
package enum MoneyReading: Hashable, Sendable {
  case money(Money)
  /// Not written as an amount of money.
  case other
  /// Written as one, and not to be used: what is wrong, and what to write instead.
  case refused(what: String, instead: String)
}

/// Reads amounts as people write them: `12k€ EUR12k 4500EUR €8.5k $12k 1.2m€ 1,054 1.054,50 12000 EUR`.
package enum MoneyReader {
  /// Reads the whole of a text. A number without a currency is money only where `currency` names the one it is in.
  package static func read(_ text: String, currency fallback: String? = nil) -> MoneyReading {
    var scalars = Array(text.unicodeScalars.drop { $0.properties.isWhitespace })
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    guard let first = scalars.firstIndex(where: isDigit), let last = scalars.lastIndex(where: isDigit) else {
      return .other
    }
    guard let head = Head(scalars[..<first]), let tail = Tail(scalars[(last + 1)...]) else { return .other }
    guard let currency = head.currency ?? tail.currency ?? fallback else { return .other }
    if let a = head.currency, let b = tail.currency, a != b {
      return .refused(what: "\(text) names two currencies", instead: "write one")
    }
    guard var number = Decimal(scalars[first...last]) else {
      if head.currency == nil, tail.currency == nil { return .other }
      return .refused(what: "\(text) is no number", instead: "write it like 12000\(currency) or 8.5k\(currency)")
    }
    if head.isNegative {
      return .refused(what: "a value is not negative: \(text)", instead: "write the amount without -")
    }
    if tail.scale > 0, number.couldBeGrouped {
      let digits = number.digits
      return .refused(what: "\(text) has two readings", instead: "write \(digits) or \(digits)k with \(currency)")
    }
    if tail.scale == 0 { number.group() }
    guard let minor = number.minor(scale: tail.scale) else {
      return .refused(what: "\(text) has more than two decimals", instead: "write it with two")
    }
    guard minor <= Money.greatest else {
      return .refused(what: "\(text) is more than a trillion", instead: "write a smaller amount")
    }
    return .money(Money(minor: minor, currency: currency))
  }

  fileprivate static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  fileprivate static func currency(_ scalars: [Unicode.Scalar]) -> String? {
    if scalars.count == 1 { return Currency.signs[scalars[0]] }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars)
    return Currency.code(String(word))
  }
}

/// What stands before the digits: a sign, a currency, or both in either order.
private struct Head {
  var isNegative = false
  var currency: String?

  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    var rest: [Unicode.Scalar] = []
    for scalar in scalars where !scalar.properties.isWhitespace {
      if scalar == "-" || scalar == "\u{2212}" {
        if isNegative { return nil }
        isNegative = true
      } else {
        rest.append(scalar)
      }
    }
    if rest.isEmpty { return }
    guard let code = MoneyReader.currency(rest) else { return nil }
    currency = code
  }
}

/// What stands after the digits: `k` or `m`, a currency, or both.
private struct Tail {
  /// The power of ten: 0, 3 or 6.
  var scale = 0
  var currency: String?

  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    var rest = scalars.filter { !$0.properties.isWhitespace }
    if rest.isEmpty { return }
    if let code = MoneyReader.currency(rest) {
      currency = code
      return
    }
    switch rest.removeFirst() {
    case "k", "K": scale = 3
    case "m", "M": scale = 6
    default: return nil
    }
    if rest.isEmpty { return }
    guard let code = MoneyReader.currency(rest) else { return nil }
    currency = code
  }
}

/// A number with `.` or `,` between its parts, before it is settled which of them is the decimal mark.
private struct Decimal {
  private var whole: [UInt8] = []
  private var fraction: [UInt8] = []
  /// One mark with three digits after it and one to three before: 1.054 is a thousand and fifty-four, or 1 and a bit.
  private(set) var couldBeGrouped = false

  var digits: String { String(decoding: whole + fraction, as: UTF8.self) }

  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    var parts: [[UInt8]] = [[]]
    var marks: [Unicode.Scalar] = []
    for scalar in scalars {
      switch scalar {
      case "0"..."9": parts[parts.count - 1].append(UInt8(truncatingIfNeeded: scalar.value))
      case ".", ",", "'", "\u{2019}", " ", "\u{A0}", "\u{202F}":
        marks.append(scalar)
        parts.append([])
      default: return nil
      }
    }
    guard !parts.contains(where: \.isEmpty) else { return nil }
    guard let mark = marks.last else {
      whole = parts[0]
      return
    }
    let others = marks.dropLast()
    guard others.allSatisfy({ $0 == others.first }) else { return nil }
    let isPoint = mark == "." || mark == ","
    if isPoint && (others.isEmpty || others.first != mark) {
      guard others.isEmpty || Decimal.isGrouped(parts.dropLast()) else { return nil }
      fraction = parts.removeLast()
      whole = Array(parts.joined())
      couldBeGrouped = others.isEmpty && fraction.count == 3 && whole.count <= 3 && whole.first != UInt8(ascii: "0")
    } else {
      guard others.isEmpty || others.first == mark, Decimal.isGrouped(parts[...]) else { return nil }
      whole = Array(parts.joined())
    }
  }

  private static func isGrouped(_ parts: ArraySlice<[UInt8]>) -> Bool {
    guard let first = parts.first, first.count <= 3 else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Takes the one mark for a mark of thousands where it could be one: money has two decimals.
  mutating func group() {
    guard couldBeGrouped else { return }
    whole += fraction
    fraction = []
    couldBeGrouped = false
  }

  /// Hundredths after moving the mark `scale` places to the right, held at `Int64.max`; nil where digits would be lost.
  func minor(scale: Int) -> Int64? {
    let places = scale + 2
    let kept = fraction.prefix(places)
    guard fraction.dropFirst(places).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
    var sum: Int64 = 0
    for digit in whole + kept + [UInt8](repeating: UInt8(ascii: "0"), count: places - kept.count) {
      let (ten, over) = sum.multipliedReportingOverflow(by: 10)
      let (next, past) = ten.addingReportingOverflow(Int64(digit) - 48)
      if over || past { return .max }
      sum = next
    }
    return sum
  }
}

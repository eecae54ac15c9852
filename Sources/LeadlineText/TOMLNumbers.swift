/// Whole numbers in four bases and floats.
enum TOMLNumber {
  /// The number that `word` is; nil where it does not begin like one.
  static func read(_ word: ArraySlice<UInt8>, at spot: TOMLSpot) throws(TOMLFault) -> TOMLValue? {
    let isNegative = word.first == UInt8(ascii: "-")
    let isSigned = isNegative || word.first == UInt8(ascii: "+")
    let digits = isSigned ? word.dropFirst() : word
    if digits.elementsEqual("inf".utf8) { return .float(isNegative ? -.infinity : .infinity) }
    if digits.elementsEqual("nan".utf8) { return .float(.nan) }
    guard let first = digits.first, first.isDigit || isSigned || first == UInt8(ascii: ".") else { return nil }
    if let radix = radix(of: digits) {
      if isSigned { throw .signedRadix(spot) }
      return .integer(try integer(digits.dropFirst(2), radix: radix, isNegative: false, at: spot))
    }
    if digits.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "_") }) {
      if digits.count > 1, first == UInt8(ascii: "0") { throw .leadingZero(spot) }
      return .integer(try integer(digits, radix: 10, isNegative: isNegative, at: spot))
    }
    return .float(try float(digits, isNegative: isNegative, at: spot))
  }

  private static func radix(of digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count > 1, digits.first == UInt8(ascii: "0") else { return nil }
    return switch digits[digits.startIndex + 1] {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private static func integer(
    _ digits: ArraySlice<UInt8>, radix: Int, isNegative: Bool, at spot: TOMLSpot
  ) throws(TOMLFault) -> Int64 {
    guard isSpaced(digits, by: { ($0.hexadecimal ?? radix) < radix }) else { throw .badNumber(spot) }
    var sum: Int64 = 0
    for digit in digits {
      guard let value = digit.hexadecimal else { continue }
      let (product, over) = sum.multipliedReportingOverflow(by: Int64(radix))
      let (next, out) =
        isNegative
        ? product.subtractingReportingOverflow(Int64(value)) : product.addingReportingOverflow(Int64(value))
      if over || out { throw .largeNumber(spot) }
      sum = next
    }
    return sum
  }

  private static func float(_ digits: ArraySlice<UInt8>, isNegative: Bool, at spot: TOMLSpot) throws(TOMLFault)
    -> Double
  {
    let exponentStart = digits.firstIndex { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = digits[..<(exponentStart ?? digits.endIndex)]
    let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ isSpaced($0, by: \.isDigit) }) else { throw .badNumber(spot) }
    if parts[0].count > 1, parts[0].first == UInt8(ascii: "0") { throw .leadingZero(spot) }
    if let exponentStart {
      var exponent = digits[digits.index(after: exponentStart)...]
      if exponent.first == UInt8(ascii: "+") || exponent.first == UInt8(ascii: "-") { exponent = exponent.dropFirst() }
      guard isSpaced(exponent, by: \.isDigit) else { throw .badNumber(spot) }
    }
    let plain = String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard let number = Double(plain) else { throw .badNumber(spot) }
    guard number.isFinite else { throw .largeNumber(spot) }
    return isNegative ? -number : number
  }

  /// One digit or more, single underscores between digits.
  private static func isSpaced(_ digits: ArraySlice<UInt8>, by isDigit: (UInt8) -> Bool) -> Bool {
    var isAfterDigit = false
    for byte in digits {
      let isUnderscore = byte == UInt8(ascii: "_")
      guard isUnderscore ? isAfterDigit : isDigit(byte) else { return false }
      isAfterDigit = !isUnderscore
    }
    return isAfterDigit
  }
}

extension TOMLFault {
  static func badNumber(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "this is no number", "write 12, -3.5, 1_000, 6e23 or 0xff; put a text in double quotes")
  }

  static func leadingZero(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "a number begins with a zero too many", "remove the zero, or put it in quotes to keep it")
  }

  static func signedRadix(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "a number in base 16, 8 or 2 has a sign", "remove the sign")
  }

  static func largeNumber(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "the number is too large", "whole numbers go from -9223372036854775808 to 9223372036854775807")
  }
}

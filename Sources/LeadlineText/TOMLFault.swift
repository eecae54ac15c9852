/// What stops a statement: it becomes a finding, and reading goes on at the next line.
struct TOMLFault: Error {
  var spot: TOMLSpot
  var what: String
  var instead: String
  /// Nothing after it is read.
  var isLast = false

  init(_ spot: TOMLSpot, _ what: String, _ instead: String = "", isLast: Bool = false) {
    self.spot = spot
    self.what = what
    self.instead = instead
    self.isLast = isLast
  }

  func finding(in file: String) -> Finding { Finding(at: spot.place(in: file), what, instead: instead) }
}

/// What a reader takes in at most (design: gates).
enum TOMLLimit {
  static let bytes = 1 << 20
  static let depth = 16
  static let keys = 10_000
  static let findings = 1_000
  static let numberBytes = 1_000
}

extension TOMLFault {
  static func tooLong(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "the file is larger than 1 MiB", "nothing of it is read", isLast: true)
  }

  static func tooDeep(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "nested deeper than \(TOMLLimit.depth) levels", "write it flatter")
  }

  static func tooManyKeys(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "more than \(TOMLLimit.keys) keys", "the rest is not read", isLast: true)
  }

  static func tooManyFaults(_ spot: TOMLSpot) -> TOMLFault {
    TOMLFault(spot, "more than \(TOMLLimit.findings) errors", "the rest is not read", isLast: true)
  }

  static func control(_ byte: UInt8, _ spot: TOMLSpot) -> TOMLFault {
    let code = String(byte, radix: 16, uppercase: true)
    return TOMLFault(
      spot, "a control character (U+00\(byte < 16 ? "0" : "")\(code)) stands here",
      byte == .carriageReturn
        ? "end lines with LF or CR LF" : "remove it, or write \\u00\(byte < 16 ? "0" : "")\(code) in double quotes")
  }
}

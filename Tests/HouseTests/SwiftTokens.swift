/// Swift source cut into words and signs, so that a check of code is not misled by comments and strings. A string is one
/// token that begins with `"`; code inside `\( )` is code. A name in backticks keeps them. Regex literals are not known.
struct SwiftTokens {
  struct Token {
    let text: String
    let line: Int
    /// Nothing stands between it and the token before.
    let isGlued: Bool
  }

  private(set) var tokens: [Token] = []
  private var places: [String: [Int]] = [:]
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var end = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
    readCode(inString: false)
  }

  /// Where a run of tokens stands that is written in Swift: `nonisolated(unsafe)`. Spaces count: `try!` is no `try !x`.
  func lines(of pattern: String) -> [Int] {
    let wanted = SwiftTokens(pattern).tokens
    guard let first = wanted.first else { return [] }
    return (places[first.text] ?? []).compactMap { start in
      let run = tokens[start...].prefix(wanted.count)
      let isHit =
        run.count == wanted.count
        && zip(run, wanted).dropFirst().allSatisfy { $0.text == $1.text && $0.isGlued == $1.isGlued }
      return isHit ? tokens[start].line : nil
    }
  }

  private func byte(_ offset: Int = 0) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }

  private mutating func readCode(inString: Bool) {
    var depth = 0
    while at < bytes.count {
      switch byte() {
      case UInt8(ascii: "\n"):
        line += 1
        at += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while at < bytes.count && byte() != UInt8(ascii: "\n") { at += 1 }
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "#"):
        let pounds = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
        if byte(pounds) == UInt8(ascii: "\"") { readString(pounds) } else { emit(from: at, to: at + max(1, pounds)) }
      case UInt8(ascii: "`"):
        let close = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "`")) ?? bytes.count - 1
        emit(from: at, to: close + 1)
      case UInt8(ascii: ")") where inString && depth == 0:
        at += 1
        return
      case let sign where !SwiftTokens.isWord(sign):
        depth += sign == UInt8(ascii: "(") ? 1 : sign == UInt8(ascii: ")") ? -1 : 0
        emit(from: at, to: at + 1)
      default:
        emit(from: at, to: bytes[at...].firstIndex { !SwiftTokens.isWord($0) } ?? bytes.count)
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private mutating func emit(from start: Int, to stop: Int, line: Int? = nil) {
    let text = String(decoding: bytes[start..<stop], as: UTF8.self)
    places[text, default: []].append(tokens.count)
    tokens.append(Token(text: text, line: line ?? self.line, isGlued: start == end && start > 0))
    at = stop
    end = stop
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if byte() == UInt8(ascii: "/") && byte(1) == UInt8(ascii: "*") {
        depth += 1
        at += 2
      } else if byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/") {
        depth -= 1
        at += 2
      } else {
        line += byte() == UInt8(ascii: "\n") ? 1 : 0
        at += 1
      }
    } while depth > 0 && at < bytes.count
  }

  /// From the pound signs or the quote on. The code in its interpolations comes before the string itself.
  private mutating func readString(_ pounds: Int) {
    let (start, first) = (at, line)
    at += pounds
    let quotes = byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"") ? 3 : 1
    at += quotes
    let fence =
      [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + [UInt8](repeating: UInt8(ascii: "#"), count: pounds)
    let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: pounds)
    while at < bytes.count && !bytes[at...].starts(with: fence) {
      if bytes[at...].starts(with: escape) {
        at += escape.count + 1
        if byte(-1) == UInt8(ascii: "(") { readCode(inString: true) }
        if byte(-1) == UInt8(ascii: "\n") { line += 1 }
      } else {
        if byte() == UInt8(ascii: "\n") {
          if quotes == 1 { break }
          line += 1
        }
        at += 1
      }
    }
    emit(from: start, to: min(bytes.count, at + fence.count), line: first)
  }
}

/// JSON read strictly: nil for anything that is not exactly one value.
indirect enum JSONNode: Equatable {
  case null, boolean(Bool), number(String), string(String), array([JSONNode]), object([String: JSONNode])

  init?(_ text: String) {
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    guard let value = reader.value() else { return nil }
    reader.skip()
    guard reader.rest.isEmpty else { return nil }
    self = value
  }

  subscript(key: String) -> JSONNode? { if case .object(let members) = self { members[key] } else { nil } }
  subscript(index: Int) -> JSONNode? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }
  var items: [JSONNode] { if case .array(let values)? = self["items"] { values } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var int: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func skip() { while let next = rest.first, " \n\t\r".unicodeScalars.contains(next) { rest.removeFirst() } }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }

    mutating func word(_ word: String, _ value: JSONNode) -> JSONNode? {
      for scalar in word.unicodeScalars where !take(scalar) { return nil }
      return value
    }

    mutating func value() -> JSONNode? {
      skip()
      switch rest.first {
      case "n": return word("null", .null)
      case "t": return word("true", .boolean(true))
      case "f": return word("false", .boolean(false))
      case "\"": return string().map(JSONNode.string)
      case "[": return array()
      case "{": return object()
      default: return number()
      }
    }

    mutating func number() -> JSONNode? {
      var digits = String.UnicodeScalarView()
      while let next = rest.first, "-+.eE0123456789".unicodeScalars.contains(next) { digits.append(rest.removeFirst()) }
      return Double(String(digits)) == nil ? nil : .number(String(digits))
    }

    mutating func string() -> String? {
      guard take("\"") else { return nil }
      var units: [UInt16] = []
      while let next = rest.popFirst() {
        if next == "\"" { return String(decoding: units, as: UTF16.self) }
        if next.value < 0x20 { return nil }
        guard next == "\\" else {
          units += Array(String(next).utf16)
          continue
        }
        guard let unit = escape() else { return nil }
        units.append(unit)
      }
      return nil
    }

    mutating func escape() -> UInt16? {
      switch rest.popFirst() {
      case "n": return 10
      case "r": return 13
      case "t": return 9
      case "\"": return 34
      case "\\": return 92
      case "u":
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        return UInt16(digits.map { String($0) }.joined(), radix: 16)
      default: return nil
      }
    }

    mutating func array() -> JSONNode? {
      var values: [JSONNode] = []
      guard take("[") else { return nil }
      skip()
      if take("]") { return .array([]) }
      while let value = value() {
        values.append(value)
        skip()
        if take("]") { return .array(values) }
        guard take(",") else { return nil }
      }
      return nil
    }

    mutating func object() -> JSONNode? {
      var members: [String: JSONNode] = [:]
      guard take("{") else { return nil }
      skip()
      if take("}") { return .object([:]) }
      while true {
        skip()
        guard let key = string(), members[key] == nil else { return nil }
        skip()
        guard take(":"), let value = value() else { return nil }
        members[key] = value
        skip()
        if take("}") { return .object(members) }
        guard take(",") else { return nil }
      }
    }
  }
}

/// Writing single values of TOML.
enum TOMLWriter {
  /// A basic string on one line; reading it gives `text` again.
  static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          let code = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  /// A key, in quotes only where it needs them.
  static func key(_ name: String) -> String {
    let isBare = name.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return isBare && !name.isEmpty ? name : string(name)
  }

  static func array(_ texts: [String]) -> String { "[" + texts.map(string).joined(separator: ", ") + "]" }
}

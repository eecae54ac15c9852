import LeadlineDesk

/// The sequences of keys that a terminal may send although its description does not say so.
enum Sequence {
  /// Parameters longer than this are no key.
  static let longest = 32

  /// `Esc O` and one byte.
  static func single(_ byte: UInt8) -> Key? {
    byte == UInt8(ascii: "M") ? .enter : motion(byte)
  }

  /// `Esc [`, parameters, and the final byte.
  static func control(_ parameters: [UInt8], final: UInt8) -> Key? {
    switch String(decoding: parameters, as: UTF8.self) {
    case "", "1": final == UInt8(ascii: "Z") ? .shiftTab : motion(final)
    case "1;2": shifted(final)
    case "[": final >= UInt8(ascii: "A") && final <= UInt8(ascii: "E") ? .function(Int(final) - 0x40) : nil
    case let number: final == UInt8(ascii: "~") ? numbered(number) : nil
    }
  }

  private static func motion(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(byte - UInt8(ascii: "O")))
    default: nil
    }
  }

  private static func shifted(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .shiftUp
    case UInt8(ascii: "B"): .shiftDown
    case UInt8(ascii: "C"): .shiftRight
    case UInt8(ascii: "D"): .shiftLeft
    default: nil
    }
  }

  private static func numbered(_ number: String) -> Key? {
    switch number {
    case "1", "7": .home
    case "2": .insert
    case "3": .delete
    case "4", "8": .end
    case "5": .pageUp
    case "6": .pageDown
    default: functions.firstIndex(of: number).map { .function($0 + 1) }
    }
  }

  private static let functions = ["11", "12", "13", "14", "15", "17", "18", "19", "20", "21", "23", "24"]
}

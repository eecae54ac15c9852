/// Lets scalars through one by one; what is refused depends on what was let through before.
struct DisplayGate {
  enum Manner { case dropping, writing }

  private(set) var passed = String.UnicodeScalarView()
  private let manner: Manner
  /// The last scalar let through that was no mark, and the marks on it.
  private var base: Unicode.Scalar?
  private var marks = 0
  /// After an emoji and a joiner: the next emoji belongs to the same picture.
  private var isJoined = false

  init(_ manner: Manner) { self.manner = manner }

  mutating func pass(_ scalar: Unicode.Scalar) {
    let joined = isJoined
    isJoined = false
    switch DisplayKind(scalar) {
    case .plain:
      if joined && scalar.isPictorial { return }
      keep(scalar)
    case .mark: passMark(scalar)
    case .jamo: passJamo(scalar)
    case .joiner:
      if manner == .dropping { isJoined = base?.isPictorial ?? false }
      refuse(scalar, showing: "")
    case .flag:
      refuse(scalar, showing: String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0x1f1e6 + 65)))))
    case .blank: refuse(scalar, showing: " ")
    case .hidden: refuse(scalar, showing: "")
    case .unknown: refuse(scalar, showing: "\u{fffd}")
    }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    passed.append(scalar)
    base = scalar
    marks = 0
  }

  /// Two marks on a base are enough for every script; more is a tower that covers other lines.
  private mutating func passMark(_ scalar: Unicode.Scalar) {
    guard base != nil, marks < 2 else { return refuse(scalar, showing: "") }
    passed.append(scalar)
    marks += 1
  }

  /// A vowel or final of Hangul joins the syllable before (Unicode 3.12); alone it has no width to rely on.
  private mutating func passJamo(_ scalar: Unicode.Scalar) {
    guard marks == 0, let base, let syllable = base.hangul(joining: scalar) else {
      return refuse(scalar, showing: "\u{fffd}")
    }
    passed.removeLast()
    keep(syllable)
  }

  private mutating func refuse(_ scalar: Unicode.Scalar, showing replacement: String) {
    switch manner {
    case .dropping: replacement.unicodeScalars.forEach { keep($0) }
    case .writing: written(scalar).unicodeScalars.forEach { keep($0) }
    }
  }

  private func written(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if value >= 0xa0 {
      let digits = String(value, radix: 16)
      return "‹" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
    }
    let caret = "^" + String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: value & 0x7f ^ 0x40))))
    return value < 0x80 ? caret : "M-" + caret
  }
}

/// What the gate does with a scalar.
private enum DisplayKind {
  case plain, mark, jamo, joiner, flag, blank, hidden, unknown

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7f, 0xa0..<0xad, 0xae..<0x300, 0x2010...0x2027, 0x2500...0x25ff, 0x4e00...0x9ffc, 0xac00...0xd7a3:
      self = .plain
    case 0x09...0x0c, 0x85, 0x2028, 0x2029: self = .blank
    case 0x200d: self = .joiner
    case 0x20e3, 0x1f3fb...0x1f3ff: self = .hidden
    case 0x1161...0x11ff, 0xd7b0...0xd7ff: self = .jamo
    case 0x1f1e6...0x1f1ff: self = .flag
    default: self = DisplayKind(scalar.properties)
    }
  }

  private init(_ properties: Unicode.Scalar.Properties) {
    if properties.isDefaultIgnorableCodePoint {
      self = .hidden
      return
    }
    switch properties.generalCategory {
    case .control, .format: self = .hidden
    case .privateUse, .unassigned, .surrogate: self = .unknown
    case _ where (properties.age?.major ?? .max) > 14: self = .unknown
    case .nonspacingMark, .enclosingMark: self = .mark
    case .spacingMark, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
      .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      self = .plain
    @unknown default: self = .unknown
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPictorial: Bool { value > 0xff && properties.isEmoji }

  /// The syllable of this leading consonant and a vowel, or of this syllable without a final and a final.
  fileprivate func hangul(joining jamo: Unicode.Scalar) -> Unicode.Scalar? {
    switch (value, jamo.value) {
    case (0x1100...0x1112, 0x1161...0x1175):
      Unicode.Scalar(0xac00 + ((value - 0x1100) * 21 + (jamo.value - 0x1161)) * 28)
    case (0xac00...0xd7a3, 0x11a8...0x11c2) where (value - 0xac00) % 28 == 0:
      Unicode.Scalar(value + jamo.value - 0x11a7)
    default: nil
    }
  }
}

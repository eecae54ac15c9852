import CTerm
package import LeadlineDesk

/// Turns what ncurses reads, single bytes and keys it knows, into keys as the person pressed them. No input traps;
/// a sequence nobody knows is dropped whole, so that it never runs keys.
package struct KeyReader {
  private enum State {
    case plain
    /// After Esc: alone it is a key, before a character it is Alt.
    case escape
    /// After `Esc O`.
    case single
    /// After `Esc [`, with the parameters so far.
    case control([UInt8])
    /// After `Esc ]` and the like; `isEmpty` until something follows.
    case string(introducer: UInt8, isEmpty: Bool)
    /// After an Esc inside such a string.
    case stringEnd
    /// After `Esc [ M`: so many bytes of a mouse report.
    case mouse(Int)
  }

  private var state = State.plain
  private var text = UTF8Reader()
  private var isAlt = false
  private var paste: Paste?
  private var codesSincePause = 0

  package init() {}

  /// Takes one byte (0–255) or one key of ncurses.
  package mutating func read(_ code: Int32, _ keys: inout [Key]) {
    codesSincePause += 1
    if paste != nil {
      if code == cterm_key_paste_end {
        endPaste(&keys)
      } else if let byte = UInt8(exactly: code), paste?.takesLast(byte) == true {
        endPaste(&keys)
      }
    } else if let byte = UInt8(exactly: code) {
      read(byte, &keys)
    } else {
      settle(&keys)
      if code == cterm_key_paste_begin {
        paste = Paste()
      } else if let key = KeyReader.known(code) {
        keys.append(key)
      }
    }
  }

  /// Nothing more waits: what could still have become a sequence was a key. C-c or C-g alone ends a paste whose end was
  /// lost.
  package mutating func pause(_ keys: inout [Key]) {
    if codesSincePause == 1, paste?.isGivenUp == true { endPaste(&keys) }
    codesSincePause = 0
    if case .control(let parameters) = state, !parameters.isEmpty { return }
    settle(&keys)
  }

  private mutating func endPaste(_ keys: inout [Key]) {
    if let paste { keys.append(.paste(paste.text)) }
    paste = nil
  }

  private mutating func settle(_ keys: inout [Key]) {
    switch state {
    case .escape: keys.append(.escape)
    case .single: keys.append(.alt("O"))
    case .control(let parameters): if parameters.isEmpty { keys.append(.alt("[")) }
    case .string(let introducer, true): keys.append(.alt(Character(Unicode.Scalar(introducer))))
    case .string(_, false), .plain, .stringEnd, .mouse: break
    }
    state = .plain
  }

  private mutating func read(_ byte: UInt8, _ keys: inout [Key]) {
    switch state {
    case .plain: if byte == 0x1B { state = .escape } else { readText(byte, &keys) }
    case .escape: readAfterEscape(byte, &keys)
    case .single:
      state = .plain
      if let key = Sequence.single(byte) { keys.append(key) }
    case .control(let parameters): readControl(byte, parameters, &keys)
    case .string(let introducer, _):
      switch byte {
      case 0x07: state = .plain
      case 0x1B: state = .stringEnd
      default: state = .string(introducer: introducer, isEmpty: false)
      }
    case .stringEnd:
      state = .plain
      if byte != UInt8(ascii: "\\") { readAfterEscape(byte, &keys) }
    case .mouse(let left): state = left > 1 ? .mouse(left - 1) : .plain
    }
  }

  private mutating func readAfterEscape(_ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x1B: keys.append(.escape)
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string(introducer: byte, isEmpty: true)
    case ..<0x20, 0x7F: state = .plain
    default:
      state = .plain
      isAlt = true
      readText(byte, &keys)
    }
  }

  private mutating func readControl(_ byte: UInt8, _ parameters: [UInt8], _ keys: inout [Key]) {
    switch byte {
    case 0x1B: state = .escape
    case UInt8(ascii: "[") where parameters.isEmpty, 0x20..<0x40:
      state = .control(parameters.count < Sequence.longest ? parameters + [byte] : parameters)
    case UInt8(ascii: "M") where parameters.isEmpty: state = .mouse(3)
    default:
      state = .plain
      if byte == UInt8(ascii: "~"), parameters == Array("200".utf8) {
        paste = Paste()
      } else if let key = Sequence.control(parameters, final: byte) {
        keys.append(key)
      }
    }
  }

  private mutating func readText(_ byte: UInt8, _ keys: inout [Key]) {
    guard let scalar = text.read(byte) else { return }
    let key = isAlt ? Key.alt(Character(scalar)) : KeyReader.key(scalar)
    isAlt = false
    if let key { keys.append(key) }
  }

  /// The key that sends one scalar, nil for a C1 control.
  private static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0: .control(" ")
    case 0x09: .tab
    case 0x0D: .enter
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) }
    case 0x7F: .backspace
    case 0x80...0x9F: nil
    default: .character(Character(scalar))
    }
  }

  private static func known(_ code: Int32) -> Key? {
    if code > cterm_key_function, code <= cterm_key_function + 63 { return .function(Int(code - cterm_key_function)) }
    return keys[code]
  }

  private static let keys: [Int32: Key] = [
    cterm_key_up: .up, cterm_key_down: .down, cterm_key_left: .left, cterm_key_right: .right,
    cterm_key_shift_up: .shiftUp, cterm_key_shift_down: .shiftDown, cterm_key_shift_left: .shiftLeft,
    cterm_key_shift_right: .shiftRight, cterm_key_home: .home, cterm_key_end: .end, cterm_key_page_up: .pageUp,
    cterm_key_page_down: .pageDown, cterm_key_insert: .insert, cterm_key_delete: .delete,
    cterm_key_backspace: .backspace, cterm_key_enter: .enter, cterm_key_shift_tab: .shiftTab,
    cterm_key_pad_home: .home, cterm_key_pad_page_up: .pageUp, cterm_key_pad_end: .end,
    cterm_key_pad_page_down: .pageDown,
  ]
}

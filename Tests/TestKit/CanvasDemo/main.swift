import Glibc
import LeadlineDesk
import LeadlineScreen
import LeadlineTerminal

/// A screen to try a terminal with: wide characters, a box, colours, and the keys by name. q leaves, T traps, j and k
/// move a cursor, t asks for a tick, C-z stops, P rings, H hides the cursor.
struct Demo {
  var size: Size
  var glyphs: Glyphs
  var remark = ""
  var keys: [String] = []
  var pasted = ""
  var count = 0
  var selected = 2
  var hidesCursor = false

  static let names = ["Ada Lovelace", "山田太郎 東京", "Zoë Ångström", "한국어 리드", "plain"]

  var canvas: Canvas {
    var canvas = Canvas(size, glyphs: glyphs)
    canvas.put("Demo \(size.columns)x\(size.rows) \(remark)", x: 0, y: 0, role: .tabActive)
    for (index, name) in Demo.names.enumerated() {
      let ground: Ground = index + 2 == selected ? .cursor : .plain
      canvas.fill(Rectangle(x: 0, y: index + 2, width: 40, height: 1), ground: ground)
      canvas.put(name, x: 1, y: index + 2, role: index == 0 ? .dueOverdue : .text, ground: ground)
      canvas.put("│", x: 40, y: index + 2, role: .paneBorder)
    }
    canvas.put("┌" + String(repeating: "─", count: 20) + "┐", x: 0, y: 8, role: .paneBorder)
    let names = keys.isEmpty ? "none" : keys.joined(separator: " ")
    canvas.put("keys \(count): \(names)", x: 0, y: size.rows - 1, role: .status)
    canvas.put("pasted: \(pasted)", x: 0, y: size.rows - 2, role: .prompt)
    if !hidesCursor { canvas.cursor = Point(x: 0, y: min(selected, size.rows - 1)) }
    return canvas
  }

  static func name(_ key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .control(" "): "C-space"
    case .control(let character): "C-\(character)"
    case .alt(let character): "A-\(character)"
    case .function(let number): "F\(number)"
    case .paste(let text): "paste(\(text.utf8.count))"
    case .up, .down, .left, .right, .shiftLeft, .shiftRight, .shiftUp, .shiftDown, .home, .end, .pageUp, .pageDown,
      .insert, .delete, .backspace, .enter, .tab, .shiftTab, .escape:
      "\(key)"
    }
  }

  /// False to leave.
  mutating func press(_ key: Key, _ terminal: Terminal, _ clockwork: Clockwork) -> Bool {
    count += 1
    switch key {
    case .character("q"): return false
    case .character("T"): fatalError("trapped on purpose")
    case .character("j"): selected = min(selected + 1, Demo.names.count + 1)
    case .character("k"): selected = max(selected - 1, 2)
    case .character("H"): hidesCursor = true
    case .character("P"): terminal.bell()
    case .character("t"): clockwork.wake(at: Demo.now + 20)
    case .control("z"): terminal.stop()
    case .paste(let text): pasted = text.count > 40 ? "\(text.count)" : text
    default: break
    }
    return true
  }

  static var now: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }
}

let styles = { (depth: ColourDepth) in
  StyleTable { role, ground in
    var style = Style()
    if role == .tabActive || role == .dueOverdue { style.attributes = .bold }
    if depth != .none, role == .dueOverdue { style.foreground = depth == .many ? 210 : 1 }
    if depth != .none, role == .paneBorder { style.foreground = 4 }
    if ground == .cursor { style.attributes.insert(.reverse) }
    return style
  }
}

func complain(_ text: String) {
  _ = text.withCString { write(2, $0, strlen($0)) }
}

do throws(TerminalFailure) {
  let clockwork = try Clockwork()
  let terminal = try Terminal.open()
  let table = styles(terminal.colourDepth)
  var demo = Demo(size: terminal.size, glyphs: terminal.glyphs, remark: terminal.remark ?? "")
  var status: Int32 = 0
  terminal.paint(demo.canvas, styles: table)
  clockwork.run(terminal) { arrivals in
    for arrival in arrivals {
      switch arrival {
      case .keys(let keys):
        demo.keys = (demo.keys + keys.map(Demo.name)).suffix(8)
        for key in keys where !demo.press(key, terminal, clockwork) { return .leave }
      case .resized(let size): demo.size = size
      case .tick: demo.keys = ["tick"]
      case .clockChanged: demo.keys = ["clock changed"]
      case .signal(.stop): terminal.stop()
      case .signal(.goOn): demo.keys = ["goes on"]
      case .signal(let name):
        status = name.exitStatus
        return .leave
      case .readable: break
      case .hangup:
        status = 129
        return .leave
      }
    }
    terminal.paint(demo.canvas, styles: table)
    return .goOn
  }
  terminal.close()
  exit(status)
} catch {
  complain("demo: \(error.message)\n")
  exit(error.exitStatus)
}

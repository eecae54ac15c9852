import CBare

/// A list of a thousand rows and a cursor in it, and nothing else: what ncurses alone costs.
struct BareList {
  private var cursor = 0
  private var top = 0
  private let rows: [String] = (0..<1_000).map { number in
    "\(number)  lead number \(number)  warm  next: settle one hesitation  due in \(number % 14) days  value \(number * 37)"
  }

  mutating func move(_ step: Int) {
    cursor = min(max(cursor + step, 0), rows.count - 1)
    top = min(max(top, cursor - Int(cbare_rows()) + 1), cursor)
  }

  func draw() {
    for row in 0..<Int(cbare_rows()) where top + row < rows.count {
      cbare_put(Int32(row), top + row == cursor ? 1 : 0, rows[top + row])
    }
    cbare_refresh()
  }
}

var list = BareList()
if cbare_open() == 0 {
  list.draw()
  reading: while true {
    switch cbare_key() {
    case -1, 0x71: break reading
    case 0x6a: list.move(1)
    case 0x6b: list.move(-1)
    default: break
    }
    if cbare_has_key() == 0 { list.draw() }
  }
  cbare_close()
}

import LeadlineCore
import LeadlineDesk
import LeadlineScreen
import LeadlineText

/// A desk over the small book and a world that records at once, or refuses.
struct Session {
  private(set) var desk: Desk
  private var size: Size
  var isRefusing = false

  init(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    desk = Desk(
      SmallBook.pipeline, me: "sam", ids: IDSource(seed: Array("the seed of the small book".utf8)),
      layout: Layout(columns: columns, rows: rows))
  }

  /// What is recorded on the way is read from a journal as it was recorded.
  mutating func send(_ message: Message) {
    if case .resized(let columns, let rows) = message { size = Size(columns: columns, rows: rows) }
    for effect in desk.update(message) {
      guard case .append(let entries, let form) = effect else { continue }
      if isRefusing {
        send(.failed(what: "the disk is full", form: form))
        continue
      }
      let first = max(desk.now, desk.pipeline.ledger.greatest.advanced(by: 1))
      let events = entries.enumerated().map { place, entry in
        entry.recorded(wall: desk.now, logical: first.advanced(by: Int64(place)))
      }
      for event in events { takeFact(event.fact, "\(event)") }
      send(.arrived(events.map { Recorded($0, .sound, isOwn: true) }))
      send(.saved(form: form, lines: events.count))
    }
  }

  mutating func press(_ keys: some Sequence<Key>) {
    for key in keys { send(.key(key)) }
  }

  /// The screen has the terminal's size, and nothing stands on it that a terminal would obey.
  func draw(_ glyphs: Glyphs = .unicode) {
    let canvas = ScreenView.draw(desk.screen, size: size, glyphs: glyphs)
    claim(canvas.cells.count == size.columns * size.rows, "the canvas has \(size)")
    for cell in canvas.cells where cell.width > 0 {
      let isPlain = cell.glyph.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) }
      claim(isPlain, "\(cell.glyph.debugDescription) is on the screen")
    }
    claim(desk.nextWake > desk.now, "the desk wakes after now")
  }
}

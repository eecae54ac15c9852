import CSys
import CTerm
import Glibc
import LeadlineDesk
package import LeadlineScreen

/// The terminal this process runs in. There is one at a time.
package final class Terminal {
  package enum Colour: Hashable, Sendable {
    /// As the environment and the terminal's description have it.
    case automatic
    case always, never
  }

  package private(set) var size: Size
  package let colourDepth: ColourDepth
  /// ASCII where `LC_ALL` asks for it: then no byte of 0x80 or above is sent.
  package let glyphs: Glyphs
  /// What the person should know about how the terminal was opened, for the status line.
  package let remark: String?

  private var line: OutgoingLine
  private var reader = KeyReader()
  private var frame: Frame
  /// What came while the line was stalled: only the newest is worth painting.
  private var next: (canvas: Canvas, styles: StyleTable)?
  private var isOpen = true

  /// Takes standard input and output. Signals that `Clockwork` is to deliver should be its already.
  package static func open(colour: Colour = .automatic) throws(TerminalFailure) -> Terminal {
    guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
    CrashGuard.install()
    let glyphs: Glyphs = cterm_set_locale() == 1 ? .unicode : .ascii
    let wantsColour = colour == .always || colour == .automatic && !Environment.forbidsColour
    let name = Environment["TERM"]
    if name.isEmpty { throw .dumb(name) }
    if try take(name, wantsColour) { return Terminal(glyphs, remark: nil) }
    guard try take(standIn, wantsColour) else { throw .unknown(name) }
    return Terminal(glyphs, remark: "no description of the terminal '\(name)': taken for \(standIn)")
  }

  private static let standIn = "xterm-256color"

  /// False where no description of that name is installed.
  private static func take(_ name: String, _ wantsColour: Bool) throws(TerminalFailure) -> Bool {
    switch cterm_open(0, 1, name, wantsColour ? 1 : 0) {
    case 0: return true
    case CTERM_UNKNOWN: return false
    case CTERM_DUMB: throw .dumb(name)
    case let failure: throw .system(call: "opening the terminal", number: -failure)
    }
  }

  private init(_ glyphs: Glyphs, remark: String?) {
    self.glyphs = glyphs
    self.remark = remark
    colourDepth = ColourDepth(colours: Int(cterm_colours()))
    line = OutgoingLine(cterm_line())
    frame = Frame(isASCII: glyphs == .ascii)
    size = Size(columns: 0, rows: 0)
    if !measure() { take(Size(columns: 80, rows: 24)) }
  }

  /// Shows `canvas`: only rows that differ from the last one are looked at, and one write sends what changed. While the
  /// line is stalled nothing is sent; the newest canvas follows as soon as it is free.
  package func paint(_ canvas: Canvas, styles: StyleTable) {
    guard isOpen, !line.isGone else { return }
    line.send()
    guard line.isClear else {
      next = (canvas, styles)
      return
    }
    next = nil
    frame.draw(canvas, styles)
    send()
  }

  /// True while bytes wait for the line; then `descriptor` is worth polling for output.
  package var isStalled: Bool { !line.isClear }

  /// The line can take more.
  func goOn() {
    line.send()
    if let (canvas, styles) = next { paint(canvas, styles: styles) }
  }

  package func bell() {
    cterm_bell()
    send()
  }

  /// The next paint draws everything.
  package func redraw() {
    frame.forget()
    cterm_redraw()
  }

  /// Takes the size the terminal has now. True where it is another one.
  @discardableResult package func measure() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cterm_measure(&columns, &rows)
    guard columns > 0, rows > 0 else { return false }
    // 16 bits each come from whoever is at the other end; a screen of 4 billion cells is not drawn.
    let measured = Size(columns: min(Int(columns), 1_000), rows: min(Int(rows), 1_000))
    guard measured != size else { return false }
    take(measured)
    return true
  }

  private func take(_ size: Size) {
    self.size = size
    frame.forget()
    cterm_resize(Int32(size.columns), Int32(size.rows))
  }

  /// The keys that wait, in order. Never blocks for longer than 25 ms after an Esc.
  func keys() -> (keys: [Key], isDrained: Bool, isSilent: Bool) {
    var keys: [Key] = []
    for count in 0..<Terminal.batch {
      let code = cterm_next()
      if code < 0 {
        reader.pause(&keys)
        return (keys, true, count == 0)
      }
      reader.read(code, &keys)
    }
    return (keys, false, false)
  }

  private static let batch = 65_536

  /// Gives the screen to another program: an editor, a shell, a pager. Its standard error is the real one again.
  package func suspend() {
    guard isOpen else { return }
    next = nil
    cterm_leave()
    send()
    line.finish()
    cterm_release()
  }

  /// Comes back. The size may have changed meanwhile; the next paint draws everything.
  package func resume() {
    guard isOpen, !line.isGone else { return }
    cterm_enter()
    frame.forget()
    measure()
  }

  /// Stops the job, as Ctrl-Z should, and comes back when it goes on.
  package func stop() {
    suspend()
    csys_stop_job()
    resume()
  }

  /// The terminal's other end is gone: from now on nothing is sent to it.
  package func abandon() { line.abandon() }

  /// Gives the terminal back as it was, for good. May be called twice.
  package func close() {
    guard isOpen else { return }
    if !line.isGone { suspend() }
    isOpen = false
    cterm_close()
  }

  private func send() {
    let count = cterm_waiting()
    line.add(count) { cterm_collect($0, count) }
    line.send()
  }

  var descriptor: Int32 { cterm_line() }
}

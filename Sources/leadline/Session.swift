import Glibc
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineScreen
import LeadlineTerminal
import LeadlineText

/// The screen's life: keys, time, signals and file changes in, a painted frame out. It owns the terminal, the book and
/// the desk, and does what the desk asks for; it decides nothing itself.
final class Session {
  private let book: Book
  private let terminal: Terminal
  private let clockwork: Clockwork
  private let styles: StyleTable
  private let watch: Watching?
  private var desk: Desk
  private var status: Int32 = 0

  /// Runs until the person leaves; returns the exit code.
  /// - Parameters:
  ///   - book: opened and read.
  ///   - shell: who is there, and what they asked for.
  ///   - isDemo: nothing is saved; the status line says so.
  static func run(book: Book, shell: Shell, isDemo: Bool) throws -> Int32 {
    let (theme, findings) = ThemeShelf(shell).theme
    // Signals are the clockwork's before the terminal is taken.
    let (clockwork, terminal) = try Session.opened(colour(shell))
    let session = Session(book, terminal, clockwork, theme, shell.me, isDemo)
    session.warn(terminal.remark ?? (shell.configFindings + findings).first?.line)
    session.live()
    terminal.close()
    // Taking a large book apart piece by piece would only keep the person waiting.
    if !isDemo { exit(session.status) }
    return session.status
  }

  private static func opened(_ colour: Terminal.Colour) throws -> (Clockwork, Terminal) {
    do {
      return (try Clockwork(), try Terminal.open(colour: colour))
    } catch {
      throw Complaint(error.exitStatus, error.message, "leadline due prints what is due")
    }
  }

  private static func colour(_ shell: Shell) -> Terminal.Colour {
    switch (shell.options.color, shell.config.color) {
    case (.always, _): .always
    case (.never, _): .never
    case (.auto, .always): .always
    case (.auto, .never): .never
    case (.auto, .auto): .automatic
    }
  }

  private init(
    _ book: Book, _ terminal: Terminal, _ clockwork: Clockwork, _ theme: Theme, _ me: String, _ isDemo: Bool
  ) {
    self.book = book
    self.terminal = terminal
    self.clockwork = clockwork
    styles = theme.styles(for: terminal.colourDepth)
    watch = Watching(book.paths.journal)
    var store = book.storeLine
    if isDemo {
      let pretended = Wording(now: book.now, zone: book.zone, me: me).stamp(book.now)
      store = "demo book, nothing is saved · \(store) · clock pretends \(pretended)"
    }
    desk = Desk(
      book.handOver(), me: me, ids: IDSource(seed: Book.seed()),
      layout: Layout(columns: terminal.size.columns, rows: terminal.size.rows), store: store, readOnly: book.isReadOnly)
  }

  /// What the person should know about how the program was started.
  private func warn(_ text: String?) {
    if let text { _ = send(.failed(what: text, form: nil)) }
  }

  private func live() {
    if let watch { clockwork.watch(watch.watch.number) }
    _ = send(.found(book.keptForms))
    paint()
    clockwork.run(terminal) { arrivals in
      for arrival in arrivals where !take(arrival) { return .leave }
      paint()
      return .goOn
    }
  }

  /// False to leave.
  private func take(_ arrival: Arrival) -> Bool {
    switch arrival {
    case .keys(let keys):
      guard send(.tick(book.now)) else { return false }
      for key in keys where !send(.key(key)) { return false }
      return true
    case .resized(let size): return send(.resized(columns: size.columns, rows: size.rows))
    case .tick: return send(.tick(book.now))
    case .clockChanged: return follow()
    case .readable:
      _ = watch?.watch.drain()
      return follow()
    case .signal(.stop):
      terminal.stop()
      return follow()
    case .signal(.goOn): return follow()
    case .signal(let name): return leave(name.exitStatus)
    case .hangup: return leave(129)
    }
  }

  /// The line dropped, or somebody ended us: what was being typed is kept, and nothing more is sent down a dead line.
  private func leave(_ status: Int32) -> Bool {
    self.status = status
    if let form = desk.unsavedForm { try? book.keep(form) }
    if status == 129 { terminal.abandon() }
    return false
  }

  /// What others recorded, and what came due meanwhile.
  private func follow() -> Bool {
    guard send(.tick(book.now)) else { return false }
    do {
      switch try book.readNew() {
      case .nothing: return true
      case .arrived(let events): return send(.arrived(events))
      case .replaced(let pipeline): return send(.restore(pipeline))
      }
    } catch {
      return send(.failed(what: error.sentence, form: nil))
    }
  }

  /// Gives the desk a message and does what it asks for. False to leave.
  private func send(_ message: Message) -> Bool {
    for effect in desk.update(message) where !perform(effect) { return false }
    return true
  }

  private func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .append(let entries, let form): return append(entries, form)
    case .keep(let form):
      do {
        try book.keep(form)
      } catch {
        return send(.failed(what: "text not kept: \(error.brief) · \(error.sentence)", form: nil))
      }
    case .discard(let id): try? book.discard(id)
    case .bell: terminal.bell()
    case .quit: return false
    case .suspend:
      terminal.stop()
      return follow()
    case .redraw: terminal.redraw()
    case .reload: return reload()
    }
    return true
  }

  /// Milliseconds that the screen waits for the journal's lock.
  private static let patience = 2000

  private func append(_ entries: [Entry], _ form: EventID?) -> Bool {
    do {
      let events = try book.append(entries, patience: Session.patience)
      guard send(.arrived(events.map { Recorded($0, .sound, isOwn: true) })) else { return false }
      return send(.saved(form: form, lines: events.count))
    } catch {
      return send(.failed(what: "not saved: \(error.brief) · \(error.sentence)", form: form))
    }
  }

  /// From the files anew, whatever this process thought it knew.
  private func reload() -> Bool {
    do {
      return send(.restore(try book.readFromStart()))
    } catch {
      return send(.failed(what: "not read: \(error.sentence)", form: nil))
    }
  }

  private func paint() {
    let canvas = ScreenView.draw(desk.screen, size: terminal.size, glyphs: terminal.glyphs)
    terminal.paint(canvas, styles: styles)
    // A pretended clock runs at the pace of the real one: what counts is how far away the moment lies.
    let away = desk.nextWake.milliseconds - book.now.milliseconds
    clockwork.wake(at: Clock.wall.now.milliseconds + max(1, away))
  }
}

/// A watch on the journal's directory that lives as long as the session: nil where the system has none left to give.
private final class Watching {
  let watch: Watch

  init?(_ directory: String) {
    guard let watch = try? Watch(directory: directory) else { return nil }
    self.watch = watch
  }
}

extension Failure {
  /// Why, in words that a narrow status line has room for; the sentence behind them names file and file system.
  fileprivate var brief: String {
    switch kind {
    case .diskFull: "the disk is full"
    case .readOnly: "the disk is read-only"
    case .inputOutput: "the disk fails"
    case .denied, .locked, .refused, .missing, .taken, .exhausted, .unsteady, .tooLong, .damaged: reason
    }
  }
}

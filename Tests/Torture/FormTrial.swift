import Glibc
import LeadlineScreen
import LeadlineTestKit

/// A note typed into the form of the real screen while the disk is full: the form keeps its text and says why, and the
/// same Enter records it, once, when there is room again.
enum FormTrial {
  static let all = [Trial("T5f", "a form on a full disk", needsRoot: true, run: run)]

  private static let sizes = [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 20)]

  private static func run(_ setting: Setting) -> Outcome {
    var outcome = Outcome(tried: "")
    var kept = 0
    for size in sizes {
      guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
      // On a phone the board is what is due.
      _ = book.shell("leadline next \(book.lead) call them due:today")
      guard mounts(book) else { return .skip("no tmpfs can be mounted") }
      defer { _ = Process.run(["umount", "-l", book.book], output: book.output) }
      do {
        if try types(setting, book, size, &outcome) { kept += 1 }
      } catch {
        outcome.faults.append("\(size.columns)x\(size.rows): no pseudo-terminal: \(error)")
      }
      book.settle(&outcome)
    }
    outcome.tried = "\(sizes.count) screens, \(kept) forms kept their text and recorded it once there was room"
    return outcome
  }

  /// The book moves onto a disk of its own, small enough to fill at once.
  private static func mounts(_ book: TrialBook) -> Bool {
    let mount = """
      mv '\(book.book)' '\(book.root)/aside' && mkdir -m 700 '\(book.book)' && \
      mount -t tmpfs -o size=256k,mode=700 none '\(book.book)' && cp -a '\(book.root)/aside/.' '\(book.book)/'
      """
    return Process.run(["sh", "-c", mount], output: book.output).code == 0
  }

  private static func types(
    _ setting: Setting, _ book: TrialBook, _ size: Size, _ outcome: inout Outcome
  ) throws -> Bool {
    let session = try PtySession(
      [setting.program, "--book", book.book], environment: book.environment.merging(["TERM": "xterm-256color"]) { $1 },
      size: size)
    // Longer than a page, so that no rest of the segment's last one has room for it.
    let text = "t5f-\(size.columns)-" + String(repeating: "x", count: 4500)
    _ = book.noting(text)
    func shows(_ words: String, _ what: String) -> Bool {
      let seen = session.wait(for: words)
      if !seen { outcome.faults.append("\(size.columns)x\(size.rows), \(what): no \"\(words)\" in\n\(session.text)") }
      return seen
    }
    guard shows("Torture", "start") else { return false }
    fill(book)
    session.send("i")
    guard shows("i  note", "i") else { return false }
    session.send(text)
    guard session.wait(until: { $0.text.contains("xxxxxxxx") }) else { return false }
    session.send("\r")
    guard shows("not saved", "Enter on the full disk"), shows("full", "the reason"), shows("xxxxxxxx", "the text")
    else { return false }
    if !session.text.contains("i  note") { outcome.faults.append("the form is gone:\n\(session.text)") }
    _ = Process.run(["rm", "-f", book.book + "/fill"], output: book.output)
    session.send("\r")
    guard session.wait(until: { !$0.text.contains("i  note") }) else {
      outcome.faults.append("the form does not close once there is room:\n\(session.text)")
      return false
    }
    book.acknowledge(text)
    session.send("Q")
    if session.exitStatus() != 0 { outcome.faults.append("the screen does not end with 0") }
    return true
  }

  /// To the last page.
  private static func fill(_ book: TrialBook) {
    let line = "dd if=/dev/zero of='\(book.book)/fill' bs=4k 2>/dev/null; true"
    _ = Process.run(["sh", "-c", line], output: book.output)
  }
}

import LeadlineScreen
import LeadlineTestKit
import Testing

/// Keys as they come through ncurses.
@Suite struct KeyTests {
  @Test(arguments: [
    ("\u{1b}OA\u{1b}OB\u{1b}OC\u{1b}OD", "up down right left"), ("\u{1b}[1;2A\u{1b}[1;2B", "shiftUp shiftDown"),
    ("\u{1b}[1;2C\u{1b}[1;2D", "shiftRight shiftLeft"), ("\u{1b}OH\u{1b}OF", "home end"),
    ("\u{1b}[5~\u{1b}[6~\u{1b}[2~\u{1b}[3~", "pageUp pageDown insert delete"), ("\u{1b}[Z\t\r", "shiftTab tab enter"),
    ("\u{1b}OP\u{1b}[15~\u{1b}[24~", "F1 F5 F12"), ("\u{0}\u{3}\u{7}\u{13}", "C-space C-c C-g C-s"),
    ("\u{7f}\u{8}", "backspace C-h"), ("\u{1b}x\u{1b}1", "A-x A-1"), ("ü漢é", "ü 漢 é"), ("\u{1b}", "escape"),
    ("\u{1b}\u{1b}OA", "escape up"), ("a\u{1b}[99;99ub", "a b"), ("a\u{1b}[1;5Cb", "a b"),
    ("a\u{1b}[<0;5;5M\u{1b}[M !!b", "a b"),
  ])
  func `a key is what the person pressed`(bytes: String, names: String) throws {
    let session = try demo()
    session.send(bytes)
    #expect(session.wait { $0.row(23).hasSuffix(": " + names) }, "\(session.row(23))")
  }

  @Test(arguments: ["linux", "vt100", "tmux-256color"])
  func `arrows of another mode are known`(name: String) throws {
    let session = try demo(["TERM": name])
    session.send("\u{1b}[A\u{1b}OB\u{1b}[3~\u{7f}\u{1a}")
    #expect(session.wait { $0.row(23).hasSuffix(": up down delete backspace C-z") }, "\(session.row(23))")
  }

  @Test func `a paste arrives whole`() throws {
    let session = try demo()
    session.send("\u{1b}[200~qTq 漢\u{1b}[201~")
    #expect(session.wait(for: "keys 1: paste(7)"))
    #expect(session.row(22) == "pasted: qTq 漢")
  }

  @Test func `a paste of many kilobytes arrives whole`() throws {
    let session = try demo()
    session.send("\u{1b}[200~" + String(repeating: "0123456789", count: 10_000) + "\u{1b}[201~")
    #expect(session.wait(for: "pasted: 100000"), "\(session.row(23))")
  }

  @Test func `keys that come together are painted once`() throws {
    let session = try demo()
    let before = session.raw.count
    session.send(String(repeating: "jk", count: 100))
    #expect(session.wait(for: "keys 200"))
    print("200 keys at once: \(session.raw.count - before) bytes")
    #expect(session.raw.count - before < 10 * 320)
  }

  @Test func `a tick arrives at its time`() throws {
    let session = try demo()
    session.send("t")
    #expect(session.wait(for: "keys 1: tick"))
  }
}

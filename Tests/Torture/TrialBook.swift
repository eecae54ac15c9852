import Glibc

/// A book with one lead in a directory of its own, and a ledger of what the program acknowledged. The ledger's law is
/// acknowledged ⊆ present ⊆ attempted, each once.
final class TrialBook {
  let root: String
  let book: String
  let lead: String
  private let program: String
  private(set) var attempted: Set<String> = []
  private(set) var acknowledged: Set<String> = []

  var journal: String { book + "/journal" }
  /// Everything that the trial's programs print goes here.
  var output: String { root + "/output" }
  var environment: [String: String] { TrialBook.environment(below: root) }

  private static func environment(below root: String) -> [String: String] {
    ["HOME": root, "XDG_STATE_HOME": root + "/state", "XDG_CONFIG_HOME": root + "/config", "LC_ALL": "C.UTF-8"]
  }

  init?(_ setting: Setting) {
    let root = "/tmp/leadline-torture.\(getpid()).\(UInt64.random(in: 0 ... .max))"
    let program = setting.program
    let here = [program, "--book", root + "/book"]
    let environment = TrialBook.environment(below: root)
    guard mkdir(root, 0o700) == 0 else { return nil }
    let made = Process.run([program, "init", root + "/book"], environment: environment, output: root + "/output")
    let added = Process.run(here + ["add", "Torture", "Lead"], environment: environment, output: root + "/output")
    let ids = Process.run(here + ["list", "--format", "ids"], environment: environment, output: root + "/output")
    guard made.code == 0, added.code == 0, let lead = ids.output.split(whereSeparator: \.isWhitespace).first else {
      return nil
    }
    self.root = root
    self.program = program
    self.lead = String(lead)
    book = root + "/book"
  }

  deinit { _ = Process.run(["rm", "-rf", root], output: "/dev/null") }

  /// The words of a command that notes a text which no other attempt has.
  func noting(_ text: String) -> [String] {
    attempted.insert(text)
    return [program, "--book", book, "note", lead, text]
  }

  /// Notes a text under a tool such as strace; a clean exit is the acknowledgement.
  func note(_ text: String, under tool: [String] = [], environment more: [String: String] = [:]) -> Process.End {
    let end = Process.run(
      tool + noting(text), environment: environment.merging(more) { $1 }, output: output)
    if end.code == 0 { acknowledge(text) }
    return end
  }

  /// Runs the program with any words.
  func run(_ words: [String], under tool: [String] = []) -> Process.End {
    Process.run(tool + [program] + words, environment: environment, output: output)
  }

  /// Runs a line of shell in which `leadline` is the program under trial, and its book this one.
  func shell(_ line: String) -> Process.End {
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let more = ["PATH": "\(folder):/usr/bin:/bin", "LEADLINE_BOOK": book]
    return Process.run(["sh", "-c", line], environment: environment.merging(more) { $1 }, output: output)
  }

  func acknowledge(_ text: String) { acknowledged.insert(text) }

  /// Whole lines of the journal that hold a text of this trial, by text, as sets of lines: a line that was written
  /// again to a rescue segment is the same line.
  private func present() -> [String: Set<String>] {
    var present: [String: Set<String>] = [:]
    for name in File.names(journal) where name.hasSuffix(".log") {
      for line in (File.bytes(journal + "/" + name) ?? []).split(separator: 0x0a) where Line.isSound(line) {
        let text = String(decoding: line, as: UTF8.self)
        let words = text.split(separator: " ")
        // TIME note LEAD TEXT: the texts of trials are single words.
        guard words.count > 3, words[1] == "note" else { continue }
        present[String(words[3]), default: []].insert(text)
      }
    }
    return present
  }

  /// Lines without a whole check that are no comment: what a cut-off write left.
  var torn: Int {
    File.names(journal).filter { $0.hasSuffix(".log") }.reduce(0) { sum, name in
      let lines = (File.bytes(journal + "/" + name) ?? []).split(separator: 0x0a)
      return sum + lines.count { $0.first != UInt8(ascii: "#") && !Line.isSound($0) }
    }
  }

  /// Settles the ledger: counts of texts lost, and what else is wrong with it.
  func settle(_ outcome: inout Outcome) {
    let present = present()
    outcome.lost += acknowledged.count { present[$0] == nil }
    for text in acknowledged where present[text].map({ $0.count > 1 }) ?? false {
      outcome.faults.append("\(text) is there twice")
    }
    for text in present.keys where !attempted.contains(text) { outcome.faults.append("nobody wrote \(text)") }
    // The program still starts, and still writes.
    let after = note("after-\(attempted.count)")
    if after.code != 0 { outcome.faults.append("the next note failed: \(after.output)") }
    if self.present()["after-\(attempted.count - 1)"] == nil { outcome.faults.append("the next note is not there") }
  }
}

enum Line {
  /// Whether a line ends in ` ^` and the CRC-32 of what stands before it.
  static func isSound(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 10 else { return false }
    let check = line.suffix(10)
    guard check.first == 0x20, check.dropFirst().first == UInt8(ascii: "^") else { return false }
    return UInt32(String(decoding: check.dropFirst(2), as: UTF8.self), radix: 16) == crc(line.dropLast(10))
  }

  /// CRC-32 as zlib has it, written once more so that the trial does not lean on what it tries.
  private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

/// A journal of a hundred leads in which one line is not as it should be.
enum PoisonTrial {
  static let all = [Trial("T23", "one line of a hundred leads replaced by each class", run: poison)]

  /// What is put in the place of a line, and what must come of it.
  private struct Poison: Sendable {
    let name: String
    /// What `check` calls it; empty where it has nothing to say.
    let kind: String
    let code: Int32
    /// Leads that the line itself still gives.
    var leads = 0
    /// Whether it must stand on a lead's line: it is made of that line.
    var isMadeOfLine = false
    let bytes: @Sendable ([UInt8]) -> [UInt8]
  }

  private static let poisons: [Poison] = [
    Poison(name: "NUL", kind: "bad", code: 2) { Array($0.prefix(40)) + [0] + Array($0.dropFirst(40)) },
    Poison(name: "invalid UTF-8", kind: "bad", code: 2) {
      Array($0.prefix(40)) + [0xff, 0xc0] + Array($0.dropFirst(40))
    },
    Poison(name: "no event", kind: "bad", code: 2) { _ in Array("2026-11-20T08:12Z touch ana cal".utf8) },
    Poison(name: "unknown word", kind: "bad", code: 2) { _ in Array("buy milk".utf8) },
    Poison(name: "2 MiB", kind: "too long", code: 2) { _ in [UInt8](repeating: UInt8(ascii: "x"), count: 2 << 20) },
    Poison(name: "cut", kind: "cut", code: 2) { Array($0.prefix(60)) },
    Poison(name: "cut in its time", kind: "cut", code: 2) { Array($0.prefix(24)) },
    Poison(name: "ours", kind: "conflict marker", code: 1) { _ in Array("<<<<<<< HEAD".utf8) },
    Poison(name: "base", kind: "conflict marker", code: 1) { _ in Array("=======".utf8) },
    Poison(name: "theirs", kind: "conflict marker", code: 1) { _ in Array(">>>>>>> other".utf8) },
    Poison(name: "altered", kind: "altered", code: 1, leads: 1, isMadeOfLine: true) { line in
      line.dropLast() + [line.last == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")]
    },
    Poison(name: "vouched", kind: "", code: 0, leads: 1, isMadeOfLine: true) { $0.dropLast(8) + [UInt8(ascii: "-")] },
    Poison(name: "void", kind: "", code: 0, isMadeOfLine: true) { Array("#~ ".utf8) + $0 },
    Poison(name: "hand-written", kind: "", code: 0, leads: 1) { _ in
      Array("2026-11-20T08:12Z lead by-hand name=Hand owner=sam state=warm".utf8)
    },
    Poison(name: "comment", kind: "", code: 0) { _ in Array("# a word".utf8) },
    Poison(name: "blank", kind: "", code: 0) { _ in [] },
  ]

  private static func poison(_ setting: Setting) -> Outcome {
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    let table = book.root + "/leads.csv"
    let names = (0..<99).map {
      "Lead \(["An", "Bo", "Cy", "Di", "Ed", "Fay", "Gus", "Hal", "Ida", "Jo"][$0 / 10]) \($0)"
    }
    File.write(Array(("name\n" + names.joined(separator: "\n") + "\n").utf8), to: table)
    let made = book.run(["--book", book.book, "import", table, "--yes"])
    guard made.code == 0, let segment = book.segment, let whole = File.bytes(segment) else {
      return .skip("100 leads cannot be made: \(made.output)")
    }
    let lines = whole.split(separator: 0x0a).map(Array.init)
    let leads = lines.indices.filter { lines[$0].dropFirst(24).starts(with: Array(" lead ".utf8)) }
    guard leads.count == 100, let sample = leads.last else { return .skip("\(leads.count) leads instead of 100") }
    var dice = Dice(state: setting.seed)
    var outcome = Outcome(tried: "")
    var number = 0
    for poison in poisons {
      // The format's line or the rules', any lead's, the last.
      let any = leads.randomElement(using: &dice) ?? sample
      let places = [any, lines.count - 1] + (poison.isMadeOfLine ? [] : [Int.random(in: 0...1, using: &dice)])
      for index in places {
        number += 1
        var poisoned = lines
        poisoned[index] = poison.bytes(poison.isMadeOfLine ? lines[index] : lines[sample])
        File.write(Array(poisoned.joined(separator: [0x0a])) + [0x0a], to: segment)
        let left = (leads.contains(index) ? 99 : 100) + poison.leads
        for fault in faults(of: book, poison, "\(segment):\(index + 1)", leads: left) {
          outcome.faults.append("\(poison.name) in line \(index + 1): \(fault)")
        }
      }
    }
    // The last line without its end: no error, a writer may be at work.
    File.write(Array(whole.dropLast()), to: segment)
    let tail = Poison(name: "tail", kind: "tail", code: 0) { $0 }
    outcome.faults += faults(of: book, tail, "\(segment):\(lines.count)", leads: 99)
    outcome.tried = "\(number + 1) journals, \(poisons.count + 1) kinds of line"
    return outcome
  }

  private static func faults(of book: TrialBook, _ poison: Poison, _ place: String, leads: Int) -> [String] {
    var faults: [String] = []
    let here = ["--book", book.book]
    func count() -> Int {
      book.run(here + ["list", "--quiet", "--format", "ids"]).output.split(separator: "\n").count
    }
    if count() != leads { faults.append("\(count()) leads instead of \(leads)") }
    let check = book.run(here + ["check"])
    if check.code != poison.code { faults.append("check exits with \(check.code ?? -check.signal)") }
    if poison.kind.isEmpty { return faults }
    let said = check.output.split(separator: "\n")
    guard let head = said.firstIndex(where: { $0.hasPrefix("\(place): \(poison.kind): ") }) else {
      return faults + ["check does not name it: \(check.output.prefix(200))"]
    }
    let below = said[(head + 1)...].prefix(2)
    if below.first?.hasPrefix("  | ") != true { faults.append("check does not show the line") }
    guard poison.code > 0 else { return faults }
    guard let mend = below.last, mend.hasPrefix("  mend: ") else { return faults + ["check names no cure"] }
    if book.shell(String(mend.dropFirst(8))).code != 0 { faults.append("the cure fails: \(mend)") }
    if book.run(here + ["check"]).code != 0 { faults.append("the cure does not cure: \(mend)") }
    if count() != leads { faults.append("the cure costs a lead") }
    return faults
  }
}

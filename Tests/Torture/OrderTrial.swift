/// The order of calls that every acknowledgement rests on, for each command that writes.
enum OrderTrial {
  static let all = [Trial("T6w", "each writing command: write, then fdatasync, then exit 0", run: order)]

  /// In an order in which each finds what it needs; `LEAD` stands for the lead.
  private static let commands = [
    "add Second Lead", "import FILE --yes", "note LEAD wants SSO", "next LEAD call due:thu",
    "promise LEAD send due:fri",
    "touch LEAD call reached", "signal LEAD replied", "move LEAD hot", "decide LEAD 2", "snooze LEAD due:fri",
    "done LEAD", "dismiss LEAD", "park LEAD", "close LEAD lost price", "reopen LEAD", "edit LEAD company=Acme", "undo",
    "redo",
  ]

  private static func order(_ setting: Setting) -> Outcome {
    guard File.hasTool("strace") else { return .skip("strace is not installed") }
    guard let book = TrialBook(setting) else { return .skip("the program makes no book") }
    let table = book.root + "/leads.csv"
    File.write(Array("name,company\nAna,Acme\nTom,Harbor\n".utf8), to: table)
    let others = commands.map { command in
      ["--book", book.book]
        + command.split(separator: " ").map { $0 == "LEAD" ? book.lead : $0 == "FILE" ? table : String($0) }
    }
    var outcome = Outcome(tried: "\(others.count + 1) commands under strace")
    let trace = book.root + "/trace"
    let tool = ["strace", "-f", "-y", "-o", trace, "-e", "trace=write,fdatasync,exit_group"]
    for words in [["init", book.root + "/other"]] + others {
      let end = book.run(words, under: tool)
      let name = words[0] == "init" ? "init" : words[2]
      guard end.code == 0 else {
        outcome.faults.append("\(name): exit \(end.code ?? -end.signal): \(end.output)")
        continue
      }
      let calls = (File.text(trace) ?? "").split(separator: "\n").map(String.init)
      if let fault = fault(in: calls) { outcome.faults.append("\(name): \(fault)") }
    }
    return outcome
  }

  /// What is wrong with the calls of a command that said 0; nil where they are in order.
  private static func fault(in calls: [String]) -> String? {
    let writes = calls.indices.filter { calls[$0].contains(" write(") && calls[$0].contains(".log>") }
    guard let last = writes.last else { return "no line was written" }
    if writes.count > 1 { return "\(writes.count) writes for one act" }
    guard
      let sync = calls[last...].firstIndex(where: {
        $0.contains(" fdatasync(") && $0.contains(".log>") && $0.hasSuffix("= 0")
      })
    else { return "no fdatasync of the segment between the write and exit 0" }
    guard calls[sync...].contains(where: { $0.contains("exit_group(0)") }) else {
      return "no exit 0 after the fdatasync"
    }
    guard let word = calls.firstIndex(where: { $0.contains(" write(1<") }) else { return "it said nothing" }
    return word > sync ? nil : "it said saved before the fdatasync"
  }
}

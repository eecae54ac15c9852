import LeadlineDesk
import LeadlineScreen

/// The call, the manual, and what opens over the board.
extension Demo {
  func callScreen() -> ScreenModel {
    var call = CallModel()
    (call.name, call.company, call.running, call.kept) = ("Ana Müller", "Acme GmbH", "00:07:42", "09:19:41")
    call.lines = [
      ("09:12", "picked up, has 15 minutes"), ("09:13", "phase 1 is fine. cut-over still the worry"),
      ("09:15", "!obj price  fine if split in two invoices"), ("09:16", "*price.discussed"),
      ("09:17", "Dr. Kern <kern@acme.example> signs"), ("09:18", "?commit board meets on Wed 25"),
      ("09:19", "next: send rollback page, split invoice due:today 17:00"),
    ].map { CallModel.Line(time: $0, text: $1) }
    call.lines[6].cursor = call.lines[6].text.count
    call.understood = [
      ("person", "+ Dr. Kern <kern@acme.example>", "Dr. Kern"),
      ("objection", "price: fine if split in two invoices", "price"), ("signal", "price discussed", nil),
      ("decision", "4 approval → 5 commit", nil),
      ("next", "send rollback page, split invoice   today 17:00   me", nil), ("touch", "call reached", nil),
    ].map { CallModel.Understood(noun: $0, text: $1, short: $2, isOn: true) }
    call.checks = [
      ("what happens next", "next", "send rollback page, split invoice"), ("when", "when", "today 17:00"),
      ("who", "who", "me"), ("which decision it serves", "decision", "5 commit"),
    ].map { CallModel.Check(text: $0, short: $1, answer: $2, isMet: true) }
    (call.lastTime, call.lastWords) = ("Thu 19 Nov 15:30  call", "phase 1 yes; CFO signs")
    call.since = [
      TimelineModel(date: "23 Nov", time: "08:41", sign: .signal, text: "proposal viewed 3×, today 08:41", who: ""),
      TimelineModel(date: "19 Nov", time: "16:02", sign: .sent, text: "mail: one-page summary", who: ""),
    ]
    call.detail = detail("Ana Müller", .board)
    let footer = self.footer(
      wide: "C-s=save and hang up|C-n=next|C-t=time|Tab=understood|Esc=leave (text kept)|F1=help",
      compact: "C-s=save and hang up|C-n=next|C-t=time|Tab=understood|Esc=leave|F1=help",
      phone: "C-s=hang up|C-n=next|Tab|Esc|F1=help")
    return ScreenModel(
      head: head(time: "09:19"), view: .call(call), status: StatusModel("text kept 09:19:41"), footer: footer)
  }

  /// The groups as the table of commands has them: one row a command, what a prefix begins in one row.
  func helpScreen() -> ScreenModel {
    let groups = CommandRow.Group.allCases.map { group in
      var rows: [HintModel] = []
      var begun: Set<Key> = []
      for row in CommandTable.rows where row.group == group {
        guard let first = row.keys.first?.first, row.keys.allSatisfy({ $0.count > 1 }) else {
          rows.append(HintModel(row.spelled.joined(separator: "  "), row.means))
          continue
        }
        guard group != .go else {
          rows.append(HintModel(row.spelled.joined(separator: "  "), row.means))
          continue
        }
        guard begun.insert(first).inserted else { continue }
        let title = CommandTable.prefixes.first { $0.key == first }?.title ?? ""
        rows.append(HintModel("\(first.name)…", title.hasSuffix("…") ? String(title.dropLast()) : title))
      }
      return HelpModel.Group(group.rawValue, rows)
    }
    return ScreenModel(
      head: head(), view: .help(HelpModel(context: "Board", query: "", groups: groups)), status: StatusModel(),
      footer: Demo.hints("-type to search|↑↓=scroll|Enter=run|Esc=close"))
  }

  // Forms

  private func form(
    _ key: String, _ title: String, _ text: String, subject: String = "Ana Müller", _ preview: [PromptModel.Line]
  ) -> ScreenModel {
    boardScreen(
      prompt: PromptModel(
        key: key, title: title, subject: subject, text: text, cursor: text.count, preview: preview),
      footer: Demo.hints("Enter=save|Esc=cancel (text kept)|↑=history|C-w=word|C-u=line|F1=help"))
  }

  var forms: [(name: String, screen: ScreenModel)] {
    [
      (
        "add",
        form(
          "a", "add", "Lena Hart @Orbit lena@orbit.example 8k€ via:fair next:send case due:thu", subject: "capture",
          [
            PromptModel.Line("name Lena Hart · company Orbit · mail lena@orbit.example · €8k · via fair"),
            PromptModel.Line("⏲  Thu 26 Nov   send case   me   WARM, 1/5 attention", .result),
            PromptModel.Line("no lead has this mail yet"),
          ])
      ),
      (
        "close-other",
        form(
          "X o", "close", "lost built it in-house",
          [
            PromptModel.Line("lost   reason \"built it in-house\"   Mon 23 Nov", .result),
            PromptModel.Line("fit unknown: fit:timing or fit:fit says which", .warning),
          ])
      ),
      (
        "next",
        form(
          "t", "next", "send the rollback page due:thu 10:00",
          [PromptModel.Line("⏲  Thu 26 Nov 10:00 (in 3 days)   send the rollback page   me", .result)])
      ),
      (
        "note",
        form(
          "i", "note", "board paper is due on Tuesday night",
          [PromptModel.Line("a line in the timeline; no clock moves")])
      ),
      (
        "park",
        form(
          "p", "park", "2027-01-11 wake:replied // new budget",
          [
            PromptModel.Line("⏲  recycle until Mon 11 Jan 2027 (in 49 days), or on replied", .result),
            PromptModel.Line("   because \"new budget\"", .result),
          ])
      ),
      (
        "promise",
        form(
          "r", "promise", "sign the scope due:thu",
          [
            PromptModel.Line("⏲  Thu 26 Nov, passed after 17:00   they: sign the scope", .result),
            PromptModel.Line("   instead of Wed 25 Nov  take scope to the CFO"),
          ])
      ),
      (
        "snooze-date",
        form(
          "z d", "snooze to", "tomorrow 10:00 // she asked for a day",
          [
            PromptModel.Line("⏲  Tue 24 Nov 10:00 (in 1 day)   call: Agree who signs", .result),
            PromptModel.Line("   cause \"she asked for a day\"", .result),
          ])
      ),
      (
        "search",
        boardScreen(
          cursor: "Eve Okafor",
          prompt: PromptModel(
            shape: .bar, key: "/", title: "search", subject: "1 of 1: Eve Okafor", text: "oka", cursor: 3),
          footer: Demo.hints("Enter=keep|Esc=back|C-u=line|n N=next, previous afterwards"))
      ),
      (
        "filter",
        boardScreen(
          cursor: "Farid Haddad", shown: ["Dmitri Kask", "Farid Haddad"],
          prompt: PromptModel(
            shape: .bar, key: "\\", title: "filter", subject: "2 of 13 leads", text: "state:warm untouched:>14d",
            cursor: 25), footer: Demo.hints("Enter=keep|Esc=back|C-u=line|\\=again edits it, Esc shows all"))
      ),
    ]
  }

  // Prefixes

  /// What may follow a prefix on Ana's board, as the table of commands says it.
  func popup(_ prefix: Character) -> ScreenModel {
    let key = Key.character(prefix)
    let row = CommandTable.prefixes.first { $0.key == key }
    let items = CommandTable.rows(behind: [key]).filter { $0.row.needs != .closedLead }.map { key, row in
      let step = prefix == "m" ? Int(key.name) : nil
      return HintModel(key.name, step.map { Demo.decisions[$0 - 1] } ?? row.word)
    }
    let popup = PopupModel(
      key: String(prefix), title: row?.title ?? "", subject: "gF".contains(prefix) ? "" : "Ana Müller",
      action: "dz".contains(prefix) ? "call: Agree who signs" : "", items: items, notes: row?.notes ?? [])
    return boardScreen(popup: popup, footer: Demo.hints("-a key runs it|?=as a page|Esc=back out"))
  }

  static let prefixes: [(key: Character, name: String)] = [
    ("d", "done"), ("s", "signal"), ("m", "move"), ("z", "snooze"), ("X", "close"), ("g", "go"), ("F", "filter"),
  ]
}

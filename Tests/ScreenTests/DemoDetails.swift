import LeadlineDesk
import LeadlineScreen

/// The leads of the demo book that mock-ups show whole.
extension Demo {
  func detail(_ name: String, _ place: Layout.DetailPlace) -> DetailModel {
    var (model, timeline) =
      switch name {
      case "Bo Lindqvist": Demo.bo
      case "Dmitri Kask": Demo.dmitri
      case "Eve Okafor": Demo.eve
      case "Farid Haddad": Demo.farid
      case _: Demo.ana
      }
    let rows = layout.timelineRowsInView(
      place, hasPromise: model.promise != nil, hasMeaning: model.next?.meaning.isEmpty == false)
    model.timeline = Array(timeline.prefix(rows))
    model.hiddenBelow = ["Ana Müller", "Farid Haddad"].contains(name) ? max(0, timeline.count - rows) : 0
    return model
  }

  func detailScreen() -> ScreenModel {
    let footer = self.footer(
      wide:
        "[ ]=lead|J K=scroll|w=why|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|H L=move|p=park|X…=close|Esc",
      compact: "[ ]=lead|J K=scroll|w=why|c=call|i=note|t=next|s…|d…|z…|p=park|X…|Esc|?",
      phone: "[ ]|w=why|c=call|t=next|s…|d…|z…|X…|Esc")
    return ScreenModel(head: head(), view: .detail(detail("Ana Müller", .view)), status: Demo.status, footer: footer)
  }

  private static var ana: (DetailModel, [TimelineModel]) {
    var model = DetailModel()
    (model.id, model.name, model.company) = ("ana-7k2mq", "Ana Müller", "Acme GmbH")
    (model.state, model.since, model.value, model.owner) = (.hot, "12 Nov", "€12k", "me")
    (model.role, model.emails, model.phones) = ("Head of operations", ["ana@acme.example"], ["+49 30 23125 017"])
    (model.via, model.tags) = ("referral: Bo Lindqvist", ["fair"])
    model.decisions = decision(4, since: "Thu 12 Nov", short: "12 Nov")
    model.next = NextModel(
      when: WhenModel(.today, "10:00", short: "10:00", tail: "call"), date: "today 10:00",
      text: "call: Agree who signs", who: "me", isByRule: false, because: "proposal viewed 3×, today 08:41")
    model.promise = PromiseModel(date: "Wed 25 Nov", text: "take scope to the CFO", isPassed: false)
    model.silent = ClockModel(because: "their promise stands: Wed 25 Nov")
    model.untouched = ClockModel("4d", because: "mail, Thu 19 Nov 16:02")
    model.owed = ClockModel(because: "no message of theirs waits")
    model.unplanned = ClockModel(because: "next and promise stand")
    model.momentum = momentum(97, "▁▁▁▁▅▅▇")
    (model.momentum.halfLife, model.momentum.trend) = ("3wd (hot)", "rising: 83 a week ago")
    model.momentum.terms = [
      HintModel("+1.08", "call reached, Thu 15:30"), HintModel("+1.00", "proposal viewed, today 08:41"),
      HintModel("+0.91", "proposal viewed, Sun 19:10"),
    ]
    let lines = """
      23 Nov 08:50 ! next: Agree who signs, 10:00
      23 Nov 08:41 ⚙ proposal-revisited: Offer two times to walk through it, moved to hot
      23 Nov 08:41 ◉ proposal viewed 3rd @pandadoc
      22 Nov 19:10 ◉ proposal viewed 2nd @pandadoc
      20 Nov 18:22 ◉ proposal viewed @pandadoc
      19 Nov 16:02 → mail: one-page summary
      19 Nov 15:55 ⏲ promised Wed 25 Nov: take scope to the CFO
      19 Nov 15:30 ☎ call: phase 1 yes; CFO signs
      17 Nov 16:10 → mail: scope, phase by phase
      17 Nov 15:45 ◉ replied "send scope" @mail
      16 Nov 14:15 → proposal: phase 1 and 2
      16 Nov 10:50 ⚙ hot-silent: Offer one clear next step
      12 Nov 10:51 · decision: approval
      12 Nov 10:50 · moved to hot
      12 Nov 10:00 ☎ meeting: 2 days a month lost
      11 Nov 15:20 · decision: urgency
      11 Nov 14:50 ◉ replied "clear. what does waiting cost?" @mail
      9 Nov 14:00 → mail: rollback in one page
      5 Nov 14:30 · decision: safety
      5 Nov 14:00 ☎ call: cut-over is the worry
      4 Nov 15:05 ◉ replied "yes, show us" @mail
      4 Nov 09:20 → mail: Bo thought of you
      3 Nov 16:40 + captured, referral: Bo Lindqvist +fair
      """
    return (model, timeline(lines))
  }

  private static var bo: (DetailModel, [TimelineModel]) {
    var model = DetailModel()
    (model.id, model.name, model.company) = ("bo-2c6rv", "Bo Lindqvist", "Kanto")
    (model.state, model.since, model.value, model.owner) = (.warm, "1 Oct", "€6k", "me")
    (model.emails, model.phones, model.decisions) = (["bo@kanto.example"], ["+46 8 465 004 33"], decision(2))
    model.next = NextModel(
      when: WhenModel(.overdue, "Fri 16:15", short: "Fri"), date: "Fri 20 Nov 16:15", text: "Offer two new times",
      who: "", isByRule: true, because: "meeting-missed: meeting missed Fri",
      meaning: "The day got in the way; they still owe us a conversation.")
    (model.silent, model.untouched) = (ClockModel("3d"), ClockModel("4d"))
    model.momentum = momentum(76, "▇▁▁▁▁▁▅")
    return (model, timeline("20 Nov 15:15 ⚙ meeting-missed: Offer two new times"))
  }

  private static var dmitri: (DetailModel, [TimelineModel]) {
    var model = DetailModel()
    (model.id, model.name, model.company) = ("dmitri-6t1yf", "Dmitri Kask", "Sable Ltd")
    (model.state, model.since, model.value, model.owner) = (.warm, "5 Oct", "€9k", "me")
    (model.emails, model.decisions) = (["dmitri@sable.example"], decision(2))
    model.next = NextModel(
      when: WhenModel(.later, "Tue", short: "Tue"), date: "Tue 24 Nov", text: "call: Ask what the audit left open",
      who: "me", isByRule: false, because: "proposal sent 6 Nov")
    (model.silent, model.untouched) = (ClockModel("16d", isOver: true), ClockModel("17d", isOver: true))
    model.momentum = momentum(45, "▇▇▁▇▁▃▁")
    let lines = """
      20 Nov 16:40 · dismissed
      19 Nov 10:00 ⚙ two-week-alarm: Get in touch before it is two weeks
      13 Nov 16:40 · snoozed to Tue 24 Nov: audit runs a week longer
      9 Nov 13:30 ◉ proposal viewed @pandadoc
      6 Nov 10:10 ! next: Ask what the audit left open, Fri 13 Nov
      6 Nov 10:00 → proposal sent
      27 Oct 16:15 ◉ replied "send it, I read it after the audit" @mail
      """
    return (model, timeline(lines))
  }

  private static var eve: (DetailModel, [TimelineModel]) {
    var model = DetailModel()
    (model.id, model.name, model.company) = ("eve-4b7zn", "Eve Okafor", "Okafor & Co")
    (model.state, model.since, model.value, model.owner) = (.warm, "14 Sep", "€5k", "me")
    (model.emails, model.phones) = (["eve@okafor.example"], ["+44 20 7946 0155"])
    model.decisions = decision(3)
    model.next = NextModel(
      when: WhenModel(.today, "today", short: "today"), date: "today", text: "mail: Answer the security question",
      who: "me", isByRule: false, because: "replied Fri")
    model.untouched = ClockModel("11d")
    model.momentum = momentum(74, "▁▁▁▇▁▁▇")
    let lines = """
      20 Nov 11:20 ! next: Answer the security question, Mon 23 Nov
      20 Nov 11:00 ◉ replied "where is our data kept?" @mail
      17 Nov 17:00 ⚙ escalated: late for longer than warm allows
      17 Nov 10:00 ⚙ warm-silent: superseded by proposal-unopened
      16 Nov 10:00 ⚙ proposal-unopened: Use another channel
      12 Nov 10:00 → proposal sent
      """
    return (model, timeline(lines))
  }

  private static var farid: (DetailModel, [TimelineModel]) {
    var model = DetailModel()
    (model.id, model.name, model.company) = ("farid-9q3kw", "Farid Haddad", "Halcyon")
    (model.state, model.since, model.value, model.owner) = (.warm, "27 Oct", "€3k", "mia")
    (model.emails, model.via, model.decisions) = (["farid@halcyon.example"], "linkedin", decision(1))
    model.next = NextModel(
      when: WhenModel(.overdue, "16 Nov", short: "16 Nov"), date: "Mon 16 Nov 17:00",
      text: "Get in touch before it is two weeks", who: "", isByRule: true,
      because: "two-week-alarm: call reached 2 Nov",
      meaning: "We have let them wait: our neglect, not their silence.", isEscalated: true)
    model.silent = ClockModel("21d", because: "since Mon 2 Nov 09:05, call reached", isOver: true)
    model.untouched = ClockModel("21d", because: "our last touch is the same call", isOver: true)
    model.momentum = momentum(42, "▁▁▁▇▁▁▁")
    let lines = """
      17 Nov 17:00 ⚙ escalated: late for longer than warm allows
      16 Nov 09:10 · snoozed to Wed 25 Nov: case not written yet @mia
      15 Nov 09:05 ⚙ two-week-alarm: Get in touch before it is two weeks
      9 Nov 09:20 · snoozed to Mon 16 Nov: case not written yet @mia
      2 Nov 09:30 ! next: Send the two-page case, Mon 9 Nov @mia
      2 Nov 09:05 ☎ call: send me one case @mia
      30 Oct 11:30 ⚙ reply-owed-warm: Answer Farid
      29 Oct 11:30 ◉ replied "call me on Monday" @linkedin
      27 Oct 16:00 → message: one question about your launch @mia
      27 Oct 10:30 + captured, linkedin @mia
      """
    return (model, timeline(lines))
  }

  /// `23 Nov 08:41 ◉ proposal viewed @pandadoc`, line by line.
  private static func timeline(_ lines: String) -> [TimelineModel] {
    let signs: [Substring: TimelineModel.Sign] = [
      "!": .action, "◉": .signal, "→": .sent, "⏲": .promise, "☎": .call, "⚙": .rule, "·": .other, "+": .captured,
    ]
    return lines.split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 4)
      let parts = words[4].split(separator: " @")
      return TimelineModel(
        date: "\(words[0]) \(words[1])", time: String(words[2]), sign: signs[words[3]] ?? .other,
        text: String(parts[0]), who: parts.count > 1 ? String(parts[1]) : "")
    }
  }
}

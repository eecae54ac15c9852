import LeadlineDesk

/// Why Bo Lindqvist is overdue, as the rules of the demo book have it, folded to the three sizes.
extension Demo {
  func explainScreen() -> ScreenModel {
    let rows = (layout.shape == .phone ? Demo.narrow : Demo.broad).split(
      separator: "\n", omittingEmptySubsequences: false)
    let shown = rows.prefix(layout.explainRowsInView).map { Demo.explainRow($0) }
    let explain = ExplainModel(
      title: "why is Bo Lindqvist overdue?", rows: shown, hiddenBelow: rows.count - shown.count)
    return boardScreen(
      cursor: "Bo Lindqvist", explain: explain,
      footer: Demo.hints("j k=scroll|[ ]=lead|d…=done|z…=snooze|t=next|Esc=close"))
  }

  /// `MEANS|The day …`: a label and its text; `#` begins a head, `=` a title, `-` a rule.
  private static func explainRow(_ line: Substring) -> ExplainModel.Row {
    switch line.first {
    case nil: return ExplainModel.Row(.blank)
    case "#": return ExplainModel.Row(.head, String(line.dropFirst()))
    case "=": return ExplainModel.Row(.title, String(line.dropFirst()))
    case let first:
      let parts = line.drop { $0 == "-" }.split(separator: "|", omittingEmptySubsequences: false)
      return ExplainModel.Row(first == "-" ? .rule : .fact, label: String(parts[0]), String(parts[1]))
    }
  }

  private static let broad = """
    #Bo Lindqvist: Offer two new times, due Fri 20 Nov 16:15
    RULE|meeting-missed, step 1 of 2, fired Fri 20 Nov 15:15, in force since
    |25 Aug
    MEANS|The day got in the way; they still owe us a conversation.
    WHEN|meeting.missed
    SIGNAL|meeting.missed: Fri 15:15
    ACTION|next "Offer two new times" in 1wh; draft advance reschedule
    ENDS|any answer of theirs, a promise, a booked meeting, your move, park
    |or close, your dismissal

    =Considered and not fired
    -warm-silent|silent for 3wd: runs since Thu 19 Nov 11:00, passes on
    -|Tue 24 Nov 11:00; as things stand, on Tue 24 Nov 11:00
    -two-week-alarm|untouched for 13d: runs since Thu 19 Nov 11:00, passes
    -|on Wed 2 Dec 11:00; as things stand, on Wed 2 Dec 11:00
    -reply-owed-warm|nothing is owed: no message of theirs waits for an
    -|answer
    -promise-passed|no promise of theirs is open

    SHELL|leadline why bo-2c6rv
    """

  private static let narrow = """
    #Bo Lindqvist: Offer two new times, due
    #Fri 20 Nov 16:15
    RULE|meeting-missed, step 1 of 2,
    |fired Fri 20 Nov 15:15, in
    |force since 25 Aug
    MEANS|The day got in the way; they
    |still owe us a conversation.
    WHEN|meeting.missed
    SIGNAL|meeting.missed: Fri 15:15
    ACTION|next "Offer two new times" in
    |1wh; draft advance reschedule
    ENDS|any answer of theirs, a
    |promise, a booked meeting,
    |your move, park or close,
    |your dismissal

    =Considered and not fired
    -warm-silent|
    -|silent for 3wd: runs since Thu 19
    -|Nov 11:00, passes on Tue 24 Nov
    -|11:00; as things stand, on Tue 24
    -|Nov 11:00
    -two-week-alarm|
    -|untouched for 13d: runs since Thu
    -|19 Nov 11:00, passes on Wed 2 Dec
    -|11:00; as things stand, on Wed 2
    -|Dec 11:00
    -reply-owed-warm|
    -|nothing is owed: no message of
    -|theirs waits for an answer
    -promise-passed|
    -|no promise of theirs is open

    SHELL|leadline why bo-2c6rv
    """
}

/// The three states alone: what holds where no rules were adopted, or none of what was adopted can be read.
package enum StateRules {
  /// The three blocks, with which the default rules begin too.
  static let states = """
    state hot
      means     "High intent, recent engagement, a clear next step."
      default   next "Agree one dated next step" in 1wh
      escalate  when overdue by 4wh
      gap       1wd
      half-life 3wd

    state warm
      means     "Interested, undecided: needs structured momentum."
      default   next "Settle one hesitation" in 8wh
      escalate  when overdue by 1wd
      gap       2wd
      half-life 7wd

    state recycle
      means     "Not now: parked with a date, never forgotten."
      default   next "Reopen with what has changed" when the park ends
      escalate  when overdue by 5wd
      gap       10wd
      half-life 60d
    """

  package static let text = """
    # The follow-up rules of this book.
    #
    # Every open lead is in one of three states, and each state says what happens on a lead in it when nobody
    # has agreed anything better: its default. An action that is overdue by so much is escalated: it rises to
    # the top of due today until somebody does or plans something. The gap is the least time between two
    # contacts that are only suggested; the half-life, how long what a buyer did goes on to count.
    #
    # One clause a line; indentation is free. 30m minutes, 2h hours, 4wh working hours, 7d calendar days,
    # 5wd working days, 2w weeks. A next action comes in D, now, today, at 09:00, or when the park ends, and
    # may say by call, mail, message or meeting.
    #
    # What you write here is in force once you adopt it: leadline rules adopt

    \(states)

    """
}

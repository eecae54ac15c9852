import LeadlineCore
import LeadlineText

/// Three sound state blocks, fifteen lines and an empty one: what every rules file needs.
let stateBlocks = ["hot", "warm", "recycle"].map { state in
  """
  state \(state)
    means "Ready."
    default next "Agree one step" in 1wh
    escalate when overdue by 4wh
    gap 1wd
    half-life 3wd

  """
}.joined()

func wd(_ amount: Int) -> Interval { Interval(amount: amount, unit: .workingDays) }
func days(_ amount: Int) -> Interval { Interval(amount: amount, unit: .days) }
func wh(_ amount: Int) -> Interval { Interval(amount: amount, unit: .workingHours) }

/// The one rule of a file that has these clauses below its head and means.
func readRule(_ clauses: String, settings: BookSettings = BookSettings()) -> (rule: Rule?, findings: [Finding]) {
  let text = stateBlocks + "rule x\n  means \"?\"\n" + clauses + "\n"
  let (rules, findings) = RulesReader.read(text, settings: settings)
  return (rules?.list.first, findings)
}

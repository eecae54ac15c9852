package import LeadlineCore
import LeadlineText

/// What an adoption puts in force: its book.toml, with this machine's knowledge of zones.
package enum AdoptedVersion {
  package static func read(_ adoption: Adoption, from: Instant) -> Version? {
    let settings = BookSettingsReader.read(adoption.book).settings
    return version(of: settings, from: from)
  }

  package static func version(of settings: BookSettings, from: Instant) -> Version {
    let calendar = settings.calendar(in: ZoneFiles.zone(named: settings.zone) ?? .utc)
    return Version(from: from, rules: usualRules, settings: settings, calendar: calendar)
  }

  package static let usualText = "# rules\n"

  private static let usualRules = Rules(
    hot: StateBlock(
      state: .hot, means: "High intent, recent engagement, a clear next step.",
      next: Template("Agree one dated next step", .in(Interval(amount: 1, unit: .workingHours))),
      escalate: Interval(amount: 4, unit: .workingHours), gap: Interval(amount: 1, unit: .workingDays),
      halfLife: Interval(amount: 3, unit: .workingDays)),
    warm: StateBlock(
      state: .warm, means: "Interested, undecided: needs structured momentum.",
      next: Template("Settle one hesitation", .in(Interval(amount: 8, unit: .workingHours))),
      escalate: Interval(amount: 1, unit: .workingDays), gap: Interval(amount: 2, unit: .workingDays),
      halfLife: Interval(amount: 7, unit: .workingDays)),
    recycle: StateBlock(
      state: .recycle, means: "Not now: parked with a date, never forgotten.",
      next: Template("Reopen with what has changed", .whenParkEnds), escalate: Interval(amount: 5, unit: .workingDays),
      gap: Interval(amount: 10, unit: .workingDays), halfLife: Interval(amount: 60, unit: .days)))
}

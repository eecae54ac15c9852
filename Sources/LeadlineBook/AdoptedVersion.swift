import LeadlineCore
import LeadlineText

/// What an adoption puts in force, with this machine's knowledge of zones.
enum AdoptedVersion {
  /// Rules that cannot be read give way to the default ones: no open lead is ever without something that happens next.
  static func read(_ adoption: Adoption, from: Instant) -> Version? {
    VersionReader { ZoneFiles.zone(named: $0) }.read([(at: from, adoption: adoption)]).versions.first
  }

  /// These settings under the default rules.
  static func version(of settings: BookSettings) -> Version? {
    let text = BookSettingsWriter.text(for: settings)
    return read(Adoption(engine: Engine.number, rules: StateRules.text, book: text), from: .earliest)
  }
}

package import LeadlineCore

/// Makes versions of what was adopted: the rules and the calendar that hold from one moment on.
package struct VersionReader {
  private let zone: (String) -> Zone?

  /// `zone`: the clocks of a place by its name, nil where the system knows no such place.
  package init(zone: @escaping (String) -> Zone?) { self.zone = zone }

  /// The versions of a book, earliest first. An adopted text that cannot be read leaves the rules before it in force,
  /// and the default rules where there are none, so that no open lead is ever without something that happens next.
  package func read(_ adoptions: [(at: Instant, adoption: Adoption)]) -> (versions: [Version], findings: [Finding]) {
    var versions: [Version] = []
    var findings: [Finding] = []
    for (at, adoption) in adoptions {
      var (version, wrong) = read(adoption, from: at)
      findings += wrong
      if version == nil, let rules = versions.last?.rules ?? RulesReader.read(StateRules.text).rules {
        version = self.version(rules, BookSettingsReader.read(adoption.book), from: at).version
      }
      if let version { versions.append(version) }
    }
    return (versions, findings)
  }

  /// One adopted version, or nil where its rules have an error. They are read with the words of the book.toml that was
  /// adopted with them. An unknown zone is read as UTC.
  package func read(_ adoption: Adoption, from: Instant) -> (version: Version?, findings: [Finding]) {
    let book = BookSettingsReader.read(adoption.book)
    let (rules, wrong) = RulesReader.read(adoption.rules, settings: book.settings)
    guard let rules, wrong.allSatisfy({ $0.severity == .warning }) else { return (nil, wrong) }
    let (version, findings) = version(rules, book, from: from)
    return (version, wrong + findings)
  }

  private func version(_ rules: Rules, _ book: (settings: BookSettings, findings: [Finding]), from: Instant) -> (
    version: Version, findings: [Finding]
  ) {
    let settings = book.settings
    var findings = book.findings
    let zone = zone(settings.zone)
    if zone == nil {
      findings.append(
        Finding(
          at: Place(file: "book.toml", line: 1, column: 1), "this machine does not know the zone \(settings.zone)",
          instead: "install its zone database; until then times are UTC"))
    }
    return (
      Version(from: from, rules: rules, settings: settings, calendar: settings.calendar(in: zone ?? .utc)), findings
    )
  }
}

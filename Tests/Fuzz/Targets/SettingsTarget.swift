import LeadlineCore
import LeadlineScreen
import LeadlineText

/// The text as TOML, and as each of the files that are written in it.
func takeSettings(_ bytes: [UInt8]) {
  let text = text(bytes)
  let lines = text.unicodeScalars.count { $0 == "\n" } + 1
  takeFindings(TOMLReader.read(text, file: "f").findings, lines)
  takeFindings(ConfigReader.read(text).findings, lines)
  let (settings, findings) = BookSettingsReader.read(text)
  takeFindings(findings, lines)
  takeSettings(settings)
  let (theme, faults) = ThemeReader.read(text, file: "f.toml", parents: { _ in nil })
  takeFindings(faults.filter { $0.place.file == "f.toml" }, lines)
  for depth in ColourDepth.allCases { _ = theme.styles(for: depth) }
}

private func takeFindings(_ findings: [Finding], _ lines: Int) {
  for finding in findings {
    claim((1...lines).contains(finding.place.line) && finding.place.column > 0, "\(finding) lies in the text")
  }
}

/// Whatever was read can be written, and reads as the same again.
private func takeSettings(_ settings: BookSettings) {
  let written = BookSettingsWriter.text(for: settings)
  let (again, _) = BookSettingsReader.read(written)
  claim(again == settings, "the settings are written as \(written)")
  let calendar = settings.calendar(in: .utc)
  for unit in Interval.Unit.allCases { _ = calendar.add(Interval(amount: 3, unit: unit), to: .earliest) }
}

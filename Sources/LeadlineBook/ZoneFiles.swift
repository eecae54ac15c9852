package import LeadlineCore

/// The zone database of this machine.
package enum ZoneFiles {
  private static let usual = "/usr/share/zoneinfo"

  /// The clocks of a place by its name, `Europe/Berlin`; nil where this machine does not know it.
  package static func zone(named name: String) -> Zone? {
    if name == "UTC" { return .utc }
    guard isName(name), let bytes = try? SmallFile.read("\(usual)/\(name)", limit: 1 << 20) else { return nil }
    return Zone(tzif: bytes, name: name)
  }

  /// What `TZ` names, else what the machine is set to, else `UTC`.
  package static func machineZone(environment: [String: String]) -> String {
    if let text = environment["TZ"] {
      let name = text.hasPrefix(":") ? String(text.dropFirst()) : text
      let short = name.hasPrefix(usual + "/") ? String(name.dropFirst(usual.utf8.count + 1)) : name
      return zone(named: short) == nil ? "UTC" : short
    }
    if let path = Kernel.realPath(of: "/etc/localtime"), path.hasPrefix(usual + "/") {
      let name = String(path.dropFirst(usual.utf8.count + 1))
      if zone(named: name) != nil { return name == "Etc/UTC" ? "UTC" : name }
    }
    return "UTC"
  }

  /// A name comes from synced data and becomes a path: no step upwards, nothing absolute.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64 && !name.hasPrefix("/")
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
      && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
  }
}

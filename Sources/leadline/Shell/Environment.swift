import Glibc

/// The variables of the process that Leadline looks at.
enum Environment {
  private static let names = [
    "HOME", "USER", "LOGNAME", "TZ", "LANG", "LC_ALL", "LC_CTYPE", "TERM", "TMUX", "NO_COLOR", "COLUMNS",
    "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "LEADLINE_BOOK", "LEADLINE_NOW",
  ]

  static var current: [String: String] {
    var variables: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }

  /// The name that the person logged in with.
  static var login: String {
    let named = current["LOGNAME"] ?? current["USER"] ?? ""
    if !named.isEmpty { return named }
    guard let entry = getpwuid(geteuid()) else { return "me" }
    return String(cString: entry.pointee.pw_name)
  }
}

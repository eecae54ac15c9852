import Glibc

/// What the environment says about the terminal.
enum Environment {
  /// A variable's value, empty where it is not set.
  static subscript(name: String) -> String {
    guard let value = getenv(name) else { return "" }
    return String(cString: value)
  }

  /// https://no-color.org: set to anything but the empty string.
  static var forbidsColour: Bool { !self["NO_COLOR"].isEmpty }
}

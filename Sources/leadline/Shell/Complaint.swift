/// Why a command could not do what it was asked: what, and what to type instead.
struct Complaint: Error {
  /// 64 usage, 65 bad data, 69 no terminal, 74 output, 77 permission, 78 configuration (6-commands.md, 1).
  let code: Int32
  let what: String
  let instead: String

  init(_ code: Int32, _ what: String, _ instead: String = "") {
    self.code = code
    self.what = what
    self.instead = instead
  }

  var sentence: String { instead.isEmpty ? what : "\(what); \(instead)" }
}

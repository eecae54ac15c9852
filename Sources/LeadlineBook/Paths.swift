import Glibc
import LeadlineCore

/// Where a book and what belongs to it lie on this machine.
package struct Paths: Hashable, Sendable {
  /// The book's directory, without links.
  package let book: String
  /// What this machine alone keeps for the book: replica, unsaved text, quarantine, backups.
  package let state: String

  package var journal: String { book + "/journal" }
  package var archive: String { journal + "/archive" }
  package var settings: String { book + "/book.toml" }
  package var rules: String { book + "/rules" }
  package var replica: String { state + "/replica" }
  package var unsaved: String { state + "/unsaved" }
  package var quarantine: String { state + "/quarantine" }
  package var backups: String { state + "/backups" }

  /// - Parameters:
  ///   - book: a directory that exists.
  ///   - id: `id` of book.toml: it comes from synced data, so only letters, digits and `-` of it become part of a name.
  ///   - environment: of the process, or of a test.
  package init(book: String, id: String, environment: [String: String]) throws(Failure) {
    guard let real = Kernel.realPath(of: book) else { throw Failure(.missing, "open the book", book) }
    let root = try Paths.root("XDG_STATE_HOME", "/.local/state", environment)
    self.book = real
    state = "\(root)/leadline/\(Paths.slug(id, limit: 32, otherwise: "book"))-\(Paths.fingerprint(real))"
  }

  /// `--book`, else `$LEADLINE_BOOK`, else `book` of config.toml, else `~/leads`.
  package static func book(
    option: String?, configured: String?, environment: [String: String]
  ) throws(Failure) -> String {
    for choice in [option, environment["LEADLINE_BOOK"], configured] {
      if let choice, !choice.isEmpty { return try resolved(choice, environment: environment) }
    }
    return try home(environment) + "/leads"
  }

  /// This person's own directory: config.toml, themes, hooks, secrets.
  package static func configuration(environment: [String: String]) throws(Failure) -> String {
    try root("XDG_CONFIG_HOME", "/.config", environment) + "/leadline"
  }

  /// Refuses a directory that may name programs when anybody else could have written there.
  package static func requireTrust(in directory: String) throws(Failure) {
    let status = try Descriptor(directory, O_RDONLY | O_DIRECTORY, following: true).status()
    guard status.isOurs || status.owner == 0 else { throw Failure(.refused(.foreignOwner), "use", directory) }
    guard !status.isWritableByOthers else { throw Failure(.refused(.writableByOthers), "use", directory) }
  }

  /// Makes the state directory and the places in it, 0700, and refuses one that is not ours alone.
  package func makeState() throws(Failure) {
    for directory in [state, unsaved, quarantine, backups] { try Paths.makePrivate(directory) }
  }

  /// Makes a directory and those above it that are missing; the last one is ours and 0700 when this returns.
  package static func makePrivate(_ path: String) throws(Failure) {
    try make(path)
    let directory = try Descriptor(directory: path)
    let status = try directory.status()
    guard status.isOurs else { throw Failure(.refused(.foreignOwner), "use", path) }
    if status.permissions != 0o700 { try directory.restrict(to: 0o700) }
  }

  /// The directory part of a path.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(decoding: path.utf8[..<slash], as: UTF8.self)
  }

  /// The last part of a path.
  static func last(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(decoding: path.utf8[path.utf8.index(after: slash)...], as: UTF8.self)
  }

  /// Lower-case letters, digits and single `-` of a text: what may become part of a file's name.
  static func slug(_ text: String, limit: Int, otherwise: String) -> String {
    var slug: [UInt8] = []
    for byte in text.utf8 where slug.count < limit {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte + 0x20)
      default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? otherwise : String(decoding: slug, as: UTF8.self)
  }

  /// Thirteen letters that tell one text from another.
  static func fingerprint(_ text: String) -> String { Base32.encode(SHA256.hash(text.utf8), count: 13) }

  private static func make(_ path: String) throws(Failure) {
    let result = Kernel.makeDirectory(path)
    if result >= 0 || result == -EEXIST { return }
    guard result == -ENOENT, folder(of: path) != path else { throw Failure("create", path, error: -result) }
    try make(folder(of: path))
    let again = Kernel.makeDirectory(path)
    guard again >= 0 || again == -EEXIST else { throw Failure("create", path, error: -again) }
  }

  /// A path that a person wrote: `~` is their home.
  package static func resolved(_ path: String, environment: [String: String]) throws(Failure) -> String {
    if path == "~" { return try home(environment) }
    return path.hasPrefix("~/") ? try home(environment) + path.dropFirst() : path
  }

  /// A directory of the XDG base directory specification, which says that one that is not absolute is ignored.
  private static func root(
    _ variable: String, _ usual: String, _ environment: [String: String]
  ) throws(Failure) -> String {
    if let root = environment[variable], root.hasPrefix("/") { return root }
    return try home(environment) + usual
  }

  private static func home(_ environment: [String: String]) throws(Failure) -> String {
    guard let home = environment["HOME"], home.hasPrefix("/") else { throw Failure(.missing, "find", "$HOME") }
    return home == "/" ? "" : home
  }
}

package import LeadlineCore

/// Text that was typed and is not an event yet: kept on this machine until its event is saved or the person lets it go.
package struct UnsavedText: Hashable, Sendable {
  /// The id of the event that it is to become.
  package let id: String
  package let bytes: [UInt8]
  package let kept: Instant

  /// Bytes of one text.
  package static let limit = 16 << 20

  /// Keeps what a form holds now in the place of what it held before. Also survives this program being killed.
  package static func keep(_ bytes: [UInt8], id: String, in paths: Paths) throws(Failure) {
    // Twice a second while somebody types: the name need not survive a power cut, the content does.
    try SmallFile.replace(path(of: id, in: paths), bytes, lasting: false)
  }

  /// All that is kept, oldest first; what cannot be read is reported beside it.
  package static func all(in paths: Paths) throws(Failure) -> (texts: [UnsavedText], failures: [Failure]) {
    var texts: [UnsavedText] = []
    var failures: [Failure] = []
    for name in try Descriptor(directory: paths.unsaved).names() where isId(name) {
      do throws(Failure) {
        let path = path(of: name, in: paths)
        let status = Kernel.status(of: path).status
        let kept = Instant(milliseconds: status.modified / 1_000_000)
        texts.append(
          UnsavedText(id: name, bytes: try SmallFile.read(path, limit: limit, following: false), kept: kept))
      } catch {
        failures.append(error)
      }
    }
    return (texts.sorted { ($0.kept, $0.id) < ($1.kept, $1.id) }, failures)
  }

  /// Lets a text go: its event is saved, or the person discarded it. One that is not there is no failure.
  package static func discard(id: String, in paths: Paths) throws(Failure) {
    do throws(Failure) {
      try SmallFile.remove(path(of: id, in: paths))
    } catch  where error.kind == .missing {}
  }

  private static func path(of id: String, in paths: Paths) -> String {
    paths.unsaved + "/" + (isId(id) ? id : "x" + Paths.fingerprint(id))
  }

  private static func isId(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && Paths.slug(name, limit: 64, otherwise: "") == name
  }
}

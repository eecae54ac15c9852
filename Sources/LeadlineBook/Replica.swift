import LeadlineCore

/// The name under which this machine writes its own segments: `ana-k7q2`. Nothing is wrong when two machines share
/// one; it keeps git and other machines off the file that this machine appends to.
package struct Replica: Hashable, Sendable {
  package let name: String

  package init(name: String) { self.name = name }

  /// What a replica is bound to besides its state directory.
  package struct Machine: Hashable, Sendable {
    package let host: String
    /// /etc/machine-id, or the host's name where there is none.
    package let id: String

    package init(host: String, id: String) {
      self.host = host
      self.id = id
    }

    package static var current: Machine {
      let host = Kernel.hostName()
      let id = (try? SmallFile.read("/etc/machine-id", limit: 256)) ?? []
      return Machine(host: host, id: id.isEmpty ? host : String(decoding: id, as: UTF8.self))
    }
  }

  /// The replica of this machine; made on first use, and made anew where the state directory was copied here.
  package static func current(in paths: Paths, machine: Machine = .current) throws(Failure) -> Replica {
    let inode = try Descriptor(directory: paths.state).status().inode
    let binding = Paths.fingerprint("\(machine.id)\n\(inode)")
    if let known = stored(paths.replica), known.binding == binding { return known.replica }
    let fresh = Replica(
      name: Paths.slug(machine.host.prefix { $0 != "." }.description, limit: 20, otherwise: "host")
        + "-" + letters(4))
    let text = Array("\(fresh.name) \(binding)\n".utf8)
    let draft = try SmallFile.draft(of: paths.replica, text)
    defer { _ = Kernel.remove(draft) }
    // Of two programs that start for the first time together, one wins.
    if Kernel.link(draft, to: paths.replica) < 0 {
      if let known = stored(paths.replica), known.binding == binding { return known.replica }
      try SmallFile.replace(paths.replica, text)
    }
    return fresh
  }

  private static func stored(_ path: String) -> (replica: Replica, binding: String)? {
    guard let bytes = try? SmallFile.read(path, limit: 256, following: false), bytes.last == UInt8(ascii: "\n")
    else { return nil }
    let words = String(decoding: bytes.dropLast(), as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count == 2, Paths.slug(words[0], limit: 32, otherwise: "") == words[0] else { return nil }
    return (Replica(name: words[0]), words[1])
  }

  /// Random letters of the alphabet.
  private static func letters(_ count: Int) -> String {
    Base32.encode((0..<count).map { _ in UInt8.random(in: 0...255) }, count: count)
  }
}

import Glibc
@testable import LeadlineBook
import LeadlineCore
import Testing

struct StateTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  private let machine = Replica.Machine(host: "Ana's Laptop.example", id: "4f2")

  @Test func `a replica is made once and kept`() throws {
    let replica = try Replica.current(in: folder.paths, machine: machine)
    #expect(replica.name.hasPrefix("ana-s-laptop-"))
    #expect(replica.name.utf8.count == "ana-s-laptop-k7q2".utf8.count)
    #expect(try Replica.current(in: folder.paths, machine: machine) == replica)
    #expect(try folder.names(folder.paths.state).contains("replica"))
    #expect(try folder.names(folder.paths.state).count == 4)
  }

  @Test func `a copied home gets a replica of its own`() throws {
    let replica = try Replica.current(in: folder.paths, machine: machine)
    shell("cp -a '\(folder.paths.state)' '\(folder.root)/copy'; mv '\(folder.paths.state)' '\(folder.root)/old'")
    shell("mv '\(folder.root)/copy' '\(folder.paths.state)'")
    #expect(try Replica.current(in: folder.paths, machine: machine) != replica)
  }

  @Test func `another machine gets a replica of its own`() throws {
    let replica = try Replica.current(in: folder.paths, machine: machine)
    let other = try Replica.current(in: folder.paths, machine: .init(host: "ben", id: "9c1"))
    #expect(replica != other)
    #expect(try Replica.current(in: folder.paths, machine: .init(host: "ben", id: "9c1")) == other)
  }

  @Test(arguments: ["", "ana-k7q2", "../../x b\n", "ana-k7q2 \n"]) func `a spoilt replica file is made anew`(
    text: String
  ) throws {
    try folder.write(text, to: folder.paths.replica)
    let replica = try Replica.current(in: folder.paths, machine: machine)
    #expect(replica.name.hasPrefix("ana-s-laptop-"))
    #expect(try Replica.current(in: folder.paths, machine: machine) == replica)
  }

  @Test func `two books of one id have two states`() throws {
    try Paths.makePrivate(folder.root + "/second")
    let second = try Paths(book: folder.root + "/second", id: "b1", environment: ["HOME": folder.root])
    #expect(second.state != folder.paths.state)
    #expect(second.state.hasPrefix(folder.root + "/.local/state/leadline/b1-"))
  }

  @Test func `an id from synced data cannot leave the state directory`() throws {
    let paths = try Paths(book: folder.root, id: "../../../etc/ünsafe", environment: ["XDG_STATE_HOME": "/s"])
    #expect(paths.state.hasPrefix("/s/leadline/etc-nsafe-"))
  }

  @Test(
    arguments: [
      (nil, nil, nil, "/home/ana/leads"), ("/o", "/e", "/c", "/o"), (nil, "/e", "/c", "/e"),
      (nil, nil, "~/c", "/home/ana/c"), (nil, "", "~", "/home/ana"),
    ] as [(String?, String?, String?, String)])
  func `the book is where option, environment and settings say`(
    option: String?, variable: String?, configured: String?, book: String
  ) throws {
    var environment = ["HOME": "/home/ana"]
    environment["LEADLINE_BOOK"] = variable
    #expect(try Paths.book(option: option, configured: configured, environment: environment) == book)
  }

  @Test func `a relative XDG directory is ignored`() throws {
    let environment = ["HOME": "/home/ana", "XDG_CONFIG_HOME": "here"]
    #expect(try Paths.configuration(environment: environment) == "/home/ana/.config/leadline")
  }

  @Test func `a home that is not known is a failure`() {
    #expect(failure { _ = try Paths.configuration(environment: [:]) } != nil)
  }

  @Test func `a configuration that others may write to is refused`() throws {
    let directory = folder.root + "/config"
    try Paths.makePrivate(directory)
    try Paths.requireTrust(in: directory)
    chmod(directory, 0o770)
    #expect(failure { try Paths.requireTrust(in: directory) }?.kind == .refused(.writableByOthers))
  }

  @Test func `a state that was open to others is closed`() throws {
    chmod(folder.paths.state, 0o755)
    try folder.paths.makeState()
    #expect(try folder.status(folder.paths.state).permissions == 0o700)
    #expect(try folder.status(folder.paths.unsaved).permissions == 0o700)
  }

  @Test func `unsaved text comes back as it was typed`() throws {
    let typed = Array("Spoke to Jo; wants SS\u{e9}\n\u{0}".utf8)
    try UnsavedText.keep(Array("Spo".utf8), id: "4k9w2m7xq4b0c1", in: folder.paths)
    try UnsavedText.keep(typed, id: "4k9w2m7xq4b0c1", in: folder.paths)
    let texts = try UnsavedText.all(in: folder.paths).texts
    #expect(texts.map(\.bytes) == [typed])
    #expect(texts.map(\.id) == ["4k9w2m7xq4b0c1"])
    #expect(try folder.status(folder.paths.unsaved + "/4k9w2m7xq4b0c1").permissions == 0o600)
    try UnsavedText.discard(id: "4k9w2m7xq4b0c1", in: folder.paths)
    try UnsavedText.discard(id: "4k9w2m7xq4b0c1", in: folder.paths)
    #expect(try folder.names(folder.paths.unsaved).isEmpty)
  }

  @Test func `an id that is no name stays inside unsaved`() throws {
    try UnsavedText.keep([1], id: "../../escape", in: folder.paths)
    #expect(try folder.names(folder.paths.unsaved).count == 1)
    try UnsavedText.discard(id: "../../escape", in: folder.paths)
    #expect(try folder.names(folder.paths.unsaved).isEmpty)
  }

  @Test func `a link among the unsaved texts is reported and not followed`() throws {
    shell("ln -s /etc/hostname '\(folder.paths.unsaved)/abc'")
    let (texts, failures) = try UnsavedText.all(in: folder.paths)
    #expect(texts.isEmpty)
    #expect(failures.map(\.kind) == [.refused(.link)])
  }

  @Test func `a file above its limit is not loaded`() throws {
    try folder.write(String(repeating: "x", count: 101), to: folder.root + "/f")
    #expect(failure { _ = try SmallFile.read(folder.root + "/f", limit: 100) }?.kind == .tooLong(limit: 100))
    #expect(try SmallFile.read(folder.root + "/f", limit: 101).count == 101)
  }

  @Test func `a file is created once and replaced as a whole`() throws {
    let path = folder.root + "/book.toml"
    try SmallFile.create(path, [1])
    #expect(failure { try SmallFile.create(path, [2]) }?.exitCode == 73)
    try SmallFile.replace(path, [3])
    #expect(try SmallFile.read(path, limit: 10) == [3])
    #expect(try folder.names(folder.root).filter { $0.hasPrefix("book.toml") } == ["book.toml"])
  }

  @Test(arguments: [0o000, 0o077] as [mode_t]) func `files are private under every umask`(mask: mode_t) throws {
    // A umask belongs to the whole process; no other test leans on it.
    let before = umask(mask)
    defer { umask(before) }
    try Paths.makePrivate(folder.root + "/a/b")
    try SmallFile.create(folder.root + "/a/b/c", [])
    var appender = folder.appender()
    try appender.append("one")
    #expect(try folder.status(folder.root + "/a").permissions == 0o700)
    #expect(try folder.status(folder.root + "/a/b").permissions == 0o700)
    #expect(try folder.status(folder.root + "/a/b/c").permissions == 0o600)
    #expect(try folder.status(folder.segment).permissions == 0o600)
  }
}

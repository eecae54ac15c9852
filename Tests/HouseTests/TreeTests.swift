import Testing

@Suite struct `What lies where` {
  @Test func `nothing strays at the top`() { #expect(TreeCheck.strays(in: Tree.files) == []) }
  @Test func `no file names a path of one machine`() { #expect(TreeCheck.machinePaths(in: Tree.files) == []) }
  @Test func `no file names a host that packages come through`() {
    #expect(TreeCheck.packageHosts(in: Tree.files) == [])
  }

  @Test func `a stray is caught, a hidden file is not`() {
    let files = [
      "Makefile": "", "docs/a.md": "", "docs/b.md": "", ".ci/run": "", "Sources/a.swift": "", "README.md": "",
    ]
    #expect(TreeCheck.strays(in: files) == ["Makefile", "docs"])
  }

  @Test(arguments: ["work", "root", "home"])
  func `a path of one machine is caught`(folder: String) {
    let files = ["README.md": "run\n`/\(folder)/ben/leads`", "Tests/a.sh": "cd /\(folder)/x"]
    #expect(TreeCheck.machinePaths(in: files).map { $0.prefix { $0 != " " } } == ["README.md:2:", "Tests/a.sh:1:"])
  }

  @Test(arguments: ["HOME=/home/ana", "~/work/leads", "the team/work/life", "https://a.example/home/x"])
  func `a path of an example is let through`(line: String) {
    #expect(TreeCheck.machinePaths(in: ["README.md": line]) == [])
  }

  @Test(arguments: ["registry.npmjs.org", "pypi.org", "my-mirror.example", "localhost"])
  func `a host that packages come through is caught`(host: String) {
    #expect(TreeCheck.packageHosts(in: [".ci/run": "curl https" + "://\(host)/x"]).count == 1)
    #expect(TreeCheck.packageHosts(in: ["Package.swift": "https://github.com/apple/\(host)"]) == [])
  }
}

import LeadlineTestKit
import LeadlineText
import Testing

@Suite struct `After an error in TOML` {
  @Test func `reading goes on at the next line`() {
    expect("a = 1️⃣x\nb = 2\nc 2️⃣3\nd = 4", "{b: 2, d: 4}")
  }

  @Test func `the first of two definitions stands`() {
    expect("a = 1\n1️⃣a = 2\nb = 3", "{a: 1, b: 3}")
  }

  @Test func `keys under a wrong header belong to no table`() {
    expect("[a]\nx = 1\n[a 1️⃣\nx = 2\n[b]\nx = 3", "{a: {x: 1}, b: {x: 3}}")
  }

  @Test func `keys under a header that stands twice belong to no table`() {
    expect("[a]\nx = 1\n[1️⃣a]\nx = 2\ny = 3", "{a: {x: 1}}")
  }

  @Test func `a list that is not closed does not take the next key`() {
    expect("a = [1,\n 2\n1️⃣b = 3\nc = 4", "{b: 3, c: 4}")
  }

  @Test func `what is left of a broken list is not reported again`() {
    expect("a = [\n 1 1️⃣2,\n 3,\n 'x',\n [4],\n]\nb = 1", "{b: 1}")
  }

  @Test func `a wrong value among the remains of a list is reported`() {
    expect("a = [1 1️⃣2,\n 3,\n]\nb = 2️⃣x\nc 3️⃣3", "{}")
  }

  @Test func `a finding says what to write instead`() {
    let lines = TOMLReader.read("zone: Berlin\nmouse = yes\nname = Ana\n", file: "config.toml").findings.map(\.line)
    #expect(
      lines == [
        "config.toml:1:5: a colon stands after the key; write zone = value",
        "config.toml:2:9: yes is no value; write true, in small letters",
        "config.toml:3:8: a text stands here without quotes; write \"Ana…\" in double quotes",
      ])
  }

  private func expect(_ marked: String, _ value: String) {
    let text = MarkedText(marked)
    let (table, findings) = TOMLReader.read(text.text, file: "test")
    #expect(findings.map(\.place) == text.places(), "\(findings.map(\.line))")
    #expect(table.plain == value)
  }
}

@Suite struct `The limits of TOML` {
  @Test func `sixteen levels are read and seventeen are not`() {
    #expect(read(String(repeating: "[", count: 16) + String(repeating: "]", count: 16)).isEmpty)
    #expect(read(String(repeating: "[", count: 17) + String(repeating: "]", count: 17)).count == 1)
    #expect(read(String(repeating: "{a=", count: 16) + "1" + String(repeating: "}", count: 16)).isEmpty)
    #expect(read(String(repeating: "{a=", count: 17) + "1" + String(repeating: "}", count: 17)).count == 1)
  }

  @Test(arguments: ["[", "[\n", "{a=", "[{a="])
  func `a hundred thousand levels are one finding`(level: String) {
    #expect(read(String(repeating: level, count: 100_000)).count == 1)
  }

  @Test func `a header of seventeen parts is refused`() {
    let parts = Array(repeating: "a", count: 17).joined(separator: ".")
    #expect(TOMLReader.read("[\(parts)]", file: "test").findings.count == 1)
    #expect(TOMLReader.read("[\(parts.dropLast(2))]", file: "test").findings.isEmpty)
  }

  @Test func `ten thousand keys are read and the next is the last`() {
    let text = (0..<20_000).map { "k\($0) = 1\n" }.joined()
    let (table, findings) = TOMLReader.read(text, file: "test")
    #expect(table.entries.count == 10_000)
    #expect(findings.map(\.place.line) == [10_001])
  }

  @Test func `a file over one mebibyte is not read`() {
    let comment = "a = 1\n#" + String(repeating: "x", count: 1 << 20)
    #expect(TOMLReader.read(comment, file: "test").table.entries.isEmpty)
    #expect(TOMLReader.read(comment, file: "test").findings.count == 1)
  }

  @Test func `a thousand errors are enough`() {
    #expect(TOMLReader.read(String(repeating: "=\n", count: 5000), file: "test").findings.count == 1001)
  }

  private func read(_ value: String) -> [Finding] { TOMLReader.read("a = " + value, file: "test").findings }
}

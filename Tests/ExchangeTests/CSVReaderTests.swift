import LeadlineExchange
import LeadlineText
import Testing

private func read(_ text: String) -> CSVTable { CSVReader.read(Array(text.utf8), file: "f") }

private func utf16(_ text: String, isLittle: Bool, mark: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in (mark ? "\u{FEFF}\(text)" : text).utf16 {
    let low = UInt8(truncatingIfNeeded: unit)
    let high = UInt8(truncatingIfNeeded: unit >> 8)
    bytes += isLittle ? [low, high] : [high, low]
  }
  return bytes
}

@Suite struct CSVReaderTests {
  /// Each of these is the same table: header a b, rows 1 2 and 3 4.
  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a;b\n1;2\n3;4\n",
    "a\tb\n1\t2\n3\t4\n",
    "\u{FEFF}a,b\n1,2\n3,4\n", "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"\n", "\n\na,b\n\n1,2\n\n3,4\n\n",
    "sep=;\r\na;b\n1;2\n3;4",
    " a , b \n1,2\n3,4", "a,b\n\"1\" ,2\n3,\"4\" \n",
  ])
  func `a table is known in every dress`(text: String) {
    let table = read(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
    #expect(table.findings == [])
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is known by its mark or by its zeros`(isLittle: Bool, mark: Bool) {
    let table = CSVReader.read(utf16("name;org\r\nMüller;€ 𝄞\r\n", isLittle: isLittle, mark: mark), file: "f")
    #expect(table.header == ["name", "org"])
    #expect(table.rows == [CSVRow(line: 2, cells: ["Müller", "€ 𝄞"])])
    #expect(table.findings == [])
  }

  @Test func `half a character of UTF-16 is told by its line`() {
    var bytes = utf16("a,b\r\n1,2\r\n3,4", isLittle: true, mark: true)
    bytes.replaceSubrange(12..<14, with: [0x00, 0xD8])
    bytes.append(0x20)
    let table = CSVReader.read(bytes, file: "f")
    #expect(table.rows.map(\.cells) == [["\u{FFFD}", "2"], ["3", "4"]])
    #expect(table.findings.map(\.place.line) == [2, 3])
  }

  @Test func `quotes hold separators, line breaks and quotes`() {
    let table = read("a,b\n\"x,y\",\"one\r\ntwo\"\n\"say \"\"hi\"\"\",\"\"\nz,\"\"\"\"\n")
    #expect(table.rows.map(\.cells) == [["x,y", "one\r\ntwo"], ["say \"hi\"", ""], ["z", "\""]])
    #expect(table.rows.map(\.line) == [2, 4, 5])
    #expect(table.findings == [])
  }

  @Test func `an inner quote is a letter`() {
    #expect(read("a,b\n5\" pipe,x\"y\"\n").rows.map(\.cells) == [["5\" pipe", "x\"y\""]])
  }

  @Test func `text after a closing quote is kept and told`() {
    let table = read("a,b\n\"he said \"hi\" there\",2\n")
    #expect(table.rows.map(\.cells) == [["he said hi\" there\"", "2"]])
    #expect(
      table.findings.map(\.line) == ["f:2:11: text after the closing quote; kept; double the quotes inside a cell"])
  }

  @Test(arguments: ["a,b\n1,\"open\n3,4\n5,6", "a,b\n1,\"open\n3,\"4\"\n5,6"])
  func `an open quote swallows no rows`(text: String) {
    let table = read(text)
    #expect(table.rows.map(\.cells) == [["1", "\"open"], ["3", "4"], ["5", "6"]])
    #expect(
      table.findings.map(\.line) == [
        "f:2:3: the quote is not closed; read as a letter; close it, or double the quotes inside"
      ])
  }

  @Test func `LinkedIn's preamble is passed over and told`() {
    let table = read(
      "Notes:\n\"When exporting, \"\"some\"\", emails, may, be, missing.\"\n\nFirst Name,Last Name,URL,Email Address\n"
        + "Ana,Müller,,a@b.de\nBo,Lind,,\n")
    #expect(table.header == ["First Name", "Last Name", "URL", "Email Address"])
    #expect(table.rows.map(\.line) == [5, 6])
    #expect(table.findings.map(\.line) == ["f:1:1: lines 1 to 3 stand before the header; not read"])
  }

  @Test func `ragged rows keep their cells and are told by line`() {
    let table = read("a,b,c\n1,2,3\n1,2\n1,2,3,4\n")
    #expect(table.rows.map(\.cells) == [["1", "2", "3"], ["1", "2", ""], ["1", "2", "3", "4"]])
    #expect(table.findings.map(\.place.line) == [3, 4])
  }

  @Test func `a double header is told, whichever it is`() {
    let table = read("a,b,a,\n1,2,3,4\na,b,a,\n,,,\n5,6,7,8\n")
    #expect(table.header == ["a", "b", "a", "column 4"])
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(
      table.findings.map(\.what) == [
        "columns 1 and 3 are both called a", "column 4 has no name", "the header line again; not read as a row",
        "the row is empty; not read",
      ])
  }

  @Test func `bytes that are not UTF-8 are read as Windows-1252, told once a row`() {
    var bytes = Array("a,b\nM?,?\nü,ok\n".utf8)
    bytes[5] = 0xFC
    bytes[7] = 0x80
    let table = CSVReader.read(bytes, file: "f")
    #expect(table.rows.map(\.cells) == [["Mü", "€"], ["ü", "ok"]])
    #expect(table.findings.map(\.line) == ["f:2:1: not UTF-8; read as Windows-1252; export the file as UTF-8"])
  }

  @Test func `decimal commas do not hide semicolons`() {
    #expect(read("a;b\n1,5;2,5\n3,5;4,5\n").rows.map(\.cells) == [["1,5", "2,5"], ["3,5", "4,5"]])
  }

  @Test func `one column is a table too`() {
    let table = read("name\nAna\nBo\n")
    #expect(table.header == ["name"] && table.rows.map(\.cells) == [["Ana"], ["Bo"]] && table.findings == [])
  }

  @Test func `an empty file is told`() {
    #expect(read("").findings.map(\.what) == ["the file is empty"])
    #expect(read("\n\n").findings.map(\.what) == ["the file is empty"])
  }

  @Test func `a cell over 64 KiB and a row over 1,000 cells are left out and told`() {
    let long = String(repeating: "x", count: 65_537)
    let wide = String(repeating: "x,", count: 1000) + "x"
    let table = read("a,b\n1,\(long)\n1,\"\(long)\"\n\(wide)\n1,\(long.dropLast())\n")
    #expect(table.rows.map(\.line) == [5])
    #expect(table.findings.map(\.place.line) == [2, 3, 4])
    #expect(table.findings.allSatisfy { $0.severity == .error })
  }

  @Test func `no bytes trap, and nothing is told of a line that is not there`() {
    var random = SeededRandom(seed: 11)
    var common = Array("\"\"\",,;;\t\r\n\n ab1\u{0}".utf8)
    common.append(contentsOf: [0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0xD8, 0x00, 0x80] as [UInt8])
    for _ in 0..<10_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<64, using: &random) { bytes.append(common.randomElement(using: &random) ?? 0) }
      let table = CSVReader.read(bytes, file: "f")
      #expect(table.rows.allSatisfy { $0.cells.count >= table.header.count }, "\(bytes)")
      #expect(table.findings.allSatisfy { (1...bytes.count + 1).contains($0.place.line) }, "\(bytes)")
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

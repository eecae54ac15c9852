import Glibc
import LeadlineText
import Testing

/// glibc is what ncurses counts with. Its tables are newer than ours or older, so only scalars it gives a width are
/// compared, and only those that come through the gate.
struct DisplayWidthGlibcTests {
  @Test func `every scalar that passes the gate has the width glibc gives it`() throws {
    typealias Width = @convention(c) (wchar_t) -> CInt
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: Width.self)
    let utf8 = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(utf8)
    defer {
      uselocale(before)
      freelocale(utf8)
    }
    var compared = 0
    var different: [String] = []
    for value in 0x20...0x3ffff as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), Display.safe("a\(Character(scalar))") == "a\(Character(scalar))" else {
        continue
      }
      let theirs = wcwidth(wchar_t(value))
      if theirs < 0 { continue }
      compared += 1
      if Int(theirs) != displayWidth(scalar) { different.append("\(String(value, radix: 16)):\(theirs)") }
    }
    #expect(compared > 130_000)
    #expect(different == [])
  }
}

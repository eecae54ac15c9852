import LeadlineScreen
import LeadlineTestKit
import Testing

/// A screen of the real program beside its mock-up, cell by cell. Not compared are only the cells of a clock that runs
/// while the test does: those hold a time of the same form that is not earlier than the demo's start.
struct Comparison {
  let name: String
  private(set) var agreeing = 0
  private(set) var total = 0
  /// The rows that differ, the mock-up's above the screen's.
  private(set) var rows = ""
  /// Where the mock-up has the cursor's mark, and the screen has its cursor.
  private(set) var cursors: (wanted: Point?, drawn: Point)

  /// `clocks` are the times of the mock-up that come from the running clock.
  init(_ name: String, drawn session: PtySession, clocks: Set<String>) throws {
    self.name = name
    cursors = (nil, session.cursor)
    let text = try #require(TextFile.read("\(TextFile.top)/Tests/Mockups/\(name).txt"))
    let target = text.split(separator: "\n", omittingEmptySubsequences: false)
    for y in 0..<session.size.rows {
      let wanted = y < target.count ? Array(target[y]) : []
      let got = (0..<session.size.columns).map { session.look(x: $0, y: y).glyph.first ?? " " }
      if let x = wanted.firstIndex(of: Comparison.mark) { cursors.wanted = Point(x: x, y: y) }
      compare(wanted, got, clocks, row: y)
    }
  }

  /// Where the text cursor stands a mock-up has this mark; the cell is blank.
  private static let mark: Character = "▏"

  private mutating func compare(_ wanted: [Character], _ got: [Character], _ clocks: Set<String>, row: Int) {
    var same = got.indices.map { x in
      let glyph = x < wanted.count ? wanted[x] : " "
      return got[x] == glyph || glyph == Comparison.mark && got[x] == " "
    }
    for place in Comparison.times(in: wanted) where clocks.contains(String(wanted[place])) {
      guard place.upperBound <= got.count, Comparison.times(in: got).contains(place) else { continue }
      let start = wanted[place].first == "0" && wanted[place].dropFirst().first == "0" ? "00:00" : "09:12"
      if String(got[place]) >= start { for x in place { same[x] = true } }
    }
    let agreed = same.count { $0 }
    total += same.count
    agreeing += agreed
    if agreed < same.count || wanted.count != got.count {
      rows += "\(row + 1)- \(String(wanted))\n\(row + 1)+ \(String(got))\n"
    }
  }

  /// Runs of digits and colons of the form `09:12` or `09:12:00`.
  private static func times(in row: [Character]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for x in 0...row.count {
      if x < row.count, row[x].isNumber || row[x] == ":" {
        start = start ?? x
      } else if let begun = start {
        let parts = String(row[begun..<x]).split(separator: ":", omittingEmptySubsequences: false)
        if parts.count > 1, parts.allSatisfy({ $0.count == 2 }) { found.append(begun..<x) }
        start = nil
      }
    }
    return found
  }

  var summary: String { "\(name): \(agreeing) of \(total) cells agree\n\(rows)" }
}

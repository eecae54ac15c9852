import LeadlineCore
import LeadlineText

/// Values of TOML in one plain line, for comparing: `{a: 1, b: ["x", 2026-12-31]}`.
extension TOMLTable {
  var plain: String { "{" + entries.map { "\($0.key): \($0.value.plain)" }.joined(separator: ", ") + "}" }
}

extension TOMLValue {
  var plain: String {
    switch self {
    case .string(let text): text.debugDescription
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let claim): "\(claim)"
    case .offsetDateTime(let wall, let offset): "\(wall.plain)\(offset < 0 ? "" : "+")\(offset)s"
    case .localDateTime(let wall): wall.plain
    case .localDate(let day): day.plain
    case .localTime(let milliseconds): "\(milliseconds)ms"
    case .array(let elements): "[" + elements.map(\.value.plain).joined(separator: ", ") + "]"
    case .table(let table): table.plain
    }
  }
}

extension Day {
  fileprivate var plain: String { "\(civil.year)-\(civil.month)-\(civil.day)" }
}

extension WallTime {
  fileprivate var plain: String { "\(day.plain)T\(millisecond)ms" }
}

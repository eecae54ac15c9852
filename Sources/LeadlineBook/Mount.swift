/// A mounted file system, as /proc/self/mounts names it.
struct Mount {
  let point: String
  let type: String

  /// `/home (ext4)`
  var name: String { "\(point) (\(type))" }

  /// The file system that holds a path, or nil where the kernel does not tell.
  static func holding(_ path: String) -> Mount? {
    guard let table = try? SmallFile.read("/proc/self/mounts", limit: 1 << 20) else { return nil }
    let real = Kernel.realPath(of: path) ?? Kernel.realPath(of: Paths.folder(of: path)) ?? path
    var best: Mount?
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
      guard fields.count == 4 else { continue }
      let point = String(decoding: unescaped(fields[1]), as: UTF8.self)
      guard point == "/" || real == point || real.hasPrefix(point + "/") else { continue }
      // Of two mounts on one point the later hides the earlier.
      if point.utf8.count >= best?.point.utf8.count ?? 0 {
        best = Mount(point: point, type: String(decoding: fields[2], as: UTF8.self))
      }
    }
    return best
  }

  /// Blank, tab, LF and backslash stand in the table as `\040` and the like.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) {
        bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 0x30) })
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

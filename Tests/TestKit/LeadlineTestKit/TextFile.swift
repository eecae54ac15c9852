import Glibc

/// Whole files beside the tests.
package enum TextFile {
  /// Nil where there is none.
  package static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes its folder and the one above too; false where the file cannot be written.
  package static func write(_ text: String, to path: String) -> Bool {
    for folder in [folder(of: folder(of: path)), folder(of: path)] { mkdir(folder, 0o755) }
    guard let file = fopen(path, "w") else { return false }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  /// The folder a source file stands in: `TextFile.folder(of: #filePath)`.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The top of the repository.
  package static let top = folder(of: folder(of: folder(of: folder(of: #filePath))))
}

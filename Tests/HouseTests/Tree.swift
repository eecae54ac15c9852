import Glibc
import LeadlineTestKit

/// Files by their path from the top of the repository: `["Sources/leadline/Leadline.swift": "import …"]`.
typealias Files = [String: String]

/// The source tree this test was built from.
enum Tree {
  /// What git knows, and what is new in the folders of code; where git knows nothing of it, what is there.
  static let files: Files = {
    let folders = "Sources Tests themes .ci"
    var names = list("git ls-files -z && git ls-files -z --others --exclude-standard \(folders)")
    if !names.contains("Package.swift") {
      names = list(
        "find . -type f -not -path './.git/*' -not -path './.build*' -not -name Package.resolved -printf '%P\\0'")
    }
    var files: Files = [:]
    for name in names { files[name] = TextFile.read("\(TextFile.top)/\(name)") }
    return files
  }()

  private static func list(_ command: String) -> [String] {
    let quoted = TextFile.top.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    guard let pipe = popen("cd '\(quoted)' && { \(command); } 2>/dev/null", "r") else { return [] }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&block, 1, block.count, pipe), count > 0 { bytes += block[..<count] }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Files {
  /// The Swift files below a folder, in the order of their paths.
  func swift(in folder: String) -> [(path: String, text: String)] {
    filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(".swift") }.sorted { $0.key < $1.key }
      .map { (path: $0.key, text: $0.value) }
  }
}

/// A call to the kernel that a note makes on its journal, as strace counts it.
struct Call {
  let name: String
  /// The n-th of its name, from 1.
  let number: Int
  /// Whether it falls between the opening of the segment to append and its closing.
  let isInside: Bool
}

extension TrialBook {
  /// The path of the segment that is written to.
  var segment: String? {
    File.names(journal).first { $0.hasSuffix(".log") }.map { journal + "/" + $0 }
  }

  /// strace that tampers with the calls on the journal, its lock and its segment, whether they are named by their
  /// paths or within their directory.
  func strace(_ tampering: String, output: String = "/dev/null") -> [String] {
    let segment = segment ?? journal
    let name = segment.split(separator: "/").last.map(String.init) ?? segment
    let watched = [segment, name, journal, journal + "/.lock", ".lock"].flatMap { ["-P", $0] }
    return ["strace", "-f", "-o", output] + watched + ["-e", tampering]
  }

  /// What a note calls, in order, seen on one that nobody disturbs.
  func calls(environment: [String: String] = [:]) -> [Call] {
    let trace = root + "/trace"
    _ = note("seen-\(attempted.count)", under: strace("trace=all", output: trace), environment: environment)
    var counts: [Substring: Int] = [:]
    var calls: [Call] = []
    var descriptor: Substring?
    for line in (File.text(trace) ?? "").split(separator: "\n") {
      let call = line.drop { $0.isNumber || $0 == " " }
      let name = call.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      guard !name.isEmpty, call.dropFirst(name.count).first == "(" else { continue }
      counts[name, default: 0] += 1
      calls.append(Call(name: String(name), number: counts[name, default: 0], isInside: descriptor != nil))
      if name == "openat", call.contains("O_APPEND"), let result = call.split(separator: " ").last, Int(result) != nil {
        descriptor = result
      }
      if let open = descriptor, call.hasPrefix("close(\(open))") { descriptor = nil }
    }
    return calls
  }
}

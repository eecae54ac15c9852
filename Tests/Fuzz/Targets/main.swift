import CFuzz
import Glibc

guard Target.named != nil else {
  print("name a target: \(Target.allCases.map { "--\($0.rawValue)" }.joined(separator: " "))")
  exit(64)
}

var count = CommandLine.argc
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &words) { bytes, count in
    Target.named?.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  })

import Glibc
import LeadlineBook

// `bench [GOAL …] [--scratch FOLDER] [--csv FILE] [--idle SECONDS]`: one line a goal.
// `bench book FOLDER LEADS EVENTS`: an invented book. `bench fold BOOK lines|events|ledger|worlds`: reads one.

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "book" where words.count == 4:
  try BookMaker.make(words[1], leads: Int(words[2]) ?? 0, events: Int(words[3]) ?? 0)
case "fold" where words.count == 3:
  try Fold.run(words[1], Fold.Depth(rawValue: words[2]) ?? .worlds)
default:
  try Goals(words).measure(CommandLine.arguments[0])
}

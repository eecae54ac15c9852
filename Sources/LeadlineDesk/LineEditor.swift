/// One line being typed, with the motions that shells have: values only, so that a form can be kept and tested.
package struct LineEditor: Hashable, Sendable {
  package private(set) var characters: [Character] = []
  /// Characters before the cursor.
  package private(set) var cursor = 0
  private var yanked: [Character] = []
  private var history: [String] = []
  private var historyIndex: Int?
  private var typed = ""

  /// 1 MiB is the longest paste that is taken whole; what a line of the journal holds is settled when it is saved.
  private static let longest = 1 << 20

  package init(_ text: String = "", history: [String] = []) {
    characters = Array(text)
    cursor = characters.count
    self.history = history
  }

  package var text: String { String(characters) }

  package mutating func set(_ text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  package mutating func insert(_ text: String) {
    let new = text.filter { !$0.isNewline || $0 == "\n" }.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    guard characters.count + new.count <= LineEditor.longest else { return }
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Whether the key means something in a line of text.
  package mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .alt("b"): cursor = wordStart(before: cursor)
    case .alt("f"): cursor = wordEnd(after: cursor)
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(characters.count, cursor + 1))
    case .control("w"): kill(wordStart(before: cursor)..<cursor)
    case .alt("d"): kill(cursor..<wordEnd(after: cursor))
    case .control("u"): kill(0..<cursor)
    case .control("k"): kill(cursor..<characters.count)
    case .control("y"): insert(String(yanked))
    case .up, .control("p"): recall(-1)
    case .down, .control("n"): recall(1)
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func kill(_ range: Range<Int>) {
    if !range.isEmpty { yanked = Array(characters[range]) }
    remove(range)
  }

  private func wordStart(before index: Int) -> Int {
    var i = index
    while i > 0, characters[i - 1] == " " { i -= 1 }
    while i > 0, characters[i - 1] != " " { i -= 1 }
    return i
  }

  private func wordEnd(after index: Int) -> Int {
    var i = index
    while i < characters.count, characters[i] == " " { i += 1 }
    while i < characters.count, characters[i] != " " { i += 1 }
    return i
  }

  private mutating func recall(_ step: Int) {
    let index = (historyIndex ?? history.count) + step
    guard index >= 0, index <= history.count, !history.isEmpty else { return }
    if historyIndex == nil { typed = text }
    historyIndex = index == history.count ? nil : index
    set(index == history.count ? typed : history[index])
  }
}

/// Pieces that give the text again when they are joined; each ends with the blanks behind its last word.
package func wrapped(_ text: String, width: Int) -> [String] {
  var rows: [String] = []
  var row = ""
  var used = 0
  func close() {
    if !row.isEmpty { rows.append(row) }
    (row, used) = ("", 0)
  }
  for word in words(of: text) {
    let bare = word.last == " " ? String(word.reversed().drop { $0 == " " }.reversed()) : word
    if used + displayWidth(bare) > width { close() }
    for character in word {
      let columns = displayWidth(String(character))
      if used + columns > width, character != " " { close() }
      row.append(character)
      used += columns
    }
  }
  close()
  return rows
}

/// Words with the blanks behind them.
private func words(of text: String) -> [String] {
  var words: [String] = []
  var word = ""
  for character in text {
    if character != " ", word.last == " " {
      words.append(word)
      word = ""
    }
    word.append(character)
  }
  if !word.isEmpty { words.append(word) }
  return words
}

import LeadlineCore
import LeadlineDesk

/// The kinds of forms, and the key that takes each of them up again.
private let kinds: [(kind: String, keys: String)] = [
  ("note", "i"), ("next", "t"), ("promise", "r"), ("add", "a"), ("park", "p"), ("snooze", "z d"), ("close", "X o"),
  ("objection", "s j"), ("away", "s h"), ("meeting", "s b"), ("call", "c"),
]

/// The lead under the cursor when the program begins.
private let firstLead: String = {
  var session = Session(columns: 120, rows: 40)
  session.press([.character("i"), .character("x")])
  return session.desk.unsavedForm?.lead ?? ""
}()

/// The file names a number, and nothing says that it is a sensible one.
private func began(_ byte: UInt8) -> Instant {
  switch byte {
  case 255: Instant(milliseconds: .min)
  case 254: Instant(milliseconds: .max)
  default: SmallBook.now.advanced(by: -Int64(byte) * Instant.hour)
  }
}

/// A kind of form, how long ago it was begun, and its text as it was kept: it is taken up again with all its text, and
/// saved where it can be.
func takeUnsaved(_ bytes: [UInt8]) {
  guard bytes.count > 2, let id = EventID("7yyyyyyyyyyyyy") else { return }
  let (kind, names) = kinds[Int(bytes[0]) % kinds.count]
  var session = Session(columns: 120, rows: 40)
  let form = UnsavedForm(
    id: id, kind: kind, lead: kind == "add" ? "" : firstLead,
    began: began(bytes[1]), text: text(bytes[2...]))
  session.send(.found([form]))
  session.press(Key.sequence(names))
  session.draw()
  if kind != "call" {
    claim(session.desk.unsavedForm?.text == form.text, "the \(kind) is taken up again")
  }
  session.press([.control("s"), .enter, .control("s")])
  session.draw()
}

import LeadlineCore
import LeadlineDesk
import LeadlineScreen

/// A size, and what comes from the terminal; bytes that are never UTF-8 are what the rest of the world does.
func takeSession(_ bytes: [UInt8]) {
  guard bytes.count > 2 else { return }
  var session = Session(columns: Int(bytes[0]), rows: Int(bytes[1]) / 2)
  var typed: [UInt8] = []
  var place = 2
  while place < bytes.count {
    let byte = bytes[place]
    place += 1
    if byte < 0xf8 {
      typed.append(byte)
      continue
    }
    session.press(keys(typed))
    typed = []
    switch byte {
    case 0xf8: session.isRefusing.toggle()
    case 0xf9: session.send(.tick(session.desk.now.advanced(by: 301)))
    case 0xfa: session.send(.tick(session.desk.now.advanced(by: 6 * Instant.hour)))
    case 0xfb: session.send(.tick(session.desk.now.advanced(by: -Instant.day)))
    case 0xfc where place + 1 < bytes.count:
      session.send(.resized(columns: Int(bytes[place]), rows: Int(bytes[place + 1]) / 2))
      place += 2
    case 0xfd: session.draw(.ascii)
    default: session.draw()
    }
  }
  session.press(keys(typed))
  session.draw()
}

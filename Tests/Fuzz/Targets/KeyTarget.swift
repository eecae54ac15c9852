import LeadlineDesk
import LeadlineTerminal

/// The bytes as a terminal sends them; where a byte is no UTF-8, the line pauses.
func takeKeys(_ bytes: [UInt8]) {
  let keys = keys(bytes)
  for key in keys {
    if case .paste = key { continue }
    if let named = Key(name: key.name) { claim(named.name == key.name, "\(key) is called \(key.name)") }
  }
  claim(keys.count <= bytes.count, "\(bytes.count) bytes are \(keys.count) keys")
}

func keys(_ bytes: some Sequence<UInt8>) -> [Key] {
  var reader = KeyReader()
  var keys: [Key] = []
  for byte in bytes {
    reader.read(Int32(byte), &keys)
    if byte >= 0xf8 { reader.pause(&keys) }
  }
  reader.pause(&keys)
  return keys
}

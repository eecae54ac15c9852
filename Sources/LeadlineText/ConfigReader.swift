/// Reads `config.toml`. The program starts whatever stands there: what is wrong takes its usual value.
package enum ConfigReader {
  package static func read(_ text: String, file: String = "config.toml") -> (config: Config, findings: [Finding]) {
    let (table, read) = TOMLReader.read(text, file: file)
    var findings = read
    var config = Config()
    config.book = table.string("book", &findings)
    config.me = table.string("me", &findings)
    config.theme = table.string("theme", &findings)
    config.feed = table.string("feed", &findings)
    config.glyphs = table.choice("glyphs", of: Config.Glyphs.self, &findings) ?? config.glyphs
    config.mouse = table.boolean("mouse", &findings) ?? config.mouse
    config.color = table.choice("color", of: Config.Color.self, &findings) ?? config.color
    if let keys = table.table("keys", &findings) { config.keys = readKeys(keys, &findings) }
    table.reportUnknown(besides: ["book", "me", "theme", "glyphs", "mouse", "color", "keys", "feed"], &findings)
    return (config, findings)
  }

  /// `[keys]` holds everywhere, `[keys.list]` in lists.
  private static func readKeys(_ table: TOMLTable, _ findings: inout [Finding]) -> [KeyBinding] {
    var bindings: [KeyBinding] = []
    for entry in table.entries {
      if case .table(let context) = entry.value {
        for line in context.entries {
          guard let command = context.string(line.key, &findings) else { continue }
          bindings.append(KeyBinding(context: entry.key, key: line.key, command: command, place: line.place))
        }
      } else if let command = table.string(entry.key, &findings) {
        bindings.append(KeyBinding(context: "", key: entry.key, command: command, place: entry.place))
      }
    }
    return bindings
  }
}

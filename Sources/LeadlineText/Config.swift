/// What a person says in `config.toml`: theirs alone, on this machine. Nil and empty mean that nothing was said.
package struct Config: Hashable, Sendable {
  package enum Glyphs: String, Hashable, Sendable, CaseIterable { case unicode, ascii, auto }
  package enum Color: String, Hashable, Sendable, CaseIterable { case auto, always, never }

  /// The directory of the book, as written: `~` is not resolved.
  package var book: String?
  /// Who the person is: the `by=` of what they do.
  package var me: String?
  /// The name of a theme.
  package var theme: String?
  package var glyphs = Glyphs.auto
  package var mouse = true
  package var color = Color.auto
  /// The calendar file that every tick writes anew; `~` is not resolved.
  package var feed: String?
  /// In the order written.
  package var keys: [KeyBinding] = []

  package init() {}
}

/// One line of `[keys]`, not yet compared with the table of commands.
package struct KeyBinding: Hashable, Sendable {
  /// `list` for a line of `[keys.list]`; empty where it holds everywhere.
  package var context: String
  package var key: String
  /// Empty takes the key away.
  package var command: String
  package var place: Place

  package init(context: String, key: String, command: String, place: Place) {
    self.context = context
    self.key = key
    self.command = command
    self.place = place
  }
}

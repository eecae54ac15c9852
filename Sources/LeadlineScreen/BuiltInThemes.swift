/// The themes that are there without any file: a broken installation still has a screen.
package enum BuiltInThemes {
  package static let names = ["terminal", "harbor", "mono"]

  package static func text(of name: String) -> String? {
    switch name {
    case "terminal": terminal
    case "harbor": harbor
    case "mono": mono
    default: nil
    }
  }

  /// The same text as themes/terminal.toml; a test compares the two.
  package static let terminal = """
    # Terminal: the default. Only the terminal's own sixteen colours and its own foreground and background, so that it
    # follows the palette of whoever sits there.
    [theme]
    name       = "Terminal"
    appearance = "any"
    author     = "The Leadline authors"
    license    = "CC0-1.0"

    [style]
    "text"                 = "default"
    "text.dim"             = { attr = ["dim"], mono = ["dim"] }
    "text.strong"          = { attr = ["bold"], mono = ["bold"] }
    "pane.border"          = { attr = ["dim"], mono = ["dim"] }
    "pane.border.focus"    = { fg = "blue", mono = ["bold"] }
    "pane.title"           = "default"
    "pane.title.focus"     = { attr = ["bold"], mono = ["bold"] }
    "tab"                  = { attr = ["dim"], mono = ["dim"] }
    "tab.active"           = { attr = ["reverse"], mono = ["reverse"] }
    "tab.badge"            = { fg = "yellow", mono = ["bold"] }
    "cursor"               = { attr = ["reverse"], mono = ["reverse"] }
    "cursor.unfocused"     = { attr = ["underline"], mono = ["underline"] }
    "mark"                 = { fg = "magenta", attr = ["bold"], mono = ["bold"] }
    "state.hot"            = { fg = "red", attr = ["bold"], mono = ["bold"] }
    "state.warm"           = "yellow"
    "state.recycle"        = { fg = "cyan", mono = ["dim"] }
    "state.won"            = { fg = "green", attr = ["bold"], mono = ["bold"] }
    "state.lost"           = { attr = ["dim", "strike"], mono = ["dim"] }
    "due.overdue"          = { fg = "red", attr = ["bold"], mono = ["bold", "underline"] }
    "due.today"            = { fg = "yellow", mono = ["bold"] }
    "due.later"            = { attr = ["dim"], mono = ["dim"] }
    "signal.strong"        = { fg = "green", mono = ["bold"] }
    "signal.weak"          = { attr = ["dim"], mono = ["dim"] }
    "silence.fresh"        = { attr = ["dim"], mono = ["dim"] }
    "silence.aging"        = "yellow"
    "silence.over"         = { fg = "red", mono = ["bold"] }
    "decision.done"        = "green"
    "decision.now"         = { fg = "yellow", attr = ["bold"], mono = ["bold"] }
    "decision.todo"        = { attr = ["dim"], mono = ["dim"] }
    "action.advance"       = "blue"
    "action.clarify"       = "magenta"
    "action.close"         = "cyan"
    "journal.me"           = "default"
    "journal.them"         = "cyan"
    "journal.system"       = { attr = ["dim"], mono = ["dim"] }
    "lint.filler"          = { fg = "red", attr = ["underline"], mono = ["underline"] }
    "prompt"               = "default"
    "prompt.ghost"         = { attr = ["dim"], mono = ["dim"] }
    "prompt.error"         = { fg = "red", mono = ["bold"] }
    "search.match"         = { fg = "black", bg = "yellow", mono = ["underline"] }
    "search.current"       = { attr = ["reverse", "bold"], mono = ["reverse"] }
    "popup"                = "default"
    "popup.border"         = { fg = "blue", mono = ["bold"] }
    "key"                  = { fg = "blue", attr = ["bold"], mono = ["bold"] }
    "key.desc"             = { attr = ["dim"], mono = ["dim"] }
    "status"               = { attr = ["dim"], mono = ["dim"] }
    "status.ok"            = "green"
    "status.warn"          = { fg = "yellow", mono = ["bold"] }
    "status.error"         = { fg = "red", attr = ["bold"], mono = ["reverse"] }
    "plot.bar"             = "blue"
    "plot.bar.other"       = "cyan"
    "plot.mark"            = "yellow"
    "plot.axis"            = { attr = ["dim"], mono = ["dim"] }

    """
}

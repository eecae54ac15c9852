extension BuiltInThemes {
  /// No colours at all: the same text as themes/mono.toml; a test compares the two.
  package static let mono = """
    # Mono: no colours at all. Words, signs and attributes carry everything.
    [theme]
    name       = "Mono"
    appearance = "any"
    author     = "The Leadline authors"
    license    = "CC0-1.0"

    [style]
    "text"                 = "default"
    "text.dim"             = { attr = ["dim"], mono = ["dim"] }
    "text.strong"          = { attr = ["bold"], mono = ["bold"] }
    "pane.border"          = { attr = ["dim"], mono = ["dim"] }
    "pane.border.focus"    = { attr = ["bold"], mono = ["bold"] }
    "pane.title"           = "default"
    "pane.title.focus"     = { attr = ["bold"], mono = ["bold"] }
    "tab"                  = { attr = ["dim"], mono = ["dim"] }
    "tab.active"           = { attr = ["reverse"], mono = ["reverse"] }
    "tab.badge"            = { attr = ["bold"], mono = ["bold"] }
    "cursor"               = { attr = ["reverse"], mono = ["reverse"] }
    "cursor.unfocused"     = { attr = ["underline"], mono = ["underline"] }
    "mark"                 = { attr = ["bold"], mono = ["bold"] }
    "state.hot"            = { attr = ["bold"], mono = ["bold"] }
    "state.warm"           = "default"
    "state.recycle"        = { attr = ["dim"], mono = ["dim"] }
    "state.won"            = { attr = ["bold"], mono = ["bold"] }
    "state.lost"           = { attr = ["dim"], mono = ["dim"] }
    "due.overdue"          = { attr = ["bold", "underline"], mono = ["bold", "underline"] }
    "due.today"            = { attr = ["bold"], mono = ["bold"] }
    "due.later"            = { attr = ["dim"], mono = ["dim"] }
    "signal.strong"        = { attr = ["bold"], mono = ["bold"] }
    "signal.weak"          = { attr = ["dim"], mono = ["dim"] }
    "silence.fresh"        = { attr = ["dim"], mono = ["dim"] }
    "silence.aging"        = "default"
    "silence.over"         = { attr = ["bold"], mono = ["bold"] }
    "decision.done"        = "default"
    "decision.now"         = { attr = ["bold"], mono = ["bold"] }
    "decision.todo"        = { attr = ["dim"], mono = ["dim"] }
    "action.advance"       = "default"
    "action.clarify"       = "default"
    "action.close"         = "default"
    "journal.me"           = "default"
    "journal.them"         = "default"
    "journal.system"       = { attr = ["dim"], mono = ["dim"] }
    "lint.filler"          = { attr = ["underline"], mono = ["underline"] }
    "prompt"               = "default"
    "prompt.ghost"         = { attr = ["dim"], mono = ["dim"] }
    "prompt.error"         = { attr = ["bold"], mono = ["bold"] }
    "search.match"         = { attr = ["underline"], mono = ["underline"] }
    "search.current"       = { attr = ["reverse"], mono = ["reverse"] }
    "popup"                = "default"
    "popup.border"         = { attr = ["bold"], mono = ["bold"] }
    "key"                  = { attr = ["bold"], mono = ["bold"] }
    "key.desc"             = { attr = ["dim"], mono = ["dim"] }
    "status"               = { attr = ["dim"], mono = ["dim"] }
    "status.ok"            = "default"
    "status.warn"          = { attr = ["bold"], mono = ["bold"] }
    "status.error"         = { attr = ["reverse"], mono = ["reverse"] }
    "plot.bar"             = "default"
    "plot.bar.other"       = "default"
    "plot.mark"            = "default"
    "plot.axis"            = { attr = ["dim"], mono = ["dim"] }

    """
}

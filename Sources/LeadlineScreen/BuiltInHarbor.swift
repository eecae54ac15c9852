extension BuiltInThemes {
  /// A dark theme for long days: the same text as themes/harbor.toml; a test compares the two.
  package static let harbor = """
    # Harbor: dark blue-grey, quiet. Plain TOML; the format stands in themes/README.md.
    [theme]
    name         = "Harbor"
    appearance   = "dark"              # dark | light | any
    inherits     = "terminal"          # every scope not named here comes from there
    author       = "The Leadline authors"
    license      = "CC0-1.0"
    background   = "#14181d"           # never painted: what contrast is checked against
    min_contrast = { text = 4.5, decor = 3.0 }   # leadline themes check harbor

    [palette]
    # a colour is "#rrggbb", an ANSI name ("red", "bright-red"), an index 0-255,
    # "default", or a table that fixes the fall-backs by hand
    fg      = { rgb = "#d7dde5", x256 = 253, x16 = "white" }
    dim     = { rgb = "#98a4b3", x256 = 248, x16 = "bright-black" }
    line    = { rgb = "#616e7e", x256 = 242, x16 = "bright-black" }
    select  = { rgb = "#2a3846", x256 = 237, x16 = "blue" }
    blue    = { rgb = "#7db7ff", x256 = 111, x16 = "bright-blue" }
    teal    = { rgb = "#5fd0c5", x256 = 80,  x16 = "cyan" }
    green   = { rgb = "#9bd17a", x256 = 113, x16 = "green" }
    amber   = { rgb = "#f0b95a", x256 = 215, x16 = "yellow" }
    orange  = { rgb = "#ff9a5c", x256 = 209, x16 = "bright-yellow" }
    red     = { rgb = "#ff7b7b", x256 = 210, x16 = "bright-red" }
    violet  = { rgb = "#c3a6ff", x256 = 183, x16 = "magenta" }
    ink     = { rgb = "#14181d", x256 = 234, x16 = "black" }

    [style]
    # scope = colour  |  { fg, bg, attr = [...], mono = [...] }
    # attr: bold dim italic underline reverse strike.  mono: attributes used when
    # there is no colour (NO_COLOR, TERM=vt100, --color=never). Longest scope wins.
    "text"                 = "fg"
    "text.dim"             = { fg = "dim", mono = ["dim"] }
    "text.strong"          = { fg = "fg", attr = ["bold"], mono = ["bold"] }
    "pane.border"          = { fg = "line" }
    "pane.border.focus"    = { fg = "blue", mono = ["bold"] }
    "pane.title"           = { fg = "dim" }
    "pane.title.focus"     = { fg = "fg", attr = ["bold"], mono = ["bold"] }
    "tab"                  = "dim"
    "tab.active"           = { fg = "ink", bg = "blue", mono = ["reverse"] }
    "tab.badge"            = { fg = "amber", mono = ["bold"] }
    "cursor"               = { fg = "fg", bg = "select", mono = ["reverse"] }
    "cursor.unfocused"     = { fg = "fg", mono = ["underline"] }
    "mark"                 = { fg = "violet", attr = ["bold"], mono = ["bold"] }
    "state.hot"            = { fg = "orange", attr = ["bold"], mono = ["bold"] }
    "state.warm"           = { fg = "amber" }
    "state.recycle"        = { fg = "teal", mono = ["dim"] }
    "state.won"            = { fg = "green", attr = ["bold"], mono = ["bold"] }
    "state.lost"           = { fg = "dim", attr = ["strike"], mono = ["dim"] }
    "due.overdue"          = { fg = "red", attr = ["bold"], mono = ["bold", "underline"] }
    "due.today"            = { fg = "amber", mono = ["bold"] }
    "due.later"            = "dim"
    "signal.strong"        = { fg = "green", mono = ["bold"] }
    "signal.weak"          = { fg = "dim", mono = ["dim"] }
    "silence.fresh"        = "dim"
    "silence.aging"        = "amber"
    "silence.over"         = { fg = "red", mono = ["bold"] }
    "decision.done"        = "green"
    "decision.now"         = { fg = "amber", attr = ["bold"], mono = ["bold"] }
    "decision.todo"        = "line"
    "action.advance"       = "blue"
    "action.clarify"       = "violet"
    "action.close"         = "teal"
    "journal.me"           = "fg"
    "journal.them"         = "teal"
    "journal.system"       = { fg = "dim", mono = ["dim"] }
    "lint.filler"          = { fg = "red", attr = ["underline"], mono = ["underline"] }
    "prompt"               = "fg"
    "prompt.ghost"         = { fg = "dim", mono = ["dim"] }
    "prompt.error"         = { fg = "red", mono = ["bold"] }
    "search.match"         = { fg = "ink", bg = "amber", mono = ["underline"] }
    "search.current"       = { fg = "ink", bg = "orange", mono = ["reverse"] }
    "popup"                = "fg"
    "popup.border"         = { fg = "blue", mono = ["bold"] }
    "key"                  = { fg = "blue", attr = ["bold"], mono = ["bold"] }
    "key.desc"             = "dim"
    "status"               = "dim"
    "status.ok"            = "green"
    "status.warn"          = { fg = "amber", mono = ["bold"] }
    "status.error"         = { fg = "red", attr = ["bold"], mono = ["reverse"] }
    "plot.bar"             = "blue"
    "plot.bar.other"       = "teal"
    "plot.mark"            = "amber"
    "plot.axis"            = "line"

    """
}

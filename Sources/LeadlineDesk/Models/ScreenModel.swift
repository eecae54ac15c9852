/// Everything that one screen shows, in words and counts: a view draws it, a test reads it. No terminal, no lead.
package struct ScreenModel: Hashable, Sendable {
  package var head: HeadModel
  package var view: ViewModel
  /// A form, or the search and filter bar.
  package var prompt: PromptModel?
  package var popup: PopupModel?
  package var explain: ExplainModel?
  package var status: StatusModel
  package var footer: [HintModel]

  package init(
    head: HeadModel, view: ViewModel, prompt: PromptModel? = nil, popup: PopupModel? = nil,
    explain: ExplainModel? = nil, status: StatusModel, footer: [HintModel]
  ) {
    self.head = head
    self.view = view
    self.prompt = prompt
    self.popup = popup
    self.explain = explain
    self.status = status
    self.footer = footer
  }
}

package enum ViewModel: Hashable, Sendable {
  case board(BoardModel)
  case detail(DetailModel)
  case due(DueModel)
  case silence(SilenceModel)
  case call(CallModel)
  case help(HelpModel)
}

/// The first line: where we are, the three counts that are always in view, and the time.
package struct HeadModel: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    package var title: String
    /// `Due(5)`; nil where the tab counts nothing.
    package var badge: Int?
    package var isActive: Bool

    package init(_ title: String, badge: Int? = nil, isActive: Bool = false) {
      self.title = title
      self.badge = badge
      self.isActive = isActive
    }
  }

  package var tabs: [Tab] = []
  package var due = 0
  package var warmUntouched = 0
  package var withoutNext = 0
  package var late = 0
  /// Texts kept and not yet saved: `✎1`.
  package var unsaved = 0
  /// `Mon 23 Nov`
  package var date = ""
  /// `09:12`
  package var time = ""

  package init() {}
}

/// The line above the footer: what the last command did, else how the store stands.
package struct StatusModel: Hashable, Sendable {
  package enum Mood: Hashable, Sendable { case plain, done, warning, error }

  package var text: String
  package var mood: Mood

  package init(_ text: String = "", _ mood: Mood = .plain) {
    self.text = text
    self.mood = mood
  }
}

/// A key and what it does, in the footer. Earlier hints matter more: what does not fit is left out from the end,
/// but for the last, which leads to help.
package struct HintModel: Hashable, Sendable {
  package var key: String
  package var word: String

  package init(_ key: String, _ word: String) {
    self.key = key
    self.word = word
  }
}

/// A prefix was pressed: what may follow.
package struct PopupModel: Hashable, Sendable {
  package var key: String
  package var title: String
  /// The lead it is about; empty for `g` and `F`.
  package var subject: String
  /// The action that `d` and `z` are about: `call: Agree who signs`.
  package var action: String
  package var items: [HintModel]
  package var notes: [String]

  package init(
    key: String, title: String, subject: String = "", action: String = "", items: [HintModel], notes: [String] = []
  ) {
    self.key = key
    self.title = title
    self.subject = subject
    self.action = action
    self.items = items
    self.notes = notes
  }
}

/// A line that is being typed, and what it will become.
package struct PromptModel: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    /// A framed form above the status line.
    case form
    /// One line in the status line's place: search `/`, filter `\`.
    case bar
  }

  package struct Line: Hashable, Sendable {
    package enum Mood: Hashable, Sendable { case plain, result, warning, error }

    package var text: String
    package var mood: Mood

    package init(_ text: String, _ mood: Mood = .plain) {
      self.text = text
      self.mood = mood
    }
  }

  package var shape: Shape
  /// `t`, `X o`, `/`
  package var key: String
  /// `next`
  package var title: String
  /// The lead, or what the form makes; at the frame's right, or at the bar's right end.
  package var subject: String
  package var text: String
  /// Where the cursor stands: characters of `text` before it.
  package var cursor: Int
  /// Words that stand in an empty line, dim.
  package var ghost: String
  package var preview: [Line]

  package init(
    shape: Shape = .form, key: String, title: String, subject: String = "", text: String, cursor: Int,
    ghost: String = "",
    preview: [Line] = []
  ) {
    self.shape = shape
    self.key = key
    self.title = title
    self.subject = subject
    self.text = text
    self.cursor = cursor
    self.ghost = ghost
    self.preview = preview
  }
}

/// A call going on: what is typed, what Leadline understood of it, and what must be settled before hanging up.
package struct CallModel: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// `09:12`
    package var time: String
    package var text: String
    /// Characters of `text` before the cursor, on the line that has it.
    package var cursor: Int?

    package init(time: String, text: String, cursor: Int? = nil) {
      self.time = time
      self.text = text
      self.cursor = cursor
    }
  }

  package struct Understood: Hashable, Sendable {
    /// `person`, `objection`, `signal`, `decision`, `next`, `promise`, `touch` …
    package var noun: String
    package var text: String
    /// `Dr. Kern`, `price`: where there is room for no more.
    package var short: String
    package var isOn: Bool
    package var isCursor: Bool

    /// Without `short` the text stands for it.
    package init(noun: String, text: String, short: String? = nil, isOn: Bool, isCursor: Bool = false) {
      self.noun = noun
      self.text = text
      self.short = short ?? text
      self.isOn = isOn
      self.isCursor = isCursor
    }
  }

  package struct Check: Hashable, Sendable {
    /// `what happens next`
    package var text: String
    /// `next`
    package var short: String
    package var answer: String
    package var isMet: Bool

    /// Without `short` the text stands for it.
    package init(text: String, short: String? = nil, answer: String, isMet: Bool) {
      self.text = text
      self.short = short ?? text
      self.answer = answer
      self.isMet = isMet
    }
  }

  package var name = ""
  package var company = ""
  /// `00:07:42`
  package var running = ""
  /// `09:19:41`; empty before the first save of the text
  package var kept = ""
  package var lines: [Line] = []
  package var understood: [Understood] = []
  package var checks: [Check] = []
  /// `Thu 19 Nov 15:30  call`, and what was said
  package var lastTime = ""
  package var lastWords = ""
  /// Since then: a sign and its text each
  package var since: [TimelineModel] = []
  package var detail = DetailModel()
  package var isReviewing = false
  /// The question asked before hanging up without a next step, and what is typed as its answer.
  package var question: PromptModel?

  package init() {}
}

/// The manual of the keys, made from the table of commands.
package struct HelpModel: Hashable, Sendable {
  package struct Group: Hashable, Sendable {
    package var title: String
    package var rows: [HintModel]

    package init(_ title: String, _ rows: [HintModel]) {
      self.title = title
      self.rows = rows
    }
  }

  /// `Board`
  package var context: String
  package var query: String
  package var groups: [Group]
  /// With a query: what it finds, the first or chosen one marked.
  package var matches: [HintModel]
  package var chosen: Int
  package var scroll: Int

  package init(
    context: String, query: String, groups: [Group], matches: [HintModel] = [], chosen: Int = 0, scroll: Int = 0
  ) {
    self.context = context
    self.query = query
    self.groups = groups
    self.matches = matches
    self.chosen = chosen
    self.scroll = scroll
  }
}

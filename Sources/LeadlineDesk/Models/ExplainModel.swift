/// Why a lead stands where it does, in lines that are folded to their screen: what `leadline why` and `leadline whynot`
/// say.
package struct ExplainModel: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// What is explained: an action, a silence.
    case head
    /// A line under a label; the label is empty where a line goes on.
    case fact
    /// `Considered and not fired`
    case title
    /// A rule that did not fire, its name in the label's place.
    case rule
    case blank
  }

  package struct Row: Hashable, Sendable {
    package var kind: Kind
    package var label: String
    package var text: String

    package init(_ kind: Kind, label: String = "", _ text: String = "") {
      self.kind = kind
      self.label = label
      self.text = text
    }
  }

  /// `why is Ana Müller due today?`
  package var title: String
  /// In view, from the top.
  package var rows: [Row]
  package var hiddenAbove: Int
  package var hiddenBelow: Int

  package init(title: String, rows: [Row], hiddenAbove: Int = 0, hiddenBelow: Int = 0) {
    self.title = title
    self.rows = rows
    self.hiddenAbove = hiddenAbove
    self.hiddenBelow = hiddenBelow
  }
}

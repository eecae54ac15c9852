package import LeadlineCore
import LeadlineText

/// A line that was typed in a shell, read by the screen's forms: the same words mean the same in both.
package struct TypedLine: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case note, next, promise, park, snooze, close }

  /// What it would record; nil where it cannot be recorded, and `problem` says why.
  package let facts: [Fact]?
  /// What to say once it is recorded.
  package let words: String
  package let problem: String

  package init(_ kind: Kind, _ text: String, on world: World, _ pipeline: Pipeline, version: Version, me: String) {
    let form: Form.Kind =
      switch kind {
      case .note: .note
      case .next: .next
      case .promise: .promise
      case .park: .park
      case .snooze: .snooze
      case .close: .close
      }
    let typed = Form(form, lead: world.lead.id, id: EventID(random: 0), began: pipeline.now, text: text)
    let reading = FormReader(source: PaneSource(pipeline, me: me), version: version).read(typed, world)
    facts = reading.facts
    words = reading.words
    problem = reading.problem
  }
}

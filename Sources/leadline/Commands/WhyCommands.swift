import ArgumentParser
import LeadlineBook
import LeadlineCore
import LeadlineDesk
import LeadlineText

struct WhyCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Why a lead is due, escalated or where it is.",
    discussion: "Rule, evidence, the sum of its clock with nights and holidays skipped, who lost to it, what ends it.")

  @Argument(help: "The lead.") var lead: String
  @Flag(help: "Every firing of its history, not only what stands.") var all = false
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    let lead = world.lead.id
    let explanations =
      all
      ? world.firings.compactMap { book.facts.explanation(of: $0, on: lead) } : book.facts.explanations(of: lead)
    let explainer = Explainer(Wording(now: book.facts.now, zone: book.zone, me: shell.me))
    if common.json {
      let items = explanations.map { ExplainJSON(explainer, zone: book.zone).value($0, world) }
      let json = LeadJSON(book.facts, me: shell.me)
      return shell.print(json.document("why", [("lead", .string(lead.text)), ("items", .array(items))]))
    }
    if all {
      for line in takenBack(lead, book, explainer) { shell.out.line(Display.visible(line)) }
    }
    if explanations.isEmpty { return shell.out.line(Display.visible("\(world.lead.title): nothing stands on it")) }
    for (index, explanation) in explanations.enumerated() {
      if index > 0 { shell.out.line() }
      let lines = explainer.lines(explanation, on: world)
      shell.out.line(Display.visible(lines.head))
      for line in lines.lines { shell.out.line("  \(fit(line.label, 8)) \(Display.visible(line.text))") }
    }
  }
}

extension WhyCommand {
  /// What stood until a fact was recorded that had happened before it.
  private func takenBack(_ lead: LeadID, _ book: Book, _ explainer: Explainer) -> [String] {
    book.facts.retractions(of: lead).map(explainer.sentence)
  }
}

/// An explanation as data, its words beside it.
struct ExplainJSON {
  private let explainer: Explainer
  private let zone: Zone

  init(_ explainer: Explainer, zone: Zone) {
    self.explainer = explainer
    self.zone = zone
  }

  func value(_ explanation: Explanation, _ world: World) -> JSONValue {
    let lines = explainer.lines(explanation, on: world)
    return .members([
      ("head", .string(lines.head)), ("key", .text(explanation.action?.key.text ?? explanation.firing?.key.text)),
      ("rule", .text(explanation.firing?.key.rule)),
      ("rung", explanation.firing.map { .integer($0.key.rung) } ?? .null),
      ("fired", explanation.firing.map { .string($0.at.text(in: zone)) } ?? .null),
      ("version", explanation.version.map { .string($0.text(in: zone)) } ?? .null),
      ("evidence", .strings(explanation.evidence.map(\.id.text))),
      ("superseded_by", .text(explanation.firing?.supersededBy)),
      ("above", .strings(explanation.losers.map(\.key.text))),
      ("lines", .array(lines.lines.map { .members([("label", .string($0.label)), ("text", .string($0.text))]) })),
    ])
  }
}

struct WhyNotCommand: LeadCommand {
  static let configuration = CommandConfiguration(
    commandName: "whynot", abstract: "Why a rule has not fired on a lead, and when it would.")

  @Argument(help: "The lead.") var lead: String
  @Argument(help: "The rule's name; every rule where it is left out.") var rule: String?
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell, _ book: Book, _ world: World) throws {
    let names = book.version.rules.list.map(\.name)
    if let rule, !names.contains(rule) {
      throw Complaint(
        65, "no rule in force is called \"\(Display.safe(rule))\"",
        proposal(for: rule, among: names, otherwise: "leadline rules list shows them"))
    }
    let explainer = Explainer(Wording(now: book.facts.now, zone: book.zone, me: shell.me))
    let asked = rule.map { [$0] } ?? names
    let answers = asked.map { ($0, book.facts.whyNot($0, on: world.lead.id)) }
    if common.json {
      let items = answers.map { name, whyNot in
        JSONValue.members([
          ("rule", .string(name)), ("because", .string(explainer.sentence(whyNot))),
          ("at", whyNot.at.map { .string($0.text(in: book.zone)) } ?? .null),
        ])
      }
      let json = LeadJSON(book.facts, me: shell.me)
      return shell.print(
        json.document("whynot", [("lead", .string(world.lead.id.text)), ("items", .array(items))]))
    }
    let width = asked.map(displayWidth).max() ?? 0
    for (name, whyNot) in answers {
      shell.out.line("\(fit(name, width))  \(Display.visible(explainer.sentence(whyNot)))")
    }
  }
}

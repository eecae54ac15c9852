import LeadlineCore

extension RulesLine {
  /// `"TEXT" in 8wh by call`: what stands behind `next`. Only the default of recycle may wait for the park's end.
  mutating func template(form: String, mayWaitForPark: Bool = false, mayBeEmpty: Bool = false) -> Template? {
    let place = self.place
    guard let text = text(form: form, mayBeEmpty: mayBeEmpty) else { return nil }
    checkFields(of: text, at: place)
    guard let timing = timing(form: form, mayWaitForPark: mayWaitForPark) else { return nil }
    guard take("by") else { return Template(text, timing) }
    let means: [Means] = [.call, .mail, .message, .meeting]
    guard let word = peek, let by = means.first(where: { $0.rawValue == word }) else {
      let words = means.map(\.rawValue)
      report(
        "\(shown) is no way to get in touch",
        instead: proposal(for: peek ?? "", among: words, otherwise: "write one of \(words.joined(separator: ", "))"))
      return nil
    }
    skip()
    return Template(text, timing, by: by)
  }

  private mutating func timing(form: String, mayWaitForPark: Bool) -> Template.Timing? {
    if take("now") { return .now }
    if take("today") { return .today }
    if take("in") { return interval(form: form).map(Template.Timing.in) }
    if take("at") { return minute(form: "at 09:00").map(Template.Timing.at) }
    let place = self.place
    if take("when the park ends") {
      if mayWaitForPark { return .whenParkEnds }
      report(
        at: place, "only the default of recycle has a park that ends", instead: "write in 8wh, now, today or at 09:00")
      return nil
    }
    let isMissing = isAtEnd || isMark(0)
    report(
      isMissing ? "when it is due is missing" : "\(shown) is no timing",
      instead: "write in 8wh, now, today, at 09:00" + (mayWaitForPark ? " or when the park ends" : ""))
    return nil
  }

  /// Names in braces must be fields of a lead; the first few that are not are named.
  mutating func checkFields(of text: String, at place: Place) {
    let names = Template.fieldNames.map { "{\($0)}" }
    for field in Template.fields(of: text).lazy.filter({ !Template.fieldNames.contains($0) }).prefix(8) {
      let short = Display.visible(String(field.prefix(40)))
      report(
        at: place, "{\(short)} is no field of a lead",
        instead: proposal(for: "{\(field)}", among: names, otherwise: "write one of \(names.joined(separator: ", "))"))
    }
  }
}

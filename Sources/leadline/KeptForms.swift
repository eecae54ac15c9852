import LeadlineBook
import LeadlineCore
import LeadlineDesk

/// Forms on disk, beside the book: four lines of head, then the text as it was typed.
extension Book {
  private static let mark = "leadline unsaved 1"

  func keep(_ form: UnsavedForm) throws(Failure) {
    let text = [Book.mark, form.kind, form.lead, String(form.began.milliseconds), form.text].joined(separator: "\n")
    try UnsavedText.keep(Array(text.utf8), id: form.id.text, in: paths)
  }

  func discard(_ id: EventID) throws(Failure) { try UnsavedText.discard(id: id.text, in: paths) }

  /// What earlier sessions could not save. A text whose event was recorded after all is done with.
  var keptForms: [UnsavedForm] {
    guard let kept = try? UnsavedText.all(in: paths) else { return [] }
    return kept.texts.compactMap { text in
      let parts = String(decoding: text.bytes, as: UTF8.self).split(
        separator: "\n", maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count == 5, parts[0] == Book.mark, let id = EventID(text.id), let began = Int64(parts[3]) else {
        return nil
      }
      return UnsavedForm(
        id: id, kind: String(parts[1]), lead: String(parts[2]), began: Instant(milliseconds: began).held,
        text: String(parts[4]))
    }
  }
}

import LeadlineDesk

struct SilenceView {
  let silence: SilenceModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String { "" }
}

import LeadlineDesk

struct HelpView {
  let help: HelpModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String { "" }
}

import LeadlineDesk

struct CallView {
  let call: CallModel
  let layout: Layout

  func draw(on canvas: inout Canvas, in body: Rectangle) -> String { "" }
}

/// Who a lead is: what people wrote about it, in its latest form.
package struct Lead: Hashable, Sendable {
  package let id: LeadID
  package var name = ""
  package var company = ""
  package var emails: [String] = []
  package var phones: [String] = []
  package var url = ""
  package var role = ""
  package var value: Money?
  package var source = ""
  package var ref = ""
  package var owner = ""
  package var tags: [String] = []
  package var persons: [Person] = []
  package var ext: [Field] = []
  /// Do not contact: they objected or unsubscribed.
  package var objects = false
  /// What contact rests on, where somebody recorded it.
  package var consent = ""

  package init(_ id: LeadID) { self.id = id }

  /// What to call it: the name, else the company, else its id.
  package var title: String { name.isEmpty ? (company.isEmpty ? id.text : company) : name }
}

extension Lead {
  mutating func take(_ capture: Capture, by person: String) {
    name = capture.name
    company = capture.company
    url = capture.url
    role = capture.role
    value = capture.value
    source = capture.source
    ref = capture.ref
    owner = capture.owner.isEmpty ? person : capture.owner
    ext = capture.ext
    add(capture)
  }

  /// Of a lead that was merged into this one, its addresses and tags (engine letter, 31).
  mutating func add(_ capture: Capture) {
    for email in capture.emails { Lead.add(email, to: &emails) }
    for phone in capture.phones { Lead.add(phone, to: &phones) }
    for tag in capture.tags { Lead.add(tag, to: &tags) }
  }

  /// `set` on email, phone and tag adds (engine letter, 34); elsewhere it replaces, and taking away leaves nothing.
  /// A value that is no money leaves the one before it.
  mutating func apply(_ edit: Edit) {
    let value = edit.change == .remove ? "" : edit.value
    switch edit.field {
    case "name": name = value
    case "company": company = value
    case "url": url = value
    case "role": role = value
    case "source": source = value
    case "ref": ref = value
    case "owner": owner = value
    case "value": self.value = value.isEmpty ? nil : Money(written: value) ?? self.value
    case "email": Lead.apply(edit, to: &emails)
    case "phone": Lead.apply(edit, to: &phones)
    case "tag": Lead.apply(edit, to: &tags)
    case "do-not-contact": objects = edit.change != .remove && value != "no"
    case let field:
      let name = field.hasPrefix("ext.") ? String(field.dropFirst(4)) : field
      ext.removeAll { $0.key == name }
      if edit.change != .remove { ext.append(Field(name, value)) }
    }
  }

  private static func apply(_ edit: Edit, to list: inout [String]) {
    if edit.change != .remove {
      add(edit.value, to: &list)
    } else {
      list.removeAll { edit.value.isEmpty || $0 == edit.value }
    }
  }

  private static func add(_ value: String, to list: inout [String]) {
    if !value.isEmpty && !list.contains(value) { list.append(value) }
  }
}

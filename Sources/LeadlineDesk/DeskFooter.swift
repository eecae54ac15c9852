/// The keys that the last line names: for each view, most useful first, as many as its shape has room for.
extension Desk {
  var footer: [HintModel] {
    switch mode {
    case .prefix: Desk.hints("=a key runs it|?=as a page|Esc=back out")
    case .form(let form): Desk.hints(form)
    case .explain: Desk.hints("j k=scroll|[ ]=lead|d…=done|z…=snooze|t=next|Esc=close")
    case .call(let call): hints(call)
    case .help: Desk.hints("=type to search|↑↓=scroll|Enter=run|Esc=close")
    case .plain: hints(place)
    }
  }

  /// `Enter=open|a=add`: a hint without a word is a key alone, one without a key a word alone.
  private static func hints(_ text: String) -> [HintModel] {
    text.split(separator: "|").map { part in
      guard let cut = part.lastIndex(of: "=") else { return HintModel(String(part), "") }
      return HintModel(String(part[..<cut]), String(part[part.index(after: cut)...]))
    }
  }

  private func hints(wide: String, compact: String, phone: String) -> [HintModel] {
    switch layout.shape {
    case .wide: Desk.hints(wide)
    case .compact: Desk.hints(compact)
    case .phone, .tiny: Desk.hints(phone)
    }
  }

  private func hints(_ place: Place) -> [HintModel] {
    switch place {
    case .board:
      hints(
        wide:
          "Enter=open|w=why|a=add|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|H L=move|X…=close|u=undo|?=help",
        compact: "Enter=open|w=why|a=add|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|X…|?",
        phone: "Enter=open|w=why|c=call|t=next|d…|z…|g…|?")
    case .due:
      hints(
        wide: "Enter=open|w=why|d…=done|z…=snooze|t=next|c=call|i=note|s…=signal|p=park|X…=close|{ }=section|Esc|?",
        compact: "Enter=open|w=why|d…=done|z…=snooze|t=next|c=call|s…=signal|{ }=section|Esc|?",
        phone: "Enter=open|w=why|d…=done|z…|t=next|c=call|?")
    case .silence:
      hints(
        wide: "Enter=open|w=why|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|p=park|X…=close|Esc|?=help",
        compact: "Enter=open|w=why|c=call|t=next|s…=signal|d…=done|z…=snooze|p=park|X…|Esc|?",
        phone: "Enter=open|w=why|c=call|t=next|d…|p=park|X…|?")
    case .detail:
      hints(
        wide:
          "[ ]=lead|J K=scroll|w=why|c=call|i=note|t=next|s…=signal|d…=done|z…=snooze|H L=move|p=park|X…=close|Esc",
        compact: "[ ]=lead|J K=scroll|w=why|c=call|i=note|t=next|s…|d…|z…|p=park|X…|Esc|?",
        phone: "[ ]|w=why|c=call|t=next|s…|d…|z…|X…|Esc")
    }
  }

  private func hints(_ call: Call) -> [HintModel] {
    if call.question != nil { return Desk.hints("Enter=save|Esc=back to the call") }
    if call.review != nil {
      return Desk.hints("Space=on, off|e=edit its line|Tab=back to the text|C-s=save and hang up")
    }
    return hints(
      wide: "C-s=save and hang up|C-n=next|C-t=time|Tab=understood|Esc=leave (text kept)|F1=help",
      compact: "C-s=save and hang up|C-n=next|C-t=time|Tab=understood|Esc=leave|F1=help",
      phone: "C-s=hang up|C-n=next|Tab|Esc|F1=help")
  }

  private static func hints(_ form: Form) -> [HintModel] {
    switch form.kind {
    case .search: hints("Enter=keep|Esc=back|C-u=line|n N=next, previous afterwards")
    case .filter: hints("Enter=keep|Esc=back|C-u=line|\\=again edits it, Esc shows all")
    case .note, .next, .promise, .add, .park, .snooze, .close, .objection, .away, .meeting:
      hints("Enter=save|Esc=cancel (text kept)|↑=history|C-w=word|C-u=line|F1=help")
    }
  }
}

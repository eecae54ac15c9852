import LeadlineCore

/// An invented history of so many leads in so many events: the same for the same numbers, whoever tells it. Leads are
/// caught evenly over the time, and most of what happens happens to those that were caught lately.
struct Story {
  /// The moment at which all of it has happened: an opened book is looked at then.
  static let end = Instant(milliseconds: 1_764_500_400_000)  // 2025-11-30T11:00:00Z
  static let owners = ["ana", "ben", "chi", "dov", "eva"]

  private let leads: Int
  private let events: Int
  private let span: Int64
  private var dice: Dice
  private var captured: [LeadID] = []
  /// The action that each lead has open, for `done`.
  private var open: [EventID?] = []

  /// - Parameters:
  ///   - events: the adoption at the beginning not counted; more than `leads`.
  ///   - days: how long it all took.
  init(leads: Int, events: Int, days: Int) {
    self.leads = leads
    self.events = events
    span = Int64(days) * Instant.day
    dice = Dice(seed: UInt64(leads) << 32 | UInt64(events))
  }

  /// Tells it from its beginning.
  mutating func tell(_ adoption: Adoption, _ body: (Event) -> Void) {
    let begin = Story.end.advanced(by: -span)
    body(Event(id: EventID(random: dice.id()), time: begin, lead: nil, by: "ana", fact: .adopt(adoption)))
    let step = span / Int64(events + 1)
    for number in 0..<events {
      let time = begin.advanced(by: Int64(number + 1) * step + Int64(dice.roll(Int(max(step / 2, 1)))))
      body(captured.count * events < (number + 1) * leads ? capture(time) : happening(time))
    }
  }

  // MARK: what happens

  private mutating func capture(_ time: Instant) -> Event {
    let company = dice.pick(Story.companies)
    let name = "\(dice.pick(Story.firstNames)) \(dice.pick(Story.lastNames))"
    let slug = company.prefix { $0 != " " }.lowercased()
    let id = LeadID("\(slug)-\(Story.suffix(captured.count))")
    var capture = Capture()
    capture.name = name
    capture.company = company
    capture.emails = [name.lowercased().replacing(" ", with: ".") + "@\(slug).example"]
    if dice.roll(3) == 0 { capture.phones = ["+49 30 \(1_000_000 + dice.roll(9_000_000))"] }
    if dice.roll(2) == 0 { capture.value = Money(minor: Int64(5 + dice.roll(400)) * 10_000, currency: "EUR") }
    capture.source = dice.pick(["web", "fair", "referral", "cold"])
    capture.owner = dice.pick(Story.owners)
    if dice.roll(4) == 0 { capture.tags = [dice.pick(["renewal", "pilot", "large", "partner"])] }
    capture.isInbound = dice.roll(5) == 0
    captured.append(id)
    open.append(nil)
    return event(.lead(capture), captured.count - 1, time)
  }

  private mutating func happening(_ time: Instant) -> Event {
    // Two dice favour the young leads: the book is not a row of equals.
    let youth = min(dice.roll(captured.count), dice.roll(captured.count))
    let lead = captured.count - 1 - youth
    switch dice.roll(100) {
    case 0..<28: return event(.touch(touch()), lead, time)
    case 28..<50: return event(.signal(signal()), lead, time)
    case 50..<72: return event(.note(note(), call: nil), lead, time)
    case 72..<90:
      let event = event(.action(action(after: time)), lead, time)
      open[lead] = event.id
      return event
    case 90..<96:
      guard let action = open[lead] else { return event(.note(note(), call: nil), lead, time) }
      open[lead] = nil
      return event(.done(of: .event(action), note: ""), lead, time)
    default: return event(.move(move(after: time)), lead, time)
    }
  }

  private mutating func event(_ fact: Fact, _ lead: Int, _ time: Instant) -> Event {
    Event(
      id: EventID(random: dice.id()), time: time, lead: captured[lead], by: Story.owners[lead % Story.owners.count],
      fact: fact)
  }

  private mutating func touch() -> Touch {
    switch dice.roll(4) {
    case 0: return Touch(.call, dice.roll(2) == 0 ? .reached : TouchOutcome.none)
    case 1:
      var touch = Touch(.mail, .sent)
      touch.message = dice.pick(["first-touch", "price-check", "gentle-nudge"])
      return touch
    case 2:
      var touch = Touch(.call, .reached)
      touch.note = note()
      return touch
    default: return Touch(.message, .sent)
    }
  }

  private mutating func signal() -> Signal {
    var signal = Signal(
      dice.pick([.replied, .emailOpened, .linkClicked, .pricingViewed, .proposalViewed, .callMissed]))
    signal.source = "web-\(dice.next() % 1_000_000_000)"
    return signal
  }

  private mutating func note() -> String {
    (0..<2 + dice.roll(3)).map { _ in dice.pick(Story.sentences) }.joined(separator: " ")
  }

  private mutating func action(after time: Instant) -> Intention {
    let day = Zone.utc.day(at: time).adding(1 + dice.roll(14))
    let due: Due = dice.roll(2) == 0 ? .day(day) : .wall(WallTime(day: day, hour: 9 + dice.roll(8), minute: 0))
    var intention = Intention(dice.pick(Story.actions), due: due)
    if case .wall = due { intention.zone = "UTC" }
    if dice.roll(2) == 0 { intention.means = dice.pick([.call, .mail]) }
    return intention
  }

  private mutating func move(after time: Instant) -> Move {
    var move = Move(to: dice.pick([.hot, .warm, .recycle]))
    if move.state == .recycle { move.until = Zone.utc.day(at: time).adding(30 + dice.roll(90)) }
    return move
  }

  // MARK: words

  /// Five digits that no other lead has: an odd factor goes once through all numbers of 25 bits.
  private static func suffix(_ number: Int) -> String {
    let bits = UInt64(number) &* 0x9e37_79b1 & 0x1ff_ffff
    let digits = (0..<5).map { Base32.alphabet[Int(bits >> UInt64(5 * $0) & 31)] }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let companies = [
    "Acme GmbH", "Birch Ltd", "Corvo SA", "Delta Works", "Elm & Sons", "Fjord AS", "Gable Inc", "Holm AB", "Iris Labs",
    "Juno BV", "Krone KG", "Lumen SARL",
  ]
  private static let firstNames = ["Jo", "Maria", "Zoë", "Piotr", "Ayşe", "Liam", "Noor", "Émile", "Hana", "Tom"]
  private static let lastNames = ["Brandt", "Okafor", "Lindqvist", "Moreau", "Sato", "Weiß", "Novák", "Byrne", "Costa"]
  private static let sentences = [
    "Wants SSO before anything else.", "Budget is decided in January.", "Asked for two references.",
    "Their lawyer reads the contract.", "Compares us with one other.", "Was in a hurry, call again.",
    "Said \"yes\" to a pilot.", "Prefers mail to calls.",
  ]
  private static let actions = [
    "Send the proposal", "Call back", "Ask who signs", "Propose two dates", "Send references",
  ]
}

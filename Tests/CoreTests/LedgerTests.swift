import LeadlineCore
import LeadlineTestKit
import Testing

@Suite struct LedgerTests {
  private let ana = LeadID("ana-00000")
  private let bo = LeadID("bo-11111")

  private func event(
    _ number: Int, _ fact: Fact, lead: LeadID? = LeadID("ana-00000"), at minute: Int? = nil, act: Int? = nil
  )
    -> Event
  {
    Event(
      id: EventID(random: UInt128(number)),
      time: Story.when("mon 10:00").advanced(by: Int64(minute ?? number) * Instant.minute),
      lead: lead, by: "ana", act: act.map { EventID(random: UInt128($0)) }, fact: fact)
  }

  private func note(_ number: Int, _ text: String = "?", lead: LeadID = LeadID("ana-00000"), act: Int? = nil) -> Event {
    event(number, .note(text, call: nil), lead: lead, act: act)
  }

  private func undo(_ number: Int, of other: Int) -> Event {
    event(number, .undo(of: EventID(random: UInt128(other))), lead: nil)
  }

  private func ledger(_ events: [Event]) -> Ledger {
    var ledger = Ledger()
    for event in events { ledger.add(event, isOwn: true) }
    _ = ledger.takeChanges()
    return ledger
  }

  private func texts(_ ledger: Ledger, _ lead: LeadID = LeadID("ana-00000")) -> [String] {
    ledger.facts(of: lead).compactMap { if case .note(let text, _) = $0.fact { text } else { nil } }
  }

  // MARK: copies

  @Test func `the same line twice is one event`() {
    #expect(texts(ledger([note(1, "a"), note(1, "a"), note(2, "b")])) == ["a", "b"])
  }

  @Test(arguments: [
    (Ledger.Standing.sound, Ledger.Standing.altered, "a"), (.altered, .sound, "b"), (.vouched, .sound, "a"),
    (.sound, .vouched, "b"), (.sound, .sound, "b"), (.void, .vouched, ""), (.vouched, .void, ""),
  ])
  func `of two copies the better one counts, and void wins over all`(
    a: Ledger.Standing, b: Ledger.Standing, text: String
  ) {
    for order in [[(note(1, "a"), a), (note(1, "b"), b)], [(note(1, "b"), b), (note(1, "a"), a)]] {
      var ledger = Ledger()
      for (event, standing) in order { ledger.add(event, standing) }
      _ = ledger.takeChanges()
      #expect(texts(ledger) == (text.isEmpty ? [] : [text]))
    }
  }

  @Test func `a void line takes back what an undo or a merge said`() {
    var ledger = ledger([note(1, "a"), undo(2, of: 1)])
    ledger.add(undo(2, of: 1), .void)
    #expect(ledger.takeChanges() == [ana])
    #expect(texts(ledger) == ["a"])
  }

  @Test func `a lead's changes are told once`() {
    var ledger = ledger([note(1), note(2, lead: bo)])
    #expect(ledger.takeChanges() == [])
    ledger.add(note(3, lead: bo))
    #expect(ledger.takeChanges() == [bo])
    ledger.add(note(3, lead: bo))
    #expect(ledger.takeChanges() == [])
  }

  // MARK: undo

  @Test func `undo takes an event back, undoing that brings it again, and so on`() {
    #expect(texts(ledger([note(1, "a"), undo(2, of: 1)])) == [])
    #expect(texts(ledger([note(1, "a"), undo(2, of: 1), undo(3, of: 2)])) == ["a"])
    #expect(texts(ledger([note(1, "a"), undo(2, of: 1), undo(3, of: 2), undo(4, of: 3)])) == [])
  }

  @Test func `undo of one event of an act takes the whole act back, also by the act's own name`() {
    let act = [note(1, "a", act: 9), note(2, "b", lead: bo, act: 9), note(3, "c")]
    for of in [1, 2, 9] {
      let ledger = ledger(act + [undo(20, of: of)])
      #expect(texts(ledger) == ["c"] && texts(ledger, bo) == [])
    }
    let again = ledger(act + [undo(20, of: 1), undo(21, of: 20)])
    #expect(texts(again) == ["a", "c"] && texts(again, bo) == ["b"])
  }

  @Test func `an event of an act that arrives after its undo is undone too`() {
    var ledger = ledger([note(1, "a", act: 9), undo(20, of: 1)])
    ledger.add(note(2, "b", act: 9))
    _ = ledger.takeChanges()
    #expect(texts(ledger) == [])
  }

  @Test func `three times back and three times again`() {
    var ledger = ledger([note(1, "a"), note(2, "b"), note(3, "c")])
    for number in 10..<13 {
      guard let latest = ledger.latestAct(by: "ana") else {
        Issue.record("nothing to take back")
        return
      }
      ledger.add(event(number, .undo(of: latest.id), lead: nil), isOwn: true)
      _ = ledger.takeChanges()
    }
    #expect(texts(ledger) == [] && ledger.latestAct(by: "ana") == nil)
    var seen: [[String]] = []
    for number in 20..<23 {
      guard let latest = ledger.latestUndo(by: "ana") else {
        Issue.record("nothing to bring again")
        return
      }
      ledger.add(event(number, .undo(of: latest.id), lead: nil), isOwn: true)
      _ = ledger.takeChanges()
      seen.append(texts(ledger))
    }
    #expect(seen == [["a"], ["a", "b"], ["a", "b", "c"]])
    #expect(ledger.latestUndo(by: "ana") == nil)
    #expect(ledger.latestAct(by: "ana")?.id == EventID(random: 3))
  }

  @Test func `what is new since an undo leaves nothing to bring again`() {
    let ledger = ledger([note(1, "a"), undo(2, of: 1), note(3, "b")])
    #expect(ledger.latestUndo(by: "ana") == nil)
  }

  @Test func `only one's own acts on this replica are taken back`() {
    var ledger = ledger([note(1, "a")])
    ledger.add(note(2, "elsewhere"))
    _ = ledger.takeChanges()
    #expect(ledger.latestAct(by: "ana")?.id == EventID(random: 1))
    #expect(ledger.latestAct(by: "bo") == nil)
  }

  // MARK: amend, merge, erase, adopt

  @Test func `an amendment replaces the words and keeps the moment; the latest counts`() {
    let events = [
      note(1, "a"), note(5, "b"), event(6, .amend(of: EventID(random: 1), .note("A", call: nil))),
      event(7, .amend(of: EventID(random: 1), .note("AA", call: nil))),
    ]
    #expect(texts(ledger(events)) == ["AA", "b"])
    #expect(texts(ledger(events + [undo(8, of: 7)])) == ["A", "b"])
    #expect(texts(ledger(events + [undo(8, of: 1)])) == ["b"])
  }

  @Test func `an amendment says so to the lead of what it amends`() {
    var ledger = ledger([note(1, "a")])
    ledger.add(event(2, .amend(of: EventID(random: 1), .note("A", call: nil)), lead: bo))
    #expect(ledger.takeChanges() == [ana, bo])
  }

  @Test func `a merged lead's history comes along, not where it stood`() {
    let events = [
      note(1, "a"), note(2, "b", lead: bo), event(3, .move(Move(to: .hot)), lead: bo),
      event(4, .merge(into: ana), lead: bo),
    ]
    let ledger = ledger(events)
    #expect(texts(ledger) == ["a", "b"])
    #expect(!ledger.facts(of: ana).contains { $0.fact == .move(Move(to: .hot)) })
    #expect(ledger.survivor(of: bo) == ana && ledger.survivor(of: ana) == nil)
    #expect(texts(self.ledger(events + [undo(5, of: 4)])) == ["a"])
  }

  @Test func `merges go on through merges, and never in a circle`() {
    let cy = LeadID("cy-22222")
    let events = [
      note(1, "a"), note(2, "b", lead: bo), note(3, "c", lead: cy), event(4, .merge(into: bo), lead: ana),
      event(5, .merge(into: cy), lead: bo), event(6, .merge(into: ana), lead: cy), event(7, .merge(into: cy), lead: cy),
    ]
    let ledger = ledger(events)
    #expect(texts(ledger, cy) == ["a", "b", "c"])
    #expect(ledger.survivor(of: ana) == cy && ledger.survivor(of: cy) == nil)
    #expect(!ledger.facts(of: cy).contains { if case .merge = $0.fact { true } else { false } })
  }

  @Test func `what happens on a merged lead is told to its survivor`() {
    var ledger = ledger([note(1, "a"), note(2, "b", lead: bo), event(4, .merge(into: ana), lead: bo)])
    ledger.add(note(5, "late", lead: bo))
    #expect(ledger.takeChanges() == [ana, bo])
    ledger.add(undo(6, of: 4))
    #expect(ledger.takeChanges() == [ana, bo])
  }

  @Test func `an erased lead has no facts, whatever arrives, and cannot be brought again`() {
    let erase = event(3, .erase(token: "t", hash: Ledger.erasureHash(of: ana, token: "t")), lead: nil)
    var ledger = ledger([note(1, "a"), note(2, "b", lead: bo), erase, undo(4, of: 3)])
    ledger.add(note(5, "again"))
    #expect(ledger.takeChanges() == [ana])
    #expect(ledger.facts(of: ana).isEmpty && texts(ledger, bo) == ["b"])
  }

  @Test func `adoptions stand in their order, and an undo does not reach them`() {
    func adopt(_ number: Int, _ rules: String, happened: Int, logical: Int) -> Event {
      var event = event(number, .adopt(Adoption(engine: 1, rules: rules, book: "")), lead: nil, at: happened)
      event.logical = Story.when("mon 10:00").advanced(by: Int64(logical) * Instant.minute)
      return event
    }
    let ledger = ledger([
      adopt(1, "a", happened: 1, logical: 1), adopt(2, "c", happened: 3, logical: 9),
      adopt(3, "b", happened: 4, logical: 4),
      undo(20, of: 2),
    ])
    #expect(ledger.adoptions.map(\.adoption.rules) == ["a", "c"])
    #expect(ledger.adoptionsChanged == false)
  }

  // MARK: order

  @Test func `the order and number of arrivals mean nothing`() {
    let leads = [Story.lead, ana, bo]
    let versions = [Story.version(from: "tue 00:00")]
    var random = RandomFacts(seed: 3)
    for _ in 0..<100 {
      let events = (0..<40).map { _ in random.event(leads) }
      let standings = events.map { _ in
        random.dice.pick([Ledger.Standing.sound, .sound, .sound, .altered, .vouched, .void])
      }
      var expected: [LeadID: [Event]]?
      for _ in 0..<10 {
        var ledger = Ledger()
        for index in (events.indices.shuffled(using: &random.dice) + events.indices.shuffled(using: &random.dice)) {
          ledger.add(events[index], standings[index])
          if random.dice.next() % 8 == 0 { _ = ledger.takeChanges() }
        }
        _ = ledger.takeChanges()
        let facts = Dictionary(uniqueKeysWithValues: leads.map { ($0, ledger.facts(of: $0)) })
        #expect(facts == expected ?? facts)
        expected = expected ?? facts
        for lead in leads {
          _ = Simulation.simulate(lead, facts: facts[lead] ?? [], versions: versions, until: Story.when("mon+5w 09:00"))
        }
      }
    }
  }
}

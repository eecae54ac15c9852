import LeadlineCore
import LeadlineText
import Testing

@testable import LeadlineExchange

@Suite struct ImportPlanTests {
  private func plan(
    _ text: String, into index: ImportIndex = ImportIndex(), _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> (plan: ImportPlan, mapping: ImportMapping) {
    let table = CSVReader.read(Array(text.utf8), file: "a.csv")
    var request = ImportRequest(park: try #require(Day("2027-02-21")), currency: "EUR")
    change(&request)
    let mapping = ImportMapping(table, request, file: "a.csv")
    return (ImportPlan(table, mapping, request, file: "a.csv", into: index), mapping)
  }

  @Test(arguments: [
    ("E-Mail", ImportTarget.email), ("Job title", .role), ("Email Opt Out", .objection), ("Amount", .value),
    ("Stage of x=y", .ext("Stage_of_x_y")), ("Unknown", .ext("Unknown")),
  ])
  func `a header says what it means, or becomes ext`(header: String, target: ImportTarget) throws {
    #expect(try plan("id,\(header)\n1,x\n").mapping.columns[1].target == target)
  }

  @Test func `a column that a person maps leaves no second one of its kind`() throws {
    let mapping = try plan("company,account\nA,B\n") { $0.maps = [(column: "account", target: "company")] }.mapping
    #expect(mapping.columns.map(\.target) == [.ext("company"), .company])
  }

  @Test func `the state column is the one whose words the map names`() throws {
    let plan = try plan("a,b\nx,Won\ny,Lost\n") {
      $0.states = [(word: "won", state: "won"), (word: "lost", state: "dead")]
    }
    #expect(plan.plan.rows.map(\.capture.closed) == [.won, .dead])
    #expect(plan.plan.rows.map(\.capture.reason) == ["imported", "imported"])
  }

  @Test func `recycle is parked, open rows keep a closing date as ext`() throws {
    let rows = try plan("name,state,closed\nAna,recycle,2026-01-02\n") {
      $0.maps = [(column: "closed", target: "closed")]
    }
    .plan.rows
    #expect(rows[0].capture.until == Day("2027-02-21"))
    #expect(rows[0].capture.ext.contains(Field("closed", "2026-01-02")))
  }

  @Test func `without a key mail, phone or the whole row tells rows apart`() throws {
    let rows = try plan("name,email,phone\nA,a@b.example,\nB,,123\nC,,\n").plan.rows
    #expect(rows.map(\.importKey).prefix(2) == ["csv:a@b.example", "csv:123"])
    #expect(rows[2].key.utf8.count == 13)
  }

  @Test func `a row of the same key is joined with the first`() throws {
    let plan = try plan("id,name,tag\n1,Ana,x\n1,Ana,y\n") { $0.key = "id" }.plan
    #expect(plan.rows.map(\.capture.tags) == [["x", "y"]])
    #expect(plan.joined.map(\.line) == [3])
    #expect(plan.warnings.count == 1)
  }

  @Test func `a mail that the book has adds to that lead`() throws {
    var lead = Lead(LeadID("ana-12345"))
    lead.emails = ["ana@acme.example"]
    var world = World(lead.id)
    world.lead = lead
    var index = ImportIndex()
    index.add(world)
    let plan = try plan("name,email\nAna,Ana@acme.example\n", into: index).plan
    #expect(plan.rows.isEmpty)
    #expect(plan.merged.map(\.lead) == [lead.id])
    #expect(plan.merged.first?.edits.contains(Edit("name", .set, "Ana")) == true)
  }

  @Test func `what cannot be read is kept as it stands, and told of`() throws {
    let plan = try plan("name,value,email\nAna,lots,nobody\n").plan
    #expect(plan.rows[0].capture.ext == [Field("value", "lots"), Field("email", "nobody")])
    #expect(plan.warnings.count == 2)
  }

  @Test func `dates that could be two refuse the import`() throws {
    let plan = try plan("name,day\nAna,01-02-2026\n") { $0.maps = [(column: "day", target: "contacted")] }.plan
    #expect(plan.rows.isEmpty)
    #expect(plan.refused.first?.instead == "say --dates dmy|mdy|ymd")
  }

  @Test(arguments: [("yes", true), ("1", true), ("no", false), ("", false), ("0", false)])
  func `an opt-out becomes do not contact, never consent`(cell: String, objects: Bool) throws {
    #expect(try plan("name,Email Opt Out\nAna,\(cell)\n").plan.rows[0].objects == objects)
  }
}

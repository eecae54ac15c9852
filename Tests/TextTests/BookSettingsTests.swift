import LeadlineCore
import LeadlineTestKit
import LeadlineText
import Testing

@Suite struct `The settings of a book` {
  private let whole = """
    id = "k7q2m4"
    clock = "pretend"
    decisions = ["look", "trust", "sign"]
    close_reasons = ["price", "no answer"]
    currency = "CHF"
    [calendar]
    zone = "Europe/Berlin"
    hours = ["mon-thu 09:00-12:30 13:00-17:00", "fri 09:00-13:00"]
    holidays = ["2026-12-25", 2026-12-26]
    [calendar.leave]
    ana = ["2026-08-03/2026-08-21", "2026-10-01"]
    [signals."demo.started"]
    confidence = "strong"
    [weights]
    "link.clicked" = 2
    "demo.started" = -0.5
    """

  @Test func `everything that the book says is read`() {
    let (settings, findings) = BookSettingsReader.read(whole)
    #expect(findings.map(\.line) == [])
    #expect(settings.id == "k7q2m4" && settings.isClockPretended && settings.currency == "CHF")
    #expect(settings.decisions == ["look", "trust", "sign"])
    #expect(settings.closeReasons == ["price", "no answer"])
    #expect(settings.zone == "Europe/Berlin")
    #expect(settings.weight(of: .linkClicked) == 2)
    #expect(settings.weight(of: .proposalViewed) == SignalKind.proposalViewed.usualWeight)
    #expect(settings.confidence(of: SignalKind("demo.started")) == .strong)
    #expect(settings.kinds.last == SignalKind("demo.started"))
  }

  @Test func `the calendar has hours, holidays and leave`() {
    let settings = BookSettingsReader.read(whole).settings
    #expect(settings.hours[.thursday] == [WorkPeriod(opens: 540, closes: 750), WorkPeriod(opens: 780, closes: 1020)])
    #expect(settings.hours[.friday] == [WorkPeriod(opens: 540, closes: 780)])
    #expect(settings.hours[.saturday] == nil)
    #expect(settings.holidays.map(\.civil.day).sorted() == [25, 26])
    #expect(settings.leave["ana"]?.map { $0.upperBound.civil.day } == [21, 1])
  }

  @Test func `a book that says only its id has the usual settings`() {
    let (settings, findings) = BookSettingsReader.read("id = \"x\"")
    var usual = BookSettings()
    usual.id = "x"
    #expect(findings == [])
    #expect(settings == usual)
    #expect(settings.decisions == ["attention", "safety", "urgency", "approval", "commit"])
  }

  @Test(arguments: [
    "1️⃣id = ''", "1️⃣id = '../x'", "1️⃣id = '.x'", "1️⃣id = 7", "1️⃣clock = 'pretended'", "1️⃣decisions = ['one']",
    "1️⃣decisions = ['a','b','c','d','e','f','g','h']", "decisions = ['a', 1️⃣'a']", "decisions = ['a', 1️⃣'two words']",
    "decisions = ['a', 1️⃣2, 'c']", "1️⃣currency = 'eur'", "1️⃣currency = 'EURO'", "close_reasons = [1️⃣'']",
    "[calendar]\n1️⃣hours = []", "[calendar]\nhours = [1️⃣'mon']", "[calendar]\nhours = [1️⃣'monday 09:00-17:00']",
    "[calendar]\nhours = [1️⃣'mon 17:00-09:00']", "[calendar]\nhours = [1️⃣'mon 09:00-25:00']",
    "[calendar]\nhours = [1️⃣'mon 09:00-12:00 11:00-13:00']",
    "[calendar]\nhours = ['mon-fri 09:00-17:00', 1️⃣'wed 09:00-10:00']", "[calendar]\n1️⃣zone = '../../etc/passwd'",
    "[calendar]\n1️⃣zone = '/etc/localtime'", "[calendar]\n1️⃣zone = ''", "[calendar]\nholidays = [1️⃣'2026-02-30']",
    "[calendar]\nholidays = [1️⃣'2026-12-24/2026-12-26']", "[calendar]\nholidays = [1️⃣1969-12-31]",
    "[calendar.leave]\nana = [1️⃣'2026-08-21/2026-08-03']", "[calendar.leave]\nana = [1️⃣'august']",
    "[signals.'x.y']\n1️⃣confidence = 'sure'", "[signals.1️⃣'x.y']", "[signals.1️⃣x.y]\nconfidence = 'weak'",
    "[signals.1️⃣'x y']\nconfidence = 'weak'", "[weights]\n1️⃣link.clicked = 1", "[weights]\n1️⃣'link.clicked' = 'much'",
    "[weights]\n1️⃣'link.clicked' = nan", "[weights]\n1️⃣'link.clicked' = 1e9", "1️⃣calendar = 1",
  ])
  func `what cannot be is an error at its place`(marked: String) {
    let text = MarkedText((marked.contains("id = ") ? "" : "id = 'x'\n") + marked)
    let findings = BookSettingsReader.read(text.text, file: "test").findings
    #expect(findings.map(\.place) == text.places(), "\(findings.map(\.line))")
    #expect(findings.allSatisfy { $0.severity == .error && !$0.instead.isEmpty })
  }

  @Test(arguments: [
    "1️⃣curency = 'EUR'", "[1️⃣mail]\nx = 1", "[1️⃣opens]", "[calendar]\n1️⃣zones = 'UTC'",
    "[signals.'x.y']\nconfidence = 'weak'\n1️⃣confidens = 1", "[weights]\n1️⃣'link.cliked' = 1",
  ])
  func `what nobody knows is a warning at its place`(marked: String) {
    let text = MarkedText("id = 'x'\n" + marked)
    let findings = BookSettingsReader.read(text.text, file: "test").findings
    #expect(findings.map(\.place) == text.places(), "\(findings.map(\.line))")
    #expect(findings.allSatisfy { $0.severity == .warning && !$0.instead.isEmpty })
  }

  @Test func `a week without hours is refused and the usual hours stand`() {
    let (settings, findings) = BookSettingsReader.read("id = 'x'\n[calendar]\nhours = []", file: "book.toml")
    #expect(
      findings.map(\.line) == [
        "book.toml:3:1: the week has no working hours; write hours = [\"mon-fri 09:00-17:00\"]"
      ])
    #expect(settings.hours == WorkCalendar.usualHours)
  }

  @Test func `a book without an id is told so`() {
    #expect(BookSettingsReader.read("").findings.map(\.place.line) == [1])
  }

  @Test func `what is written is read again`() {
    let settings = BookSettingsReader.read(whole).settings
    let (again, findings) = BookSettingsReader.read(BookSettingsWriter.text(for: settings))
    #expect(findings.map(\.line) == [])
    #expect(again == settings)
  }

  @Test func `a new book begins with this text`() {
    var settings = BookSettings()
    settings.id = "k7q2m4"
    settings.zone = "Europe/Berlin"
    #expect(
      BookSettingsWriter.text(for: settings) == """
        # Shared by everyone who works in this book. `leadline check` reads it over.
        id = "k7q2m4"
        currency = "EUR"

        # What a buyer decides, first to last: two to seven names.
        decisions = ["attention", "safety", "urgency", "approval", "commit"]
        close_reasons = ["no decision", "price", "timing", "competitor", "not a fit", "no answer"]

        [calendar]
        zone = "Europe/Berlin"
        hours = ["mon-fri 09:00-17:00"]
        holidays = []   # "2026-12-25"

        # Days off, by person: first/last.
        [calendar.leave]
        # ana = ["2026-08-03/2026-08-21"]

        # Signals of your own, or judged anew: strong, medium, weak or machine.
        # [signals."demo.started"]
        # confidence = "strong"

        # What a signal adds to momentum, where it is not the usual.
        [weights]
        # "link.clicked" = 0.5

        """)
    #expect(BookSettingsReader.read(BookSettingsWriter.text(for: settings)).settings == settings)
  }

  @Test(arguments: [
    ("mon 09:00-17:00", "mon 09:00-17:00"), ("mon-fri 9:00-17:30", "mon-fri 09:00-17:30"),
    ("sun 00:00-24:00", "sun 00:00-24:00"), ("tue-wed  08:00-12:00  13:00-17:00", "tue-wed 08:00-12:00 13:00-17:00"),
  ])
  func `a line of hours is read and written`(text: String, again: String) throws {
    #expect(try HoursLine.read(text).get().text == again)
  }

  @Test func `days may go over the end of the week or stand alone`() throws {
    #expect(try HoursLine.read("sat-mon 09:00-10:00").get().weekdays == [.saturday, .sunday, .monday])
    #expect(try HoursLine.read("mon,wed 09:00-10:00").get().weekdays == [.monday, .wednesday])
  }
}

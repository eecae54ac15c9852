import LeadlineText
import Testing

@Suite struct SlugTests {
  @Test(
    arguments: [
      ("Ana Müller", "ana"), ("Müller GmbH", "muller"), ("Acme GmbH", "acme"), ("Dr. Kern", "drkern"),
      ("J. Doe", "jdoe"),
      ("Bo Lindqvist", "bolindqvi"), ("Straße", "strasse"), ("Østergård", "ostergard"), ("ÉCOLE", "ecole"),
      ("Mu\u{308}ller", "muller"), ("Łukasz", "lukasz"), ("Þórr", "thorr"), ("Nguyễn", "nguyen"),
      ("(no name) 1C1I", "noname"),
      ("3M", "3m"), ("Donaudampfschiff", "donaudamp"), ("李雷", "lead"), ("", "lead"), ("-- !", "lead"), ("🙂", "lead"),
    ] as [(String, String)])
  func `a name gives a slug`(name: String, slug: String) {
    #expect(Slug.read(name) == slug)
  }

  @Test func `an id is slug and five random letters, at most 15 bytes`() {
    var random = SystemRandomNumberGenerator()
    for name in ["Donaudampfschiff", "Ana", "李", ""] {
      let parts = Slug.leadID(for: name, using: &random).split(separator: "-")
      #expect(parts.count == 2 && parts[1].count == 5)
      #expect(parts[0] == Slug.read(name))
      #expect(parts.joined().utf8.count <= 14)
    }
  }

  @Test func `a huge name costs a glance`() {
    #expect(Slug.read(String(repeating: "!", count: 1_000_000)) == "lead")
  }
}

/// The story of the demo book, as a person would write it by hand: local times of 2026 in Berlin, otherwise lines of a
/// journal. `#n` is the id of event n, counted from 1; event 1 is the adoption.
enum DemoStory {
  static let lines = [august, september, october, november].flatMap { $0.split(separator: "\n") }

  static let august = """
    08-25T09:30 lead oskar-4d8kt name="Oskar Vogel" company="Vogel Bau" email=oskar@vogelbau.example \
      value="4000 EUR" source=fair owner=sam by=sam
    08-25T11:00 touch oskar-4d8kt mail sent note="two pages on the method" does=advance decision=attention by=sam
    08-27T10:10 lead liv-6w3pn name="Liv Strand" company="Polar Foods" email=liv@polarfoods.example \
      value="15000 EUR" source=referral ref="Hugo Marsh" owner=sam by=sam
    08-27T14:00 touch liv-6w3pn call reached note="wants it before winter" by=sam
    08-31T11:00 lead kira-2p9nb name="Kira Novak" company="Delta Print" email=kira@deltaprint.example source=fair \
      owner=sam by=sam
    08-31T14:00 touch kira-2p9nb mail sent note="two pages on the method" does=advance by=sam
    """

  static let september = """
    09-01T10:15 signal oskar-4d8kt replied note="interesting, next month" by=mail
    09-02T10:00 lead hugo-7v2mj name="Hugo Marsh" company="Marsh & Sons" email=hugo@marsh.example \
      phone="+44 20 7946 0118" value="7000 EUR" source=customer owner=sam by=sam
    09-02T10:20 touch hugo-7v2mj mail sent note="what has changed since the first project" does=advance by=sam
    09-03T09:20 signal kira-2p9nb replied note="show me numbers" by=mail
    09-03T10:00 touch oskar-4d8kt call reached note="no owner for it in the house" by=sam
    09-07T09:50 lead marco-9x2fd name="Marco Ricci" company="Torre" email=marco@torre.example value="6000 EUR" \
      source=web owner=mia by=mia
    09-07T15:30 touch marco-9x2fd mail sent note="two times offered" does=advance by=mia
    09-08T10:00 lead tom-5n8xh name="Tom Reyes" company="Fjord AS" email=tom@fjord.example \
      role="Managing director" value="22000 EUR" source=referral ref="Liv Strand" owner=mia by=mia
    09-08T15:00 touch tom-5n8xh mail sent note="Liv said you look at this" does=advance by=mia
    09-08T16:40 signal hugo-7v2mj replied note="come by" by=mail
    09-09T10:00 touch liv-6w3pn meeting held note="plant tour" by=sam
    09-09T11:40 move liv-6w3pn hot by=sam
    09-09T11:41 decide liv-6w3pn urgency by=sam
    09-10T09:30 signal tom-5n8xh replied note="yes, in September" by=mail
    09-10T10:30 touch kira-2p9nb call reached note="numbers are fine, timing is not" by=sam
    09-10T11:00 decide kira-2p9nb safety by=sam
    09-11T12:00 signal marco-9x2fd replied note="Tuesday works" by=mail
    09-14T11:15 lead eve-4b7zn name="Eve Okafor" company="Okafor & Co" email=eve@okafor.example \
      phone="+44 20 7946 0155" value="5000 EUR" source=web owner=sam by=sam
    09-14T15:00 touch eve-4b7zn call none by=sam
    09-15T10:00 touch marco-9x2fd meeting held note="wants the small package" by=mia
    09-15T10:00 touch eve-4b7zn mail sent note="two times offered" does=advance by=sam
    09-15T11:00 decide marco-9x2fd urgency by=mia
    09-15T13:00 touch tom-5n8xh meeting held note="two sites, one deadline" by=mia
    09-15T14:10 decide tom-5n8xh safety by=mia
    09-16T14:00 touch hugo-7v2mj meeting held note="second site is the question" by=sam
    09-16T15:10 decide hugo-7v2mj safety by=sam
    09-17T09:30 touch liv-6w3pn proposal sent by=sam
    09-17T12:20 signal eve-4b7zn replied note="the 29th" by=mail
    09-18T16:05 signal liv-6w3pn proposal.viewed src=pandadoc:5101 by=pandadoc
    09-21T13:30 lead nadia-3t7bc name="Nadia Rahman" company="Brightside" email=nadia@brightside.example \
      value="3500 EUR" source=linkedin owner=sam by=sam
    09-22T09:15 touch nadia-3t7bc message sent note="one question about your launch" does=clarify by=sam
    09-22T09:40 touch oskar-4d8kt mail sent note="who would own it?" does=clarify by=sam
    09-24T15:00 touch kira-2p9nb proposal sent by=sam
    09-24T15:30 lead ines-3x8ta name="Inês Duarte" company="Vela" email=ines@vela.example value="5000 EUR" \
      source=event owner=mia by=mia
    09-25T09:30 touch ines-3x8ta call reached note="rebuild first, then us" by=mia
    09-25T18:30 signal nadia-3t7bc replied note="we compare three" by=linkedin
    09-28T10:00 touch marco-9x2fd proposal sent by=mia
    09-29T11:00 signal liv-6w3pn replied note="legal reads it" by=mail
    09-29T15:00 touch eve-4b7zn meeting held note="careful with data" by=sam
    09-29T16:00 decide eve-4b7zn safety by=sam
    09-30T11:00 touch nadia-3t7bc call reached note="decides by November" by=sam
    09-30T11:20 decide nadia-3t7bc safety by=sam
    """
}

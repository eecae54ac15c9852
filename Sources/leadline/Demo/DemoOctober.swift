extension DemoStory {
  static let october = """
    10-01T09:40 lead bo-2c6rv name="Bo Lindqvist" company="Kanto" email=bo@kanto.example phone="+46 8 465 004 33" \
      value="6000 EUR" source=event owner=sam by=sam
    10-01T10:30 touch bo-2c6rv mail sent note="the talk, in two pages" does=advance by=sam
    10-01T11:00 touch hugo-7v2mj call reached note="not this year" by=sam
    10-01T11:12 move hugo-7v2mj recycle until=2027-01-11 because="new budget" by=sam
    10-01T13:00 touch tom-5n8xh meeting held note="reference call done" by=mia
    10-01T14:00 decide tom-5n8xh urgency by=mia
    10-05T14:20 lead dmitri-6t1yf name="Dmitri Kask" company="Sable Ltd" email=dmitri@sable.example \
      value="9000 EUR" source=fair owner=sam by=sam
    10-05T15:00 touch dmitri-6t1yf mail sent note="as promised at the fair" does=advance by=sam
    10-06T09:10 signal bo-2c6rv replied note="our team should see this" by=mail
    10-06T11:30 signal kira-2p9nb replied note="no budget before March" by=mail
    10-06T15:00 touch kira-2p9nb mail sent note="then in March" by=sam
    10-06T15:10 move kira-2p9nb recycle until=2027-03-01 because="no budget" by=sam
    10-08T14:00 touch bo-2c6rv call reached note="who runs it after us?" by=sam
    10-08T14:30 decide bo-2c6rv safety by=sam
    10-09T10:40 signal dmitri-6t1yf replied note="our audit comes first" by=mail
    10-09T11:00 lead grace-1h5dc name="Grace Lim" company="Tern Labs" email=grace@ternlabs.example \
      value="4000 EUR" source=fair owner=sam by=sam
    10-09T11:02 touch grace-1h5dc meeting held at=2026-10-06T15:30:00Z note="met at the fair" by=sam
    10-09T11:10 touch grace-1h5dc mail sent note="the case we spoke about" does=advance by=sam
    10-12T10:00 touch ines-3x8ta mail sent note="the smaller first step" does=advance by=mia
    10-13T09:30 touch dmitri-6t1yf call reached note="audit until mid November" by=sam
    10-13T10:00 touch oskar-4d8kt call none by=sam
    10-13T10:00 decide dmitri-6t1yf safety by=sam
    10-13T11:20 lead jon-5r6ge name="Jon Bell" company="Bellwether" email=jon@bellwether.example value="2000 EUR" \
      source=web owner=sam by=sam
    10-13T16:00 touch jon-5r6ge call reached note="curious, no pressure" by=sam
    10-14T09:05 signal grace-1h5dc replied note="same problem here" by=mail
    10-14T09:40 decide grace-1h5dc safety by=sam
    10-14T16:00 touch tom-5n8xh proposal sent by=mia
    10-15T14:00 touch liv-6w3pn meeting held note="terms settled" by=sam
    10-15T15:00 decide liv-6w3pn commit by=sam
    10-19T10:00 touch nadia-3t7bc proposal sent by=sam
    10-20T09:45 touch eve-4b7zn mail sent note="reference from the same trade" does=clarify by=sam
    10-20T10:30 signal marco-9x2fd objection note="a third over the limit" by=mia
    10-20T10:30 signal tom-5n8xh replied note="board likes it" by=mail
    10-20T11:00 move tom-5n8xh hot by=mia
    10-20T11:01 decide tom-5n8xh approval by=mia
    10-21T09:30 touch jon-5r6ge mail sent note="a smaller first step" does=advance by=sam
    10-22T14:00 touch marco-9x2fd call reached note="no way to go lower" by=mia
    10-22T14:20 close marco-9x2fd lost reason=price fit=fit by=mia
    10-22T15:20 touch ines-3x8ta voicemail sent by=mia
    10-26T10:10 signal eve-4b7zn replied note="that helps" by=mail
    10-26T10:30 decide eve-4b7zn urgency by=sam
    10-26T13:10 lead priya-3w9dt inbound name="Priya Nair" company="Northwind" email=priya@northwind.example \
      phone="+44 161 496 0127" role="Operations" value="8500 EUR" source=web owner=sam by=web
    10-26T14:00 touch priya-3w9dt call reached note="three teams, one tool" by=sam
    10-27T10:30 lead farid-9q3kw name="Farid Haddad" company="Halcyon" email=farid@halcyon.example \
      value="3000 EUR" source=linkedin owner=mia by=mia
    10-27T16:00 touch farid-9q3kw message sent note="one question about your launch" does=clarify by=mia
    10-27T16:15 signal dmitri-6t1yf replied note="send it, I read it after the audit" by=mail
    10-28T13:00 touch grace-1h5dc meeting held note="demo; two of the team joined" by=sam
    10-28T14:10 decide grace-1h5dc urgency by=sam
    10-29T10:00 decide priya-3w9dt safety by=sam
    10-29T11:30 signal farid-9q3kw replied note="call me on Monday" by=linkedin
    10-30T10:00 move ines-3x8ta recycle until=2027-02-01 wake=inbound because="rebuild first" by=mia
    10-30T16:20 close oskar-4d8kt dead reason="no decision" fit=unknown by=sam
    """
}

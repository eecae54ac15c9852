extension DemoStory {
  static let november = """
    11-02T09:05 touch farid-9q3kw call reached note="send me one case" by=mia
    11-02T09:30 action farid-9q3kw "Send the two-page case" due=2026-11-09 channel=mail by=mia
    11-03T11:00 touch bo-2c6rv proposal sent by=sam
    11-03T15:00 touch nadia-3t7bc mail sent note="what would settle it?" does=clarify by=sam
    11-03T16:10 touch jon-5r6ge call none by=sam
    11-03T16:40 lead ana-7k2mq name="Ana Müller" company="Acme GmbH" email=ana@acme.example \
      phone="+49 30 23125 017" role="Head of operations" value="12000 EUR" source=referral ref="Bo Lindqvist" \
      tag=fair owner=sam by=sam
    11-04T09:20 touch ana-7k2mq mail sent note="Bo thought of you" does=advance decision=attention by=sam
    11-04T11:00 touch priya-3w9dt meeting held note="demo; SSO asked" by=sam
    11-04T15:05 signal ana-7k2mq replied note="yes, show us" by=mail
    11-04T17:20 signal liv-6w3pn proposal.signed src=pandadoc:5188 by=pandadoc
    11-05T09:10 close liv-6w3pn won reason=signed value="15000 EUR" by=sam
    11-05T10:00 touch tom-5n8xh meeting held note="start date agreed: 1 February" by=mia
    11-05T11:00 decide tom-5n8xh commit by=mia
    11-05T14:00 touch ana-7k2mq call reached note="cut-over is the worry" by=sam
    11-05T14:30 decide ana-7k2mq safety by=sam
    11-06T10:00 touch dmitri-6t1yf proposal sent by=sam
    11-06T10:10 action dmitri-6t1yf "Ask what the audit left open" due=2026-11-13 channel=call by=sam
    11-09T09:20 snooze farid-9q3kw of=#103 due=2026-11-16 because="case not written yet" by=mia
    11-09T13:30 signal dmitri-6t1yf proposal.viewed src=pandadoc:5203 by=pandadoc
    11-09T14:00 touch ana-7k2mq mail sent note="rollback in one page" does=clarify decision=safety by=sam
    11-10T09:30 signal priya-3w9dt replied note="budget owner is with us" by=mail
    11-10T10:10 touch priya-3w9dt mail sent note="what a later start costs" does=clarify decision=urgency by=sam
    11-10T10:12 decide priya-3w9dt urgency by=sam
    11-11T09:30 move jon-5r6ge recycle until=2027-02-15 wake=replied because="went quiet" by=sam
    11-11T14:50 signal ana-7k2mq replied note="clear. what does waiting cost?" by=mail
    11-11T15:20 decide ana-7k2mq urgency by=sam
    11-11T15:45 signal grace-1h5dc replied note="we want it, the board must agree" by=mail
    11-12T10:00 touch eve-4b7zn proposal sent by=sam
    11-12T10:00 touch ana-7k2mq meeting held note="2 days a month lost" by=sam
    11-12T10:50 move ana-7k2mq hot by=sam
    11-12T10:51 decide ana-7k2mq approval by=sam
    11-12T17:05 signal nadia-3t7bc replied note="we took the other one" by=mail
    11-13T09:30 touch nadia-3t7bc mail sent note="thank you, and good luck" by=sam
    11-13T09:34 close nadia-3t7bc lost reason=competitor fit=fit by=sam
    11-13T10:00 touch grace-1h5dc call reached note="board meets on the 25th" by=sam
    11-13T10:15 decide grace-1h5dc approval by=sam
    11-13T10:16 promise grace-1h5dc "tell us what the board says" due=2026-11-25 by=sam
    11-13T10:17 action grace-1h5dc "Call after the board meeting" due=2026-11-25 channel=call by=sam
    11-13T16:40 snooze dmitri-6t1yf of=#118 due=2026-11-24 because="audit runs a week longer" by=sam
    11-16T09:10 snooze farid-9q3kw of=#103 due=2026-11-25 because="case not written yet" by=mia
    11-16T09:20 signal tom-5n8xh replied note="Friday morning is good" by=mail
    11-16T09:45 touch tom-5n8xh mail sent note="Friday at nine" by=mia
    11-16T10:00 action priya-3w9dt "Send the SSO page" due=2026-11-20 channel=mail by=sam
    11-16T14:15 touch ana-7k2mq proposal sent note="phase 1 and 2" by=sam
    11-17T10:05 signal bo-2c6rv replied note="let us talk on Friday" by=mail
    11-17T10:20 meeting bo-2c6rv booked start=2026-11-20T15:00 end=2026-11-20T15:45 tz=Europe/Berlin by=sam
    11-17T15:45 signal ana-7k2mq replied note="send scope" by=mail
    11-17T16:10 touch ana-7k2mq mail sent note="scope, phase by phase" by=sam
    11-19T09:15 lead chloe-8j4sp inbound name="Chloé Petit" company="Lumen" email=chloe@lumen.example \
      value="4000 EUR" source=web state=warm owner=sam by=web
    11-19T10:00 touch chloe-8j4sp mail sent note="two times offered" does=advance by=sam
    11-19T11:00 touch bo-2c6rv mail sent note="agenda, three points" by=sam
    11-19T15:00 touch priya-3w9dt call reached note="wants to start in January" by=sam
    11-19T15:30 touch ana-7k2mq call reached note="phase 1 yes; CFO signs" by=sam
    11-19T15:55 promise ana-7k2mq "take scope to the CFO" due=2026-11-25 by=sam
    11-19T16:02 touch ana-7k2mq mail sent note="one-page summary" by=sam
    11-20T09:05 touch tom-5n8xh call reached note="price is the last point" by=mia
    11-20T09:05 signal tom-5n8xh price.discussed by=mia
    11-20T09:20 action tom-5n8xh "Send two price options" due=2026-11-20T12:00 tz=Europe/Berlin channel=mail by=mia
    11-20T11:00 signal eve-4b7zn replied note="where is our data kept?" by=mail
    11-20T11:20 action eve-4b7zn "Answer the security question" due=2026-11-23 channel=mail by=sam
    11-20T13:45 meeting chloe-8j4sp booked start=2026-11-26T14:00 end=2026-11-26T14:30 tz=Europe/Berlin by=calendly
    11-20T15:15 signal bo-2c6rv meeting.missed by=sam
    11-20T16:30 touch priya-3w9dt mail sent for=#144 note="SSO page" by=sam
    11-20T16:30 done priya-3w9dt of=#144 by=sam
    11-20T16:40 dismiss dmitri-6t1yf of=two-week-alarm/dmitri-6t1yf/dem00000000117/1 by=sam
    11-20T18:22 signal ana-7k2mq proposal.viewed src=pandadoc:5240 by=pandadoc
    11-21T20:15 signal priya-3w9dt pricing.viewed src=web:8811 by=web
    11-22T19:10 signal ana-7k2mq proposal.viewed src=pandadoc:5252 by=pandadoc
    11-22T21:02 signal priya-3w9dt pricing.viewed src=web:8830 by=web
    11-23T08:41 signal ana-7k2mq proposal.viewed src=pandadoc:5257 by=pandadoc
    11-23T08:50 action ana-7k2mq "Agree who signs" due=2026-11-23T10:00 tz=Europe/Berlin channel=call by=sam
    """
}

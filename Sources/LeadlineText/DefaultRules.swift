/// The rules that a new book begins with, written to be read: every rule says what the behaviour means, and shows when it
/// fires.
package enum DefaultRules {
  package static let text = """
    # The follow-up rules of this book.
    #
    # Every open lead is in one of three states, and each state says what happens on a lead in it when nobody
    # has agreed anything better: its default. An action that is overdue by so much is escalated: it rises to
    # the top of due today until somebody does or plans something. The gap is the least time between two
    # contacts that are only suggested; the half-life, how long what a buyer did goes on to count.
    #
    # Below the states stand the rules. A rule says what a buyer's behaviour means, when it is seen, and what
    # to do about it; "after" begins the next step, for as long as the buyer has not answered. Of two rules
    # that want the same moment, the upper one has it. Write off below the first line of a rule, and it rests.
    #
    # One clause a line; indentation is free. 30m minutes, 2h hours, 4wh working hours, 7d calendar days,
    # 5wd working days, 2w weeks. A next action comes in D, now, today or at 09:00, and may say by call, mail,
    # message or meeting. A line that begins with test is an example: a lead that came in on Monday at 00:00,
    # no holidays, work from 09:00 to 17:00, Monday to Friday. It is tried each time this file is checked.
    #
    # What you write here is in force once you adopt it: leadline rules adopt

    \(StateRules.states)

    # What we owe: somebody waits for us. These come first, because nothing else we do today earns as much.

    # A hot lead that wrote gets an answer within the working hour; a day later everybody sees that it waits.
    rule reply-owed-hot
      means     "They wrote and wait for us, at the moment they are ready to decide."
      when      owed for 1wh
      if        state is hot
      do        next "Answer {first}" now
      after     1wd
      do        escalate
      test      replied @mon 10:00 => fires @mon 11:00
      test      replied @mon 10:00 => fires 2 @tue 11:00
      # The weekend is nobody's fault: the clock runs in working hours.
      test      inbound @fri 16:30 => fires @mon+1w 09:30
      # A call that nobody took is no answer; a mail is, even in the last minute.
      test      replied @mon 10:00, call.none @mon 10:30 => fires @mon 11:00
      test      replied @mon 10:00, mail.sent @mon 11:00 => quiet

    # The others get one within the working day.
    rule reply-owed-warm
      means     "They wrote and wait for us; every day costs interest."
      when      owed for 8wh
      if        state is warm or recycle
      do        next "Answer {first}" now
      after     1wd
      do        escalate
      test      replied @mon 10:00 => fires @tue 10:00
      test      call.missed @mon 16:00 => fires @tue 16:00
      # Writing again does not start the clock anew: they wait since the first message.
      test      replied @mon 10:00, replied @mon 15:00 => fires 2 @wed 10:00
      test      replied @mon 10:00, call.reached @tue 09:30 => quiet

    # Somebody came to us. Answer within the hour, with something that moves them on.
    rule first-answer
      means     "They came to us: the first good answer often wins."
      when      captured
      if        inbound in 1m
      do        move hot; next "Answer the enquiry" in 1wh; draft advance answer
      after     3wh
      do        escalate
      # An enquiry at the moment of the capture is the capture's own: it is what the lead came in with.
      test      inbound @mon 00:00 => fires @mon 00:00
      test      inbound @mon 00:00 => fires 2 @mon 12:00
      test      inbound @mon 10:00 => quiet

    # They said "by Friday". Leave them the day, and one more; then ask about the date, not about the deal.
    rule promise-passed
      means     "They named a day and let it pass: something else came first."
      when      promise passed by 1wd
      do        next "Is the date still right?" today; draft clarify
      test      promise by fri @mon 10:00 => fires @mon+1w 17:00
      test      promise by wed @mon 10:00, promise by fri @wed 12:00 => fires @mon+1w 17:00
      test      promise by fri @mon 10:00, replied @thu 12:00 => quiet

    # What they do: behaviour that says more than words.

    # Nobody came. No reproach: two new times at once, and the telephone the day after.
    rule meeting-missed
      means     "The day got in the way; they still owe us a conversation."
      when      meeting.missed
      do        next "Offer two new times" in 1wh; draft advance reschedule
      after     1wd
      do        next "Offer two new times, by phone" in 1wh by call
      test      meeting.missed @mon 14:00 => fires @mon 14:00
      # The day counts from our mail, where that came later.
      test      meeting.missed @mon 14:00, mail.sent @mon 15:00 => fires 2 @tue 15:00

    # Three looks in a week: offer the conversation that they are having without us.
    rule proposal-revisited
      means     "They are selling it inside, or stuck on one page."
      when      proposal.viewed 3 times in 7d
      if        state is not recycle
      unless    replied in 1d
      do        move hot; next "Offer two times to walk through it" in 4wh; draft advance walkthrough
      after     1wd
      do        escalate
      cooldown  5wd
      test      proposal.viewed @mon 10:00, proposal.viewed @wed 09:00, proposal.viewed @fri 16:00 => fires @fri 16:00
      test      proposal.viewed @mon 10:00, proposal.viewed @wed 09:00, proposal.viewed @fri 16:00 => fires 2 @mon+1w 16:00
      # Looks within half an hour of each other are one look.
      test      proposal.viewed @mon 10:00, proposal.viewed @mon 10:20, proposal.viewed @mon 10:40 => quiet
      # A week is seven days to the minute.
      test      proposal.viewed @mon 10:00, proposal.viewed @wed 09:00, proposal.viewed @mon+1w 10:00 => quiet
      # They have just written: talk about that.
      test      proposal.viewed @mon 10:00, proposal.viewed @wed 09:00, replied @fri 09:00, proposal.viewed @fri 16:00 => quiet

    # Sent and never opened: do not mail again about a mail.
    rule proposal-unopened
      means     "It did not arrive, or not with the person who decides."
      when      no proposal.viewed in 2wd after proposal.sent
      do        next "Use another channel" today by call; draft clarify
      test      proposal.sent @mon 10:00 => fires @wed 10:00
      test      proposal.sent @thu 15:00 => fires @mon+1w 15:00
      test      proposal.sent @mon 10:00, proposal.viewed @wed 10:00 => quiet
      test      proposal.sent @mon 10:00, replied @tue 11:00 => quiet

    # The price is out and they are quiet. Two options and a date are easier to answer than a number.
    rule price-then-silence
      means     "The price is being compared, or nobody dares to ask for it."
      when      no replied, meeting.booked, commit in 2wd after price.discussed
      if        state is not recycle
      do        next "Offer two options and one date" today; draft advance options
      after     2wd
      do        escalate
      test      price.discussed @mon 10:00 => fires @wed 10:00
      test      price.discussed @mon 10:00 => fires 2 @fri 10:00
      test      price.discussed @mon 10:00, meeting.booked @tue 09:00 => quiet
      test      price.discussed @mon 10:00, commit @wed 10:00 => quiet

    # A parked lead stirs. Ask what has changed, and do not begin again at the beginning.
    rule recycle-signal
      means     "They came back by themselves before the park was over."
      when      any signal
      if        state is recycle
      do        move warm; next "Ask what has changed" in 8wh
      test      pricing.viewed @tue 11:00 => fires @tue 11:00
      # Mail software opens mails, and an out-of-office says nothing.
      test      email.opened @tue 11:00 => quiet
      test      away @tue 11:00 => quiet

    # What they do not do: silence, and what we still have to offer.

    # Hot and quiet for two days: make the next step smaller and clearer, then change the channel.
    rule hot-silent
      means     "Ready last week, quiet now: the next step was not clear enough."
      when      silent for 2wd
      if        state is hot
      do        next "Offer one clear next step" today; draft advance
      after     2wd
      do        escalate; next "Use another channel" today by call
      after     3wd
      do        move warm
      test      mail.sent @mon 10:00 => fires @wed 10:00
      test      mail.sent @mon 10:00, mail.sent @thu 12:00 => fires 2 @mon+1w 12:00
      test      mail.sent @mon 10:00 => fires 3 @wed+1w 10:00
      test      mail.sent @mon 10:00, replied @wed 10:00 => quiet

    # Six follow-ups, further and further apart, each with something of its own; then a park, never a drop.
    rule warm-silent
      means     "One hesitation stands, and nobody has named it."
      when      silent for 3wd
      if        state is warm
      do        next "Settle one hesitation" today; draft clarify
      after     4wd
      do        next "Settle it by another channel" today by call
      after     5wd
      do        next "Offer a smaller next step" today; draft advance
      after     7wd
      do        next "Bring something new" today; draft clarify
      after     9wd
      do        next "Say what happens if nothing changes" today; draft close
      after     5wd
      do        move recycle for 90d
      test      mail.sent @mon 10:00 => fires @thu 10:00
      test      mail.sent @mon 10:00, mail.sent @tue 11:00 => fires @fri 11:00
      test      mail.sent @mon 10:00, mail.sent @thu 15:00 => fires 2 @wed+1w 15:00
      # The whole ladder, with each step done: seven weeks, then the park.
      test      mail.sent @mon 10:00, mail.sent @thu 15:00, call.none @wed+1w 16:00, mail.sent @thu+2w 10:00, mail.sent @mon+4w 11:00, mail.sent @mon+6w 09:30 => fires 6 @mon+7w 09:30
      test      mail.sent @mon 10:00, call.reached @wed 15:00 => fires @mon+1w 15:00
      test      mail.sent @mon 10:00, replied @thu 10:00 => quiet

    # Parked, not forgotten: every park has an end, and the end has an action.

    rule recycle-wakes
      means     "The day we agreed to come back has come."
      when      recycle ends
      do        move warm; next "Reopen with what has changed" today; draft advance what-changed
      test      move recycle for 2w @mon 10:00 => fires @mon+2w 00:00
      test      move recycle for 2w @mon 10:00, move warm @wed 10:00 => quiet

    # Twice parked without a word from them: it is time to say goodbye, or to know why not.
    rule recycled-twice
      means     "Parked twice without a word between: is there a decision to wait for?"
      when      moved to recycle
      if        recycled over 1
      do        next "Close it, or say why not" today
      test      move recycle for 2w @mon 10:00, move warm @tue 10:00, move recycle for 2w @wed 10:00 => fires @wed 10:00
      test      move recycle for 2w @mon 10:00 => quiet
      test      move recycle for 2w @mon 10:00, replied @tue 09:00, move warm @tue 10:00, move recycle for 2w @wed 10:00 => quiet

    # Hygiene, last: these take no better suggestion's place.

    # Thirteen calendar days, so that nobody who is warm ever waits two weeks for us.
    rule two-week-alarm
      means     "We have let them wait: our neglect, not their silence."
      when      untouched for 13d
      if        state is warm
      do        next "Get in touch before it is two weeks" today; draft clarify
      test      => fires @sun+1w 00:00
      test      mail.sent @mon 10:00, call.none @fri 12:00 => fires @thu+2w 12:00

    # Caught yesterday and nobody has been in touch at all.
    rule captured-untouched
      means     "We caught it and let it lie."
      when      untouched for 24h
      if        never touched and state is not recycle
      do        escalate
      test      => fires @tue 00:00
      # Trying counts.
      test      call.none @mon 18:00 => quiet
      test      mail.sent @tue 00:00 => quiet

    """
}
